"""`advisory defense outcome`: passed, or postponed."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.defense_words import DefenseOutcome

from .choice import WHICH_PLAN, plan_of

_CHOICES = [outcome.value for outcome in DefenseOutcome if outcome is not DefenseOutcome.DEFEND_AGAIN]


@example(
    "defense outcome maya passed", "choose the outcome, after the feedback; or postponed; for one more turn see `again`"
)
@click.command("outcome", cls=Command)
@click.argument("name")
@click.argument("outcome", type=click.Choice(_CHOICES))
@WHICH_PLAN
@click.pass_obj
def outcome(sitting: Sitting, name: str, outcome: str, plan_id: str | None) -> None:
    """Choose the outcome. The panel's words come first; `defense again` gives the student one more turn."""
    from advisory.casework.defense.outcome import choose_outcome
    from advisory.rules.season.next_step import next_step

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        ended = choose_outcome(caseload, plan_of(caseload, student, plan_id), DefenseOutcome(outcome))
        talk(
            f"{caseload.names[student.id]}: {DefenseOutcome(outcome).label}. Next: {next_step(ended, caseload.today).words}"
        )
