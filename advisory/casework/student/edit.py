"""Edit a student's record."""

from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student

from .add import refuse_taken_number


def edit_student(caseload: Caseload, shown: Student, **changes: Any) -> Student:
    """Change some fields of the student `shown`. Refuses a taken number. Raises Conflict if they changed meanwhile."""
    edited = msgspec.structs.replace(shown, **changes)
    if edited == shown:
        return shown
    with caseload.store.change("Student edited", caseload.now()) as change:
        refuse_taken_number(change, edited.student_number, but=shown)
        return change.put(edited, shown=shown)
