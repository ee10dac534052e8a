"""How well each student is known, and the facts known about them."""

from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.rules.learning.known_well import Coverage, derive_coverage
from advisory.rules.overview.summary import Summary

from .caseload import Caseload


def coverage(caseload: Caseload) -> list[Coverage]:
    """The coverage of each current student, in the order of the caseload."""
    return [coverage_of(caseload, student.id) for student in caseload.students]


class Coverages:
    """The coverage of students for a screen, derived again only for those of whom something changed."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._derived: dict[str, tuple[Summary, Coverage]] = {}

    def all(self) -> list[tuple[Summary, Coverage]]:
        """Each current student with their coverage, in the order of the caseload."""
        return [self._of(line) for line in self._caseload.summaries]

    def _of(self, line: Summary) -> tuple[Summary, Coverage]:
        derived = self._derived.get(line.student.id)
        if derived is None or derived[0] is not line:
            derived = self._derived[line.student.id] = line, coverage_of(self._caseload, line.student.id)
        return derived


def coverage_of(caseload: Caseload, student_id: str) -> Coverage:
    """How well one student is known, who may have left."""
    age = caseload.summary(student_id).one_to_one_age
    return derive_coverage(student_id, age, caseload.store.of_student(KnownWell, student_id), caseload.today)


def facts_of(caseload: Caseload, student_id: str, facet: Facet | None = None) -> list[KnownWell]:
    """The facts known about a student as of today, or about one facet, newest first."""
    facts = [
        fact
        for fact in caseload.store.of_student(KnownWell, student_id)
        if facet in {None, fact.facet} and fact.learned_on <= caseload.today
    ]
    return sorted(facts, key=lambda fact: (fact.learned_on, fact.id), reverse=True)
