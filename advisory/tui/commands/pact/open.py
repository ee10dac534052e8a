"""What can be done with the highlighted student's pact on every screen: opening it, and giving up what has not begun."""

from advisory.model import Pact
from advisory.rules.pact.life import NOT_YET_AGREED
from advisory.tui.asking import asking
from advisory.tui.commands.partnership import PartnershipActions
from advisory.tui.screens.base.flow import flow

NO_PACT = "There is no pact here yet. P drafts one."


class PactActions(PartnershipActions):
    """The rest is done on the pact's own screen."""

    async def action_edit_pact(self) -> None:
        pact = self.pact
        if pact is None:
            self.say(NO_PACT)
        elif pact.status in NOT_YET_AGREED:
            self.begin(self.write_pact(pact.student, pact))
        else:
            await self.open_pact(pact)

    async def open_pact(self, pact: Pact) -> None:
        """Open a pact's screen over this one."""
        await self.run_action(f"app.open_over('pact', {pact.id!r})")

    @flow
    async def action_discard_pact(self) -> None:
        from advisory.casework.pact.discard import discard_pact
        from advisory.tui.dialogs.pick import PickDialog

        pact = self.pact
        if pact is None:
            self.say(NO_PACT)
            return
        if pact.status not in NOT_YET_AGREED:
            self.say(f"This pact is {pact.status.label}: only what has not begun is given up.")
            return
        heading = f"Give this {pact.status.label} pact up? {self.desk.prose.note(pact.called)}"
        options = [("discard", "give it up; u brings it back"), ("keep", "keep it")]
        if await self.ask(PickDialog(heading, options)) == "discard":
            with asking(self):
                discard_pact(self.desk.caseload, pact)
                self.say("Given up; u brings it back", pact.student)
            self.retell()
