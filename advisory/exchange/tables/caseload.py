"""caseload.csv: one row per student, with the clocks and the pact but no notes."""

from collections.abc import Iterable, Iterator

from advisory.exchange.file.csv_out import Cell
from advisory.rules.overview.summary import Summary

HEADER = (
    "student",
    "student_number",
    "grade",
    "stage",
    "in_stage_since",
    "last_contact_on",
    "school_days_since_contact",
    "last_one_to_one_on",
    "school_days_since_one_to_one",
    "contacts_this_term",
    "student_started",
    "open_promises",
    "pact",
    "pact_status",
    "next_review_on",
)


def rows(summaries: Iterable[Summary]) -> Iterator[tuple[Cell, ...]]:
    """One row per student, in the order given."""
    for line in summaries:
        pact = line.pact
        yield (
            line.name,
            line.student.student_number,
            line.student.grade,
            line.stage,
            line.stage_since_on,
            line.last_contact_on,
            line.contact_age,
            line.last_one_to_one_on,
            line.one_to_one_age,
            line.contacts_this_term,
            line.student_started,
            line.open_promises,
            pact.called if pact else None,
            pact.status if pact else None,
            pact.next_review_on if pact else None,
        )
