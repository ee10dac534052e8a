"""`advisory defense remove`: an artifact, a practice or somebody of the panel."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date

from .choice import WHICH_PLAN, line_number, plan_of


@example("defense remove maya artifact 2", "remove an artifact, a practice or a panel member by number or beginning")
@click.command("remove", cls=Command)
@click.argument("name")
@click.argument("what", type=click.Choice(["artifact", "practice", "panel"]))
@click.argument("which")
@WHICH_PLAN
@click.pass_obj
def remove(sitting: Sitting, name: str, what: str, which: str, plan_id: str | None) -> None:
    """Remove something from a plan. WHICH is its number, or how it begins."""
    from advisory.casework.defense.artifact import remove_artifact
    from advisory.casework.defense.panel import remove_from_panel
    from advisory.casework.defense.practice import remove_practice

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        match what:
            case "artifact":
                texts, verb = [one.title for one in shown.artifacts], remove_artifact
            case "practice":
                texts, verb = [show_date(one.on) for one in shown.practices], remove_practice
            case _:
                texts, verb = [one.name for one in shown.panel], remove_from_panel
        number = line_number(texts, which, what)
        verb(caseload, shown, number)
        talk(f"Removed from the plan of {caseload.names[student.id]}: {texts[number]}. `advisory undo` brings it back.")
