"""Say what the next step of a partnership is."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student

from .this_year import this_years


def set_next_step(caseload: Caseload, student_id: str, text: str) -> Partnership:
    """Set the partnership's next step in a line; an empty one takes it away. The stage stays as it is."""
    with caseload.store.change("Next step", caseload.now()) as change:
        partnership = this_years(caseload, change, change.need(Student, student_id))
        return change.put(replace(partnership, next_step=text.strip()))
