"""Select the parts of a student's records that may be shown to the student."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, DefensePlan, KnownWell, Pact, Partnership, Record, Student
from advisory.model.words import Audience, Facet, Observer
from advisory.rules.check_in.own_hand import feeling_words
from advisory.rules.leaving.may_leave import why_it_stays
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.uncovered import Uncovered
from advisory.rules.overview.summary import current_partnership
from advisory.rules.season.plan_life import shown_plan

from .covering import other_names

R = TypeVar("R", bound=Record)
WORDS = 3
"""How many of the student's own words are shown, the latest ones."""


class Shareable(NamedTuple):
    """What may be shown to a student. Texts are as they were written; use `others` to hide the names in them."""

    student: Student
    others: OtherNames
    pacts: list[Pact]
    """All but discarded ones, oldest first."""
    strengths: list[str]
    hopes: list[str]
    own_words: list[str]
    """The student's own words and how they said they came to a talk, the latest first."""
    questions: list[str]
    """What the student wants to ask next time, the oldest first."""
    next_step: str
    plan: DefensePlan | None = None
    """The plan of their next day, or of the one that is not closed yet."""

    @property
    def texts(self) -> Iterator[str]:
        """All that somebody wrote and the student may read."""
        yield from (*self.strengths, *self.hopes, *self.own_words, *self.questions, self.next_step)
        for pact in self.pacts:
            yield from texts_of(pact)
        if self.plan is not None:
            yield from texts_of_plan(self.plan)


def texts_of(pact: Pact) -> Iterator[str]:
    """What somebody wrote in a pact and the student may read."""
    yield from (pact.learning_target, pact.why, pact.reflections, pact.comes_next)
    yield from (line.text for line in pact.success_evidence)
    for part in (*pact.student_commitments, *pact.advisor_commitments):
        yield from (part.text, part.how_often)
    yield from (f"{other.who}: {other.text}" for other in pact.others)


def texts_of_plan(plan: DefensePlan) -> Iterator[str]:
    """What somebody wrote in a defense plan and the student may read: nothing of the panel, and of practices the glows."""
    yield from (plan.claim, plan.place, plan.feeling_says, plan.to_change)
    yield from (one.label for one in plan.milestones if not one.mine)
    for artifact in plan.artifacts:
        yield from (artifact.title, artifact.shows)
    for practice in plan.practices:
        yield from (*practice.glows, practice.next_step)
    yield from plan.wows


def shareable_of(caseload: Caseload, student_id: str, uncovered: Uncovered) -> Shareable | None:
    """What may be shown to a student; None when there is no such student. `uncovered` has words not to cover.

    Pacts and the next step are included, since the student made them too. Facts and check-ins are private unless marked
    as shareable. A sensitive fact is never included, and of a check-in only the student's own words are.
    """
    store = caseload.store
    student = store.get(Student, student_id)
    if student is None:
        return None
    facts = _for_student(store.of_student(KnownWell, student_id))
    shareable = _for_student(store.check_ins_of(student_id))
    partnership = current_partnership(store.of_student(Partnership, student_id), caseload.today)
    return Shareable(
        student=student,
        others=other_names(caseload, student, uncovered),
        pacts=_for_student(store.of_student(Pact, student_id)),
        strengths=[fact.text for fact in facts if fact.facet is Facet.STRENGTHS],
        hopes=[fact.text for fact in facts if fact.facet is Facet.HOPES],
        own_words=[words for seen in reversed(shareable) if (words := _said(seen))][:WORDS],
        questions=[seen.question for seen in shareable if seen.question],
        next_step=partnership.next_step if partnership else "",
        plan=_plan(store.of_student(DefensePlan, student_id), caseload.today),
    )


def _for_student(records: Iterable[R]) -> list[R]:
    """The records that may be given to the student: the same rule decides what is shown beside them."""
    return [record for record in records if why_it_stays(record, Audience.STUDENT) is None]


def _plan(plans: list[DefensePlan], today: date) -> DefensePlan | None:
    """The plan to show; none once it is over, since what is next is then another one."""
    plan = shown_plan(plans, today)
    return plan if plan is not None and not plan.is_over else None


def _said(check_in: CheckIn) -> str:
    """What the student said; of what they wrote by their own hand also how they felt."""
    feeling = check_in.feeling if check_in.by is Observer.STUDENT else None
    feels = "" if feeling is None else feeling_words(feeling)
    return ": ".join(filter(None, (feels, check_in.student_says.strip())))
