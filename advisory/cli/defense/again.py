"""`advisory defense again`: one more turn, with a small plan of its own."""

from datetime import date, time

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk

from .choice import THE_DAY, THE_HOUR, WHICH_PLAN, day_of, plan_of, say_closer


@example(
    'defense again maya 6/18 9:00 --change "Begin with the drawing" --step "Draw it" --step "Show Jun"',
    "one more turn: what will be different, two steps and the new day",
)
@click.command("again", cls=Command)
@click.argument("name")
@THE_DAY
@THE_HOUR
@click.option("--change", "to_change", required=True, help="What will be different.")
@click.option("--step", "steps", multiple=True, required=True, help="A step on the way; say two.")
@WHICH_PLAN
@click.pass_obj
def again(
    sitting: Sitting,
    name: str,
    day: date,
    hour: time | None,
    to_change: str,
    steps: tuple[str, ...],
    plan_id: str | None,
) -> None:
    """Give the student one more turn. It makes a small plan of its own, with the artifacts and the panel taken over."""
    from advisory.casework.defense.outcome import defend_again

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        turn = defend_again(
            caseload, plan_of(caseload, student, plan_id), day, hour, to_change=to_change, steps=steps
        ).next
        talk(f"Planned [{turn.plan.id}]: {caseload.names[student.id]}, one more turn on {day_of(turn.plan)}")
        say_closer(turn.closer)
