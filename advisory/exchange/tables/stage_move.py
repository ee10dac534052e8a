"""stage_moves.csv: one line a move of a partnership; why it moved is private unless asked for (DESIGN §8)."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import StageMove

HEADER = ("id", "student_id", "student", "date", "from", "to", "direction", "reason_key", "reason", "override")


def rows(
    moves: Iterable[StageMove], names: Mapping[str, str], *, include_private: bool = False
) -> Iterator[tuple[Cell, ...]]:
    """One row a move. The reason's key tells as much as its line, so the two go or stay together."""
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
