"""Who has agreed to a pact: telling it, writing down a yes that is lacking, and how its words came about."""

from collections.abc import Callable

from advisory.casework.pact.activate import Beside, SecondPact, activate_pact
from advisory.casework.pact.agree import agree_to_pact, as_proposal
from advisory.model import Pact
from advisory.model.words import Observer, PactStatus
from advisory.rules.pact.life import NOT_YET_AGREED, Yes, agreed, agreed_by, missing
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.pact.agreement_fields import agreement_fields, given_yes
from advisory.tui.dialogs.pact.history import PactHistoryDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.screens.base.flow import Values, flow
from advisory.tui.screens.pact.one_pact import OnePact
from advisory.tui.words.pact import agreement_words
from advisory.tui.words.pact_history import wordings


class PactAgreeing(OnePact, inherit_bindings=False):
    """What both said yes to, and when."""

    @flow
    async def action_agreements(self) -> None:
        pact = self.pact
        if pact is None:
            return
        lacking = [party for party in (Observer.STUDENT, Observer.ADVISOR) if party not in agreed_by(pact)]
        if pact.status in NOT_YET_AGREED and lacking:
            await self._agree(pact, lacking)
        else:
            heading = f"Who has agreed · {self.desk.name(pact.student)}"
            await self.ask(ReportDialog(heading, self._agreements(pact), question=""))

    def _agreements(self, pact: Pact) -> list[str]:
        """Of each revision, the present one first."""
        revisions = sorted({pact.revision, *(yes.revision for yes in pact.agreements)}, reverse=True)
        return [
            f"revision {number}{', as it reads now' if number == pact.revision else ''}: "
            f"{agreement_words(pact, self.desk.prose, self.desk.caseload.today, number)}"
            for number in revisions
        ]

    async def _agree(self, shown: Pact, lacking: list[Observer]) -> None:
        desk = self.desk

        async def agree(values: Values) -> None:
            yes = given_yes(values, lacking)
            if not yes:
                raise Refusal("Nobody has said yes yet: choose how they said it, or leave with Esc.")
            if await self._begins(shown, yes):
                await self.settle(lambda beside: activate_pact(desk.caseload, shown, yes, beside=beside))
                self.say("Agreed, and begun", shown.student)
            else:
                agree_to_pact(desk.caseload, shown, yes)
                self.say("Agreed; u takes it back", shown.student)

        def rebase(stored: Pact) -> None:
            nonlocal shown
            shown = stored

        fields = list(agreement_fields(desk, shown, lacking))
        heading, about = f"Who says yes · {desk.name(shown.student)}", "\n".join(self._agreements(shown))
        await self.fill("pact_yes", heading, fields, agree, record_id=shown.id, about=about, rebase=rebase)

    async def _begins(self, pact: Pact, yes: list[Yes]) -> bool:
        """Whether the pact is to begin with what was just agreed: asked once nothing is missing."""
        today = self.desk.caseload.today
        if missing(agreed(as_proposal(pact), yes, today), today):
            return False
        options = [("begin", "it begins"), ("wait", "not yet")]
        return await self.ask(PickDialog("Both have agreed. Does the pact begin?", options)) == "begin"

    async def settle(self, act: Callable[[Beside], object]) -> None:
        """Do what makes a pact active; where another one is, ask what becomes of that. Refuses when nothing was chosen."""
        try:
            act(Beside.ASK)
        except SecondPact as second:
            others = self.desk.prose.notes([other.called for other in second.others], "; ")
            options = [(one.value, one.label) for one in (Beside.KEEP, Beside.PAUSE)]
            chosen = await self.ask(PickDialog(f"Another pact is active: {others}", options))
            if chosen is None:
                raise Refusal("Nothing has changed: there is another active pact.") from None
            act(Beside(chosen))

    @flow
    async def action_pact_history(self) -> None:
        pact = self.pact
        if pact is not None:
            await self.ask(PactHistoryDialog(self.desk.name(pact.student), wordings(self.desk, pact)))

    async def action_reword_pact(self) -> None:
        pact = self.pact
        if pact is None:
            return
        if pact.status is PactStatus.CLOSED:
            self.say("This pact is closed: what it said stays as it was. P drafts a new one.")
        else:
            self.begin(self.write_pact(pact.student, pact))
