"""Taking a note, editing a check-in, and finishing jots; the note line itself is in `screens/base/note_taking.py`."""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from advisory.model import CheckIn
from advisory.model.words import CheckInState
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.note.whose import ask_and_move
from advisory.tui.prose import day
from advisory.tui.words.called import called

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.today.screen import TodayScreen

_TALL = 30
"""Screen height from which the form shows the last two revisions instead of one."""


async def check_in(screen: "CaseScreen") -> None:
    """Open the note line for the highlighted student."""
    await screen.notes.open(screen.highlighted.student)


async def capture(screen: "CaseScreen") -> None:
    """Open the note line for whoever the note names."""
    await screen.notes.open("")


def show_last(screen: "TodayScreen") -> None:
    """Show the highlighted student's last note until the cursor moves, or hide it."""
    if screen.last_note.hide():
        screen.say("")  # the last message said how to hide it
    else:
        screen.last_note.show()
        screen.say(f"Shown until you go on; {screen.key('last-note')} hides it.")
    screen.draw_detail()


async def edit(screen: "CaseScreen", shown: CheckIn) -> None:
    """Show the form that edits a check-in."""
    from advisory.casework.check_in.edit import edit_check_in
    from advisory.tui.dialogs.fields.check_in import OF_ALL, check_in_about, check_in_changes, check_in_fields
    from advisory.tui.dialogs.fields.whose import student_in

    desk = screen.desk

    def save(values: Values, shown: CheckIn) -> Coroutine[Any, Any, None] | None:
        changes, student_id = check_in_changes(desk, values), student_in(desk, values, shown.student)
        if values.get(OF_ALL):
            _save_all(screen, shown, changes | {"student": student_id})
            return None
        if student_id != shown.student:

            def move() -> CheckIn:
                return edit_check_in(desk.caseload, shown, **changes, student=student_id)

            return ask_and_move(screen, shown, student_id, move)
        edited = edit_check_in(desk.caseload, shown, **changes)
        attempt = "" if edited.contact_made else "; an attempt doesn't count as contact"
        screen.say_written("Check-in edited", called(desk, edited), shown.student, attempt)
        return None

    heading = f"A check-in with {desk.name(shown.student)}"
    about = check_in_about(desk, shown, revisions=2 if screen.size.height >= _TALL else 1)
    await fill(screen, "check_in_form", heading, check_in_fields(desk, shown), save, shown=shown, about=about)


def _save_all(screen: "CaseScreen", shown: CheckIn, changes: dict[str, Any]) -> None:
    """Change the whole group entry, and say how many of it changed."""
    from advisory.casework.check_in.edit_group import edit_group

    edited = edit_group(screen.desk.caseload, shown, **changes)
    if edited:
        what = called(screen.desk, edited[0])
        screen.say_written("Group entry edited", f"{what}, {len(edited)} students", shown.student)


@shows_dialog
async def finish_jots(screen: "CaseScreen") -> None:
    """Show a form for each jot, oldest first: saving goes on to the next, Escape stops."""
    caseload = screen.desk.caseload
    jots = caseload.jots
    saved: list[CheckIn] = []
    if not jots:
        screen.say("No notes to finish. End a note with .. to finish it later.")
        return
    for number, jot in enumerate(jots, 1):
        shown = caseload.store.get(CheckIn, jot.id)
        if shown is None or shown.deleted_at or shown.state is not CheckInState.JOT:
            continue  # finished or deleted elsewhere since
        if not await _finish(screen, shown, f"{number} of {len(jots)}"):
            break
        stored = caseload.store.get(CheckIn, jot.id)
        if stored is not None and stored != shown:
            saved.append(stored)
    _say_finished(screen, saved)


def _say_finished(screen: "CaseScreen", saved: list[CheckIn]) -> None:
    """Say whose notes were finished, and highlight whoever was written about last."""
    desk = screen.desk
    left = len(desk.caseload.jots)
    then = f"; {left} left to finish" if left else "; none left to finish"
    if len(saved) == 1:
        screen.say(f"Saved: {called(desk, saved[0])}{then}", saved[0].student)
    elif saved:
        finished = [one for one in saved if one.state is CheckInState.DONE]
        names = ", ".join(dict.fromkeys(desk.short(one.student) for one in finished))
        screen.say(f"{len(finished)} finished: {names}{then}" if finished else f"Saved{then}")
        screen.staying.written(saved[-1].student)


async def finish_one(screen: "CaseScreen", shown: CheckIn) -> None:
    """Show the form that finishes this jot."""
    await _finish(screen, shown, "1 of 1")


async def _finish(screen: "CaseScreen", shown: CheckIn, place: str) -> bool:
    """Show the form that finishes one jot; False when the advisor left it."""
    from advisory.casework.check_in.edit import edit_check_in
    from advisory.tui.dialogs.fields.check_in import jot_changes, jot_fields

    desk = screen.desk

    def finish(values: Values, shown: CheckIn) -> None:
        edit_check_in(desk.caseload, shown, **jot_changes(values))

    name, when = desk.name(shown.student), day(shown.happened_on, desk.caseload.today)
    return await fill(screen, "jot", f"To finish, {place} · {name} · {when}", jot_fields(shown), finish, shown=shown)
