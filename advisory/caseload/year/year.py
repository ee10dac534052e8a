"""Derive how partnerships moved over the school year."""

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, StageMove
from advisory.rules.overview.partnership_weeks import PartnershipYear, Trail, partnership_year


def year_of_partnerships(caseload: Caseload) -> PartnershipYear:
    """The current school year, with the students who left during it; sorted by name."""
    store = caseload.store
    trails = (
        Trail(student, store.of_student(Partnership, student.id), store.of_student(StageMove, student.id))
        for student in caseload.everyone
    )
    return partnership_year(trails, caseload.calendar, caseload.today)
