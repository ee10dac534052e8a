"""The catalogue of signs, a sign seen, and the next step, in lines."""

from datetime import date

import click

from advisory.model.words import Observer
from advisory.rules.partnership.signs import label_of

from .base.day import Day
from .base.partnership_lines import next_step
from .base.sitting import Sitting, data, json, talk
from .base.table import lay_out
from .base.text_command import TextCommand


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def signs(sitting: Sitting, *, as_json: bool) -> None:
    """The catalogue of signs that a partnership stands in a stage, with the keys that `sign` takes."""
    with sitting.caseload() as caseload:
        catalogue = caseload.catalogue.values()
        if as_json:
            json(list(catalogue))
            return
        rows = [
            (
                sign.key,
                sign.stage.label,
                "student" if sign.students_doing else "",
                sign.label + (" (hidden)" if sign.hidden else ""),
            )
            for sign in catalogue
        ]
        for line in lay_out(("Key", "Stage", "Whose doing", "Sign"), rows):
            data(line)


@click.command()
@click.argument("name")
@click.argument("key")
@click.option("--line", default="", help="What it was seen in, in a line.")
@click.option(
    "--on", "observed_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--check-in", default="", metavar="ID", help="The check-in it was seen in.")
@click.option("--by-student", is_flag=True, help="The student saw it.")
@click.pass_obj
def sign(
    sitting: Sitting, name: str, key: str, line: str, observed_on: date | None, check_in: str, *, by_student: bool
) -> None:
    """Note a sign seen in the partnership with a student. KEY is one of those that `signs` lists."""
    from advisory.casework.partnership.add_sign import add_sign

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        by = Observer.STUDENT if by_student else Observer.ADVISOR
        made = add_sign(caseload, student.id, key, observed_on=observed_on, by=by, line=line, check_in=check_in)
        told = caseload.summary(student.id)
        talk(f"Sign [{made.id}]: {caseload.names[student.id]}, {label_of(key, caseload.catalogue)}, {made.observed_on}")
        if told.gate.to_stage:
            talk(f"For {told.gate.to_stage.label}: {told.gate.words}")


@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option("--clear", is_flag=True, help="Take the next step away.")
@click.pass_obj
def step(sitting: Sitting, name: str, text: tuple[str, ...], *, clear: bool) -> None:
    """Set the next step of the partnership with a student; without TEXT tell what it is."""
    from advisory.casework.partnership.set_next_step import set_next_step

    said = " ".join(text).strip()
    if clear and said:
        raise click.UsageError("Say what the next step is, or --clear, not both.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        if not (said or clear):
            now = next_step(caseload.summary(student.id))
            data(now) if now else talk(f"Next step with {caseload.names[student.id]}: none")
            return
        made = set_next_step(caseload, student.id, said)
        talk(f"Next step with {caseload.names[student.id]}: {made.next_step or 'none'}")
