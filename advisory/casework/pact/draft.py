"""Draft a pact: a learning target, and anything else that is known already."""

from datetime import date
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.model import Pact, Student
from advisory.model.words import PactStatus, ReviewEvery
from advisory.rules.days.day_words import next_review, usual_target
from advisory.rules.pact.life import refuse_dates
from advisory.rules.refusal import Refusal


def draft_pact(caseload: Caseload, student_id: str, learning_target: str, **fields: Any) -> Pact:
    """Draft one pact, with the usual dates unless they are given; `fields` are Pact's.

    Refuses a pact without a target, and dates that contradict each other.
    """
    refuse_without_target(learning_target)
    start: date = fields.get("start_on") or caseload.today
    every: ReviewEvery = fields.get("review_every", ReviewEvery.TWO_WEEKS)
    review_on, target_on = usual_dates(caseload, start, every)
    dates = {"start_on": None, "next_review_on": review_on, "target_on": target_on}  # activating a pact sets its start
    with caseload.store.change("Pact drafted", caseload.now()) as change:
        student = change.need(Student, student_id)
        given = dates | fields
        refuse_dates(given["start_on"], given["next_review_on"], given["target_on"])
        return change.add(
            Pact, student=student.id, learning_target=learning_target.strip(), status=PactStatus.DRAFT, **given
        )


def usual_dates(caseload: Caseload, start: date, every: ReviewEvery) -> tuple[date, date]:
    """The first review and the end of a pact that starts on a day: school days, the end not before the review."""
    school = caseload.calendar
    review_on = school.school_day_from(next_review(start, every))
    return review_on, max(review_on, school.school_day_from(usual_target(start)))


def refuse_without_target(learning_target: str) -> None:
    """Refuse a pact without a learning target."""
    if not learning_target.strip():
        raise Refusal("A pact begins with its learning target: “I can …”, in the student's words.")
