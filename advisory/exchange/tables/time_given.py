"""time.csv: one row per current student, with what they got of the advisor's time this term; counts only, no notes."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.rules.overview.time_given import Given

HEADER = (
    "student_id",
    "student",
    "counted_since",
    "school_days",
    "one_to_ones",
    "contacts",
    "minutes",
    "contacts_timed",
    "started_by_advisor",
    "started_by_student",
    "started_by_others",
    "celebrations",
    "concerns",
    "attempts",
)


def rows(given: Iterable[Given], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per student, in the order given. Minutes are empty where nothing was timed."""
    for one in given:
        yield (
            one.student_id,
            names[one.student_id],
            one.since,
            one.school_days,
            one.one_to_ones,
            one.contacts,
            one.minutes if one.timed else None,
            one.timed,
            one.by_advisor,
            one.by_student,
            one.by_others,
            one.celebrations,
            one.concerns,
            one.attempts,
        )
