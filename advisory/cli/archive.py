"""`advisory archive`: a student who leaves; unarchive brings them back."""

import click

from advisory.casework.student.archive import archive_student

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("archive maya", "a student who leaves; unarchive brings them back")
@click.command(cls=Command)
@click.argument("name")
@click.pass_obj
def archive(sitting: Sitting, name: str) -> None:
    """Take a student out of the caseload; everything written stays."""
    with sitting.caseload() as caseload:
        student = archive_student(caseload, caseload.one(name).id)
        talk(
            f"{caseload.names[student.id]} is archived; everything written stays. `advisory unarchive` brings them back."
        )
