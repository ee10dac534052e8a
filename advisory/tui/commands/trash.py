"""Moving the highlighted record to the trash, and bringing a check-in back."""

from typing import TYPE_CHECKING

from advisory.model import Indicator
from advisory.tui.words.called import called

from .base import shows_dialog
from .twice import has_deleted, is_meant, name_first

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.screens.log.screen import LogScreen


def delete(screen: "CaseScreen") -> None:
    """Delete the highlighted evidence, insight, sign or check-in."""
    from advisory.casework.trash import move_to_trash

    record = screen.highlighted.record
    assert record is not None  # the registry says that this command needs one
    if not is_meant(screen, record.id):
        name_first(screen, record.id, "delete-check-in", called(screen.desk, record), record.student)
        return
    move_to_trash(screen.desk.caseload, type(record), record.id)
    what = "Sign deleted" if isinstance(record, Indicator) else "Deleted"
    screen.say_written(what, called(screen.desk, record), record.student, f"; {screen.key('undo')} brings it back")
    has_deleted(screen)


@shows_dialog
async def bring_back(screen: "LogScreen") -> None:
    """Ask which deleted check-in to restore, and highlight it in the log."""
    from advisory.casework.check_in.restore import deleted_check_ins, restore_check_in
    from advisory.tui.dialogs.trash import TrashDialog

    gone = deleted_check_ins(screen.desk.caseload)
    if not gone:
        screen.say("The trash is empty.")
        return
    chosen = await screen.ask(TrashDialog(screen.desk, gone))
    if chosen is not None:
        check_in = restore_check_in(screen.desk.caseload, chosen)
        screen.go_to_check_in(check_in)
        screen.say_written("Brought back", called(screen.desk, check_in), check_in.student)
