"""What a student wants to ask next time."""

from advisory.model import CheckIn

from .caseload import Caseload


def questions_of(caseload: Caseload, student_id: str) -> list[CheckIn]:
    """The check-ins whose question waits to be answered, the oldest first."""
    return [one for one in caseload.store.check_ins_of(student_id) if one.question]
