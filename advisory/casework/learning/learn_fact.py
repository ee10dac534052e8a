"""Record a fact learned about a student."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import KnownWell, Student
from advisory.model.day_order import show_date
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.refusal import Refusal


def learn_fact(
    caseload: Caseload,
    student_id: str,
    facet: Facet,
    text: str,
    *,
    how: LearnedHow,
    learned_on: date | None = None,
    sensitive: bool = False,
    visibility: Visibility = Visibility.PRIVATE,
) -> KnownWell:
    """Record one fact, learned today by default. Refuses an empty fact and a future day."""
    learned_on = learned_on or caseload.today
    refuse_fact(text, learned_on, caseload.today)
    with caseload.store.change("Fact learned", caseload.now()) as change:
        student = change.need(Student, student_id)
        return change.add(
            KnownWell,
            student=student.id,
            facet=facet,
            text=text.strip(),
            learned_on=learned_on,
            how=how,
            sensitive=sensitive,
            visibility=visibility,
        )


def refuse_fact(text: str, learned_on: date, today: date) -> None:
    """Refuse an empty fact, or one learned on a future day."""
    if not text.strip():
        raise Refusal("What did you learn about them? Type it in a few words.")
    if learned_on > today:
        raise Refusal(f"{show_date(learned_on)} is still to come (today is {show_date(today)}). When did you learn it?")
