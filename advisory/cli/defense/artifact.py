"""`advisory defense artifact`: an artifact that is typed, or a change to one."""

from typing import Any

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.defense_words import Reflection

from .choice import WHICH_PLAN, line_number, plan_of


@example('defense artifact maya "Bridge model" --shows "patience"', "add an artifact; also --subject, --where")
@example("defense artifact maya 1 --change --reflection done", "change an artifact by its number")
@click.command("artifact", cls=Command)
@click.argument("name")
@click.argument("title")
@click.option("--change", is_flag=True, help="Change the artifact with this number or beginning.")
@click.option("--subject", help="The subject it is from.")
@click.option("--shows", help="Which growth it is evidence of.")
@click.option("--where", help="Where it is kept.")
@click.option("--reflection", type=click.Choice([one.value for one in Reflection]), help="How far the reflection is.")
@WHICH_PLAN
@click.pass_obj
def artifact(
    sitting: Sitting,
    /,
    name: str,
    title: str,
    plan_id: str | None,
    reflection: str | None,
    *,
    change: bool,
    **given: Any,
) -> None:
    """Add an artifact called TITLE, or change one."""
    from advisory.casework.defense.artifact import add_artifact, edit_artifact

    fields: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    if reflection:
        fields["reflection"] = Reflection(reflection)
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        if change:
            number = line_number([one.title for one in shown.artifacts], title, "artifact")
            saved = edit_artifact(caseload, shown, number, **fields).artifacts[number]
        else:
            saved = add_artifact(caseload, shown, title, **fields).artifacts[-1]
        talk(f"Artifact of {caseload.names[student.id]}: {saved.title}, {saved.reflection.label}")
