"""Remove a period, a term or days without school from the school's calendar."""

from advisory.caseload.caseload import Caseload
from advisory.casework.trash import REMOVED, move_to_trash
from advisory.model import MeetingPattern, NoSchoolDay, Term

CalendarRecord = MeetingPattern | Term | NoSchoolDay


def remove_from_calendar(caseload: Caseload, shown: CalendarRecord) -> str:
    """Move one record of the calendar to the trash, and return what was done in words."""
    move_to_trash(caseload, type(shown), shown.id)
    return REMOVED[type(shown)]
