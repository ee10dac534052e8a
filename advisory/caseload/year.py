"""Tell how the partnerships moved over the school year, from what is kept."""

from advisory.model import Partnership, StageMove
from advisory.rules.overview.partnership_weeks import PartnershipYear, Trail, partnership_year

from .caseload import Caseload


def tell_year(caseload: Caseload) -> PartnershipYear:
    """The school year of today, with those who left during it; the paths by name."""
    store = caseload.store
    trails = (
        Trail(student, store.of_student(Partnership, student.id), store.of_student(StageMove, student.id))
        for student in caseload.everyone
    )
    return partnership_year(trails, caseload.calendar, caseload.today)
