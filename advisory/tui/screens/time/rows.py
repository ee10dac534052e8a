"""The rows of the time screen: a student a line with a bar and numbers, what the columns mean, and the weeks in a chart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from advisory.model import glyphs
from advisory.rules.overview.time_given import Given, TimeGiven, minutes_words, since_words, spread_words
from advisory.rules.overview.week_review import monday_of
from advisory.tui.desk import Desk
from advisory.tui.prose import day, width, wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, name_cell
from advisory.tui.widgets.text.week_chart import Series, week_chart
from advisory.tui.words.round import round_words_in_full

ONE_TO_ONE = Series("one-to-one", Span(glyphs.ONE_TO_ONE, "accent"))
OTHER_CONTACT = Series("another contact", Span(glyphs.CONTACT))
NEITHER = Series("neither", Span(glyphs.NOTHING, "muted"))
SERIES = (ONE_TO_ONE, OTHER_CONTACT, NEITHER)
"""What a student got in a week, the lowest of the chart first. The marks are those of the contact strip."""
_LOWEST, _USUAL, _HIGHEST = 5, 8, 11
"""The rows of students in the chart: the least and the most if all of it fits below the list, otherwise the usual number."""
_AXIS = 3
"""The lines below them."""
_ROOMY, _WIDE = 70, 100
"""From these widths, in cells, the columns are wider, and then have their whole headings."""


class _Column(NamedTuple):
    """A column of numbers: its heading, a short one of three letters, what the legend says, and what stands in it."""

    heading: str
    short: str
    meaning: str
    text: Callable[[Given], str]


_COLUMNS = (
    _Column("1:1", "1:1", "", lambda one: str(one.one_to_ones)),
    _Column("Contacts", "All", "All: every contact, with the one-to-ones", lambda one: str(one.contacts)),
    _Column("Minutes", "Min", "Min: minutes where known, + if some were not timed", minutes_words),
    _Column("You", "You", "You, Stu: who began it", lambda one: str(one.by_advisor)),
    _Column("Student", "Stu", "", lambda one: str(one.by_student)),
    _Column("Celebrate", "Cel", "Cel, Con: notes that celebrate, or show concern", lambda one: str(one.celebrations)),
    _Column("Concern", "Con", "", lambda one: str(one.concerns)),
    _Column("Tried", "Try", "Try: tried, not reached", lambda one: str(one.attempts)),
)
_MINUTES = [column.short for column in _COLUMNS].index("Min")


def time_rows(desk: Desk, given: TimeGiven, cells: int, height: int) -> list[Row]:
    """All rows, for a list this wide and high. A student's row has the student's id as its key."""
    rows = list(_students(desk, given, cells))
    if not given.students:
        return rows
    rows += section_heading("How many students got what, each school week")
    today, room = desk.caseload.today, height - len(rows) - _AXIS
    now = "this week" if given.weeks and given.weeks[-1].monday == monday_of(today) else "the last week"
    chart = week_chart(given.weeks, SERIES, cells, min(room, _HIGHEST) if room >= _LOWEST else _USUAL, now=now)
    return [*rows, *(text_row(*line) for line in chart)]


def _students(desk: Desk, given: TimeGiven, cells: int) -> Iterator[Row]:
    """The sentences, a row for each student, and the legend."""
    for line in wrap(spread_words(given), cells):
        yield text_row(Span(line, "strong"))
    for line in wrap(since_words(given, day(given.since, desk.caseload.today)), cells):
        yield text_row(Span(line, "muted"))
    if not given.students:
        return
    for line in wrap(round_words_in_full(desk), cells):
        yield text_row(Span(line, "muted"))
    yield Row("", _heading)
    most = max(one.contacts for one in given.students)
    for one in given.students:
        yield _student(desk, one, most)
    notes = [_legend(cells, most), *filter(None, (_explanation(desk, one, most, cells) for one in given.students))]
    for line in wrap(" · ".join(notes), cells):
        yield text_row(Span(line, "muted"))


def _explanation(desk: Desk, one: Given, most: int, cells: int) -> str:
    """What explains a short bar, with the name, if it doesn't fit after the bar."""
    _, bar, _ = _widths(cells)
    why = _why_short(one, desk.caseload.today)
    return f"{desk.short(one.student_id)} {why}" if why and not _fits(why, one, most, bar) else ""


def _fits(why: str, one: Given, most: int, bar: int) -> bool:
    return width(why) + 1 <= bar - bar_lengths(one, most, bar)[1]


def _legend(cells: int, most: int) -> str:
    bar = f"{ONE_TO_ONE.fill.text} {ONE_TO_ONE.label}  {OTHER_CONTACT.fill.text} {OTHER_CONTACT.label}"
    if most > _widths(cells)[1]:
        bar += ", to scale"
    if cells < _WIDE:
        return " · ".join([bar, *(column.meaning for column in _COLUMNS if column.meaning)])
    return f"{bar} · You, Student: who began it · + if some contacts were not timed"


def _widths(cells: int) -> tuple[int, int, list[int]]:
    """The width of the name, the bar, and each column of numbers."""
    if cells >= _WIDE:
        columns = [max(5, len(one.heading) + 2) for one in _COLUMNS]
    else:
        columns = [5 if cells >= _ROOMY else 4] * len(_COLUMNS)
        columns[_MINUTES] += 1  # for its +
    rest = cells - sum(columns)
    name = min(26, max(12, rest * 3 // 5))
    return name, max(0, rest - name), columns


def _heading(cells: int) -> Line:
    name, bar, columns = _widths(cells)
    headings = [one.heading if cells >= _WIDE else one.short for one in _COLUMNS]
    return (Span(" " * (name + bar)), Span(_numbers(headings, columns), "heading"))


def _student(desk: Desk, one: Given, most: int) -> Row:
    def draw(cells: int) -> Line:
        name, bar, columns = _widths(cells)
        numbers = _numbers([each.text(one) for each in _COLUMNS], columns)
        return (name_cell(desk.name(one.student_id), name), *_bar(desk, one, most, bar), Span(numbers))

    return Row(one.student_id, draw)


def _numbers(texts: Iterable[str], columns: Sequence[int]) -> str:
    """Numbers, or their headings, at the right of their columns."""
    return "".join(f"{text:>{column}}" for text, column in zip(texts, columns, strict=True))


def _bar(desk: Desk, one: Given, most: int, cells: int) -> Sequence[Span]:
    """The one-to-ones and the other contacts as a bar; after it, what explains a short one: leave, or coming later."""
    first, both = bar_lengths(one, most, cells)
    spans = [Span(ONE_TO_ONE.fill.text * first, ONE_TO_ONE.fill.look), Span(OTHER_CONTACT.fill.text * (both - first))]
    why = _why_short(one, desk.caseload.today)
    told = f" {why}" if why and _fits(why, one, most, cells) else ""
    return (*spans, Span(told.ljust(cells - both), "muted"))


def bar_lengths(one: Given, most: int, cells: int) -> tuple[int, int]:
    """The cells of the one-to-ones, and of all contacts: a cell each if there is room for `most`, otherwise to scale."""
    both = max(one.contacts, one.one_to_ones)
    most = max(1, most, both)

    def cells_of(count: int) -> int:
        return min(count, cells) if most <= cells else min(cells, max(bool(count), count * cells // most))

    return cells_of(one.one_to_ones), cells_of(both)


def _why_short(one: Given, today: date) -> str:
    if one.on_leave:
        return "on leave"
    return f"since {day(one.since, today)}" if one.came_later else ""
