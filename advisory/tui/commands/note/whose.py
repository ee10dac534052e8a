"""Moving a record to the student it is really about, once the advisor has seen what goes along."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from advisory.casework.whose.going_along import Movable, going_along
from advisory.rules.refusal import Refusal
from advisory.tui.words.called import called

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


async def ask_and_move(screen: "CaseScreen", shown: Movable, student_id: str, move: Callable[[], Movable]) -> None:
    """Show whom a record is moved to and what that means, and call `move` once the advisor says yes.

    Refuses otherwise, so that the form opens again with what was typed.
    """
    from advisory.tui.dialogs.report import ReportDialog

    desk, before = screen.desk, shown.student
    sentences = going_along(desk.caseload, shown, student_id).sentences
    lines = [desk.sentence(one) for one in sentences] or ["Nothing else depends on it."]
    heading = f"From {desk.name(before)} to {desk.name(student_id)}"
    if not await screen.ask(ReportDialog(heading, lines, question="Enter moves it")):
        raise Refusal("Nothing is moved or saved yet.")
    moved = move()
    screen.say_written("Moved", called(desk, moved), student_id, f"; it was with {desk.short(before)}")
    screen.redraw()
