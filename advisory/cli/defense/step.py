"""`advisory defense step`: a milestone on its way."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.season.plan_life import milestone_of

from .choice import WHICH_PLAN, milestone_key, plan_of


@example("defense step maya outline", "step a milestone on: to do, doing, ready; --to sets it")
@click.command("step", cls=Command)
@click.argument("name")
@click.argument("milestone", nargs=-1, required=True)
@click.option("--to", "to", type=click.Choice([status.value for status in MilestoneStatus]), help="The status it gets.")
@WHICH_PLAN
@click.pass_obj
def step(sitting: Sitting, name: str, milestone: tuple[str, ...], to: str | None, plan_id: str | None) -> None:
    """Step a milestone on. MILESTONE is its number, or how it begins."""
    from advisory.casework.defense.milestone import step_milestone

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        key = milestone_key(shown, " ".join(milestone))
        one = milestone_of(step_milestone(caseload, shown, key, MilestoneStatus(to) if to else None), key)
        talk(f"{caseload.names[student.id]}: {one.label}, {one.status.label}")
