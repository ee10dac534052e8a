"""The lists of Today: who is next, the circle, and what waits for the advisor. Of the notes only jots and drafts show their text."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from advisory.caseload.group import promised_to
from advisory.model import CheckIn, FollowUp, Pact, glyphs
from advisory.model.day_order import show_day
from advisory.model.words import Party
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.days.term_words import uncovered_words
from advisory.rules.next.suggestion import Reason, Suggestion, reason_words
from advisory.rules.overview.agenda import Agenda, Birthday, Presence, nobody_next
from advisory.rules.overview.summary import Summary
from advisory.rules.pact.end import PASSED, is_past_end
from advisory.tui.desk import Desk
from advisory.tui.kept_drafts import KeptDraft, first_words
from advisory.tui.prose import cut, cut_name, day, due, width
from advisory.tui.widgets.lists.row import RowsOf
from advisory.tui.widgets.text.ink import Line, Span, name_cell

from .section import (
    BIRTHDAYS,
    CIRCLE,
    DRAFTS,
    JOTS,
    NEXT,
    PROMISES,
    REVIEWS,
    SHORTS,
    THEIRS,
    Section,
    facts,
    key_of,
    size_across,
)

SUGGESTED = 5
"""How many rows `Who next` shows at least."""
_NAMES = 22
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


def who_next_section(desk: Desk, suggestions: Sequence[Suggestion], room: int) -> Section:
    """The next students: as many as are due and fit in `room` lines, but always some."""
    are_due = sum(one.reason is not Reason.ROUTINE for one in suggestions)

    def draw(suggestion: Suggestion) -> Callable[[int], Line]:
        def line(cells: int) -> Line:
            names = min(_NAMES, cells * 2 // 5)
            why = reason_words(suggestion, desk.caseload.today, desk.prose.note)
            return (name_cell(desk.name(suggestion.student_id), names), Span(cut(why, cells - names)))

        return line

    shown = suggestions[: max(SUGGESTED, min(are_due, room))]
    items = RowsOf(shown, draw, lambda one: key_of(NEXT, one.student_id))
    counted = uncovered_words(desk.caseload.calendar, desk.caseload.today)
    is_summer = desk.caseload.calendar.is_summer(desk.caseload.today)
    return Section(NEXT, "Who next", items, counted if items or is_summer else nobody_next(desk.caseload.summaries))


def circle_section(desk: Desk, waiting: Agenda) -> Section:
    """Everybody, in the order of the summaries, which is that of the circle."""
    presence_of = dict(waiting.circle)

    def draw(line: Summary) -> Callable[[int], Line]:
        presence = presence_of[line.student.id]
        return lambda cells: (
            Span(f"{_mark_of_today(line, presence)} ", _LOOKS[presence]),
            Span(cut_name(desk.short(line.student.id), cells - 3)),
        )

    items = RowsOf(desk.caseload.summaries, draw, lambda one: key_of(CIRCLE, one.student.id))
    counted = Counter(presence_of.values())
    counts = "   ".join(f"{marks} {presence.label} {counted[presence]}" for presence, marks in _MARKS.items())
    names = (desk.prose.name(line.student, line.short) for line in desk.caseload.summaries)
    return Section(CIRCLE, f"The circle   {counts}", items, across=size_across(names))


def _mark_of_today(line: Summary, presence: Presence) -> str:
    if presence is Presence.SEEN:
        return glyphs.ONE_TO_ONE if line.one_to_one.last_on == line.as_of else glyphs.CONTACT
    is_tried = presence is Presence.TO_SEE and line.today is DayCell.ATTEMPT
    return glyphs.ATTEMPT if is_tried else _MARKS[presence]


def drafts_section(desk: Desk, drafts: Sequence[KeptDraft]) -> Section:
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

    items = RowsOf(drafts, draw, lambda one: key_of(DRAFTS, f"{one.form}:{one.about}"))
    keys = f"{desk.key('open')} picks it up, {desk.key('discard-draft')} discards it"
    title = f"{glyphs.BEGUN} {len(drafts)} draft{'' if len(drafts) == 1 else 's'}, not saved yet"
    return Section(DRAFTS, title, items, keys if items else "")


def promises_section(desk: Desk, promises: Sequence[FollowUp]) -> Section:
    today = desk.caseload.today

    def draw(promise: FollowUp) -> Callable[[int], Line]:
        late = promise.due_on is not None and promise.due_on <= today
        return lambda cells: facts(
            glyphs.OPEN,
            promised_to(desk.caseload, promise, desk.short(promise.student)),
            desk.prose.note(promise.text),
            due(promise.due_on, today),
            cells,
            late=late,
        )

    items = RowsOf(promises, draw, lambda one: key_of(PROMISES, one.id))
    none = f"None open. Press {desk.key('promise')} on a student to make one."
    return Section(PROMISES, "Your promises", items, "" if items else none, more="later")


def theirs_section(desk: Desk, promises: Sequence[FollowUp]) -> Section:
    """What students, families and staff promised: apart from the advisor's own, and never in the look of what is due."""
    today = desk.caseload.today

    def draw(promise: FollowUp) -> Callable[[int], Line]:
        whose = "" if promise.owner is Party.STUDENT else f"{promise.owner.label}: "
        what = f"{whose}{desk.prose.note(promise.text)}"
        return lambda cells: facts(glyphs.OPEN, desk.short(promise.student), what, due(promise.due_on, today), cells)

    items = RowsOf(promises, draw, lambda one: key_of(THEIRS, one.id))
    return Section(THEIRS, "Promised by others", items, more="later")


def reviews_section(desk: Desk, pacts: Sequence[Pact]) -> Section:
    def draw(pact: Pact) -> Callable[[int], Line]:
        return lambda cells: facts(
            glyphs.REVIEW,
            desk.short(pact.student),
            desk.prose.note(pact.called),
            _waiting(desk, pact),
            cells,
            late=True,
        )

    items = RowsOf(pacts, draw, lambda one: key_of(REVIEWS, one.id))
    return Section(REVIEWS, "Reviews waiting", items)


def _waiting(desk: Desk, pact: Pact) -> str:
    today, since = desk.caseload.today, pact.next_review_on or desk.caseload.today
    if is_past_end(pact, today):
        return PASSED
    days = desk.caseload.calendar.days_between(since, today)
    return f"waiting {days} d" if days else "today"


def jots_section(desk: Desk, jots: Sequence[CheckIn]) -> Section:
    today = desk.caseload.today

    def text(jot: CheckIn) -> str:
        is_hidden = desk.prose.is_shaded or desk.keeps_back(jot)
        return jot.kind.label if is_hidden else desk.prose.note(jot.line) or jot.kind.label

    def draw(jot: CheckIn) -> Callable[[int], Line]:
        return lambda cells: facts(glyphs.BEGUN, desk.short(jot.student), text(jot), day(jot.happened_on, today), cells)

    items = RowsOf(jots, draw, lambda one: key_of(JOTS, one.id))
    return Section(JOTS, "To finish", items)


def birthdays_section(desk: Desk, birthdays: Sequence[Birthday]) -> Section:
    def draw(one: Birthday) -> Callable[[int], Line]:
        return lambda cells: facts(
            glyphs.BIRTHDAY, desk.short(one.student.id), "", _day_and_date(one.on, desk.caseload.today), cells
        )

    items = RowsOf(birthdays, draw, lambda one: key_of(BIRTHDAYS, one.student.id))
    return Section(BIRTHDAYS, "Birthdays", items)


def _day_and_date(value: date, today: date) -> str:
    near = day(value, today)
    return near if value == today or len(near) > _ABOUT_SOON else show_day(value, weekday=True)
