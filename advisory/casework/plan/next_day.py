"""The day on which a talk would be planned next, where no day is typed."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import MeetingPattern
from advisory.rules.next.plan import next_choice


def next_day_to_plan(caseload: Caseload, student_id: str) -> date | None:
    """The next period, or the one after the day planned; None after a few periods, when a day is to be typed."""
    before, patterns = caseload.planned_talk(student_id), caseload.store.all(MeetingPattern)
    return next_choice(before.on if before else None, student_id, patterns, caseload.calendar, caseload.today)
