"""The steps of a pact's life, each one change that undo takes back."""

from datetime import date

import click

from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import Observer, PactOutcome, PactStatus
from advisory.rules.pact.life import missing
from advisory.rules.refusal import Refusal

from .choice import BOTH, HOW, WHOLE, names, pact_of, yes_of

_BEFORE = (PactStatus.PROPOSED, PactStatus.DRAFT)
_BESIDE = click.option(
    "--other", "other", type=click.Choice(["keep", "pause"]), help="What becomes of another active pact of the student."
)


@click.command("propose")
@click.argument("name")
@WHOLE
@click.pass_obj
def propose(sitting: Sitting, name: str, word: str | None) -> None:
    """Lay a draft before the student: from here on either can say yes to it."""
    from advisory.casework.pact.propose import propose_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = propose_pact(caseload, pact_of(caseload, student, word, PactStatus.DRAFT))
        talk(f"Proposed [{made.id}]: {caseload.names[student.id]}, {made.called}")


@click.command("agree")
@click.argument("name")
@click.option("--student", "student_how", type=HOW, help="The student has said yes, and how.")
@click.option("--advisor", "advisor_how", type=HOW, help="You have, and how.")
@BOTH
@names
@WHOLE
@click.pass_obj
def agree(
    sitting: Sitting, name: str, student_how: str | None, advisor_how: str | None, how: str | None, student_name: str,
    advisor_name: str, word: str | None,
) -> None:  # fmt: skip
    """Write down who has agreed to the pact as it reads now. A draft has been proposed by that."""
    from advisory.casework.pact.agree import agree_to_pact

    said = {Observer.STUDENT: student_how or how, Observer.ADVISOR: advisor_how or how}
    if not any(said.values()):
        raise click.UsageError("Who has agreed? --student HOW, --advisor HOW or --both-agree HOW.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        made = agree_to_pact(caseload, pact_of(caseload, student, word, *_BEFORE), yes)
        lacking = "; ".join(missing(made, caseload.today))
        talk(f"Agreed [{made.id}]: {', '.join(f'{one.name} ({one.how.label})' for one in yes)}")
        talk(f"Before it can begin: {lacking}." if lacking else "`advisory pact begin` lets it begin.")


@click.command("begin")
@click.argument("name")
@BOTH
@names
@_BESIDE
@WHOLE
@click.pass_obj
def begin(
    sitting: Sitting,
    name: str,
    how: str | None,
    student_name: str,
    advisor_name: str,
    other: str | None,
    word: str | None,
) -> None:
    """Let a pact begin: from here on both keep it. Refuses with the list of what is missing."""
    from advisory.casework.pact.activate import Beside, SecondPact, activate_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        said = {Observer.STUDENT: how, Observer.ADVISOR: how}
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        shown = pact_of(caseload, student, word, *_BEFORE)
        try:
            made = activate_pact(caseload, shown, yes, beside=Beside(other or "ask"))
        except SecondPact as second:
            raise Refusal(f"{second} Say --other keep or --other pause.") from second
        talk(f"Begun [{made.id}]: {caseload.names[student.id]}, {made.called}; you look again on {made.next_review_on}")


@click.command("pause")
@click.argument("name")
@WHOLE
@click.pass_obj
def pause(sitting: Sitting, name: str, word: str | None) -> None:
    """Put an active pact aside for a while."""
    from advisory.casework.pact.pause import pause_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = pause_pact(caseload, pact_of(caseload, student, word, PactStatus.ACTIVE))
        talk(f"Paused [{made.id}]: {caseload.names[student.id]}, {made.called}")


@click.command("resume")
@click.argument("name")
@click.option(
    "--look", "look_on", type=Day(), metavar="DAY", help="When you look again, if the day there was is gone by."
)
@_BESIDE
@WHOLE
@click.pass_obj
def resume(sitting: Sitting, name: str, look_on: date | None, other: str | None, word: str | None) -> None:
    """Take a paused pact up again."""
    from advisory.casework.pact.activate import Beside, SecondPact
    from advisory.casework.pact.resume import resume_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = pact_of(caseload, student, word, PactStatus.PAUSED)
        try:
            made = resume_pact(caseload, shown, look_on, beside=Beside(other or "ask"))
        except SecondPact as second:
            raise Refusal(f"{second} Say --other keep or --other pause.") from second
        talk(f"Taken up again [{made.id}]: {caseload.names[student.id]}; you look again on {made.next_review_on}")


@click.command("close")
@click.argument("name")
@click.argument("outcome", type=click.Choice([word.value for word in PactOutcome]))
@click.option("--says", required=True, help="The student's own line about it.")
@click.option("--next", "comes_next", default="", help="What comes next.")
@click.option("--carry", is_flag=True, help="Draft a new pact with the lines not met yet and what both do.")
@click.option("--target", default="", help="With --carry: the new pact's target; the same without it.")
@WHOLE
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


@click.command("discard")
@click.argument("name")
@WHOLE
@click.pass_obj
def discard(sitting: Sitting, name: str, word: str | None) -> None:
    """Give a draft or a proposal up; it stays in the file."""
    from advisory.casework.pact.discard import discard_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = discard_pact(caseload, pact_of(caseload, student, word, PactStatus.DRAFT, PactStatus.PROPOSED))
        talk(f"Discarded [{made.id}]: {caseload.names[student.id]}, {made.called}. `advisory undo` brings it back.")
