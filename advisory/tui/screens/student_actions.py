"""What can be done with the highlighted student, on every screen alike."""

from textual import work

from advisory.model import FollowUp, Pact, Student
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.stage_gate import earlier_stage, next_stage
from advisory.tui.asking import asking
from advisory.tui.prose import day

from .note_taking import NOBODY, NoteTaking


class StudentActions(NoteTaking):
    """A dialog returns values, a verb writes."""

    @property
    def promise_id(self) -> str:
        """The promise that x and z mean: the highlighted student's next."""
        promises = self.desk.caseload.summary(self.student_id).promises if self.student_id else ()
        return promises[0].id if promises else ""

    # --- promises -------------------------------------------------------------------------------------------------

    @work(exclusive=True)
    async def action_promise(self) -> None:
        from advisory.casework.make_promise import make_promise
        from advisory.rules.day_words import read_day
        from advisory.tui.dialogs.field import Field

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def make(values: dict[str, str]) -> None:
            due_on = read_day(values["due"], caseload.today) if values["due"].strip() else None
            make_promise(caseload, student_id, values["text"], due_on=due_on)
            self.say("Promise kept in mind", student_id)

        await self.fill(
            f"I promise {self.desk.name(student_id)}",
            [
                Field("text", "What did I promise?"),
                Field("due", "Until when?", hint="fri, tomorrow, +3, 11/30; or leave it empty"),
            ],
            make,
        )

    async def action_promise_done(self) -> None:
        from advisory.casework.keep_promise import keep_promise

        with asking(self):
            promise_id = self._promise()
            if promise_id:
                promise = keep_promise(self.desk.caseload, promise_id)
                self.say("Promise done", promise.student)
        self.retell()

    @work(exclusive=True)
    async def action_snooze(self) -> None:
        from advisory.casework.snooze_promise import snooze_promise
        from advisory.rules.day_words import read_day
        from advisory.tui.dialogs.field import Field

        promise_id = self._promise()
        if not promise_id:
            return

        def snooze(values: dict[str, str]) -> None:
            promise = snooze_promise(
                self.desk.caseload, promise_id, read_day(values["until"], self.desk.caseload.today)
            )
            self.say(f"Snoozed until {day(promise.due_on, self.desk.caseload.today)}", promise.student)

        await self.fill(
            "Put the promise off",
            [Field("until", "Until when?", value="tomorrow", hint="tomorrow, fri, +3, 11/30")],
            snooze,
        )

    @work(exclusive=True)
    async def action_promise_drop(self) -> None:
        from advisory.casework.drop_promise import drop_promise
        from advisory.tui.dialogs.field import Field

        promise_id = self._promise()
        if not promise_id:
            return

        def drop(values: dict[str, str]) -> None:
            promise = drop_promise(self.desk.caseload, promise_id, values["why"])
            self.say("Promise dropped", promise.student)

        text = self.desk.prose.note(self.desk.caseload.store.need(FollowUp, promise_id).text)
        await self.fill("Let the promise go", [Field("why", "What changed?")], drop, about=text)

    def _promise(self) -> str:
        promise_id = self.promise_id
        if not promise_id:
            self.say("No promise of yours is open here. o makes one.")
        return promise_id

    # --- the partnership ------------------------------------------------------------------------------------------

    async def action_move_on(self) -> None:
        self._move(Direction.FORWARD)

    async def action_move_back(self) -> None:
        self._move(Direction.BACK)

    @work(exclusive=True)
    async def _move(self, way: Direction) -> None:
        from advisory.casework.move_stage import move_stage
        from advisory.tui.dialogs.field import Field

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return
        line = caseload.summary(student_id)
        here = line.stage or Stage.RAPPORT
        to_stage = next_stage(here) if way is Direction.FORWARD else earlier_stage(here)
        if to_stage is None:
            self.say(
                f"The partnership stands in {here.label}, the {'last' if way is Direction.FORWARD else 'first'} stage."
            )
            return
        forward = way is Direction.FORWARD
        fields = [Field("reason", "What did I see?" if forward else "What happened?")]
        if not forward:
            reasons = [(key.value, key.label) for key in MoveReason if key is not MoveReason.SIGNS_SEEN]
            fields.insert(0, Field("key", "Reason", choices=reasons))
            if line.pact is not None and line.pact.status is PactStatus.ACTIVE:
                fields.append(Field("pact", "The open pact", choices=[("keep", "keep it"), ("pause", "pause it")]))

        def move(values: dict[str, str]) -> None:
            key = MoveReason(values["key"]) if not forward else None
            made = move_stage(
                caseload,
                student_id,
                to_stage,
                values["reason"],
                reason_key=key,
                pause_pact=values.get("pact") == "pause",
            )
            where = f"on to {made.to_stage.label}" if forward else f"back to {made.to_stage.label}"
            self.say(
                f"Partnership {where}{'' if forward or to_stage is not Stage.RAPPORT else ': tending trust'}",
                student_id,
            )

        heading = f"{self.desk.name(student_id)}: {'on to' if forward else 'back to'} {to_stage.label}"
        await self.fill(
            heading, fields, move, about=_gate_words(line.gate.missing) if forward else "Nothing is deleted."
        )

    # --- pacts and the student's own record -----------------------------------------------------------------------

    @work(exclusive=True)
    async def action_draft_pact(self) -> None:
        from advisory.casework.draft_pact import draft_pact
        from advisory.tui.dialogs.pact import pact_changes, pact_fields

        caseload, student_id = self.desk.caseload, self.student_id
        if not student_id:
            self.say(NOBODY)
            return

        def draft(values: dict[str, str]) -> None:
            draft_pact(caseload, student_id, **pact_changes(values, None, caseload.today))
            self.say("Pact drafted", student_id)

        await self.fill(f"A pact with {self.desk.name(student_id)}", pact_fields(None, caseload.today), draft)

    @property
    def pact(self) -> Pact | None:
        """The pact that p means: the one that tells most about the highlighted student."""
        return self.desk.caseload.summary(self.student_id).pact if self.student_id else None

    @work(exclusive=True)
    async def action_edit_pact(self) -> None:
        from advisory.casework.edit_pact import edit_pact, refuse_agreed
        from advisory.tui.dialogs.pact import pact_changes, pact_fields

        shown, today = self.pact, self.desk.caseload.today
        if shown is None:
            self.say("There is no pact here yet. P drafts one.")
            return
        with asking(self) as asked:
            refuse_agreed(shown)
        if asked.refused:
            return

        def edit(values: dict[str, str]) -> None:
            edit_pact(self.desk.caseload, shown, **pact_changes(values, shown, today))
            self.say("Pact edited", shown.student)

        await self.fill(f"The pact with {self.desk.name(shown.student)}", pact_fields(shown, today), edit)

    @work(exclusive=True)
    async def action_edit_student(self) -> None:
        from advisory.casework.edit_student import edit_student
        from advisory.tui.dialogs.student import student_changes, student_fields

        if not self.student_id:
            self.say(NOBODY)
            return
        shown = self.desk.student(self.student_id)

        def edit(values: dict[str, str]) -> None:
            edit_student(self.desk.caseload, shown, **student_changes(values))
            self.say("Student edited", shown.id)

        await self.fill(f"Edit {self.desk.name(shown.id)}", student_fields(shown), edit)

    async def action_archive_student(self) -> None:
        from advisory.casework.archive_student import archive_student

        with asking(self):
            if not self.student_id:
                self.say(NOBODY)
                return
            student: Student = archive_student(self.desk.caseload, self.student_id)
            self.say("Archived; everything written stays. u brings them back", student.id)
        self.retell()

    async def action_open(self) -> None:
        if self.student_id:
            await self.open_card(self.student_id)

    async def action_student_card(self) -> None:
        if self.student_id:
            await self.open_card(self.student_id)

    async def open_card(self, student_id: str) -> None:
        """Open one student's card over this screen."""
        from .card import CardScreen

        await self.app.push_screen(CardScreen(self.desk, student_id))

    async def action_previous_student(self) -> None:
        self.body.move(-1)

    async def action_next_student(self) -> None:
        self.body.move(1)


def _gate_words(missing: tuple[str, ...]) -> str:
    if not missing:
        return "The signs are there."
    return f"Not there yet: {'; '.join(missing)}. You decide: a line on why is enough."
