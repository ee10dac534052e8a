"""Undo and redo, on every screen alike."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.casework.undo import Done
    from advisory.tui.screens.base.case_screen import CaseScreen


def undo(screen: "CaseScreen") -> None:
    """Take back the last change, and say what it was."""
    from advisory.casework.undo import undo as take_back

    _report(screen, take_back(screen.desk.caseload), "Undid", "There is nothing to undo.")


def redo(screen: "CaseScreen") -> None:
    """Make the change again that was taken back last."""
    from advisory.casework.redo import redo as make_again

    _report(screen, make_again(screen.desk.caseload), "Did again", "There is nothing to redo.")


def _report(screen: "CaseScreen", done: "Done | None", label: str, nothing: str) -> None:
    if done is None:
        screen.say(nothing)
    else:
        screen.say(f"{label}: {done.what}", done.student_id)
