"""The parts of a plan: artifacts, practices, the panel, and how the student feels; adding, changing and removing one."""

from collections.abc import Awaitable, Callable
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from advisory.model import CognitiveInsight, DefensePlan, Evidence, Pact
from advisory.rules.refusal import Refusal
from advisory.rules.season.artifacts import Offer, offers
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.highlighted import ARTIFACTS, FEELING, PANEL, PRACTICES, PlanPart
from advisory.tui.prose import day

from .feeling import before_the_day
from .shown import plan_of

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen

_TYPED = "typed"
_ARTIFACT = "artifact"
"""The form under which a draft of a new artifact is kept; one about an artifact that is already there has one more letter."""


@shows_dialog
async def add_part(screen: "CaseScreen") -> None:
    """Add what the section of the cursor holds; where it holds nothing of its own, ask."""
    from advisory.tui.dialogs.pick import PickDialog

    plan, part = plan_of(screen), screen.highlighted.part
    section = part.section if part and part.section in _ADD else None
    if section is None:
        options = [(ARTIFACTS, "an artifact"), (PRACTICES, "a practice"), (PANEL, "somebody on the panel")]
        section = await screen.ask(PickDialog("Add what?", options))
    if section is not None:
        await _ADD[section](screen, plan)


async def _artifact(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Offer what is already there, one after the other, until Escape; or a form for something else."""
    from advisory.casework.defense.artifact import take_over
    from advisory.tui.dialogs.pick import PickDialog

    desk = screen.desk
    shown = plan
    while True:
        options = [(one.artifact.came_from, _offer_words(screen, one)) for one in _offers(screen, shown)]
        picked = await screen.ask(
            PickDialog(
                "What do they show? They and the panel read these words.", [*options, (_TYPED, "something else, typed")]
            )
        )
        if picked is None:
            return
        if picked == _TYPED:
            await type_artifact(screen, shown)
            return
        shown = take_over(desk.caseload, shown, picked)
        screen.say_written("Taken over", shown.artifacts[-1].title, shown.student)
        screen.redraw()


async def type_artifact(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Show the form that adds something that is nowhere yet."""
    from advisory.casework.defense.artifact import add_artifact
    from advisory.tui.dialogs.fields.defense import artifact_fields, read_artifact

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        fields = read_artifact(values)
        screen.say_written("Added", fields["title"], add_artifact(desk.caseload, shown, **fields).student)

    heading = f"Something to show · {desk.name(plan.student)}"
    await fill(screen, _ARTIFACT, heading, artifact_fields(None), save, shown=plan)


def _offers(screen: "CaseScreen", plan: DefensePlan) -> list[Offer]:
    store, student = screen.desk.caseload.store, plan.student
    kinds = (store.of_student(Pact, student), store.of_student(Evidence, student))
    return offers(plan, *kinds, store.of_student(CognitiveInsight, student))


def _offer_words(screen: "CaseScreen", offer: Offer) -> str:
    when = f", {day(offer.on, screen.desk.caseload.today)}" if offer.on else ""
    return f"{screen.desk.prose.note(offer.artifact.title)} ({offer.noun}{when})"


@shows_dialog
async def practice(screen: "CaseScreen") -> None:
    """Show the form that notes a practice."""
    await note_practice(screen, plan_of(screen))


async def note_practice(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Show the form that notes a practice."""
    from advisory.casework.defense.practice import note_practice as note
    from advisory.tui.dialogs.fields.defense import practice_fields, read_practice

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        practiced = note(desk.caseload, shown, **read_practice(desk, values))
        promised = practiced.promise
        then = f", {promised.owner.label if not promised.is_mine else 'you'}" if promised else ""
        number = len(practiced.plan.practices)
        screen.say_written(f"Practice {number} noted", promised.text if promised else "", shown.student, then)

    heading = f"A practice · {desk.name(plan.student)}"
    await fill(screen, "practice", heading, practice_fields(), save, shown=plan)


async def _member(screen: "CaseScreen", plan: DefensePlan) -> None:
    from advisory.casework.defense.panel import ask_panel
    from advisory.tui.dialogs.fields.defense import panel_fields

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        asked = desk.day(values["asked"], past=True) if values["asked"].strip() else None
        saved = ask_panel(desk.caseload, shown, values["name"], values["role"], asked_on=asked)
        screen.say_written("Asked", saved.panel[-1].name, shown.student)

    await fill(screen, "panel", f"Who sits on the panel · {desk.name(plan.student)}", panel_fields(), save, shown=plan)


async def edit_part(screen: "CaseScreen", plan: DefensePlan, part: PlanPart) -> bool:
    """Change a part; False if this part has nothing to change."""
    if part.section == ARTIFACTS:
        await edit_artifact(screen, plan, part.number)
    elif part.section == PANEL:
        _confirm(screen, plan, part.number)
    elif part.section == FEELING:
        await before_the_day(screen, plan)
    else:
        return False
    return True


async def edit_artifact(screen: "CaseScreen", plan: DefensePlan, number: int) -> None:
    """Show the form that changes an artifact. Refuses once it was removed in another window."""
    from advisory.casework.defense.artifact import edit_artifact as change_artifact
    from advisory.tui.dialogs.fields.defense import artifact_fields, read_artifact

    desk, one = screen.desk, plan.artifacts[number]

    def save(values: Values, shown: DefensePlan) -> None:
        fields = read_artifact(values)
        change_artifact(desk.caseload, shown, _place_in(shown, plan, number), **fields)
        screen.say_written("Changed", fields["title"], shown.student)

    heading = f"Something to show · {desk.name(plan.student)}"
    await fill(screen, artifact_form(number), heading, artifact_fields(one), save, shown=plan)


def artifact_form(number: int) -> str:
    """The form under which a draft about artifact `number` (from 0) is kept: each has its own."""
    return f"{_ARTIFACT}_{ascii_lowercase[number % len(ascii_lowercase)]}"


def number_of(form: str) -> int | None:
    """The number of the artifact that a form's draft is about; None for another form."""
    first, _, letter = form.rpartition("_")
    return ascii_lowercase.index(letter) if first == _ARTIFACT else None


def _place_in(shown: DefensePlan, plan: DefensePlan, number: int) -> int:
    """Where artifact `number` of `plan` stands in `shown`, the same plan after a change in another window."""
    one = plan.artifacts[number]
    if one in shown.artifacts:
        return shown.artifacts.index(one)
    if len(shown.artifacts) != len(plan.artifacts):
        raise Refusal("This artifact was changed or removed in another window. Press Esc, and look at the plan again.")
    return number


def _confirm(screen: "CaseScreen", plan: DefensePlan, number: int) -> None:
    from advisory.casework.defense.panel import confirm_panel

    member = confirm_panel(screen.desk.caseload, plan, number).panel[number]
    screen.say_written("Confirmed" if member.confirmed_on else "Not confirmed yet", member.name, plan.student)


def remove_part(screen: "CaseScreen", plan: DefensePlan, part: PlanPart) -> bool:
    """Remove an artifact, a practice or a panel member; False for another part."""
    from advisory.casework.defense.artifact import remove_artifact
    from advisory.casework.defense.panel import remove_from_panel
    from advisory.casework.defense.practice import remove_practice

    caseload, number = screen.desk.caseload, part.number
    if part.section == ARTIFACTS:
        remove_artifact(caseload, plan, number)
        what = plan.artifacts[number].title
    elif part.section == PRACTICES:
        remove_practice(caseload, plan, number)
        what = f"practice {day(plan.practices[number].on, caseload.today)}"
    elif part.section == PANEL:
        remove_from_panel(caseload, plan, number)
        what = plan.panel[number].name
    else:
        return False
    screen.say_written("Removed", what, plan.student, f"; {screen.key('undo')} brings it back")
    return True


_ADD: dict[str, Callable[[Any, DefensePlan], Awaitable[None]]] = {
    ARTIFACTS: _artifact,
    PRACTICES: note_practice,
    PANEL: _member,
}
"""The sections that something can be added to."""
