"""students.csv: who is in the caseload."""

from collections.abc import Iterable, Iterator

from advisory.exchange.file.csv_out import Cell
from advisory.rules.overview.summary import Summary

HEADER = (
    "id",
    "student_number",
    "given_name",
    "family_name",
    "preferred_name",
    "grade",
    "status",
    "joined_on",
    "left_on",
    "stage",
    "last_contact_on",
    "last_one_to_one_on",
    "contact_every",
    "focal",
)


def rows(summaries: Iterable[Summary]) -> Iterator[tuple[Cell, ...]]:
    """One row per student. `contact_every` is the interval that applies to them, in school days."""
    for line in summaries:
        student = line.student
        yield (
            student.id,
            student.student_number,
            student.given_name,
            student.family_name,
            student.preferred_name,
            student.grade,
            student.status,
            student.joined_on,
            student.left_on,
            line.stage,
            line.last_contact_on,
            line.last_one_to_one_on,
            line.interval,
            student.focal,
        )
