"""The day and after: the panel's words before the outcome, one more turn, and the celebration."""

from typing import TYPE_CHECKING

from advisory.model import DefensePlan
from advisory.model.defense_words import DefenseOutcome
from advisory.rules.days.hour_words import read_hour
from advisory.rules.season.plan_life import called
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.prose import day

from .shown import plan_of

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_ENDINGS = {
    DefenseOutcome.PASSED: "passed",
    DefenseOutcome.DEFEND_AGAIN: "defend again: one more turn, with a plan of its own",
}


@shows_dialog
async def close(screen: "CaseScreen") -> None:
    """Go on where the plan stands: the panel's words, then the outcome, then how it was celebrated."""
    plan = plan_of(screen)
    if plan.feedback_on is None:
        await _before_feedback(screen, plan)
    elif not plan.is_over:
        await _outcome(screen, plan)
    elif not plan.celebration:
        await celebrate_it(screen, plan)
    else:
        screen.say("It is over, and celebrated.", plan.student)


async def _before_feedback(screen: "CaseScreen", plan: DefensePlan) -> None:
    from advisory.tui.dialogs.pick import PickDialog

    if plan.held_on > screen.desk.caseload.today:
        when = day(plan.held_on, screen.desk.caseload.today)
        options = [("stay", f"leave it: the day is {when}"), ("postpone", "postpone it; a new day comes later")]
    else:
        options = [
            ("feedback", "write down the panel's wows and wonders"),
            ("postpone", "it was postponed; a new day comes later"),
        ]
    chosen = await screen.ask(PickDialog(f"The day of {screen.desk.name(plan.student)}", options))
    if chosen == "feedback":
        await write_feedback(screen, plan)
    elif chosen == "postpone":
        _choose(screen, plan, DefenseOutcome.POSTPONED)


async def write_feedback(screen: "CaseScreen", plan: DefensePlan) -> None:
    """The panel's words; once they are saved, the outcome is asked for."""
    from advisory.casework.defense.outcome import give_feedback
    from advisory.tui.dialogs.fields.defense import feedback_fields, lines_of

    desk, told = screen.desk, plan

    def save(values: Values, shown: DefensePlan) -> None:
        nonlocal told
        told = give_feedback(desk.caseload, shown, wows=lines_of(values["wows"]), wonders=lines_of(values["wonders"]))
        screen.say("The panel's words are written down", shown.student)

    heading = f"What the panel said · {desk.name(plan.student)}"
    if await fill(screen, "panel_said", heading, feedback_fields(), save, shown=plan):
        await _outcome(screen, told)


async def _outcome(screen: "CaseScreen", plan: DefensePlan) -> None:
    from advisory.tui.dialogs.pick import PickDialog

    options = [(one.value, words) for one, words in _ENDINGS.items()]
    chosen = await screen.ask(PickDialog(f"How did it end? · {screen.desk.name(plan.student)}", options))
    if chosen == DefenseOutcome.PASSED:
        await celebrate_it(screen, _choose(screen, plan, DefenseOutcome.PASSED))
    elif chosen == DefenseOutcome.DEFEND_AGAIN:
        await one_more_turn(screen, plan)


def _choose(screen: "CaseScreen", plan: DefensePlan, outcome: DefenseOutcome) -> DefensePlan:
    from advisory.casework.defense.outcome import choose_outcome

    ended = choose_outcome(screen.desk.caseload, plan, outcome)
    screen.say(f"{called(plan.type)}: {outcome.label}", plan.student)
    screen.redraw()
    return ended


async def one_more_turn(screen: "CaseScreen", plan: DefensePlan) -> None:
    """One more turn: what will be different, two steps, and the new day. The screen then shows the new plan."""
    from advisory.casework.defense.outcome import defend_again
    from advisory.tui.dialogs.fields.defense import again_fields

    desk, made = screen.desk, None

    def save(values: Values, shown: DefensePlan) -> None:
        nonlocal made
        made = defend_again(
            desk.caseload,
            shown,
            desk.day(values["day"]),
            read_hour(values["hour"]) if values["hour"].strip() else None,
            to_change=values["to_change"],
            steps=(values["first"], values["second"]),
        )

    heading = f"One more turn · {desk.name(plan.student)}"
    await fill(screen, "defend_again", heading, again_fields(plan), save, shown=plan)
    if made is not None:
        again = made.next.plan
        screen.turn_to(again.id)
        screen.say(f"One more turn {day(again.held_on, desk.caseload.today)}", again.student)


async def celebrate_it(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Ask how the two celebrated."""
    from advisory.casework.defense.outcome import celebrate
    from advisory.tui.dialogs.form.field import Field

    def save(values: Values, shown: DefensePlan) -> None:
        noted = celebrate(screen.desk.caseload, shown, values["how"])
        screen.say_written("Celebrated", noted.celebration, shown.student)

    field = Field("how", "How did you two celebrate it?", hint="e.g. called home together")
    await fill(screen, "celebration", f"Celebrate · {screen.desk.name(plan.student)}", [field], save, shown=plan)
