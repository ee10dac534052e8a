"""`advisory defense waive`: a milestone that this student doesn't need."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.rules.season.plan_life import milestone_of

from .choice import WHICH_PLAN, milestone_key, plan_of


@example("defense waive maya outline", "leave a milestone out for this student; once more takes it back")
@click.command("waive", cls=Command)
@click.argument("name")
@click.argument("milestone", nargs=-1, required=True)
@WHICH_PLAN
@click.pass_obj
def waive(sitting: Sitting, name: str, milestone: tuple[str, ...], plan_id: str | None) -> None:
    """Waive a milestone, or take that back. MILESTONE is its number, or how it begins."""
    from advisory.casework.defense.milestone import waive_milestone

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        key = milestone_key(shown, " ".join(milestone))
        one = milestone_of(waive_milestone(caseload, shown, key), key)
        talk(f"{caseload.names[student.id]}: {one.label}, {one.status.label}")
