"""`advisory pact close`: how it ended, and what comes next."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import PactOutcome, PactStatus

from .choice import WHICH_PACT, pact_of


@example(
    'pact close maya met --says "I see it now" --next "Ratios"',
    "close it with how it ended; --carry drafts the next one",
)
@click.command("close", cls=Command)
@click.argument("name")
@click.argument("outcome", type=click.Choice([word.value for word in PactOutcome]))
@click.option("--says", required=True, help="What the student says about it.")
@click.option("--next", "comes_next", default="", help="What comes next.")
@click.option("--carry", is_flag=True, help="Draft a new pact with the lines not met yet and what you both do.")
@click.option("--target", default="", help="With --carry: the new pact's target; without it, the same one.")
@WHICH_PACT
@click.pass_obj
def close(
    sitting: Sitting, name: str, outcome: str, says: str, comes_next: str, target: str, word: str | None, *, carry: bool
) -> None:
    """Close a pact: how it ended, what the student says, and what comes next or a new pact that carries on."""
    from advisory.casework.pact.close import Carried, close_pact

    if target and not carry:
        raise click.UsageError("--target goes with --carry.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = pact_of(caseload, student, word, PactStatus.ACTIVE, PactStatus.PAUSED)
        carried = Carried(
            target or shown.learning_target,
            tuple(number for number, line in enumerate(shown.success_evidence) if line.met_on is None),
            tuple(range(len(shown.student_commitments))),
            tuple(range(len(shown.advisor_commitments))),
        )
        done = close_pact(
            caseload, shown, PactOutcome(outcome), says, comes_next=comes_next, carried=carried if carry else None
        )
        talk(
            f"Closed [{done.pact.id}]: {caseload.names[student.id]}, {PactOutcome(outcome).label}; next: {done.pact.comes_next}"
        )
        if done.draft:
            talk(f"Drafted [{done.draft.id}]: {done.draft.called}")
