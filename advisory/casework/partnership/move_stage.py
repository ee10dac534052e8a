"""Move the partnership with a student to another stage."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Indicator, Pact, StageMove, Student
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.pact.life import paused
from advisory.rules.partnership.stage_gate import describe_move, direction
from advisory.rules.refusal import Refusal

from .this_year import put_partnership, this_years_partnership


def move_stage(
    caseload: Caseload,
    student_id: str,
    to_stage: Stage,
    reason: str,
    *,
    reason_key: MoveReason | None = None,
    pause_pact: bool = False,
) -> StageMove:
    """Move one stage forward, or any number of stages back.

    A move past a gate that is not met is allowed, and marked as an override. Moving back can pause the active pact. The
    reason must be in words, unless the gate is met, or `reason_key` is given and its label says enough: an empty reason
    becomes that label. Refuses to skip a stage, to stay in place, and to move without a reason.
    """
    with caseload.store.change("Partnership moved", caseload.now()) as change:
        gate = caseload.summary(student_id).gate
        partnership = this_years_partnership(caseload, change, change.need(Student, student_id))
        way = direction(partnership.stage, to_stage)
        is_met = way is Direction.FORWARD and gate.is_met
        key = reason_key or (MoveReason.SIGNS_SEEN if is_met else MoveReason.OTHER)
        words = reason.strip() or (
            "" if key is MoveReason.OTHER or (key is MoveReason.SIGNS_SEEN and not is_met) else key.label
        )
        if not words:
            raise Refusal("Why does it move? Type one line on what you saw.")
        change.what = f"Partnership: {describe_move(way, to_stage)}"
        put_partnership(change, msgspec.structs.replace(partnership, stage=to_stage, entered_on=caseload.today))
        if way is Direction.BACK and pause_pact:
            for pact in change.of_student(Pact, student_id):
                if pact.status is PactStatus.ACTIVE:
                    change.put(paused(pact))
        return change.add(
            StageMove,
            student=student_id,
            partnership=partnership.id,
            from_stage=partnership.stage,
            to_stage=to_stage,
            moved_on=caseload.today,
            direction=way,
            reason_key=key,
            reason=words,
            indicators=tuple(sign.id for sign in change.of_student(Indicator, student_id)),
            override=way is Direction.FORWARD and not is_met,
        )
