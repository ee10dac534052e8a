"""Looking at a pact again: the review with the next day, setting it aside, and taking it up again."""

from datetime import date

from advisory.casework.pact.pause import pause_pact
from advisory.casework.pact.resume import resume_pact
from advisory.casework.pact.review import review_pact
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.days.day_words import format_day
from advisory.rules.pact.keeping import usual_review_on
from advisory.tui.asking import asking
from advisory.tui.dialogs.form.field import Field
from advisory.tui.prose import day
from advisory.tui.screens.base.flow import Values, flow

from .agreement import PactAgreeing
from .end import PactEnding

_DAYS = "fri, +14, 11/30"


class PactLooking(PactAgreeing, PactEnding, inherit_bindings=False):
    """The next look is a day of the rhythm that both agreed to, so it asks nobody again."""

    @flow
    async def action_review_pact(self) -> None:
        pact = self.pact
        if pact is None:
            return
        if pact.status is not PactStatus.ACTIVE:
            is_paused = pact.status is PactStatus.PAUSED
            why = "S takes it up again" if is_paused else "two look again at one that they keep"
            self.say(f"This pact is {pact.status.label}: {why}.")
            return
        on = self._next_look(pact)
        if on is None:
            await self.end_or_go_on(pact)
        else:
            await self._review(pact, on)

    def _next_look(self, pact: Pact) -> date | None:
        return usual_review_on(pact, self.desk.caseload.today, self.desk.caseload.calendar)

    async def _review(self, shown: Pact, on: date) -> None:
        desk, today = self.desk, self.desk.caseload.today

        def review(values: Values) -> None:
            next_on = desk.day(values["next_on"])
            held = review_pact(desk.caseload, shown, next_on, values["line"], student_says=values["student_says"])
            again = f"we look again {day(held.pact.next_review_on, today)}"
            self.say(f"Looked at, {again}" if held.check_in else f"Looked at today already; {again}", shown.student)

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        last = ", when the pact ends" if on == shown.target_on else ""
        fields = [
            Field("line", "What did you two see?", hint="or nothing: Enter saves", is_enough=True),
            Field("student_says", "Their words:", is_long=True),
            Field("next_on", "We look again on", on.isoformat(), _DAYS),
        ]
        about = f"Next look, {shown.review_every.label}: {format_day(on, today)}{last}"
        heading = f"Looking again with {desk.name(shown.student)}"
        await self.fill("pact_review", heading, fields, review, record_id=shown.id, about=about, rebase=rebase)

    # --- set aside, and taken up again ----------------------------------------------------------------------------

    @flow
    async def action_set_aside(self) -> None:
        pact = self.pact
        if pact is None:
            return
        with asking(self):
            if pact.status is PactStatus.PAUSED:
                await self._take_up(pact)
            elif pact.status is PactStatus.ACTIVE:
                pause_pact(self.desk.caseload, pact)
                self.say("Set aside; S takes it up again", pact.student)
            else:
                self.say(f"This pact is {pact.status.label}: only one that two keep is set aside.")
        self.retell()

    async def _take_up(self, shown: Pact) -> None:
        """Make it active again, with a day to look again where the one there was is gone by."""
        desk, today = self.desk, self.desk.caseload.today
        if shown.next_review_on is not None and shown.next_review_on >= today:
            await self._resume(shown, None)
            return
        on = self._next_look(shown)
        if on is None:
            await self.end_or_go_on(shown)
            return

        async def take_up(values: Values) -> None:
            await self._resume(shown, desk.day(values["next_on"]))

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        fields = [Field("next_on", "We look again on", on.isoformat(), _DAYS, is_enough=True)]
        heading = f"Taking the pact with {desk.name(shown.student)} up again"
        await self.fill("pact_again", heading, fields, take_up, record_id=shown.id, rebase=rebase)

    async def _resume(self, pact: Pact, on: date | None) -> None:
        caseload = self.desk.caseload
        await self.settle(lambda beside: resume_pact(caseload, pact, on, beside=beside))
        self.say("Taken up again", pact.student)
