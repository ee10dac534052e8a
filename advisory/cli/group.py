"""`advisory group`: one note for everybody who was there."""

from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.model.day_order import show_date
from advisory.model.words import Kind, Status
from advisory.rules.check_in.contact import GROUP_KIND

from .base.command import example
from .base.day import Day
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand


@example(
    'group "Circle about sleep" --except kai', "save one note for everyone here; --only, --kind, --on, --tag, --topic"
)
@click.command("group", cls=TextCommand)
@click.argument("text", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--except", "left_out", multiple=True, metavar="NAME", help="Everyone but this student; you can repeat it."
)
@click.option("--only", "alone", multiple=True, metavar="NAME", help="Only this student; you can repeat it.")
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), default=GROUP_KIND.value, show_default=True)
@click.option(
    "--on", "happened_on", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14, 2026-09-14."
)
@click.option("--tag", "tags", multiple=True)
@click.option("--topic", default="", help="What the group talked about, in a few words.")
@click.pass_obj
def group(
    sitting: Sitting, text: tuple[str, ...], left_out: tuple[str, ...], alone: tuple[str, ...], kind: str,
    happened_on: date | None, tags: tuple[str, ...], topic: str,
) -> None:  # fmt: skip
    """Save one note for everyone who was there: a check-in for each student, which one undo takes back.

    Students on leave or marked as not here on that day are left out unless named with --only.
    """
    from advisory.casework.check_in.record_group import record_group

    if alone and left_out:
        raise click.UsageError("Use --only or --except, not both.")
    with sitting.caseload() as caseload:
        on = happened_on or caseload.today
        away = {student.id for student in caseload.students if student.status is Status.ON_LEAVE}
        away |= {student.id for student in caseload.students if caseload.calendar.is_away(student.id, on)}
        named = {caseload.one(name).id for name in (*alone, *left_out)}
        there = [one.id for one in caseload.students if (one.id in named if alone else one.id not in named | away)]
        made = record_group(
            caseload,
            text=" ".join(text),
            student_ids=there,
            kind=Kind(kind),
            happened_on=on,
            tags=tags,
            topic=topic.strip(),
        )
        talk(
            f"Saved [{made[0].group}]: {_students(len(made))}, {made[0].kind.label}, {show_date(on)}, {made[0].visibility.label}"
        )
        if not alone:
            _list_left_out(caseload, "Not here", away - named)
            _list_left_out(caseload, "Left out", named)


def _list_left_out(caseload: Caseload, why: str, student_ids: set[str]) -> None:
    names = [caseload.names[student.id] for student in caseload.students if student.id in student_ids]
    if names:
        talk(f"{why}: {', '.join(names)}")


def _students(count: int) -> str:
    return "1 student" if count == 1 else f"{count} students"
