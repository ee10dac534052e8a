"""Which plan of a student is meant, and which milestone or line of it; and the hour as typed."""

from collections.abc import Sequence
from datetime import time
from typing import Any

import click

from advisory.caseload.caseload import Caseload
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import talk
from advisory.model import DefensePlan, Milestone, Student
from advisory.model.day_order import show_date
from advisory.model.defense_words import DefenseType
from advisory.rules.days.hour_words import read_hour, time_words
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal
from advisory.rules.season.dating import closer_sentence
from advisory.rules.season.plan_life import shown_plan


class Hour(click.ParamType[time]):
    """The type of an option that takes a time of day, such as 9:00 or 1:30 pm."""

    name = "hour"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        try:
            return read_hour(str(value))
        except Refusal as refusal:
            self.fail(str(refusal), param, ctx)


WHICH_PLAN = click.option("--plan", "plan_id", metavar="ID", help="Its id, if the student has several.")
KIND = click.option(
    "--type", "kind", type=click.Choice([kind.value for kind in DefenseType]), default="defense", show_default=True
)
MINUTES = click.option(
    "--minutes", type=int, default=75, show_default=True, help="How long it lasts; 60 to 90 is usual."
)
PLACE = click.option("--place", default="", help="Where it is held.")
THE_DAY = click.argument("day", type=Day())
THE_HOUR = click.argument("hour", type=Hour(), required=False)
ON_DAY = click.option("--on", "on", type=Day(past=True), metavar="DAY", help="The day it was; today without it.")


def plan_of(caseload: Caseload, student: Student, plan_id: str | None = None) -> DefensePlan:
    """The plan with this id, or else the one the student's card shows. Refuses if there is none, or it is another student's."""
    plans = caseload.store.of_student(DefensePlan, student.id)
    if plan_id is not None:
        found = next((plan for plan in plans if plan.id == plan_id), None)
        if found is None:
            there = ", ".join(f"{plan.id} ({show_date(plan.held_on)})" for plan in plans) or "none"
            raise Refusal(f"{caseload.names[student.id]} has no plan {plan_id!r}. There is: {there}.")
        return found
    shown = shown_plan(plans, caseload.today)
    if shown is None:
        raise Refusal(f"{caseload.names[student.id]} has no day yet. `advisory defense plan` makes a plan.")
    return shown


def milestone_key(plan: DefensePlan, word: str) -> str:
    """The key of the milestone meant: `word` is its number, counted from 1, its key, or how it begins."""
    said = fold(word.strip())
    numbered = [one for at, one in enumerate(plan.milestones, 1) if said == str(at)]
    exact = numbered or [one for one in plan.milestones if said == one.key]
    found = exact or [one for one in plan.milestones if said and fold(one.label).startswith(said)]
    match found:
        case [milestone]:
            return milestone.key
    listed = "; ".join(f"{number} {one.label}" for number, one in enumerate(plan.milestones, 1)) or "there is none"
    raise Refusal(f"Which milestone? Say its number, or how it begins: {listed}.")


def line_number(texts: Sequence[str], word: str, what: str) -> int:
    """The index of the line meant: `word` is its number, counted from 1, or how it begins."""
    said = fold(word.strip())
    numbered = [at for at in range(len(texts)) if said == str(at + 1)]
    found = numbered or [at for at, text in enumerate(texts) if said and fold(text).startswith(said)]
    match found:
        case [at]:
            return at
    listed = "; ".join(f"{number} {text}" for number, text in enumerate(texts, 1)) or "there is none"
    raise Refusal(f"Which {what}? Say its number, or how it begins: {listed}.")


def say_closer(closer: Sequence[Milestone]) -> None:
    """Say if milestones are closer together than usual, and which."""
    if closer:
        dates = "; ".join(f"{one.label} by {show_date(one.due_on)}" for one in closer)
        talk(f"{closer_sentence(closer)} {dates}")


def day_of(plan: DefensePlan) -> str:
    """`Jun 11, 2026 at 9:00`, for messages."""
    return show_date(plan.held_on) + (f" at {time_words(plan.starts)}" if plan.starts else "")


def days_words(closer: Sequence[Milestone]) -> str:
    """`practice with you to Jun 3, 2026; …`: the milestones that moved."""
    return "; ".join(f"{one.label} to {show_date(one.due_on)}" for one in closer)
