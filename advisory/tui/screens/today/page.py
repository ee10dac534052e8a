"""The page of Today: its lists, in one column or two, and what is left out where there is little room."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from advisory.model import CheckIn, FollowUp
from advisory.model.words import CheckInState
from advisory.rules.overview.agenda import Agenda, Presence, agenda, presence
from advisory.tui.desk import Desk
from advisory.tui.kept_drafts import KeptDraft
from advisory.tui.widgets.lists.page import DrawnLater, Page, abreast
from advisory.tui.widgets.lists.places import Grid
from advisory.tui.widgets.lists.row import Row, keys_in
from advisory.tui.widgets.text.ink import STILL, Line, Span, pad, stand_in
from advisory.tui.widgets.text.section_rule import section_rule

from .begin import BEGIN, begin_lines
from .lists import (
    birthdays_section,
    circle_section,
    drafts_section,
    jots_section,
    promises_section,
    reviews_section,
    theirs_section,
    who_next_section,
)
from .notices import notices_section
from .round import plan_section, round_section
from .section import (
    DRAFTS,
    JOTS,
    MORE,
    NEXT,
    PLAN,
    PROMISES,
    ROUND,
    THEIRS,
    Section,
    key_of,
)

LISTED = 10
"""How many rows a list shows at most until the rest is opened; that of whom to see next has its own limit."""
_SIDE_BY_SIDE = 96
_GAP = 2


class Kept(NamedTuple):
    """An item that has left its list, but is shown until the cursor leaves it: its key, student, and place in the list."""

    key: str
    student_id: str
    place: int


class Lists(NamedTuple):
    """Everything on Today before it is laid out: the lists of each column, what waits, and which lists are shown whole."""

    left: Sequence[Section]
    right: Sequence[Section]
    waiting: Agenda
    opened: Collection[str]


def today_lists(desk: Desk, drafts: Sequence[KeptDraft], cells: int, rows: int, opened: Collection[str] = ()) -> Lists:
    """The lists of Today for a width and height in cells; they hold until a record, a draft or the size changes.

    Every suggestion that is due is listed where that leaves room for the circle. `opened` names the lists to show whole
    even where not all of them fit.
    """
    caseload = desk.caseload
    waiting = agenda(caseload.summaries, caseload.today)
    half = _left_half(cells)
    circle, now = circle_section(desk, waiting), round_section(desk, is_open=ROUND in opened)
    begin = [*notices_section(desk), *begin_section(desk)]
    room = rows - _height(circle, half) - _height(now, half) - 2 - sum(_height(section, half) + 1 for section in begin)
    left = [*begin, who_next_section(desk, caseload.suggestions, room), circle, now]
    right = [
        drafts_section(desk, drafts),
        promises_section(desk, waiting.promises),
        reviews_section(desk, waiting.reviews),
        jots_section(desk, caseload.jots),
        theirs_section(desk, waiting.promises_of_others),
        *_season(desk),
        plan_section(desk),
        birthdays_section(desk, waiting.birthdays),
    ]
    return Lists(left, right, waiting, opened)


def today_page(desk: Desk, lists: Lists, kept: Kept | None, cells: int, rows: int) -> Page:
    """Lay the lists out for the width and height they were made for, in two columns if there is room.

    Every list is whole where all of them fit.
    """
    left, right = lists.left, lists.right
    half = _left_half(cells)
    if kept is not None:
        left, right = ([_with_kept(desk, section, kept) for section in column] for column in (left, right))
    right = [section for section in right if section.items or section.remark]
    is_narrow = cells < _SIDE_BY_SIDE
    beside = [*left, *right] if is_narrow else right
    if sum(_height(section, half if is_narrow else cells - half - _GAP) + 1 for section in beside) > rows + 1:
        right = [section._replace(items=_with_more(section, lists.opened)) for section in right]
    if is_narrow:
        left = [_with_count(section, lists.waiting.promises, desk.caseload.today) for section in left]
        early = [section for section in right if section.name == DRAFTS]  # the rest may be below the fold
        late = [section for section in right if section.name != DRAFTS]
        return _column([left[0], *early, *left[1:], *late], 0, 0, cells)
    return abreast(_column(left, 0, 0, half), _column(right, 1, half + _GAP, cells - half - _GAP), half + _GAP)


def _left_half(cells: int) -> int:
    """The width of the left column; the whole width where there is one column."""
    return cells if cells < _SIDE_BY_SIDE else (cells - _GAP) * 11 // 20


def _season(desk: Desk) -> list[Section]:
    """The season's list; without a plan nothing of it is needed, nor loaded at the start."""
    if not desk.caseload.defenses:
        return []
    from .season import season_section

    return [season_section(desk)]


# --- laying out ----------------------------------------------------------------------------------------------------


def _column(sections: Iterable[Section], column: int, x: int, cells: int) -> Page:
    lines: list[Line | Callable[[], Line]] = []
    grids: list[Grid] = []
    for section in sections:
        name = section.goes_with or section.name
        if section.title:
            lines += [()] if lines else []
            lines.append(section_rule(section.title, cells))
        if section.head:
            grids.append(Grid((section.head.key,), name, column, x, len(lines), cells))
            lines.append(partial(_in_a_line, (section.head,), slice(1), cells))
        items, size = section.items, section.across or cells
        in_a_line = max(1, cells // size)
        grids.append(Grid(list(keys_in(items)), name, column, x, len(lines), size, in_a_line))
        lines += [partial(_in_a_line, items, slice(at, at + in_a_line), size) for at in range(0, len(items), in_a_line)]
        if section.remark:
            lines.append((Span("  "), Span(section.remark, "muted")))
    return Page(DrawnLater(lines), grids)


def _in_a_line(items: Sequence[Row], some: slice, size: int) -> Line:
    return [span for item in items[some] for span in pad((Span("  "), *item.draw(size - 2)), size)]


def _with_kept(desk: Desk, section: Section, kept: Kept) -> Section:
    if kept.key.partition(":")[0] != section.name or kept.key in keys_in(section.items):
        return section
    why = _what_happened(desk, kept)
    items = list(section.items)
    items.insert(kept.place, Row(kept.key, lambda cells: stand_in(desk.name(kept.student_id), cells, why)))
    title = section.title if section.items or section.name != DRAFTS else "Drafts"
    return section._replace(items=items, title=title)


def _what_happened(desk: Desk, kept: Kept) -> str:
    """Why an item has left its list, as far as that is known."""
    section, _, record_id = kept.key.partition(":")
    if not desk.is_current(kept.student_id):
        return "left your caseload"
    if section in {NEXT, ROUND, PLAN}:
        is_waiting = (here := presence(desk.caseload.summary(kept.student_id))) is Presence.TO_SEE
        return STILL if is_waiting else f"{here.label} today"
    if section in {PROMISES, THEIRS} and (promise := desk.caseload.store.get(FollowUp, record_id)) is not None:
        return STILL if promise.is_open else f"promise {promise.status.label}"
    if section == JOTS and (jot := desk.caseload.store.get(CheckIn, record_id)) is not None and not jot.deleted_at:
        return STILL if jot.state is CheckInState.JOT else "note finished"
    return STILL


def _with_count(section: Section, promises: Sequence[FollowUp], today: date) -> Section:
    """Say in the heading of `Who next` how many promises are due, because their list may be below the fold."""
    if section.name != NEXT:
        return section
    count = sum(promise.due_on is not None and promise.due_on <= today for promise in promises)
    if not count:
        return section
    return section._replace(title=f"{section.title}   {count} promise{'' if count == 1 else 's'} due")


def _height(section: Section, cells: int) -> int:
    """How many lines a section takes, with its heading and its head."""
    heading = bool(section.title) + bool(section.head)
    return heading + -(-len(section.items) // max(1, cells // (section.across or cells))) + bool(section.remark)


def _with_more(section: Section, opened: Collection[str]) -> Sequence[Row]:
    """The first items and a line that opens the rest, or all of them and a line that folds them again."""
    left = len(section.items) - LISTED
    if left <= 1:  # the line that opens the rest would take the place of the last item
        return section.items
    is_open = section.name in opened
    text = "… fewer" if is_open else f"… and {left} {section.more}"
    more = Row(key_of(MORE, section.name), lambda _cells: (Span(text, "muted"),))
    return [*(section.items if is_open else section.items[:LISTED]), more]


def begin_section(desk: Desk) -> list[Section]:
    """The lines that say how to begin; none once all is there or they were put away."""
    items = [Row(key_of(BEGIN, name), draw) for name, draw in begin_lines(desk).items()]
    if not items:
        return []
    is_whole = len(items) > 1
    remark = f"{desk.key('open')} opens a line, {desk.key('put-away')} puts them away." if is_whole else ""
    return [Section(BEGIN, "To begin" if is_whole else "A new school year", items, remark)]


def first_page(desk: Desk, text: Sequence[Line], cells: int) -> Page:
    """Today while nobody is in the caseload: how to begin, and below it some text."""
    page = _column([*notices_section(desk), *begin_section(desk)], 0, 0, cells)
    return Page([*page.lines, *text], page.grids)
