"""Undo and redo."""

from typing import TYPE_CHECKING

from advisory.caseload.called import name_some
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.casework.undo import Done
    from advisory.tui.screens.base.case_screen import CaseScreen


def undo(screen: "CaseScreen") -> None:
    """Undo the last change, and say what it was."""
    from advisory.casework.undo import undo as undo_last

    desk, caseload = screen.desk, screen.desk.caseload
    if key := desk.unsaved.take_back(caseload.store.seq, caseload.now()):
        from advisory.tui.kept_drafts import kept_draft

        draft = kept_draft(desk, *key)
        screen.say(f"The draft is back: {draft.what}", draft.student_id)
        return
    _say_done(screen, undo_last(screen.desk.caseload), "Undid", "There is nothing to undo.")


def redo(screen: "CaseScreen") -> None:
    """Redo the change that was undone last, and say what it was."""
    from advisory.casework.redo import redo as redo_last

    _say_done(screen, redo_last(screen.desk.caseload), "Redid", "There is nothing to redo.")


def _say_done(screen: "CaseScreen", done: "Done | None", label: str, nothing: str) -> None:
    if done is None:
        screen.say(nothing)
        return
    desk = screen.desk
    about = done.about(desk.caseload, lambda on: day(on, desk.caseload.today))
    who = done.who(desk.caseload, desk.short, desk.prose.note)
    is_one_here = len(done.students) == 1 and done.students[0] in desk.caseload.names
    student_id = done.students[0] if is_one_here else ""
    then = f" · {name_some(who)}" if who and not is_one_here else ""
    screen.say_written(f"{label}: {done.what}", about, student_id, then, between=done.then)
