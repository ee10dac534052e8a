"""Find or begin the partnership of this school year, and save it so that the next one follows."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student
from advisory.model.words import Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.overview.summary import current_partnership
from advisory.rules.partnership.new_year import carried_into
from advisory.store import Change


def this_years_partnership(caseload: Caseload, change: Change, student: Student) -> Partnership:
    """This school year's partnership. If there is none, last year's goes on as it stands."""
    today = caseload.today
    latest = current_partnership(change.of_student(Partnership, student.id), today)
    if latest is None:
        return change.add(
            Partnership, student=student.id, school_year=school_year(today), stage=Stage.RAPPORT, entered_on=today
        )
    if latest.school_year == school_year(today):
        return latest
    return change.add(Partnership, **carried_into(latest, school_year(today)))


def put_partnership(change: Change, partnership: Partnership) -> Partnership:
    """Save this year's partnership. One that was made for the next year already goes on as this one stands."""
    for later in change.of_student(Partnership, partnership.student):
        if later.school_year > partnership.school_year:
            change.put(replace(later, **carried_into(partnership, later.school_year)))
    return change.put(partnership)
