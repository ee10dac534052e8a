"""`advisory defense redate`: milestones off the days without school, after the calendar changed."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk

from .choice import days_words


@example("defense redate", "after terms came with a roster: move milestones off the days without school")
@click.command("redate", cls=Command)
@click.pass_obj
def redate(sitting: Sitting) -> None:
    """Date milestones again after new days off. A plan is dated again where a milestone has no school now; the other plans stay as they are."""
    from advisory.casework.defense.move import date_milestones_anew

    with sitting.caseload() as caseload:
        found = date_milestones_anew(caseload)
        for moved in found:
            talk(f"Moved [{moved.plan.id}]: {caseload.names[moved.plan.student]}, {days_words(moved.milestones)}")
        if not found:
            talk("Every milestone is on a school day. Nothing was changed.")
