"""`advisory defense plan`: a student's day, with its milestones dated back from it."""

from datetime import date, time

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.defense_words import DefenseType

from .choice import KIND, MINUTES, PLACE, THE_DAY, THE_HOUR, day_of, say_closer


@example(
    "defense plan maya 6/11 9:00 --place Library", "plan a day; --type, --minutes, --claim; the hour may stay open"
)
@click.command("plan", cls=Command)
@click.argument("name")
@THE_DAY
@THE_HOUR
@KIND
@MINUTES
@PLACE
@click.option("--claim", default="", help="The question or claim the student defends.")
@click.pass_obj
def plan(
    sitting: Sitting, name: str, day: date, hour: time | None, kind: str, minutes: int, place: str, claim: str
) -> None:
    """Plan a student's day. The milestones are dated back from it, on school days."""
    from advisory.casework.defense.plan import plan_defense

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = plan_defense(
            caseload, student.id, day, hour, kind=DefenseType(kind), minutes=minutes, place=place, claim=claim
        )
        talk(f"Planned [{made.plan.id}]: {caseload.names[student.id]}, {made.plan.type.label} on {day_of(made.plan)}")
        say_closer(made.closer)
