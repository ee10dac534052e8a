"""The rows of the settings, from top to bottom."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

from advisory.model import Intervals, MeetingPattern, NoSchoolDay, Term
from advisory.rules.days.hour_words import hour_words, weekday_words
from advisory.rules.days.school_days import FIRST_MONTH, school_year
from advisory.rules.days.term_words import uncovered_words
from advisory.tui.commands.settings.row_keys import (
    COLLAPSE_PRIVATE,
    DAY_FIRST,
    IDLE_SHADE,
    KEYS,
    OWN_LINE,
    STARTS_SHADED,
    THEME,
    YEAR_END,
)
from advisory.tui.desk import Desk
from advisory.tui.prose import safe
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell
from advisory.tui.words.span import span_words

from .milestones import milestone_rows
from .signs import sign_rows

Spans = TypeVar("Spans", Term, NoSchoolDay)
_LABEL, _ROOMY = 28, 74
_DAY = timedelta(days=1)


def settings_rows(desk: Desk, theme: str) -> list[Row]:
    """All rows. `theme` is the id of the current theme."""
    return [
        *_periods(desk),
        *_terms(desk),
        *_days_off(desk),
        *_intervals(desk),
        *_program(desk, theme),
        *_signs(desk),
        *_milestones(desk),
    ]


def _row(key: str, label: str, value: str, *, more: str = "", narrow: int = _LABEL) -> Row:
    """A label and a value. `narrow` is the width of the label when there is little room."""

    def draw(cells: int) -> Line:
        size = _LABEL if cells >= _ROOMY else narrow
        return (cell(label, size), Span(value), Span(f"  {more}" if more else "", "muted"))

    return Row(key, draw)


def _message(key: str, text: str) -> Row:
    return text_row(Span(text, "muted"), key=key)


def _periods(desk: Desk) -> Iterator[Row]:
    yield section_heading("The advisory period")[-1]  # without the blank row
    patterns = sorted(desk.caseload.store.all(MeetingPattern), key=lambda pattern: (pattern.weekdays, pattern.starts))
    for pattern in patterns:
        yield _row(pattern.id, weekday_words(pattern.weekdays), hour_words(pattern.starts, pattern.ends))
    if not patterns:
        yield _message(
            MeetingPattern.table,
            f"Not set. {desk.key('add-to-calendar')} adds the weekdays and hours when it meets.",
        )


def _terms(desk: Desk) -> Iterator[Row]:
    yield from section_heading("Terms")
    calendar, today = desk.caseload.calendar, desk.caseload.today
    terms = _since_this_year(desk.caseload.store.all(Term), today)
    for term in terms:
        days = calendar.days_between(term.starts_on - _DAY, term.ends_on)
        span = span_words(term.starts_on, term.ends_on, today)
        yield _row(term.id, safe(term.title), span, more=f"{days} school day{'' if days == 1 else 's'}", narrow=16)
    words = uncovered_words(calendar, today)
    if terms and words:
        yield _message("", f"{words} {desk.key('add-to-calendar')} adds one.")
    if not terms:
        none = words or "None this year: Monday to Friday count."
        yield _message(Term.table, f"{none} {desk.key('add-to-calendar')} adds one.")
    yield _row(YEAR_END, "The end of the year", "who leaves, what is kept, the new year", narrow=22)


def _days_off(desk: Desk) -> Iterator[Row]:
    yield from section_heading("Days without school")
    every, today = desk.caseload.store.all(NoSchoolDay), desk.caseload.today
    days = _since_this_year(every, today)
    for off in days:
        yield _row(off.id, span_words(off.starts_on, off.ends_on, today), safe(off.title))
    if not days:
        add, read = desk.key("add-to-calendar"), desk.key("import-days-off")
        yield _message(NoSchoolDay.table, f"None this year. {add} adds some, {read} reads a .ics file.")
    if len(every) > len(days):
        yield _message("", f"and {len(every) - len(days)} of earlier school years")


def _intervals(desk: Desk) -> Iterator[Row]:
    yield from section_heading("Intervals between one-to-ones")
    usual = desk.caseload.intervals
    days = f"{usual.contact_every} school days, {usual.focal_contact_every} when focal"
    yield _row(Intervals.table, "Everyone is due after", days)
    own_line = desk.configuration.settings.own_line
    yield _row(
        OWN_LINE, "Own line in a group counts", own_line.label if own_line else "as the entry does, until you say"
    )


def _signs(desk: Desk) -> Iterator[Row]:
    yield from section_heading("Signs of the partnership")
    yield from sign_rows(desk)


def _milestones(desk: Desk) -> Iterator[Row]:
    yield from section_heading("Milestones of the defense season")
    yield from milestone_rows(desk)


def _program(desk: Desk, theme: str) -> Iterator[Row]:
    yield from section_heading("The program")
    settings = desk.configuration.settings
    idle = settings.idle_shade
    yield _row(
        DAY_FIRST,
        "Dates are written",
        "day first, 30 Nov or 30/11" if settings.day_first else "month first, Nov 30 or 11/30",
    )
    yield _row(STARTS_SHADED, "At the start", "names are hidden" if settings.starts_shaded else "names are shown")
    private = f"collapsed until {desk.key('private-notes')}" if settings.collapses_private else "shown"
    yield _row(COLLAPSE_PRIVATE, "Private notes", private)
    yield _row(IDLE_SHADE, "Hide when idle", f"after {idle} minute{'' if idle == 1 else 's'}" if idle else "never")
    yield _row(KEYS, "Keys", f"{len(desk.keys)} of your own" if desk.keys else "the usual ones")
    yield _row(THEME, "Theme", theme.removeprefix("advisory-"))


def _since_this_year(held: list[Spans], today: date) -> list[Spans]:
    """The records of this school year and later ones, in order."""
    first = date(school_year(today), FIRST_MONTH, 1)
    return sorted((one for one in held if one.ends_on >= first), key=lambda one: (one.starts_on, one.id))
