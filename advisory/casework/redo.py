"""Make the change again that was undone last."""

from advisory.caseload.caseload import Caseload
from advisory.store import Undone

from .undo import Done, done_of, keep_all_shared


def redo(caseload: Caseload) -> Done | None:
    """Redo the change that was undone last; None if there is none, or if something else has been changed since.

    Refuses where something would become private that others were given.
    """

    def need(undone: Undone) -> None:
        keep_all_shared(caseload, undone.before, undone.records)

    return done_of(caseload.store.redo(caseload.now(), need))
