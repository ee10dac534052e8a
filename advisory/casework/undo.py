"""Take back the last change."""

from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.store import Undone

from .fill_caseload import FILLED


class Done(NamedTuple):
    """A change that was undone or redone."""

    what: str
    """What the change is called, such as `Check-in: one-to-one`."""
    student_id: str
    """The one student it was about; "" if it was about several, or about one who no longer exists."""

    def describe(self, caseload: Caseload) -> str:
        """What it was, and whom it was about."""
        return f"{self.what} · {caseload.names[self.student_id]}" if self.student_id else self.what


def undo(caseload: Caseload) -> Done | None:
    """Undo the newest change that has not been undone; None if there is none, or if only the demo's filling is left.

    Refuses if its records have changed since.
    """
    return done_of(caseload, caseload.store.undo(caseload.now(), base=FILLED))


def done_of(caseload: Caseload, undone: Undone | None) -> Done | None:
    """What the store did, with the one student it was about."""
    if undone is None:
        return None
    is_one = len(undone.students) == 1 and undone.students[0] in caseload.names
    return Done(undone.what, undone.students[0] if is_one else "")
