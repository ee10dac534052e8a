"""`advisory defense move`: another day; what is not done moves with it."""

from datetime import date, time

import click
from msgspec import UNSET

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk

from .choice import THE_DAY, THE_HOUR, WHICH_PLAN, day_of, days_words, plan_of, say_closer


@example("defense move maya 6/14", "move the day; it says which milestones moved with it")
@click.command("move", cls=Command)
@click.argument("name")
@THE_DAY
@THE_HOUR
@WHICH_PLAN
@click.pass_obj
def move(sitting: Sitting, name: str, day: date, hour: time | None, plan_id: str | None) -> None:
    """Move a student's day. Milestones that are ready keep theirs, the others move with it. A postponed one is planned again."""
    from advisory.casework.defense.move import move_day

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        moved = move_day(caseload, plan_of(caseload, student, plan_id), day, hour or UNSET)
        talk(f"Moved [{moved.plan.id}]: {caseload.names[student.id]}, now {day_of(moved.plan)}")
        if moved.milestones:
            talk(f"Moved with it: {days_words(moved.milestones)}")
        say_closer(moved.closer)
