"""How well everybody in the caseload is known, and the facts behind it."""

from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.rules.learning.known_well import Coverage, read_coverage

from .caseload import Caseload


def coverage(caseload: Caseload) -> list[Coverage]:
    """One row for each current student, in the order of the caseload."""
    return [coverage_of(caseload, student.id) for student in caseload.students]


def coverage_of(caseload: Caseload, student_id: str) -> Coverage:
    """One student's row, also of one who left."""
    age = caseload.summary(student_id).one_to_one_age
    return read_coverage(student_id, age, caseload.store.of_student(KnownWell, student_id), caseload.today)


def facts_of(caseload: Caseload, student_id: str, facet: Facet | None = None) -> list[KnownWell]:
    """What is known of a student, or of one side, as of today: the newest first."""
    facts = [
        fact
        for fact in caseload.store.of_student(KnownWell, student_id)
        if facet in {None, fact.facet} and fact.learned_on <= caseload.today
    ]
    return sorted(facts, key=lambda fact: (fact.learned_on, fact.id), reverse=True)
