"""`advisory pact close`: how it ended, and what comes next."""

import click

from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import PactOutcome, PactStatus

from .choice import WHICH_PACT, pact_of


@click.command("close")
@click.argument("name")
@click.argument("outcome", type=click.Choice([word.value for word in PactOutcome]))
@click.option("--says", required=True, help="The student's own line about it.")
@click.option("--next", "comes_next", default="", help="What comes next.")
@click.option("--carry", is_flag=True, help="Draft a new pact with the lines not met yet and what both do.")
@click.option("--target", default="", help="With --carry: the new pact's target; the same without it.")
@WHICH_PACT
@click.pass_obj
def close(
    sitting: Sitting, name: str, outcome: str, says: str, comes_next: str, target: str, word: str | None, *, carry: bool
) -> None:
    """End a pact: how it ended, the student's own line, and what comes next or a new pact that goes on from it."""
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
