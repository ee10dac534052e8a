"""Find or begin the partnership of this school year."""

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student
from advisory.model.words import Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.overview.summary import current_partnership
from advisory.store import Change


def this_years_partnership(caseload: Caseload, change: Change, student: Student) -> Partnership:
    """This school year's partnership. If there is none, a new one takes over last year's stage and next step."""
    today = caseload.today
    latest = current_partnership(change.of_student(Partnership, student.id), today)
    if latest is not None and latest.school_year == school_year(today):
        return latest
    stage = latest.stage if latest else Stage.RAPPORT
    return change.add(
        Partnership,
        student=student.id,
        school_year=school_year(today),
        stage=stage,
        entered_on=today,
        next_step=latest.next_step if latest else "",
    )
