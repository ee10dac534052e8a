"""How many school days may pass between one-to-ones with a student."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import Intervals, Student
from advisory.model.school import CONTACT_EVERY, FOCAL_CONTACT_EVERY


class UsualIntervals(NamedTuple):
    """School days between one-to-ones for students who have no interval of their own."""

    contact_every: int = CONTACT_EVERY
    focal_contact_every: int = FOCAL_CONTACT_EVERY

    def of(self, student: Student) -> int:
        """School days that may pass between one-to-ones with this student."""
        return student.contact_every or (self.focal_contact_every if student.focal else self.contact_every)


USUAL = UsualIntervals()
"""The intervals until the advisor chooses others."""


def usual_intervals(chosen: Iterable[Intervals]) -> UsualIntervals:
    """The intervals the advisor chose, or USUAL. If there are several records, the newest counts."""
    newest = max(chosen, key=lambda intervals: intervals.id, default=None)
    return UsualIntervals(newest.contact_every, newest.focal_contact_every) if newest else USUAL
