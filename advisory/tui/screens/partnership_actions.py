"""What can be done with the partnership with the highlighted student, and with their pact."""

from functools import partial

from advisory.model import Pact
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.refusal import Refusal
from advisory.rules.stage_gate import direction, earlier_stage, moved, next_stage
from advisory.rules.summary import Summary

from .flow import Values, flow
from .note_taking import NOBODY, NoteTaking

NO_REASON = "The reason is yours: choose one by its letter, or say in a line what happened."


class PartnershipActions(NoteTaking):
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
        from advisory.tui.dialogs.move import move_fields

        way = direction(line.stage or Stage.RAPPORT, to_stage)
        forward = way is Direction.FORWARD
        await self.fill(
            "move_on" if forward else "move_back",
            f"{self.desk.name(line.student.id)}: {moved(way, to_stage)}",
            move_fields(way, has_open_pact=line.pact is not None and line.pact.status is PactStatus.ACTIVE),
            partial(self._moved, line, to_stage),
            record_id=line.student.id,
            about=_gate_words(line) if forward else "Nothing is deleted.",
        )

    def _moved(self, line: Summary, to_stage: Stage, values: Values) -> None:
        from advisory.casework.move_stage import move_stage

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
        self.say(f"Partnership {moved(made.direction, to_stage)}", line.student.id)

    @flow
    async def action_draft_pact(self) -> None:
        from advisory.casework.draft_pact import draft_pact
        from advisory.tui.dialogs.pact import pact_changes, pact_fields

        desk, student_id = self.desk, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def draft(values: Values) -> None:
            draft_pact(desk.caseload, student_id, **pact_changes(values, None, desk))
            self.say("Pact drafted", student_id)

        heading = f"A pact with {desk.name(student_id)}"
        await self.fill("pact", heading, pact_fields(None, desk.caseload), draft, record_id=student_id)

    @property
    def pact(self) -> Pact | None:
        """The pact that p means: the one that tells most about the highlighted student."""
        return self.desk.caseload.summary(self.student_id).pact if self.student_id else None

    @flow
    async def action_edit_pact(self) -> None:
        from advisory.casework.edit_pact import edit_pact
        from advisory.tui.dialogs.pact import pact_changes, pact_fields

        desk, pact = self.desk, self.pact
        if pact is None:
            self.say("There is no pact here yet. P drafts one.")
            return
        shown: Pact = pact

        def edit(values: Values) -> None:
            edit_pact(desk.caseload, shown, **pact_changes(values, shown, desk))
            self.say("Pact edited", shown.student)

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        heading, fields = f"The pact with {desk.name(shown.student)}", pact_fields(shown, desk.caseload)
        await self.fill("edit_pact", heading, fields, edit, record_id=shown.id, rebase=rebase)


def _gate_words(line: Summary) -> str:
    if line.gate.is_met:
        return "The signs are there."
    return f"Not there yet: {line.gate.words}. You decide: a line on why is enough."
