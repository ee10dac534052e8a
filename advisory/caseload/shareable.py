"""What a student may see of what is kept about them, and nothing else."""

from typing import NamedTuple

from advisory.model import KnownWell, Pact, Partnership, Student
from advisory.model.words import Facet, PactStatus, Visibility
from advisory.rules.names.other_names import OtherNames
from advisory.rules.overview.summary import current_partnership

from .caseload import Caseload

WORDS = 3
"""The latest of the student's own words that are shown."""


class Shareable(NamedTuple):
    """The part of one student's that is shown to them. Texts are as they were written: `others` finds who is named in them."""

    student: Student
    others: OtherNames
    pacts: list[Pact]
    """All but discarded ones, in the order of their making."""
    strengths: list[str]
    hopes: list[str]
    said: list[str]
    """Their own words, the latest first."""
    next_step: str


def tell_shareable(caseload: Caseload, student_id: str) -> Shareable | None:
    """What is marked as shareable of one student; None when there is no such student.

    A pact and the next step are made by two, and shareable by nature (DESIGN §8). Facts and check-ins are private
    unless marked otherwise; a sensitive fact is not shown whatever its mark, and of a check-in only the words of the
    student are.
    """
    store = caseload.store
    student = store.get(Student, student_id)
    if student is None:
        return None
    facts = [
        fact
        for fact in store.of_student(KnownWell, student_id)
        if fact.visibility is Visibility.SHAREABLE and not fact.sensitive
    ]
    check_ins = store.check_ins_of(student_id)
    said = [seen.student_says for seen in reversed(check_ins) if seen.visibility is Visibility.SHAREABLE]
    partnership = current_partnership(store.of_student(Partnership, student_id), caseload.today)
    return Shareable(
        student=student,
        others=OtherNames(student, [*caseload.everyone, *store.trash(Student)]),
        pacts=[pact for pact in store.of_student(Pact, student_id) if pact.status is not PactStatus.DISCARDED],
        strengths=[fact.text for fact in facts if fact.facet is Facet.STRENGTHS],
        hopes=[fact.text for fact in facts if fact.facet is Facet.HOPES],
        said=[words for words in said if words.strip()][:WORDS],
        next_step=partnership.next_step if partnership else "",
    )
