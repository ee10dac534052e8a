"""Set the next step of a partnership."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student

from .this_year import put_partnership, this_years_partnership


def set_next_step(caseload: Caseload, student_id: str, text: str) -> Partnership:
    """Set the partnership's next step; an empty text clears it. The stage stays as it is."""
    with caseload.store.change("Next step", caseload.now()) as change:
        partnership = this_years_partnership(caseload, change, change.need(Student, student_id))
        return put_partnership(change, replace(partnership, next_step=text.strip()))
