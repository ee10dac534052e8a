"""`advisory sign`: a sign seen in a partnership."""

from datetime import date

import click

from advisory.model.day_order import show_date
from advisory.model.words import Observer
from advisory.rules.partnership.signs import label_of

from .base.command import Command, example
from .base.day import Day
from .base.sitting import Sitting, talk


@example('sign maya showed_unfinished --line "Half a page, unasked."', "note a sign you saw; --on, --by-student")
@click.command(cls=Command)
@click.argument("name")
@click.argument("key")
@click.option("--line", default="", help="What you saw, in a line.")
@click.option(
    "--on", "observed_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--check-in", default="", metavar="ID", help="The check-in you saw it in.")
@click.option("--by-student", is_flag=True, help="The student saw it.")
@click.pass_obj
def sign(
    sitting: Sitting, name: str, key: str, line: str, observed_on: date | None, check_in: str, *, by_student: bool
) -> None:
    """Note a sign you saw in the partnership with a student. `signs` lists the KEYs."""
    from advisory.casework.partnership.add_sign import add_sign

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        by = Observer.STUDENT if by_student else Observer.ADVISOR
        made = add_sign(caseload, student.id, key, observed_on=observed_on, by=by, line=line, check_in=check_in)
        gate = caseload.summary(student.id).gate
        talk(
            f"Sign [{made.id}]: {caseload.names[student.id]}, {label_of(key, caseload.catalogue)}, {show_date(made.observed_on)}"
        )
        if gate.to_stage:
            talk(f"For {gate.to_stage.label}: {gate.words}")
