"""Set the usual number of days between one-to-ones."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Intervals


def set_intervals(caseload: Caseload, contact_every: int, focal_contact_every: int) -> Intervals:
    """Set the usual school days between one-to-ones, and those for focal students; 1 to 200 each.

    A student with an interval of their own keeps it.
    """
    chosen = {"contact_every": contact_every, "focal_contact_every": focal_contact_every}
    with caseload.store.change("Intervals set", caseload.now()) as change:
        before = change.all(Intervals)
        if before:
            return change.put(msgspec.structs.replace(before[-1], **chosen))
        return change.add(Intervals, **chosen)
