"""caseload_summary.csv, for the grade team: one row per current student, counts only, no notes."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.time_given import Given

HEADER = (
    "student",
    "grade",
    "contacts",
    "one_to_ones",
    "student_started",
    "celebrations",
    "pact_status",
    "next_review_on",
)


def rows(summaries: Iterable[Summary], given: Mapping[str, Given]) -> Iterator[tuple[Cell, ...]]:
    """One row per student, in the order given; `given` has by student id what they got this term."""
    for line in summaries:
        pact, one = line.pact, given.get(line.student.id)
        yield (
            line.name,
            line.student.grade,
            one.contacts if one else None,
            one.one_to_ones if one else None,
            one.by_student if one else None,
            one.celebrations if one else None,
            pact.status if pact else None,
            pact.next_review_on if pact else None,
        )
