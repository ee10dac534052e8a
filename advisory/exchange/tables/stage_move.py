"""stage_moves.csv: one row per move of a partnership; the reason is private and left out unless asked for."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import StageMove

HEADER = ("id", "student_id", "student", "date", "from", "to", "direction", "reason_key", "reason", "override")


def rows(
    moves: Iterable[StageMove], names: Mapping[str, str], *, include_private: bool = False
) -> Iterator[tuple[Cell, ...]]:
    """One row per move. The reason's key reveals as much as its words, so both are exported or neither."""
    for move in moves:
        yield (
            move.id,
            move.student,
            names.get(move.student, ""),
            move.moved_on,
            move.from_stage,
            move.to_stage,
            move.direction,
            *((move.reason_key, move.reason) if include_private else (None, None)),
            move.override,
        )
