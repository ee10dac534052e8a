"""The school's calendar as rows of a table, and as JSON."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.remove import CalendarRecord
from advisory.model import MeetingPattern, NoSchoolDay, Term
from advisory.model.day_order import show_date
from advisory.rules.days.hour_words import hour_words, weekday_words


class Days(Protocol):
    """Something with a first and a last day, both included."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...


def when(days: Days) -> str:
    """`Nov 26, 2026`, or `Nov 26, 2026 to Nov 27, 2026`."""
    if days.starts_on == days.ends_on:
        return show_date(days.starts_on)
    return f"{show_date(days.starts_on)} to {show_date(days.ends_on)}"


def calendar_records(caseload: Caseload) -> list[CalendarRecord]:
    """Everything in the calendar that has an id."""
    return [*_periods(caseload), *_terms(caseload), *_days_off(caseload)]


def _periods(caseload: Caseload) -> list[MeetingPattern]:
    return sorted(caseload.store.all(MeetingPattern), key=lambda pattern: (pattern.weekdays, pattern.starts))


def _terms(caseload: Caseload) -> list[Term]:
    return sorted(caseload.store.all(Term), key=lambda term: (term.starts_on, term.id))


def _days_off(caseload: Caseload) -> list[NoSchoolDay]:
    return sorted(caseload.store.all(NoSchoolDay), key=lambda days: (days.starts_on, days.id))


def rows(caseload: Caseload) -> Iterator[tuple[str, str, str, str]]:
    """A row for each record: its id, what it is, when, and its title."""
    for pattern in _periods(caseload):
        hours = hour_words(pattern.starts, pattern.ends)
        yield pattern.id, "period", f"{weekday_words(pattern.weekdays)} {hours}", ""
    for one in _terms(caseload):
        yield one.id, "term", when(one), one.title
    for days in _days_off(caseload):
        yield days.id, "no school", when(days), days.title


def objects(caseload: Caseload) -> dict[str, object]:
    """The same as JSON, with the intervals; weekdays are numbered from 0 for Monday."""
    return {
        "periods": [
            {"id": p.id, "weekdays": p.weekdays, "starts": f"{p.starts:%H:%M}", "ends": f"{p.ends:%H:%M}"}
            for p in _periods(caseload)
        ],
        "terms": [_span_object(term) for term in _terms(caseload)],
        "no_school": [_span_object(days) for days in _days_off(caseload)],
        "intervals": caseload.intervals._asdict(),
    }


def _span_object(held: Term | NoSchoolDay) -> dict[str, object]:
    return {"id": held.id, "title": held.title, "from": held.starts_on, "until": held.ends_on}
