"""The partnership that a verb writes to: this school year's."""

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student
from advisory.model.words import Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.overview.summary import current_partnership
from advisory.store import Change


def this_years(caseload: Caseload, change: Change, student: Student) -> Partnership:
    """The partnership of this school year; begun where last year's stood, with its next step, when there is none yet."""
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
