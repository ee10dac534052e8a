"""Closing a pact: how it ended, what the student says, and what comes next."""

from typing import TYPE_CHECKING

from advisory.casework.pact.close import Carried, Closed
from advisory.casework.pact.close import close_pact as end_pact
from advisory.model import Pact
from advisory.model.words import PactOutcome
from advisory.rules.pact.life import AGREED_STATES, closed
from advisory.rules.refusal import Refusal
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.commands.pact.shown import pact_of
from advisory.tui.commands.pact.writing import write
from advisory.tui.dialogs.pact.close import GOES_ON, NEW_PACT, carried, carried_ticks, close_fields
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.tick_list import TickListDialog
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def close(screen: "CaseScreen") -> None:
    """Close the highlighted pact, if it has begun."""
    pact = pact_of(screen)
    if pact.status in AGREED_STATES:
        await close_pact(screen, pact)
    else:
        screen.say(f"This pact is {pact.status.said}: you can only close one that has begun.", pact.student)


async def close_pact(screen: "CaseScreen", shown: Pact) -> None:
    """Show the form that closes a pact, then the editor of the pact that follows it, if any."""
    desk, student_id, made = screen.desk, shown.student, None

    async def save(values: Values, shown: Pact) -> None:
        nonlocal made
        goes_on = await _goes_on(screen, shown, values) if values[GOES_ON] == NEW_PACT else None
        is_target = goes_on is not None and goes_on.learning_target != shown.learning_target
        line = "" if is_target else values["comes_next"]
        outcome = PactOutcome(values["outcome"])
        made = end_pact(desk.caseload, shown, outcome, values["said"], comes_next=line, carried=goes_on)
        then = f"; {screen.key('undo')} undoes it"
        screen.say_written(f"Closed, {outcome.label}", shown.called, student_id, then)

    heading = f"The end of the pact with {desk.name(student_id)}"
    about = desk.prose.note(shown.learning_target)
    await fill(screen, "pact_close", heading, close_fields(shown), save, shown=shown, about=about)
    if made is not None:
        await _go_on(screen, made)


async def _goes_on(screen: "CaseScreen", pact: Pact, values: Values) -> Carried:
    """What the new pact takes over. Refuses if nothing is chosen, or if this pact couldn't be closed."""
    outcome, target = PactOutcome(values["outcome"]), values["comes_next"].strip()
    closed(pact, screen.desk.caseload.today, outcome, values["said"], "a new pact")
    ticks = carried_ticks(screen.desk, pact, is_met=outcome is PactOutcome.MET, has_target=bool(target))
    ticked = await screen.ask(TickListDialog("What carries over to the new pact?", ticks))
    if ticked is None:
        raise Refusal("Not closed yet. Choose what carries over, or type what comes next.")
    chosen = carried(pact, ticked, target)
    if not chosen.learning_target:
        raise Refusal("What is the new target? Type it in the last line, or tick the old one.")
    return chosen


async def _go_on(screen: "CaseScreen", made: Closed) -> None:
    """Open the editor of the next pact: the draft just made or, if the pact was met and the advisor agrees, a new one."""
    student_id = made.pact.student
    if made.draft is not None:
        await write(screen, student_id, made.draft)
    elif made.pact.outcome is PactOutcome.MET:
        options = [("later", "not now"), ("now", "write the next one now")]
        if await screen.ask(PickDialog("Met! What about the next pact?", options)) == "now":
            await write(screen, student_id)


async def end_or_go_on(screen: "CaseScreen", pact: Pact) -> None:
    """Say that a pact's time is over, and offer to close it or to extend it."""
    today = screen.desk.caseload.today
    ends = f"ends {day(pact.target_on, today)}" if pact.target_on == today else f"ended {day(pact.target_on, today)}"
    options = [
        ("close", "close it"),
        ("later", "let it end later (you both agree to it)"),
        ("leave", "leave it for now"),
    ]
    chosen = await screen.ask(PickDialog(f"This pact {ends}, so there is no time left for another review.", options))
    if chosen == "close":
        await close_pact(screen, pact)
    elif chosen == "later":
        await write(screen, pact.student, pact)
