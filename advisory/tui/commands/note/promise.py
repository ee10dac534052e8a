"""Promises to and by the highlighted student: making one, marking it done, snoozing, dropping or correcting it."""

from collections.abc import Coroutine
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import promised_text
from advisory.model import FollowUp
from advisory.model.words import Party
from advisory.rules.days.day_words import typed_day
from advisory.rules.promise.owner import dropped_words, kept_words, owner_words, snoozed_words
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.note.whose import ask_and_move
from advisory.tui.commands.twice import has_run, is_meant, name_first
from advisory.tui.prose import cut, day

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_DONE, _WEEK = "promise-done", timedelta(days=7)
_NEXT = 24
"""How many cells of the next promise a message shows."""


@shows_dialog
async def make(screen: "CaseScreen") -> None:
    """Show the form that makes a promise."""
    from advisory.casework.promise.make import make_promise
    from advisory.tui.dialogs.fields.promise import promise_changes, promise_fields

    desk, student_id = screen.desk, screen.highlighted.student

    def write(values: Values) -> None:
        made = make_promise(desk.caseload, student_id, **promise_changes(desk, values))
        what = "Promised" if made.owner is Party.ADVISOR else f"Promised by {_whose(screen, made)}"
        screen.say_written(what, made.text, student_id, _due(made, desk.caseload.today))

    heading = f"A promise to {desk.name(student_id)}, or theirs"
    await fill(screen, "promise", heading, promise_fields(None), write, record_id=student_id)


async def edit(screen: "CaseScreen", shown: FollowUp) -> None:
    """Show the form that corrects a promise: its text, its day, an earlier one too, and whose it is."""
    from advisory.casework.promise.edit import edit_promise
    from advisory.tui.dialogs.fields.promise import promise_changes, promise_fields
    from advisory.tui.dialogs.fields.whose import student_in, whose_field

    desk = screen.desk

    def save(values: Values, shown: FollowUp) -> Coroutine[Any, Any, None] | None:
        changes, student_id = promise_changes(desk, values), student_in(desk, values, shown.student)
        if student_id != shown.student:

            def move() -> FollowUp:
                return edit_promise(desk.caseload, shown, **changes, student=student_id)

            return ask_and_move(screen, shown, student_id, move)
        edited = edit_promise(desk.caseload, shown, **changes)
        if edited is not shown:
            what = "Promise" if edited.owner is Party.ADVISOR else f"Promise by {_whose(screen, edited)}"
            screen.say_written(f"{what} edited", edited.text, edited.student, _due(edited, desk.caseload.today))
        return None

    keys = {name: screen.key(name) for name in ("promise-done", "snooze", "promise-drop")}
    about = f"{keys['promise-done']} marks it done, {keys['snooze']} puts it off, {keys['promise-drop']} drops it."
    heading = f"A promise with {desk.name(shown.student)}"
    fields = [whose_field(desk, shown.student), *promise_fields(shown)]
    await fill(screen, "edit_promise", heading, fields, save, shown=shown, about=about)


def done(screen: "CaseScreen") -> None:
    """Mark the promise as done. One that isn't in view is named first; the same key again marks it."""
    from advisory.casework.promise.keep import keep_promise

    caseload, promise = screen.desk.caseload, _promise(screen)
    today = caseload.today
    if not is_meant(screen, _DONE, promise.id, is_seen=screen.highlighted.shows_promise):
        text, due = promised_text(caseload, promise), _due(promise, today)
        name_first(screen, _DONE, promise.id, text, promise.student, does="marks this as done", then=due)
        return
    kept = keep_promise(caseload, promise.id)
    if kept.owner is not Party.ADVISOR:
        _say_theirs(screen, kept, kept_words(kept.owner, _called(screen, kept)))
        return
    left = caseload.summary(kept.student).promises
    then = f"; next: {cut(screen.desk.prose.note(left[0].text), _NEXT)}{_due(left[0], today)}" if left else ""
    screen.say_written("Done", promised_text(caseload, kept), kept.student, then)
    has_run(screen, _DONE)


@shows_dialog
async def snooze(screen: "CaseScreen") -> None:
    """Snooze the promise until tomorrow. Pressed again right away: until the next period, then ask for a day."""
    caseload = screen.desk.caseload
    promise = _just_snoozed(screen) or _promise(screen)
    due_on = promise.due_on
    later = [one for one in _later_days(caseload) if due_on and one > due_on]
    if later:
        _snooze(screen, promise, later[0])
    else:
        await _snooze_until(screen, promise)
    screen.redraw()
    screen.last_snooze = (screen.body.key, promise.id, caseload.store.seq)


def _just_snoozed(screen: "CaseScreen") -> FollowUp | None:
    """The promise that was just snoozed, if nothing else has changed since."""
    row, promise_id, seq = screen.last_snooze
    caseload = screen.desk.caseload
    if not promise_id or (row, seq) != (screen.body.key, caseload.store.seq):
        return None
    return caseload.store.get(FollowUp, promise_id)


def _later_days(caseload: Caseload) -> list[date]:
    """The days that need no typing: the first school day from tomorrow, and the next period."""
    tomorrow = caseload.calendar.school_day_from(caseload.today + timedelta(days=1))
    return sorted({tomorrow, caseload.next_period_on})


def _snooze(screen: "CaseScreen", promise: FollowUp, until: date) -> None:
    from advisory.casework.promise.snooze import snooze_promise

    caseload = screen.desk.caseload
    snooze_promise(caseload, promise.id, until)
    if promise.owner is not Party.ADVISOR:
        _say_theirs(screen, promise, snoozed_words(promise.owner, _called(screen, promise), day(until, caseload.today)))
        return
    later = [one for one in _later_days(caseload) if one > until]
    again = f"the next period, {day(later[0], caseload.today)}" if later else "a day you choose"
    then = f"; {screen.key('snooze')} again: {again}"
    screen.say_written(
        f"Snoozed until {day(until, caseload.today)}", promised_text(caseload, promise), promise.student, then
    )


async def _snooze_until(screen: "CaseScreen", promise: FollowUp) -> None:
    from advisory.casework.promise.snooze import snooze_promise
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk = screen.desk

    def put_off(values: Values) -> None:
        snoozed = snooze_promise(desk.caseload, promise.id, desk.day(values["until"]))
        until = day(snoozed.due_on, desk.caseload.today)
        if snoozed.owner is not Party.ADVISOR:
            _say_theirs(screen, snoozed, snoozed_words(snoozed.owner, _called(screen, snoozed), until))
        else:
            screen.say_written(f"Snoozed until {until}", promised_text(desk.caseload, snoozed), snoozed.student)

    mine = f"your promise to {desk.name(promise.student)}"
    heading = f"Put off {mine if promise.owner is Party.ADVISOR else f'the promise by {_whose(screen, promise)}'}"
    about = desk.prose.note(promised_text(desk.caseload, promise))
    today = desk.caseload.today
    later = desk.caseload.calendar.school_day_from(max(promise.due_on or today, today) + _WEEK)
    field = Field("until", "Until when?", typed_day(later), "e.g. fri, +3, 11/30", FieldKind.DAY)
    await fill(screen, "snooze", heading, [field], put_off, record_id=promise.id, about=about)


@shows_dialog
async def drop(screen: "CaseScreen") -> None:
    """Show the form that drops the promise, which asks why."""
    from advisory.casework.promise.drop import drop_promise
    from advisory.tui.dialogs.form.field import Field

    desk, promise = screen.desk, _promise(screen)

    def let_go(values: Values) -> None:
        dropped = drop_promise(desk.caseload, promise.id, values["why"])
        if dropped.owner is not Party.ADVISOR:
            _say_theirs(screen, dropped, dropped_words(dropped.owner, _called(screen, dropped)))
        else:
            screen.say_written("Promise dropped", promised_text(desk.caseload, dropped), dropped.student)

    about = desk.prose.note(promised_text(desk.caseload, promise))
    await fill(
        screen,
        "promise_drop",
        "Drop the promise" if promise.owner is Party.ADVISOR else f"Drop the promise by {_whose(screen, promise)}",
        [Field("why", "What changed?")],
        let_go,
        record_id=promise.id,
        about=about,
    )


def _say_theirs(screen: "CaseScreen", promise: FollowUp, what: str) -> None:
    """Say what became of somebody else's promise: `Jordan kept their promise: bring the form`, which names whose it was."""
    screen.say_written(what, promise.text)
    screen.staying.written(promise.student)


def _called(screen: "CaseScreen", promise: FollowUp) -> str:
    return screen.desk.short(promise.student)


def _whose(screen: "CaseScreen", promise: FollowUp) -> str:
    return owner_words(promise.owner, _called(screen, promise))


def _due(promise: FollowUp, today: date) -> str:
    return f", due {day(promise.due_on, today)}" if promise.due_on else ""


def _promise(screen: "CaseScreen") -> FollowUp:
    promise = screen.highlighted.promise
    assert promise is not None  # the registry says that these commands need one
    return promise
