"""How many school days may pass between one-to-ones: the student's own, or else the usual (DESIGN §4)."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import Intervals, Student
from advisory.model.school import CONTACT_EVERY, FOCAL_CONTACT_EVERY


class UsualIntervals(NamedTuple):
    """School days between one-to-ones for those whose own record names none."""

    contact_every: int = CONTACT_EVERY
    focal_contact_every: int = FOCAL_CONTACT_EVERY

    def of(self, student: Student) -> int:
        """School days that may pass with this student."""
        return student.contact_every or (self.focal_contact_every if student.focal else self.contact_every)


USUAL = UsualIntervals()
"""The program's own."""


def usual_intervals(chosen: Iterable[Intervals]) -> UsualIntervals:
    """What the advisor chose, or USUAL; of several records, which no verb makes, the newest holds."""
    newest = max(chosen, key=lambda intervals: intervals.id, default=None)
    return UsualIntervals(newest.contact_every, newest.focal_contact_every) if newest else USUAL
