"""Who may leave at the end of the year, by their grade. Who does is for the advisor to say."""

from collections.abc import Iterable

from advisory.model import Student
from advisory.model.words import Status

LAST_GRADE = "12"
"""The last grade as long as nobody has graduated here."""


def last_grades(everyone: Iterable[Student]) -> frozenset[str]:
    """The grades out of which students graduated before."""
    found = {student.grade.strip() for student in everyone if student.status is Status.GRADUATED}
    return frozenset(found - {""}) or frozenset((LAST_GRADE,))


def may_graduate(student: Student, grades: frozenset[str]) -> bool:
    """Whether the student is in a last grade."""
    return student.grade.strip() in grades
