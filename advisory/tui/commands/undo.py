"""Undo and redo."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.store import Undone
    from advisory.tui.screens.base.case_screen import CaseScreen


def undo(screen: "CaseScreen") -> None:
    """Undo the last change, and say what it was."""
    caseload = screen.desk.caseload
    undone = caseload.store.undo(caseload.now())
    if undone is None:
        screen.say("There is nothing to undo.")
    else:
        screen.say(f"Undid: {undone.what}", _student_of(screen, undone))


def redo(screen: "CaseScreen") -> None:
    """Redo the change that was undone last, and say what it was."""
    caseload = screen.desk.caseload
    redone = caseload.store.redo(caseload.now())
    if redone is None:
        screen.say("There is nothing to redo.")
    else:
        screen.say(f"Did again: {redone.what}", _student_of(screen, redone))


def _student_of(screen: "CaseScreen", undone: "Undone") -> str:
    """The student a change was about; "" if it was about several, or about one no longer here."""
    students = undone.students
    return students[0] if len(students) == 1 and students[0] in screen.desk.caseload.names else ""
