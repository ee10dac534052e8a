"""What the student and the advisor are asked before their pact is saved."""

from advisory.casework.pact.activate import Beside
from advisory.rules.pact.life import Yes
from advisory.tui.dialogs.dialog import Asker, ask_over
from advisory.tui.dialogs.pick import PickDialog

from .agreement import AgreementDialog
from .changed_words import Again, ChangedWordsDialog
from .check import Answers, Check

_BESIDE = [(Beside.KEEP.value, "Keep both"), (Beside.PAUSE.value, "Pause the other")]


async def ask_again(screen: Asker, check: Check, *, covered: bool) -> Answers | None:
    """Show what changed since both agreed, and ask whether they agree again. None for "not yet"."""
    again = await ask_over(screen, ChangedWordsDialog(check.changed))
    if again is Again.TYPO:
        return Answers(typo=True)
    if again is Again.AGREE:
        given = await ask_over(screen, AgreementDialog(check.names, needs_both=True, covered=covered))
        return Answers(tuple(given)) if given is not None else None
    return None


async def ask_to_begin(screen: Asker, check: Check, *, covered: bool) -> Answers | None:
    """Ask who agrees, and if both have, what to do with another active pact. None if they want to go on writing."""
    given: list[Yes] | None = []
    if check.names:
        given = await ask_over(screen, AgreementDialog(check.names, agreed=check.agreed, covered=covered))
    if given is None:
        return None
    if not check.others or len(given) < len(check.names):
        return Answers(tuple(given), begins=True)
    named = "; ".join(f"“{called}”" for called in check.others)
    picked = await ask_over(screen, PickDialog(f"There is already an active pact: {named}", _BESIDE))
    return Answers(tuple(given), begins=True, beside=Beside(picked)) if picked is not None else None
