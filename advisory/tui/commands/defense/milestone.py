"""The highlighted milestone: stepping it on, waiving it, giving it another day; the day itself is moved here too."""

from datetime import time
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from advisory.model import DefensePlan, Milestone
from advisory.rules.days.hour_words import read_hour
from advisory.rules.season.dating import closer_sentence
from advisory.rules.season.milestones import THE_DAY
from advisory.rules.season.plan_life import called, is_upcoming, milestone_of
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.prose import day
from advisory.tui.words.defense import milestone_words

if TYPE_CHECKING:
    from advisory.casework.defense.move import Moved
    from advisory.tui.screens.base.case_screen import CaseScreen


def step(screen: "CaseScreen") -> None:
    """Step the milestone on: to do, doing, ready, and to do again."""
    from advisory.casework.defense.milestone import step_milestone

    plan, one = _highlighted(screen)
    stepped = milestone_of(step_milestone(screen.desk.caseload, plan, one.key), one.key)
    screen.say_written(stepped.status.label.capitalize(), stepped.label, plan.student)


def waive(screen: "CaseScreen") -> None:
    """Waive the milestone for this student, or take that back."""
    from advisory.casework.defense.milestone import waive_milestone

    plan, one = _highlighted(screen)
    stepped = milestone_of(waive_milestone(screen.desk.caseload, plan, one.key), one.key)
    screen.say_written(stepped.status.label.capitalize(), stepped.label, plan.student)


@shows_dialog
async def other_day(screen: "CaseScreen") -> None:
    """Give the highlighted milestone another day; with the day itself, everything that is open moves."""
    plan, one = _highlighted(screen)
    if one.key == THE_DAY:
        await move(screen, plan)
    else:
        await _date(screen, plan, one)


async def _date(screen: "CaseScreen", plan: DefensePlan, one: Milestone) -> None:
    from advisory.casework.defense.milestone import date_milestone
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk = screen.desk

    def save(values: Values, shown: DefensePlan) -> None:
        dated = milestone_of(date_milestone(desk.caseload, shown, one.key, desk.day(values["on"])), one.key)
        when = f", {milestone_words(dated, desk.caseload.today)}"
        screen.say_written("Another day", dated.label, shown.student, when)

    fields = [Field("on", "By which day?", hint="e.g. mon, +3, 5/28", kind=FieldKind.DAY)]
    about = f"{desk.prose.note(one.label)} · {milestone_words(one, desk.caseload.today)}"
    await fill(
        screen, "milestone_day", f"Another day · {desk.name(plan.student)}", fields, save, shown=plan, about=about
    )


async def move(screen: "CaseScreen", plan: DefensePlan) -> None:
    """Ask for the new day and hour. What else is on the old day can move along, as when snow closes the school."""
    from advisory.casework.defense.move import NewDay, move_days
    from advisory.tui.dialogs.fields.defense import ALONG, move_fields

    desk = screen.desk
    today = desk.caseload.today
    others = [
        other
        for other in desk.caseload.defenses
        if other.held_on == plan.held_on and other.id != plan.id and is_upcoming(other, today)
    ]

    def save(values: Values, shown: DefensePlan) -> None:
        new = desk.day(values["day"])
        along = others if values.get("others") == ALONG else []
        moves = [NewDay(shown, new, _hour(values["hour"])), *(NewDay(other, new) for other in along)]
        screen.say(_moved_words(screen, move_days(desk.caseload, moves)), shown.student)

    heading = f"Another day · {desk.name(plan.student)}"
    await fill(screen, "defense_day", heading, move_fields(plan, len(others)), save, shown=plan)


def _hour(text: str) -> time | UnsetType:
    """The new hour; nothing typed keeps the old one."""
    return read_hour(text) if text.strip() else UNSET


def _moved_words(screen: "CaseScreen", moved: "tuple[Moved, ...]") -> str:
    """Word a move, such as `Defense moved to Jun 18; 6 milestones with it. Two milestones are closer together than usual`."""
    first = moved[0]
    when = day(first.plan.held_on, screen.desk.caseload.today)
    what = called(first.plan.type) if len(moved) == 1 else f"The day of {len(moved)} students"
    count = sum(len(one.milestones) for one in moved)
    them = "it" if len(moved) == 1 else "them"
    along = f"; {count} {'milestone' if count == 1 else 'milestones'} with {them}" if count else ""
    closer = closer_sentence([each for one in moved for each in one.closer])
    return f"{what} moved to {when}{along}{f'. {closer}' if closer else ''}"


def _highlighted(screen: "CaseScreen") -> tuple[DefensePlan, Milestone]:
    highlighted = screen.highlighted
    assert highlighted.plan is not None  # the registry says that these commands need both
    assert highlighted.milestone is not None
    return highlighted.plan, highlighted.milestone
