"""What can be done with the partnership with the highlighted student, and with their pact."""

from functools import partial

from advisory.model import Pact
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.overview.summary import Summary
from advisory.rules.partnership.stage_gate import describe_move, direction, earlier_stage, next_stage
from advisory.rules.refusal import Refusal
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.base.note_taking import NOBODY, NoteTaking

from .pact.writing import PactWriting

NO_REASON = "The reason is yours: choose one by its letter, or say in a line what happened."


class PartnershipActions(PactWriting, NoteTaking):
    """Moving it on or back, and drafting a pact."""

    async def action_move_on(self) -> None:
        self.begin(self._move(Direction.FORWARD))

    async def action_move_back(self) -> None:
        self.begin(self._move(Direction.BACK))

    def move_to(self, stage: Stage) -> None:
        """Ask what a move to that stage asks."""
        self.begin(self._move_to(self.desk.caseload.summary(self.student_id), stage))

    async def _move(self, way: Direction) -> None:
        if not self.student_id:
            self.say(NOBODY)
            return
        line = self.desk.caseload.summary(self.student_id)
        here, forward = line.stage or Stage.RAPPORT, way is Direction.FORWARD
        to_stage = next_stage(here) if forward else earlier_stage(here)
        if to_stage is None:
            self.say(f"The partnership stands in {here.label}, the {'last' if forward else 'first'} stage.")
            return
        await self._move_to(line, to_stage)

    async def _move_to(self, line: Summary, to_stage: Stage) -> None:
        from advisory.tui.dialogs.fields.move import move_fields

        way = direction(line.stage or Stage.RAPPORT, to_stage)
        forward = way is Direction.FORWARD
        await self.fill(
            "move_on" if forward else "move_back",
            f"{self.desk.name(line.student.id)}: {describe_move(way, to_stage)}",
            move_fields(way, has_open_pact=line.pact is not None and line.pact.status is PactStatus.ACTIVE),
            partial(self._moved, line, to_stage),
            record_id=line.student.id,
            about=_gate_words(line) if forward else "Nothing is deleted.",
        )

    def _moved(self, line: Summary, to_stage: Stage, values: Values) -> None:
        from advisory.casework.partnership.move_stage import move_stage

        if "key" in values and not (values["key"] or values["reason"].strip()):
            raise Refusal(NO_REASON)
        made = move_stage(
            self.desk.caseload,
            line.student.id,
            to_stage,
            values["reason"],
            reason_key=MoveReason(values["key"]) if values.get("key") else None,
            pause_pact=values.get("pact") == "pause",
        )
        self.say(f"Partnership {describe_move(made.direction, to_stage)}", line.student.id)

    @flow
    async def action_draft_pact(self) -> None:
        if self.student_id:
            await self.write_pact(self.student_id)
        else:
            self.say(NOBODY)

    @property
    def pact(self) -> Pact | None:
        """The pact that p means: the one that tells most about the highlighted student."""
        return self.desk.caseload.summary(self.student_id).pact if self.student_id else None


def _gate_words(line: Summary) -> str:
    if line.gate.is_met:
        return "The signs are there."
    return f"Not there yet: {line.gate.words}. You decide: a line on why is enough."
