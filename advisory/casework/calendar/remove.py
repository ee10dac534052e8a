"""Take a period, a term or days without school out of the school's calendar."""

from advisory.caseload.caseload import Caseload
from advisory.model import MeetingPattern, NoSchoolDay, Term

CalendarRecord = MeetingPattern | Term | NoSchoolDay
_WHAT: dict[type[CalendarRecord], str] = {
    MeetingPattern: "Advisory period removed",
    Term: "Term removed",
    NoSchoolDay: "Days without school removed",
}


def remove_from_calendar(caseload: Caseload, shown: CalendarRecord) -> str:
    """Put one record of the calendar into the trash; every age is told anew at once. What was done, in words."""
    what = _WHAT[type(shown)]
    with caseload.store.change(what, caseload.now()) as change:
        change.remove(shown)
    return what
