"""Leaving and returning: how and since when a student leaves, and bringing back who left or is on leave."""

from typing import TYPE_CHECKING

from advisory.model import Student
from advisory.model.words import Status
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.registry import COMMAND
from advisory.tui.commands.student.arriving import say_at
from advisory.tui.commands.trash import bring_back
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen

_TRASH = "trash"


@shows_dialog
async def archive(screen: "CaseScreen") -> None:
    """Ask how and since when the highlighted student leaves. Everything written stays."""
    from advisory.casework.student.archive import archive_student
    from advisory.tui.dialogs.fields.leaving import leaving_fields, leaving_values

    desk, student_id = screen.desk, screen.highlighted.student
    student = desk.student(student_id)

    def leave(values: Values) -> None:
        status, since = leaving_values(desk, values)
        archive_student(desk.caseload, student_id, status, since=since)

    heading = f"{desk.name(student_id)} leaves"
    about = "Everything written stays, and they can come back. On leave they stay here, and their clocks stand still."
    fields = leaving_fields(student, desk.caseload.today)
    if not await fill(screen, "leaving", heading, fields, leave, record_id=student_id, about=about):
        return
    left, shown = desk.student(student_id), screen
    if screen.stem == "card" and not left.is_current:  # nothing is left to do there
        shown = screen.app.screen_stack[-2]  # type: ignore[assignment] # the card opens only over a CaseScreen
        screen.leave()
    _say_left(shown, left)


def _say_left(screen: "CaseScreen", student: Student) -> None:
    """Say how they left and which key brings them back."""
    screen.redraw()
    brings_back = "unarchive-student" if screen.stem in COMMAND["unarchive-student"].where else "undo"
    since, stands = left_words(screen.desk, student), "everything written stays"
    if student.status is Status.ON_LEAVE:
        stands = "clocks stand still"
    screen.say(f"{since[:1].upper()}{since[1:]}; {stands}. {screen.key(brings_back)} brings them back", student.id)


def left_words(desk: "Desk", student: Student) -> str:
    """How somebody left and when: `transferred Nov 3`, `on leave since Nov 3`."""
    if student.left_on is None:
        return student.status.label
    since = " since" if student.status is Status.ON_LEAVE else ""
    return f"{student.status.label}{since} {day(student.left_on, desk.caseload.today)}"


@shows_dialog
async def unarchive(screen: "CaseScreen") -> None:
    """Bring back the highlighted student, if they left (just now, too) or are on leave; otherwise list who left."""
    from advisory.caseload.trash import in_trash
    from advisory.casework.bring_back import bring_back_student
    from advisory.casework.student.unarchive import who_left
    from advisory.tui.dialogs.pick import PickDialog

    desk = screen.desk
    here = desk.caseload.store.get(Student, screen.body.gone or screen.highlighted.student)
    if here is not None and here.status is not Status.ACTIVE:
        bring_back_student(desk.caseload, here.id)
        say_at(screen, "Brought back", here.id)
        return
    left, gone = who_left(desk.caseload), in_trash(desk.caseload)
    if not left and not gone:
        screen.say("Nobody has left your caseload.")
        return
    options = [(one.id, f"{desk.name(one.id)} · {left_words(desk, one)}") for one in left]
    options += [(_TRASH, f"what was deleted: {len(gone)} in the trash")] if gone else []
    chosen = await screen.ask(PickDialog("Who left: bring one back", options)) if left else _TRASH
    if chosen == _TRASH:
        await bring_back(screen)
    elif chosen is not None:
        bring_back_student(desk.caseload, chosen)
        say_at(screen, "Brought back", chosen)
