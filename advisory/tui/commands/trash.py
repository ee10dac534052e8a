"""Moving the highlighted record, or a student with everything about them, to the trash, and bringing it back."""

from typing import TYPE_CHECKING, cast

from advisory.caseload.trash import counted
from advisory.model import CheckIn, Indicator, Student
from advisory.tui.words.called import called

from .base import shows_dialog
from .twice import has_run, is_meant, name_first

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.log.screen import LogScreen

_DELETE = "delete-check-in"


def delete(screen: "CaseScreen") -> None:
    """Delete the highlighted evidence, insight, sign or check-in."""
    from advisory.casework.trash import move_to_trash

    record = screen.highlighted.record
    assert record is not None  # the registry says that this command needs one
    if not is_meant(screen, _DELETE, record.id):
        name_first(screen, _DELETE, record.id, called(screen.desk, record), record.student)
        return
    move_to_trash(screen.desk.caseload, type(record), record.id)
    what = "Sign deleted" if isinstance(record, Indicator) else "Deleted"
    screen.say_written(what, called(screen.desk, record), record.student, f"; {screen.key('undo')} brings it back")
    has_run(screen, _DELETE)


@shows_dialog
async def bring_back(screen: "CaseScreen") -> None:
    """List the trash, bring back what is picked, and highlight it, or the student it is about, where the screen shows them."""
    from advisory.caseload.trash import in_trash
    from advisory.casework.bring_back import bring_back as bring_back_record
    from advisory.tui.dialogs.trash import TrashDialog

    desk = screen.desk
    gone = {one.record.id: one for one in in_trash(desk.caseload)}
    if not gone:
        screen.say("The trash is empty.")
        return
    chosen = await screen.ask(TrashDialog(desk, list(gone.values())))
    if chosen is None:
        return
    back = bring_back_record(desk.caseload, gone[chosen].record)
    student_id = back.id if isinstance(back, Student) else str(getattr(back, "student", ""))
    if isinstance(back, CheckIn) and screen.stem == "log":
        cast("LogScreen", screen).go_to_check_in(back)
    with_file = f"with {counted(gone[chosen].file)}" if isinstance(back, Student) else ""
    screen.say_written("Brought back", with_file or called(desk, back) or back.noun, student_id)
    screen.redraw()


@shows_dialog
async def delete_student(screen: "CaseScreen") -> None:
    """Ask whether the highlighted student goes to the trash with their whole file, and say how much that is."""
    from advisory.casework.student.delete import delete_student as delete_whole_file
    from advisory.casework.student.delete import whole_file
    from advisory.tui.dialogs.pick import PickDialog

    desk, student_id = screen.desk, screen.highlighted.student
    name, with_file = desk.name(student_id), f"with {counted(whole_file(desk.caseload, student_id))}"
    leaves = screen.key("archive-student")
    options = [
        ("no", f"no, keep them ({leaves} takes out who leaves, and keeps all)"),
        ("yes", "yes, all of it goes to the trash together"),
    ]
    if await screen.ask(PickDialog(f"Delete {name}, {with_file}?", options)) != "yes":
        return
    delete_whole_file(desk.caseload, student_id)
    screen.redraw()
    screen.say(f"Deleted: {name}, with the whole file; {screen.key('undo')} brings them back")
