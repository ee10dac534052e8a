"""What the school keeps of a year: the agreed pacts for staff, and counts without any words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from advisory.model import CheckIn, Pact, Student
from advisory.model.words import Audience, Kind, PactOutcome, PactStatus, Word
from advisory.rules.days.school_days import Span
from advisory.rules.overview.contact_counts import contact_counts

from .ending_year import year_words


class Kept(Word):
    """One table that the school keeps."""

    PACTS = "pacts"
    COUNTS = "counts"

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return Audience.STAFF if self is Kept.PACTS else Audience.COUNTS

    def called(self, year: int) -> str:
        """What the log of shares calls it, and finds it by."""
        return f"{self.label} of {year_words(year)}, for the school"

    def file_name(self, year: int) -> str:
        """`pacts-2026-27.csv`."""
        return f"{self.value}-{year_words(year)}.csv"


class YearCounts(NamedTuple):
    """One student's year in numbers, and how it ended."""

    student: Student
    contacts: int
    one_to_ones: int
    student_started: int
    family_contacts: int
    celebrations: int
    pacts_met: int
    pacts_partly_met: int
    pacts_not_yet: int
    pacts_open: int


def year_counts(student: Student, check_ins: Iterable[CheckIn], pacts: Sequence[Pact], span: Span) -> YearCounts:
    """Count one student's year; `span` is its days."""
    own = [one for one in check_ins if span.starts_on <= one.happened_on <= span.ends_on]
    counts = contact_counts(own)
    ended = [pact.outcome for pact in pacts if pact.closed_on and span.starts_on <= pact.closed_on <= span.ends_on]
    return YearCounts(
        student,
        contacts=counts.contacts,
        one_to_ones=counts.one_to_ones,
        student_started=counts.student_started,
        family_contacts=sum(one.kind is Kind.FAMILY_CONTACT and one.contact_made for one in own),
        celebrations=counts.celebrations,
        pacts_met=ended.count(PactOutcome.MET),
        pacts_partly_met=ended.count(PactOutcome.PARTLY_MET),
        pacts_not_yet=ended.count(PactOutcome.NOT_YET),
        pacts_open=sum(pact.status in {PactStatus.ACTIVE, PactStatus.PAUSED} for pact in pacts),
    )


def is_of_year(pact: Pact, span: Span) -> bool:
    """Whether a pact was kept in the year: it had begun by its end, and was not closed before it."""
    begun = pact.start_on or pact.created_at.date()
    return begun <= span.ends_on and (pact.closed_on is None or pact.closed_on >= span.starts_on)
