"""`advisory defense date`: a milestone's own day."""

from datetime import date as Date  # noqa: N812 - the command is called date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date
from advisory.rules.season.plan_life import milestone_of

from .choice import WHICH_PLAN, milestone_key, plan_of


@example("defense date maya outline 5/20", "give a milestone a day of its own")
@click.command("date", cls=Command)
@click.argument("name")
@click.argument("milestone")
@click.argument("day", type=Day())
@WHICH_PLAN
@click.pass_obj
def date(sitting: Sitting, name: str, milestone: str, day: Date, plan_id: str | None) -> None:
    """Give a milestone another day. MILESTONE is its number, or how it begins."""
    from advisory.casework.defense.milestone import date_milestone

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        key = milestone_key(shown, milestone)
        one = milestone_of(date_milestone(caseload, shown, key, day), key)
        talk(f"{caseload.names[student.id]}: {one.label} by {show_date(one.due_on)}")
