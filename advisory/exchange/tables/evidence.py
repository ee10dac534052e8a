"""evidence.csv: one row per piece of evidence; what was seen is private, so only the date and source are exported."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import Evidence

HEADER = (
    "id",
    "student_id",
    "student",
    "pact_id",
    "date",
    "source",
    "seen",
    "level",
    "independence",
    "next_step",
)


def rows(
    pieces: Iterable[Evidence], names: Mapping[str, str], *, include_private: bool = False
) -> Iterator[tuple[Cell, ...]]:
    """One row per piece. The level reveals as much as the words, so both are exported or neither."""
    for piece in pieces:
        words = (piece.seen, piece.level, piece.independence, piece.next_step) if include_private else (None,) * 4
        yield (
            piece.id,
            piece.student,
            names.get(piece.student, ""),
            piece.pact,
            piece.seen_on,
            piece.source,
            *words,
        )
