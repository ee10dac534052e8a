"""`advisory defense move-all`: everybody's from one day to another, as for a snow day."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk

from .choice import day_of


@example("defense move-all 6/9 6/14", "move all that is on one day to another, hours as they are; one undo")
@click.command("move-all", cls=Command)
@click.argument("day", type=Day(), metavar="FROM")
@click.argument("to", type=Day(), metavar="TO")
@click.pass_obj
def move_all(sitting: Sitting, day: date, to: date) -> None:
    """Move everybody on one day to another. Who is on the day FROM moves to the day TO, and keeps the hour."""
    from advisory.casework.defense.move import NewDay, move_days
    from advisory.rules.season.plan_life import is_upcoming

    with sitting.caseload() as caseload:
        there = [plan for plan in caseload.defenses if plan.held_on == day and is_upcoming(plan, caseload.today)]
        for moved in move_days(caseload, [NewDay(plan, to) for plan in there]):
            count = len(moved.milestones)
            milestones = f"{count} milestone{'' if count == 1 else 's'} with it"
            talk(
                f"Moved [{moved.plan.id}]: {caseload.names[moved.plan.student]}, now {day_of(moved.plan)}; {milestones}"
            )
