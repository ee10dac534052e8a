"""Which pact of a student is meant, and which line of it."""

from collections.abc import Sequence

import click

from advisory.caseload.caseload import Caseload
from advisory.cli.base.student_pact import find_pact
from advisory.model import Commitment, Pact, Student, SuccessLine
from advisory.model.words import PactStatus
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal

WHICH_PACT = click.option(
    "--pact", "word", metavar="WORD", help="A word of its title or target, or its id, if there are several."
)
OTHER_PACT = click.option(
    "--other", "other", type=click.Choice(["keep", "pause"]), help="What becomes of another active pact of the student."
)
RUNNING = (PactStatus.ACTIVE, PactStatus.PAUSED)


def pact_of(caseload: Caseload, student: Student, word: str | None, *wanted: PactStatus) -> Pact:
    """The pact a verb is about: the one with this word, or else the only one in the first wanted status that has any.

    If there is none in a wanted status, the pact the student's card shows, so that the verb can say why it refuses that
    one. Refuses if several match.
    """
    if word is not None:
        return find_pact(caseload, student.id, word)
    pacts = caseload.store.of_student(Pact, student.id)
    for status in wanted:
        found = [pact for pact in pacts if pact.status is status]
        match found:
            case [pact]:
                return pact
            case [_, *_]:
                several = "; ".join(f"“{pact.called}” [{pact.id}]" for pact in found)
                raise Refusal(f"Several pacts are {status.label}: {several}. Name one with --pact.")
    shown = caseload.summary(student.id).pact
    if shown is None:
        raise Refusal(f"There is no pact with {caseload.names[student.id]} yet. `advisory pact new` drafts one.")
    return shown


def line_of(parts: Sequence[SuccessLine | Commitment], which: str, what: str) -> int:
    """The index of the line meant: `which` is its number, counted from 1, or how it begins; empty if there is only one."""
    said = which.strip()
    numbers = [number for number in range(len(parts)) if said == str(number + 1)]
    found = numbers or [at for at, part in enumerate(parts) if fold(part.text).startswith(fold(said))]
    match found:
        case [at]:
            return at
    listed = "; ".join(f"{number} {part.text}" for number, part in enumerate(parts, 1)) or "there is none"
    raise Refusal(f"Which {what}? Say its number, or how it begins: {listed}.")
