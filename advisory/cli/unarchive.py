"""`advisory unarchive`: a student who left, or was on leave, is back."""

import click

from advisory.casework.student.unarchive import unarchive_student

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("unarchive maya", "a student who left, or was on leave, is back")
@click.command(cls=Command)
@click.argument("name")
@click.pass_obj
def unarchive(sitting: Sitting, name: str) -> None:
    """Bring a student who left, or is on leave, back into the caseload, with everything written before."""
    with sitting.caseload() as caseload:
        student = unarchive_student(caseload, caseload.one(name, also_left=True).id)
        talk(f"{caseload.names[student.id]} is back in the caseload.")
