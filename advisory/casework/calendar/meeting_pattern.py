"""Add an advisory period to the calendar, or change one."""

from collections.abc import Iterable
from datetime import time

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import MeetingPattern
from advisory.rules.days.calendar_check import refuse_odd_hours


def add_meeting_pattern(caseload: Caseload, weekdays: Iterable[int], starts: time, ends: time) -> MeetingPattern:
    """Add a period: weekdays (0 = Monday) and hours. Refuses no weekdays, implausible hours, and overlaps."""
    days = tuple(sorted(set(weekdays)))
    with caseload.store.change("Advisory period added", caseload.now()) as change:
        refuse_odd_hours(days, starts, ends, change.all(MeetingPattern))
        return change.add(MeetingPattern, weekdays=days, starts=starts, ends=ends)


def edit_meeting_pattern(
    caseload: Caseload, shown: MeetingPattern, weekdays: Iterable[int], starts: time, ends: time
) -> MeetingPattern:
    """Change the period `shown`. Refuses what add_meeting_pattern refuses. Raises Conflict if it changed meanwhile."""
    days = tuple(sorted(set(weekdays)))
    with caseload.store.change("Advisory period edited", caseload.now()) as change:
        others = (pattern for pattern in change.all(MeetingPattern) if pattern.id != shown.id)
        refuse_odd_hours(days, starts, ends, others)
        return change.put(msgspec.structs.replace(shown, weekdays=days, starts=starts, ends=ends), shown=shown)
