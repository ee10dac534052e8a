"""Which pact of a student is meant, and which line of it."""

from collections.abc import Sequence
from typing import Any

import click

from advisory.caseload.caseload import Caseload
from advisory.model import Commitment, Pact, Student, SuccessLine
from advisory.model.words import Agreed, Observer, PactStatus
from advisory.rules.names.finding import fold
from advisory.rules.pact.life import Yes
from advisory.rules.pact.party import advisor_name
from advisory.rules.refusal import Refusal

PACT = click.option(
    "--pact",
    "pact",
    metavar="WORD",
    help="A word of the pact's title or target, or its id, or none; the one that runs without it.",
)
WHOLE = click.option(
    "--pact", "word", metavar="WORD", help="A word of its title or target, or its id, if there are several."
)
HOW = click.Choice([how.value for how in Agreed])
BOTH = click.option("--both-agree", "how", type=HOW, help="Both have said yes to it, and how.")


def names(command: Any) -> Any:
    """The options for the names under an agreement."""
    command = click.option("--advisor-name", default="", metavar="NAME", help="As you sign; as last time without it.")(
        command
    )
    return click.option("--student-name", default="", metavar="NAME", help="As the student signs, if otherwise.")(
        command
    )


def named_pact(caseload: Caseload, student_id: str, word: str) -> Pact:
    """The student's pact with this id, or with this word in its title or target. Refuses none, and more than one."""
    pacts = caseload.store.of_student(Pact, student_id)
    found = [one for one in pacts if word == one.id or fold(word) in fold(f"{one.title} {one.learning_target}")]
    if not pacts:
        raise Refusal("There is no pact with this student yet: leave --pact out.")
    if len(found) != 1:
        fits = f"{len(found)} pacts" if found else "no pact"
        told = ", ".join(f"{one.called} [{one.id}]" for one in found or pacts)
        raise Refusal(f"“{word}” fits {fits} with this student. Name one by its id: {told}.")
    return found[0]


def pact_of(caseload: Caseload, student: Student, word: str | None, *wanted: PactStatus) -> Pact:
    """The pact a verb means: the named one, or the only one in the first of the wanted states that has any.

    Where none is in a wanted state, the one that tells most, so that the verb can say why not. Refuses to guess.
    """
    if word is not None:
        return named_pact(caseload, student.id, word)
    pacts = caseload.store.of_student(Pact, student.id)
    for status in wanted:
        found = [pact for pact in pacts if pact.status is status]
        if len(found) > 1:
            several = "; ".join(f"“{pact.called}” [{pact.id}]" for pact in found)
            raise Refusal(f"Several pacts are {status.label}: {several}. Name one with --pact.")
        if found:
            return found[0]
    told = caseload.summary(student.id).pact
    if told is None:
        raise Refusal(f"There is no pact with {caseload.names[student.id]} yet. `advisory pact new` drafts one.")
    return told


def line_of(parts: Sequence[SuccessLine | Commitment], which: str, what: str) -> int:
    """The place, from 0, of the line meant: by its number from 1, its beginning, or nothing where there is only one."""
    said = which.strip()
    numbers = [number for number in range(len(parts)) if said == str(number + 1)]
    found = numbers or [at for at, part in enumerate(parts) if fold(part.text).startswith(fold(said))]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{number} {part.text}" for number, part in enumerate(parts, 1)) or "there is none"
    raise Refusal(f"Which {what}? Say its number, or how it begins: {listed}.")


def yes_of(
    caseload: Caseload, student: Student, how: dict[Observer, str | None], names: dict[Observer, str]
) -> tuple[Yes, ...]:
    """The agreements of those who said yes, with the names given or known."""
    known = {Observer.STUDENT: student.full_name, Observer.ADVISOR: advisor_name(caseload.pacts)}
    return tuple(
        Yes(party, names[party].strip() or known[party], Agreed(said))
        for party, said in how.items()
        if said is not None
    )
