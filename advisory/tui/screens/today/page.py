"""The lists of Today: who is next, the circle, and what waits for the advisor. Of the notes only jots and drafts show their text."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from advisory.caseload.group import promised_to
from advisory.model import CheckIn, FollowUp, Pact, glyphs
from advisory.model.day_order import show_day
from advisory.model.words import CheckInState, Party
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.days.term_words import uncovered_words
from advisory.rules.next.suggestion import Reason, Suggestion, reason_words
from advisory.rules.overview.agenda import Agenda, Birthday, Presence, agenda, nobody_next, presence
from advisory.rules.overview.summary import Summary
from advisory.rules.pact.end import PASSED, is_past_end
from advisory.tui.desk import Desk
from advisory.tui.kept_drafts import KeptDraft, first_words
from advisory.tui.prose import cut, cut_name, day, due, width
from advisory.tui.widgets.lists.page import Page, Place, abreast
from advisory.tui.widgets.text.ink import STILL, Line, Span, name_cell, pad, stand_in
from advisory.tui.widgets.text.section_rule import section_rule

from .begin import BEGIN, begin_lines
from .notices import notices_section
from .round import plan_section, round_section
from .season import season_section
from .section import (
    BIRTHDAYS,
    CIRCLE,
    DRAFTS,
    JOTS,
    MORE,
    NEXT,
    PLAN,
    PROMISES,
    REVIEWS,
    ROUND,
    SHORTS,
    THEIRS,
    Item,
    Section,
    facts,
    key_of,
)

SUGGESTED, LISTED = 5, 10
"""How many rows `Who next` shows at least, and the other lists at most until the rest is opened."""
_SIDE_BY_SIDE = 96
_NAMES = 22
_GAP = 2
_MARKS = {
    Presence.SEEN: glyphs.ONE_TO_ONE + glyphs.CONTACT,
    Presence.TO_SEE: glyphs.NOTHING,  # or that of an attempt
    Presence.NOT_HERE: glyphs.AWAY,
}
"""Presence → the marks it may have in the circle: that of today, as in the contact strip."""
_LOOKS = {Presence.SEEN: "good", Presence.TO_SEE: "accent", Presence.NOT_HERE: "muted"}
_ABOUT_SOON = 3
_LEAST_WORDS = 8
"""A draft's first words are shown in at least this many cells, or not at all."""


class Kept(NamedTuple):
    """An item that has left its list, but is shown until the cursor leaves it: its key, student, and place in the list."""

    key: str
    student_id: str
    place: int


def today_page(
    desk: Desk,
    drafts: Sequence[KeptDraft],
    kept: Kept | None,
    cells: int,
    rows: int,
    opened: Collection[str] = (),
) -> Page:
    """Lay out everything on Today for a width and height in cells, in two columns if there is room.

    Every suggestion that is due is shown where that leaves room for the circle, and every list is whole where all of them
    fit. `opened` names the lists shown whole anyway.
    """
    caseload = desk.caseload
    waiting = agenda(caseload.summaries, caseload.today)
    half = cells if cells < _SIDE_BY_SIDE else (cells - _GAP) * 11 // 20
    circle, now = _circle(desk, waiting), round_section(desk, is_open=ROUND in opened)
    right = [_promises(desk, waiting.promises), _reviews(desk, waiting.reviews), _jots(desk, caseload.jots)]
    right.append(_theirs(desk, waiting.promises_of_others))
    right = [
        _drafts(desk, drafts),
        *right,
        season_section(desk),
        plan_section(desk),
        _birthdays(desk, waiting.birthdays),
    ]
    begin = [*notices_section(desk), *begin_section(desk)]
    room = rows - _height(circle, half) - _height(now, half) - 2 - sum(_height(section, half) + 1 for section in begin)
    left = [*begin, _who_next(desk, caseload.suggestions, room), circle, now]
    if kept is not None:
        left, right = ([_with_kept(desk, section, kept) for section in column] for column in (left, right))
    right = [section for section in right if section.items or section.remark]
    is_narrow = cells < _SIDE_BY_SIDE
    beside = [*left, *right] if is_narrow else right
    if sum(_height(section, half if is_narrow else cells - half - _GAP) + 1 for section in beside) > rows + 1:
        right = [section._replace(items=_with_more(section, opened)) for section in right]
    if is_narrow:
        left = [_with_count(section, waiting.promises, caseload.today) for section in left]
        early = [section for section in right if section.name == DRAFTS]  # the rest may be below the fold
        late = [section for section in right if section.name != DRAFTS]
        return _column([left[0], *early, *left[1:], *late], 0, 0, cells)
    return abreast(_column(left, 0, 0, half), _column(right, 1, half + _GAP, cells - half - _GAP), half + _GAP)


# --- laying out ----------------------------------------------------------------------------------------------------


def _column(sections: Iterable[Section], column: int, x: int, cells: int) -> Page:
    lines: list[Line] = []
    places: list[Place] = []
    for section in sections:
        name = section.goes_with or section.name
        if section.title:
            lines += [()] if lines else []
            lines.append(section_rule(section.title, cells))
        if section.head:
            places.append(Place(section.head.key, name, column, x, len(lines), cells))
            lines.append([Span("  "), *section.head.draw(cells - 2)])
        size = section.across or cells
        in_a_line = max(1, cells // size)
        for at in range(0, len(section.items), in_a_line):
            row: list[Span] = []
            for nth, item in enumerate(section.items[at : at + in_a_line]):
                places.append(Place(item.key, name, column, x + nth * size, len(lines), size))
                row += pad((Span("  "), *item.draw(size - 2)), size)
            lines.append(row)
        if section.remark:
            lines.append((Span("  "), Span(section.remark, "muted")))
    return Page(lines, places)


def _with_kept(desk: Desk, section: Section, kept: Kept) -> Section:
    if kept.key.partition(":")[0] != section.name or any(item.key == kept.key for item in section.items):
        return section
    why = _what_happened(desk, kept)
    items = list(section.items)
    items.insert(kept.place, Item(kept.key, lambda cells: stand_in(desk.name(kept.student_id), cells, why)))
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
    count = sum(promise.due_on is not None and promise.due_on <= today for promise in promises)
    if section.name != NEXT or not count:
        return section
    return section._replace(title=f"{section.title}   {count} promise{'' if count == 1 else 's'} due")


def _height(section: Section, cells: int) -> int:
    """How many lines a section takes, with its heading and its head."""
    heading = bool(section.title) + bool(section.head)
    return heading + -(-len(section.items) // max(1, cells // (section.across or cells))) + bool(section.remark)


def _with_more(section: Section, opened: Collection[str]) -> Sequence[Item]:
    """The first items and a line that opens the rest, or all of them and a line that folds them again."""
    left = len(section.items) - LISTED
    if left <= 1:  # the line that opens the rest would take the place of the last item
        return section.items
    is_open = section.name in opened
    text = "… fewer" if is_open else f"… and {left} {section.more}"
    more = Item(key_of(MORE, section.name), lambda _cells: (Span(text, "muted"),))
    return [*(section.items if is_open else section.items[:LISTED]), more]


def begin_section(desk: Desk) -> list[Section]:
    """The lines that say how to begin; none once all is there or they were put away."""
    items = [Item(key_of(BEGIN, name), draw) for name, draw in begin_lines(desk).items()]
    if not items:
        return []
    is_whole = len(items) > 1
    remark = f"{desk.key('open')} opens a line, {desk.key('put-away')} puts them away." if is_whole else ""
    return [Section(BEGIN, "To begin" if is_whole else "A new school year", items, remark)]


def first_page(desk: Desk, text: Sequence[Line], cells: int) -> Page:
    """Today while nobody is in the caseload: how to begin, and below it some text."""
    page = _column([*notices_section(desk), *begin_section(desk)], 0, 0, cells)
    return Page([*page.lines, *text], page.places)


# --- the lists -----------------------------------------------------------------------------------------------------


def _who_next(desk: Desk, suggestions: Sequence[Suggestion], room: int) -> Section:
    """The next students: as many as are due and fit in so many lines, but some at least."""
    are_due = sum(one.reason is not Reason.ROUTINE for one in suggestions)

    def draw(suggestion: Suggestion) -> Callable[[int], Line]:
        def line(cells: int) -> Line:
            names = min(_NAMES, cells * 2 // 5)
            why = reason_words(suggestion, desk.caseload.today, desk.prose.note)
            return (name_cell(desk.name(suggestion.student_id), names), Span(cut(why, cells - names)))

        return line

    items = [Item(key_of(NEXT, one.student_id), draw(one)) for one in suggestions[: max(SUGGESTED, min(are_due, room))]]
    counted = uncovered_words(desk.caseload.calendar, desk.caseload.today)
    is_summer = desk.caseload.calendar.is_summer(desk.caseload.today)
    return Section(NEXT, "Who next", items, counted if items or is_summer else nobody_next(desk.caseload.summaries))


def _circle(desk: Desk, waiting: Agenda) -> Section:
    def draw(student_id: str, presence: Presence) -> Callable[[int], Line]:
        mark = _mark_of_today(desk.caseload.summary(student_id), presence)
        return lambda cells: (Span(f"{mark} ", _LOOKS[presence]), Span(cut_name(desk.short(student_id), cells - 3)))

    items = [Item(key_of(CIRCLE, one), draw(one, presence)) for one, presence in waiting.circle]
    counts = "   ".join(
        f"{marks} {presence.label} {sum(one is presence for _, one in waiting.circle)}"
        for presence, marks in _MARKS.items()
    )
    longest = max((width(desk.short(one)) for one, _ in waiting.circle), default=0)
    return Section(CIRCLE, f"The circle   {counts}", items, across=min(24, max(SHORTS, longest + 5)))


def _mark_of_today(line: Summary, presence: Presence) -> str:
    if presence is Presence.SEEN:
        return glyphs.ONE_TO_ONE if line.one_to_one.last_on == line.as_of else glyphs.CONTACT
    is_tried = presence is Presence.TO_SEE and line.today is DayCell.ATTEMPT
    return glyphs.ATTEMPT if is_tried else _MARKS[presence]


def _drafts(desk: Desk, drafts: Sequence[KeptDraft]) -> Section:
    """What was typed and not saved: what it is, and its first words."""

    def draw(draft: KeptDraft) -> Callable[[int], Line]:
        kept = desk.unsaved.kept_at(draft.form, draft.about)
        when = day(kept.astimezone().date(), desk.caseload.today) if kept else ""
        name = desk.short(draft.student_id) if draft.student_id else ""
        words = first_words(desk, draft)

        def line(cells: int) -> Line:
            room = cells - 2 - min(SHORTS, cells // 3) - width(f"{draft.what}: “”") - width(when) - 2
            what = f"{draft.what}: “{cut(words, room)}”" if words and room >= _LEAST_WORDS else draft.what
            return facts(glyphs.BEGUN, name, what, when, cells)

        return line

    items = [Item(key_of(DRAFTS, f"{one.form}:{one.about}"), draw(one)) for one in drafts]
    keys = f"{desk.key('open')} picks it up, {desk.key('discard-draft')} discards it"
    title = f"{glyphs.BEGUN} {len(drafts)} draft{'' if len(drafts) == 1 else 's'}, not saved yet"
    return Section(DRAFTS, title, items, keys if items else "")


def _promises(desk: Desk, promises: Sequence[FollowUp]) -> Section:
    today = desk.caseload.today

    def draw(promise: FollowUp) -> Callable[[int], Line]:
        late = promise.due_on is not None and promise.due_on <= today
        whom = promised_to(desk.caseload, promise, desk.short(promise.student))
        return lambda cells: facts(
            glyphs.OPEN,
            whom,
            desk.prose.note(promise.text),
            due(promise.due_on, today),
            cells,
            late=late,
        )

    items = [Item(key_of(PROMISES, one.id), draw(one)) for one in promises]
    none = f"None open. Press {desk.key('promise')} on a student to make one."
    return Section(PROMISES, "Your promises", items, "" if items else none, more="later")


def _theirs(desk: Desk, promises: Sequence[FollowUp]) -> Section:
    """What students, families and staff promised: apart from the advisor's own, and never in the look of what is due."""
    today = desk.caseload.today

    def draw(promise: FollowUp) -> Callable[[int], Line]:
        whose = "" if promise.owner is Party.STUDENT else f"{promise.owner.label}: "
        what = f"{whose}{desk.prose.note(promise.text)}"
        return lambda cells: facts(glyphs.OPEN, desk.short(promise.student), what, due(promise.due_on, today), cells)

    items = [Item(key_of(THEIRS, one.id), draw(one)) for one in promises]
    return Section(THEIRS, "Promised by others", items, more="later")


def _reviews(desk: Desk, pacts: Sequence[Pact]) -> Section:
    def draw(pact: Pact) -> Callable[[int], Line]:
        return lambda cells: facts(
            glyphs.REVIEW,
            desk.short(pact.student),
            desk.prose.note(pact.called),
            _waiting(desk, pact),
            cells,
            late=True,
        )

    items = [Item(key_of(REVIEWS, one.id), draw(one)) for one in pacts]
    return Section(REVIEWS, "Reviews waiting", items)


def _waiting(desk: Desk, pact: Pact) -> str:
    today, since = desk.caseload.today, pact.next_review_on or desk.caseload.today
    if is_past_end(pact, today):
        return PASSED
    days = desk.caseload.calendar.days_between(since, today)
    return f"waiting {days} d" if days else "today"


def _jots(desk: Desk, jots: Sequence[CheckIn]) -> Section:
    today = desk.caseload.today

    def text(jot: CheckIn) -> str:
        is_hidden = desk.prose.is_shaded or desk.keeps_back(jot)
        return jot.kind.label if is_hidden else desk.prose.note(jot.line) or jot.kind.label

    def draw(jot: CheckIn) -> Callable[[int], Line]:
        return lambda cells: facts(glyphs.BEGUN, desk.short(jot.student), text(jot), day(jot.happened_on, today), cells)

    items = [Item(key_of(JOTS, one.id), draw(one)) for one in jots]
    return Section(JOTS, "To finish", items)


def _birthdays(desk: Desk, birthdays: Sequence[Birthday]) -> Section:
    def draw(one: Birthday) -> Callable[[int], Line]:
        return lambda cells: facts(
            glyphs.BIRTHDAY, desk.short(one.student.id), "", _day_and_date(one.on, desk.caseload.today), cells
        )

    items = [Item(key_of(BIRTHDAYS, one.student.id), draw(one)) for one in birthdays]
    return Section(BIRTHDAYS, "Birthdays", items)


def _day_and_date(value: date, today: date) -> str:
    near = day(value, today)
    return near if value == today or len(near) > _ABOUT_SOON else show_day(value, weekday=True)
