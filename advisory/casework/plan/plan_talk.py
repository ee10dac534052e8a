"""Put a student on the plan for a day, or move them to another day."""

from datetime import date

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import PlannedTalk, Student
from advisory.model.words import Status
from advisory.rules.next.plan import Planned, refuse_day
from advisory.rules.refusal import Refusal


def plan_talk(caseload: Caseload, student_id: str, on: date) -> Planned:
    """Plan to talk with a student on a day, instead of the day planned before; the talk as it stands then.

    Refuses a past day, one without school, today when the student has had a one-to-one, and a student who left or is on
    leave. The record of an earlier talk is used again, so that a student has one at most.
    """
    refuse_day(on, caseload.today, caseload.calendar)
    with caseload.store.change("Talk planned", caseload.now()) as change:
        student, before = change.need(Student, student_id), caseload.planned_talk(student_id)
        if student.status is not Status.ACTIVE:
            raise Refusal(f"{student.full_name} is not here to plan for ({student.status.label}).")
        if on == caseload.today == caseload.summary(student_id).last_one_to_one_on:
            raise Refusal(f"{student.full_name} has had a one-to-one today. Choose a later day.")
        if before is None or before.chosen_on != on:
            earlier = change.of_student(PlannedTalk, student_id)
            reused = next((plan for plan in earlier if plan.on != on), None)
            if reused is None:  # a talk of the same day, which took place early, stays as it was
                change.add(PlannedTalk, student=student_id, on=on)
            else:
                change.put(replace(reused, on=on))
            for plan in earlier:
                if plan is not reused:
                    change.remove(plan)
    planned = caseload.planned_talk(student_id)
    assert planned is not None  # just planned, for a day that is not past
    return planned
