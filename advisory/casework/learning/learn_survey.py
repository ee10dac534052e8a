"""Record the answers to a survey as facts, in one change."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell, Student
from advisory.model.words import Facet, LearnedHow
from advisory.rules.learning.survey_answer import SurveyAnswer
from advisory.rules.names.finding import fold

from .learn_fact import refuse_fact


class Learned(NamedTuple):
    """How many answers were recorded, about how many students, and how many were known already, word for word."""

    facts: int
    students: int
    known: int

    @property
    def sentence(self) -> str:
        """The counts in words."""
        known = f"; {_count(self.known, 'answer')} known already" if self.known else ""
        if not self.facts:
            return f"Nothing new in these answers{known}."
        return f"Learned {_count(self.facts, 'answer')} of {_count(self.students, 'student')}{known}."


def learn_survey(caseload: Caseload, answers: Iterable[SurveyAnswer]) -> Learned:
    """Record the answers that are not yet known word for word, private as any fact is. Undo takes back all of them.

    Refuses an empty answer and one dated in the future.
    """
    students: set[str] = set()
    facts = known = 0
    with caseload.store.change("Survey answers", caseload.now()) as change:
        held = {_key(fact.student, fact.facet, fact.text) for fact in caseload.store.all(KnownWell)}
        for answer in answers:
            refuse_fact(answer.text, answer.on, caseload.today)
            key = _key(answer.student_id, answer.facet, answer.text)
            if key in held:
                known += 1
                continue
            held.add(key)
            student = change.need(Student, answer.student_id)
            change.add(
                KnownWell,
                student=student.id,
                facet=answer.facet,
                text=answer.text.strip(),
                learned_on=answer.on,
                how=LearnedHow.SURVEY,
                sensitive=answer.sensitive,
            )
            facts += 1
            students.add(student.id)
    return Learned(facts, len(students), known)


def _key(student_id: str, facet: Facet, text: str) -> tuple[str, Facet, str]:
    return student_id, facet, fold(" ".join(text.split()))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
