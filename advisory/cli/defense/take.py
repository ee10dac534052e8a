"""`advisory defense take`: an artifact from what is already there."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, data, talk
from advisory.model import CognitiveInsight, Evidence, Pact
from advisory.model.day_order import show_date
from advisory.rules.season.artifacts import offers

from .choice import WHICH_PLAN, line_number, plan_of


@example("defense take maya", "list what can become an artifact; `defense take maya 1` takes the first over")
@click.command("take", cls=Command)
@click.argument("name")
@click.argument("which", nargs=-1)
@WHICH_PLAN
@click.pass_obj
def take(sitting: Sitting, name: str, which: tuple[str, ...], plan_id: str | None) -> None:
    """Make an artifact of a pact, evidence or an insight. WHICH is its number in the list, or how it begins."""
    from advisory.casework.defense.artifact import take_over

    with sitting.caseload() as caseload:
        student, store = caseload.one(name), caseload.store
        shown = plan_of(caseload, student, plan_id)
        records = store.of_student(Pact, student.id), store.of_student(Evidence, student.id)
        found = offers(shown, *records, store.of_student(CognitiveInsight, student.id))
        if not which:
            for number, offer in enumerate(found, 1):
                data(f"{number:>3} {offer.artifact.title} ({offer.noun}, {show_date(offer.on)})")
            if not found:
                talk(
                    "There is no pact, evidence or insight to take over. `advisory defense artifact` adds one by hand."
                )
            return
        artifact = found[line_number([offer.artifact.title for offer in found], " ".join(which), "of them")].artifact
        take_over(caseload, shown, artifact.came_from)
        talk(f"Artifact of {caseload.names[student.id]}: {artifact.title}")
