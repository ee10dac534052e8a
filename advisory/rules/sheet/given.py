"""What a page is made from: one student's records that may leave, as `rules.leaving` made them, and the days it is about."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from advisory.model import CheckIn, Evidence, Pact, Record, Student
from advisory.model.day_order import show_day
from advisory.rules.days.school_days import Calendar, Span
from advisory.rules.leaving.leaving import Rated
from advisory.rules.pact.party import UNNAMED

R = TypeVar("R", bound=Record)


class Given(NamedTuple):
    """One student, and what of theirs may leave. `today` is the day the page is made.

    `rated` is how the evidence of the pacts was rated, the oldest first. `advisor_name` is as in the pacts.
    """

    student: Student
    records: Sequence[Record]
    rated: Sequence[Rated]
    span: Span
    today: date
    calendar: Calendar
    advisor_name: str

    def of(self, kind: type[R]) -> list[R]:
        """The records of a kind, in order."""
        return [record for record in self.records if isinstance(record, kind)]

    @property
    def advisor(self) -> str:
        """What a heading calls the advisor."""
        return "the advisor" if self.advisor_name == UNNAMED else self.advisor_name

    @property
    def called(self) -> str:
        """The name the student goes by."""
        return self.student.called

    @property
    def said(self) -> list[CheckIn]:
        """The check-ins of these days with the student's own words, the latest first."""
        there = (one for one in self.of(CheckIn) if one.student_says.strip() and self.is_in_span(one.happened_on))
        return sorted(there, key=lambda one: (one.happened_on, one.id), reverse=True)

    @property
    def seen(self) -> list[Evidence]:
        """The evidence of these days, the latest first."""
        there = (one for one in self.of(Evidence) if self.is_in_span(one.seen_on))
        return sorted(there, key=lambda one: (one.seen_on, one.id), reverse=True)

    @property
    def closed_pacts(self) -> list[Pact]:
        """The pacts that were closed in these days, the latest first."""
        there = [one for one in self.of(Pact) if one.closed_on and self.is_in_span(one.closed_on)]
        return sorted(there, key=lambda one: (one.closed_on or self.today, one.id), reverse=True)

    def is_in_span(self, day: date) -> bool:
        """Whether a day is one of those the page is about."""
        return self.span.starts_on <= day <= self.span.ends_on

    def day(self, day: date) -> str:
        """A day as the page shows it: with its year where that is another than today's."""
        return show_day(day, year=day.year != self.today.year)

    @property
    def foot(self) -> str:
        """The last line of the page."""
        return f"printed on {show_day(self.today, weekday=True, year=True)}"

    @property
    def advisory(self) -> str:
        """The name of a page about everybody."""
        return "The advisory" if self.advisor_name == UNNAMED else f"The advisory of {self.advisor_name}"


def span_words(span: Span) -> str:
    """`Sep 1 to Nov 29, 2026`."""
    starts_on, ends_on = span
    if starts_on == ends_on:
        return show_day(ends_on, weekday=True, year=True)
    return f"{show_day(starts_on, year=starts_on.year != ends_on.year)} to {show_day(ends_on, year=True)}"
