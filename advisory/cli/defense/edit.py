"""`advisory defense edit`: the hour, how long, where, and what the student defends."""

from datetime import time
from typing import Any

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.defense_words import DefenseType

from .choice import WHICH_PLAN, Hour, day_of, plan_of


@example('defense edit maya --claim "Drawing is how I think" --minutes 60', "also --hour, --place, --type, --to-change")
@click.command("edit", cls=Command)
@click.argument("name")
@click.option("--hour", type=Hour(), help="When it begins.")
@click.option("--no-hour", is_flag=True, help="Leave the hour open.")
@click.option("--minutes", type=int, help="How long it lasts.")
@click.option("--place", help="Where it is held.")
@click.option("--claim", help="The question or claim the student defends.")
@click.option("--to-change", help="In another turn: what will be different.")
@click.option("--type", "kind", type=click.Choice([kind.value for kind in DefenseType]))
@WHICH_PLAN
@click.pass_obj
def edit(
    sitting: Sitting,
    /,
    name: str,
    hour: time | None,
    kind: str | None,
    plan_id: str | None,
    *,
    no_hour: bool,
    **given: Any,
) -> None:
    """Change what a plan says. Only what you name changes; the day is moved with `move`."""
    from advisory.casework.defense.edit import edit_defense

    changes: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    if hour or no_hour:
        changes["starts"] = hour
    if kind:
        changes["kind"] = DefenseType(kind)
    if not changes:
        raise click.UsageError("Say what to change: --hour, --minutes, --place, --claim, --to-change or --type.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        edited = edit_defense(caseload, plan_of(caseload, student, plan_id), **changes)
        talk(f"Saved [{edited.id}]: {caseload.names[student.id]}, {edited.type.label} on {day_of(edited)}")
