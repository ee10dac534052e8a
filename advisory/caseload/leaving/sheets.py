"""Make the pages for others: `sheet_of` collects what may leave of the students and lays it in sections; the preview shows just that."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    MeetingPattern,
    Pact,
    Partnership,
    PlannedTalk,
    Record,
    Student,
    TransitionNote,
)
from advisory.model.words import Audience
from advisory.rules.days.school_days import Span
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.reason import Instead
from advisory.rules.names.uncovered import Uncovered
from advisory.rules.pact.party import advisor_name
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.comment import comment_page
from advisory.rules.sheet.conference import conference_page
from advisory.rules.sheet.family import family_page
from advisory.rules.sheet.given import Given
from advisory.rules.sheet.sheet_page import SheetKind, SheetPage
from advisory.rules.sheet.staff import Counted, staff_page
from advisory.rules.sheet.substitute import Hours, substitute_page
from advisory.rules.sheet.transition import transition_page

from .leaving import leaving_of

_TALKED_OVER = (CheckIn, Evidence, KnownWell, Pact, FollowUp)


class _Made(NamedTuple):
    audience: Audience
    kinds: tuple[type[Record], ...]
    """Which records it is made from."""


_MADE: Mapping[SheetKind, _Made] = {
    SheetKind.CONFERENCE: _Made(Audience.FAMILY, _TALKED_OVER),
    SheetKind.FAMILY: _Made(Audience.FAMILY, _TALKED_OVER),
    SheetKind.COMMENT: _Made(Audience.FAMILY, (CheckIn, Evidence, KnownWell, Pact, Indicator)),
    SheetKind.TRANSITION: _Made(Audience.STAFF, (*_TALKED_OVER, Partnership, TransitionNote)),
    SheetKind.SUBSTITUTE: _Made(Audience.STAFF, (CheckIn, Leave, DefensePlan, PlannedTalk)),
    SheetKind.STAFF: _Made(Audience.COUNTS, ()),
}
_OF_ONE = {
    SheetKind.CONFERENCE: conference_page,
    SheetKind.FAMILY: family_page,
    SheetKind.COMMENT: comment_page,
    SheetKind.TRANSITION: transition_page,
}
"""The pages that are about one student each; the others are one table of everybody."""
IN_ONE = frozenset(set(SheetKind) - _OF_ONE.keys())


class Sheet(NamedTuple):
    """The pages, and what leaves with them: only the records, and the covered names, that are on a page."""

    kind: SheetKind
    pages: tuple[SheetPage, ...]
    leaving: Leaving


def audience_of(kind: SheetKind) -> Audience:
    """Whom a page is for."""
    return _MADE[kind].audience


def sheet_of(
    caseload: Caseload,
    kind: SheetKind,
    student_ids: Sequence[str],
    uncovered: Uncovered,
    *,
    span: Span | None = None,
    included: Collection[str] = frozenset(),
    instead: Instead = Instead.STAND_IN,
) -> Sheet:
    """The page of each of these students, or one table of all. Without a span, about the term so far; a substitute's, about today.

    `included` are ids of records that would stay, asked for on purpose. Refuses an empty list of students and a span that
    ends before it begins.
    """
    if not student_ids:
        raise Refusal("There is nobody to make a page about. Name a student.")
    days = span or usual_span(caseload, kind)
    if days.ends_on < days.starts_on:
        raise Refusal("The last day is before the first. Give the days in order.")
    made = _MADE[kind]
    leaving = leaving_of(
        caseload,
        student_ids,
        made.audience,
        uncovered,
        kinds=made.kinds,
        span=days,
        included=included,
        instead=instead,
    )
    given = _given(caseload, leaving, days)
    return _with_what_is_on_it(Sheet(kind, _pages(caseload, kind, given), leaving))


def usual_span(caseload: Caseload, kind: SheetKind) -> Span:
    """The days a page is about unless others are asked for: the term so far; for a substitute, today."""
    today = caseload.today
    return (
        Span(today, today) if kind is SheetKind.SUBSTITUTE else Span(caseload.calendar.term_at(today).starts_on, today)
    )


def asked_span(caseload: Caseload, kind: SheetKind, first: str, last: str, *, day_first: bool) -> Span | None:
    """The days that were typed, read as past days; for a substitute, one day that is today or later. None if none were typed."""
    from advisory.rules.days.day_words import read_day

    def read(text: str) -> date:
        return read_day(text, caseload.today, past=kind is not SheetKind.SUBSTITUTE, day_first=day_first)

    if not (first.strip() or last.strip()):
        return None
    if kind is SheetKind.SUBSTITUTE:
        day = read(first.strip() or last)
        return Span(day, day)
    usual = usual_span(caseload, kind)
    return Span(read(first) if first.strip() else usual.starts_on, read(last) if last.strip() else usual.ends_on)


def _given(caseload: Caseload, leaving: Leaving, span: Span) -> list[Given]:
    """What there is of each student, in the order in which they were named."""
    advisor = advisor_name(caseload.pacts)
    return [
        Given(
            student=one.student,
            records=one.records,
            rated=one.rated,
            span=span,
            today=caseload.today,
            calendar=caseload.calendar,
            advisor_name=advisor,
        )
        for one in leaving.by_student
    ]


def _pages(caseload: Caseload, kind: SheetKind, given: list[Given]) -> tuple[SheetPage, ...]:
    store = caseload.store
    if kind is SheetKind.STAFF:
        counted = (
            Counted(one, store.check_ins_of(one.student.id), store.of_student(Pact, one.student.id)) for one in given
        )
        return (staff_page(list(counted)),)
    if kind is SheetKind.SUBSTITUTE:
        day = given[0].span.starts_on
        patterns = [one for one in store.all(MeetingPattern) if day.weekday() in one.weekdays]
        return (substitute_page(given, [Hours(one.starts, one.ends) for one in patterns]),)
    return tuple(map(_OF_ONE[kind], given))


def _with_what_is_on_it(sheet: Sheet) -> Sheet:
    """The sheet with its `leaving` cut down to what is on its pages, which have room for only part of what was collected."""
    rows = {row for page in sheet.pages for line in page.lines for row in line.rows}
    leaving = sheet.leaving
    narrowed = leaving._replace(
        records=tuple(one for one in leaving.records if one.id in rows or isinstance(one, Student)),
        rated=tuple(one for one in leaving.rated if one.record_id in rows),
        included=tuple(one for one in leaving.included if one in rows),
        names=tuple(one for one in leaving.names if one.record_id in rows),
    )
    return sheet._replace(leaving=narrowed)
