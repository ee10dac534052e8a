"""The table for the staff team: how often each student was met, and how the pact stands. Counts only, no words of anybody."""

from collections.abc import Sequence
from typing import NamedTuple

from advisory.model import CheckIn, Pact, Student
from advisory.model.day_order import show_day
from advisory.rules.overview.contact_counts import contact_counts
from advisory.rules.overview.summary import main_pact

from .given import Given, span_words
from .sheet_page import Line, Section, SheetKind, SheetPage

_COLUMNS = (
    "Student",
    "Grade",
    "Contacts",
    "One-to-ones",
    "They started",
    "Celebrations",
    "Pact",
    "Next review",
)


class Counted(NamedTuple):
    """One student and what is counted of them: nothing else of these records is on the page."""

    given: Given
    check_ins: Sequence[CheckIn]
    pacts: Sequence[Pact]


def staff_page(everyone: Sequence[Counted]) -> SheetPage:
    """The table of these students."""
    first = everyone[0].given
    return SheetPage(
        kind=SheetKind.STAFF,
        title="For the team",
        name=first.advisory,
        for_whom=f"{span_words(first.span)} · counts only",
        sections=(Section("", tuple(_line(*one) for one in everyone), columns=_COLUMNS),),
        foot=first.foot,
    )


def _line(given: Given, check_ins: Sequence[CheckIn], pacts: Sequence[Pact]) -> Line:
    counts = contact_counts(one for one in check_ins if given.is_in_span(one.happened_on))
    student: Student = given.student
    return Line(
        student.full_name,
        (student.id,),
        cells=(student.full_name, student.grade, *map(str, counts), *_pact_cells(main_pact(pacts))),
    )


def _pact_cells(pact: Pact | None) -> tuple[str, str]:
    """How the pact stands, and when the two review it."""
    if pact is None:
        return "none", ""
    status = ", ".join(filter(None, (pact.status.label, pact.outcome.label if pact.outcome else "")))
    return status, show_day(pact.next_review_on) if pact.next_review_on and not pact.closed_on else ""
