"""`advisory checkin`: a note about one student."""

from datetime import date

import click

from advisory.model.day_order import show_date
from advisory.model.words import Kind, Party, Visibility

from .base.command import example
from .base.day import Day
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand


@example(
    'checkin maya "Showed me the draft."',
    "save a note; --kind, --on yesterday, --minutes 5, --student-started, --not-reached",
)
@click.command("checkin", cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), default=Kind.ONE_TO_ONE.value, show_default=True
)
@click.option(
    "--on", "happened_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--minutes", type=click.IntRange(0, 1440))
@click.option("--tag", "tags", multiple=True)
@click.option("--student-started", is_flag=True, help="The student started it.")
@click.option("--not-reached", is_flag=True, help="An attempt; it doesn't count as contact.")
@click.option(
    "--visibility",
    type=click.Choice([word.value for word in Visibility]),
    default=Visibility.PRIVATE.value,
    show_default=True,
)
@click.pass_obj
def check_in(
    sitting: Sitting, name: str, text: tuple[str, ...], kind: str, happened_on: date | None, minutes: int | None,
    tags: tuple[str, ...], visibility: str, *, student_started: bool, not_reached: bool,
) -> None:  # fmt: skip
    """Take a note about a student. NAME is the beginning of any part of a name, a student number or an id."""
    from advisory.casework.check_in.record import record_check_in

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = record_check_in(
            caseload,
            student.id,
            " ".join(text),
            kind=Kind(kind),
            happened_on=happened_on,
            contact_made=not not_reached,
            minutes=minutes,
            tags=tags,
            initiator=Party.STUDENT if student_started else Party.ADVISOR,
            visibility=Visibility(visibility),
        )
        talk(
            f"Saved [{made.id}]: {caseload.names[student.id]}, {made.kind.label}, {show_date(made.happened_on)}, {made.visibility.label}"
        )
