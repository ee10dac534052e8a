"""evidence.csv: one row per piece of evidence."""

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


def rows(pieces: Iterable[Evidence], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per piece."""
    for piece in pieces:
        yield (
            piece.id,
            piece.student,
            names.get(piece.student, ""),
            piece.pact,
            piece.seen_on,
            piece.source,
            piece.seen,
            piece.level,
            piece.independence,
            piece.next_step,
        )
