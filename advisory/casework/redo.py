"""Make the change again that was undone last."""

from advisory.caseload.caseload import Caseload

from .undo import Done, done_of


def redo(caseload: Caseload) -> Done | None:
    """Redo the change that was undone last; None if there is none, or if something else has been changed since."""
    return done_of(caseload.store.redo(caseload.now()))
