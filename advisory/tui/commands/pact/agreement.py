"""Who has agreed to a pact: showing it, recording a missing agreement, and the history of its wording."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from advisory.casework.pact.activate import Beside, SecondPact, activate_pact
from advisory.casework.pact.agree import agree_to_pact, as_proposal
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.life import NOT_YET_AGREED, Yes, agreed, agreed_by, missing
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.dialogs.pact.agreement_fields import agreement_fields, given_yes
from advisory.tui.dialogs.pact.history import PactHistoryDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.words.pact import agreement_words
from advisory.tui.words.pact_history import wordings

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def agreements(screen: "CaseScreen") -> None:
    """Show who has agreed and how, or the form that records a missing agreement."""
    pact = pact_of(screen)
    lacking = [party for party in (Observer.STUDENT, Observer.ADVISOR) if party not in agreed_by(pact)]
    if pact.status in NOT_YET_AGREED and lacking:
        await _agree(screen, pact, lacking)
    else:
        heading = f"Who has agreed · {screen.desk.name(pact.student)}"
        await screen.ask(ReportDialog(heading, _agreements(screen, pact), question=""))


def _agreements(screen: "CaseScreen", pact: Pact) -> list[str]:
    """A line for each revision that says who agreed to it, the current one first."""
    revisions = sorted({pact.revision, *(yes.revision for yes in pact.agreements)}, reverse=True)
    return [
        f"revision {number}{', current wording' if number == pact.revision else ''}: "
        f"{agreement_words(pact, screen.desk.prose, screen.desk.caseload.today, number)}"
        for number in revisions
    ]


async def _agree(screen: "CaseScreen", shown: Pact, lacking: list[Observer]) -> None:
    desk = screen.desk

    async def agree(values: Values, shown: Pact) -> None:
        yes = given_yes(values, lacking)
        if not yes:
            raise Refusal("No one has said yes yet. Choose how they said it, or press Esc.")
        if await _begins(screen, shown, yes):
            await settle(screen, lambda beside: activate_pact(desk.caseload, shown, yes, beside=beside))
            screen.say_written("Agreed, and begun", shown.called, shown.student)
        else:
            agree_to_pact(desk.caseload, shown, yes)
            screen.say_written("Agreed", shown.called, shown.student, f"; {screen.key('undo')} undoes it")

    fields = list(agreement_fields(desk, shown, lacking))
    heading, about = f"Who says yes · {desk.name(shown.student)}", "\n".join(_agreements(screen, shown))
    await fill(screen, "pact_yes", heading, fields, agree, shown=shown, about=about)


async def _begins(screen: "CaseScreen", pact: Pact, yes: list[Yes]) -> bool:
    """Whether the pact begins now. Asks the advisor once nothing is missing."""
    today = screen.desk.caseload.today
    if missing(agreed(as_proposal(pact), yes, today), today):
        return False
    options = [("begin", "it begins"), ("wait", "not yet")]
    return await screen.ask(PickDialog("You both agreed. Does the pact begin?", options)) == "begin"


async def settle(screen: "CaseScreen", act: Callable[[Beside], object]) -> None:
    """Call `act`, which makes a pact active. If another pact is active, ask what to do with it.

    Raises Refusal if the question is left unanswered.
    """
    try:
        act(Beside.ASK)
    except SecondPact as second:
        others = screen.desk.prose.notes([other.called for other in second.others], "; ")
        options = [(one.value, one.label) for one in (Beside.KEEP, Beside.PAUSE)]
        chosen = await screen.ask(PickDialog(f"Another pact is active: {others}", options))
        if chosen is None:
            raise Refusal("Nothing changed: there is another active pact.") from None
        act(Beside(chosen))


@shows_dialog
async def history(screen: "CaseScreen") -> None:
    """Show every wording that the pact has had."""
    pact = pact_of(screen)
    await screen.ask(PactHistoryDialog(screen.desk.name(pact.student), wordings(screen.desk, pact)))
