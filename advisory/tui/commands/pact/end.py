"""The end of a pact: how it ended, the student's line, and what comes next."""

from advisory.casework.pact.close import Carried, Closed, close_pact
from advisory.model import Pact
from advisory.model.words import PactOutcome
from advisory.rules.pact.life import AGREED_STATES, closed
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.pact.close import GOES_ON, NEW_PACT, carried, carried_ticks, close_fields
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.tick_list import TickListDialog
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.pact.one_pact import OnePact


class PactEnding(OnePact, inherit_bindings=False):
    """A form, and for a new pact the ticks for what goes on in it; then one change."""

    @flow
    async def action_close_pact(self) -> None:
        pact = self.pact
        if pact is None:
            return
        if pact.status in AGREED_STATES:
            await self.close_pact(pact)
        else:
            self.say(f"This pact is {pact.status.label}: two close one that they have begun.")

    async def close_pact(self, shown: Pact) -> None:
        """Let the advisor close a pact; the one that goes on from it is opened to be written. Called inside a flow."""
        desk, student_id, made = self.desk, shown.student, None

        async def close(values: Values) -> None:
            nonlocal made
            goes_on = await self._goes_on(shown, values) if values[GOES_ON] == NEW_PACT else None
            is_target = goes_on is not None and goes_on.learning_target != shown.learning_target
            line = "" if is_target else values["comes_next"]
            outcome = PactOutcome(values["outcome"])
            made = close_pact(desk.caseload, shown, outcome, values["said"], comes_next=line, carried=goes_on)
            self.say(f"Closed: {outcome.label}; u takes it back", student_id)

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        heading = f"The end of the pact with {desk.name(student_id)}"
        about = desk.prose.note(shown.learning_target)
        fields = close_fields(shown)
        await self.fill("pact_close", heading, fields, close, record_id=shown.id, about=about, rebase=rebase)
        if made is not None:
            await self._go_on(made)

    async def _goes_on(self, pact: Pact, values: Values) -> Carried:
        """What the new pact takes over. Refuses when nothing was chosen, and when closing would be refused."""
        outcome, target = PactOutcome(values["outcome"]), values["comes_next"].strip()
        closed(pact, self.desk.caseload.today, outcome, values["said"], "a new pact")
        ticks = carried_ticks(self.desk, pact, is_met=outcome is PactOutcome.MET, has_target=bool(target))
        ticked = await self.ask(TickListDialog("What goes on in the new pact?", ticks))
        if ticked is None:
            raise Refusal("Nothing is closed yet: choose what goes on, or say in a line what comes next.")
        chosen = carried(pact, ticked, target)
        if not chosen.learning_target:
            raise Refusal("What is the new target? Type it in the last line, or tick the old one.")
        return chosen

    async def _go_on(self, made: Closed) -> None:
        """Write the next pact: the draft that was made, or after one that was met, if wanted, a new one."""
        student_id = made.pact.student
        if made.draft is not None:
            await self.write_pact(student_id, made.draft)
        elif made.pact.outcome is PactOutcome.MET:
            options = [("later", "not now"), ("now", "write the next one now")]
            if await self.ask(PickDialog("Met. What about the next pact?", options)) == "now":
                await self.write_pact(student_id)

    async def end_or_go_on(self, pact: Pact) -> None:
        """Say that a pact has come to its end; offer to close it, or to let it end later. Called inside a flow."""
        today = self.desk.caseload.today
        ends = (
            f"ends {day(pact.target_on, today)}" if pact.target_on == today else f"ended {day(pact.target_on, today)}"
        )
        options = [
            ("close", "close it"),
            ("later", "let it end later, which both agree to"),
            ("leave", "leave it for now"),
        ]
        chosen = await self.ask(PickDialog(f"This pact {ends}: there is no next look in its time.", options))
        if chosen == "close":
            await self.close_pact(pact)
        elif chosen == "later":
            await self.write_pact(pact.student, pact)
