"""`advisory archive`: a student who leaves, or is on leave; unarchive brings them back."""

from datetime import date

import click

from advisory.casework.student.archive import LEAVING, archive_student
from advisory.model.day_order import show_date
from advisory.model.words import Status

from .base.command import Command, example
from .base.day import Day
from .base.sitting import Sitting, talk


@example("archive maya --as transferred --since 11/20", "a student who leaves; unarchive brings them back")
@click.command(cls=Command)
@click.argument("name")
@click.option(
    "--as", "status", type=click.Choice([way.value for way in LEAVING]), default=Status.ARCHIVED.value, show_default=True,
    help="How they leave; one who is on leave stays in the caseload.",
)  # fmt: skip
@click.option(
    "--since", type=Day(past=True), metavar="DAY", help="Since when, if not today: yesterday, fri, -3, 11/20."
)
@click.pass_obj
def archive(sitting: Sitting, name: str, status: str, since: date | None) -> None:
    """Take a student out of the caseload, or put them on leave; everything written stays."""
    with sitting.caseload() as caseload:
        student = archive_student(caseload, caseload.one(name).id, Status(status), since=since)
        day = f" since {show_date(student.left_on)}" if student.left_on != caseload.today else ""
        stands = "everything written stays"
        is_or_has = "has" if student.status is Status.GRADUATED else "is"
        if student.status is Status.ON_LEAVE:
            stands = "their clocks stand still"
        talk(
            f"{caseload.names[student.id]} {is_or_has} {student.status.label}{day}; {stands}. "
            "`advisory unarchive` brings them back."
        )
