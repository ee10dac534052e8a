"""stage_moves.csv: one row per move of a partnership."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import StageMove

HEADER = ("id", "student_id", "student", "date", "from", "to", "direction", "reason_key", "reason", "override")


def rows(moves: Iterable[StageMove], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per move."""
    for move in moves:
        yield (
            move.id,
            move.student,
            names.get(move.student, ""),
            move.moved_on,
            move.from_stage,
            move.to_stage,
            move.direction,
            move.reason_key,
            move.reason,
            move.override,
        )
