"""`advisory calendar intervals`: after how many school days a one-to-one is due."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk


@example("calendar intervals 10 5", "set how many school days until a one-to-one is due, and for focal students")
@click.command(cls=Command)
@click.argument("every", type=click.IntRange(1, 200))
@click.argument("focal", type=click.IntRange(1, 200), required=False)
@click.pass_obj
def intervals(sitting: Sitting, every: int, focal: int | None) -> None:
    """Set how many school days until a one-to-one is due: EVERY, and FOCAL for focal students."""
    from advisory.casework.calendar.set_intervals import set_intervals

    with sitting.caseload() as caseload:
        made = set_intervals(caseload, every, focal or caseload.intervals.focal_contact_every)
    talk(f"Due after {made.contact_every} school days, {made.focal_contact_every} when focal.")
