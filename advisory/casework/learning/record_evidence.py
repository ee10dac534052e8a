"""Record evidence of a student's learning."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Evidence, Pact, Student
from advisory.model.words import EvidenceSource, Independence, Level, Visibility
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.pact.target import target_as_of
from advisory.rules.refusal import Refusal
from advisory.store import Change


def record_evidence(
    caseload: Caseload,
    student_id: str,
    seen: str,
    *,
    source: EvidenceSource,
    level: Level | None = None,
    independence: Independence | None = None,
    pact: str = "",
    success_line: str = "",
    seen_on: date | None = None,
    next_step: str = "",
    visibility: Visibility = Visibility.PRIVATE,
) -> Evidence:
    """Record one piece of evidence, seen today by default, with the pact's target as it was worded on that day.

    Level and independence stay open unless they are given, so that nothing is claimed that was not seen. Refuses an
    empty piece, a future day, another student's pact, and a success line that the pact does not have.
    """
    day = seen_on or caseload.today
    refuse_evidence(seen, day, caseload.today)
    with caseload.store.change("Evidence noted", caseload.now()) as change:
        student = change.need(Student, student_id)
        target = target_of(change, student.id, pact, success_line.strip(), day)
        return change.add(
            Evidence,
            student=student.id,
            seen_on=day,
            source=source,
            seen=seen.strip(),
            level=level,
            independence=independence,
            pact=pact,
            target=target,
            success_line=success_line.strip(),
            next_step=next_step.strip(),
            visibility=visibility,
        )


def refuse_evidence(seen: str, seen_on: date, today: date) -> None:
    """Refuse empty evidence, or evidence of a future day."""
    if not seen.strip():
        raise Refusal("What did you see or hear? One line is enough.")
    refuse_future(seen_on, today)


def target_of(change: Change, student_id: str, pact_id: str, success_line: str, day: date) -> str:
    """The target as the student's pact worded it on a day; "" without a pact."""
    if not pact_id:
        if success_line:
            raise Refusal("A success line belongs to a pact. Choose the pact as well.")
        return ""
    pact = own_pact(change, student_id, pact_id)
    if success_line and success_line not in {line.text for line in pact.success_evidence}:
        raise Refusal(f"The pact has no success line “{success_line}”.")
    return target_as_of(pact, day)


def own_pact(change: Change, student_id: str, pact_id: str) -> Pact:
    """The pact, if it is this student's; refuses another student's. Raises Missing."""
    pact = change.need(Pact, pact_id)
    if pact.student != student_id:
        raise Refusal("That pact is another student's.")
    return pact
