"""Which pact of a student a command means."""

import click

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal

ABOUT_PACT = click.option(
    "--pact",
    "pact",
    metavar="WORD",
    help="A word of the pact's title or target, its id, or none; without it the active pact.",
)
"""Which pact a record is about; `pact_id` reads it."""
_NO_PACT = "none"


def pact_id(caseload: Caseload, student_id: str, word: str | None) -> str:
    """The id of the pact with this word in it, or of the active one if no word was given; "" for no pact."""
    if word is None:
        pact = caseload.summary(student_id).pact
        return pact.id if pact and pact.status is PactStatus.ACTIVE else ""
    return "" if word == _NO_PACT else find_pact(caseload, student_id, word).id


def find_pact(caseload: Caseload, student_id: str, word: str) -> Pact:
    """The student's pact with this id, or with this word in its title or target. Refuses if none or several match."""
    pacts = caseload.store.of_student(Pact, student_id)
    found = [one for one in pacts if word == one.id or fold(word) in fold(f"{one.title} {one.learning_target}")]
    if not pacts:
        raise Refusal("There is no pact with this student yet. Leave out --pact.")
    match found:
        case [pact]:
            return pact
    fits = f"{len(found)} pacts" if found else "no pact"
    listed = ", ".join(f"{one.called} [{one.id}]" for one in found or pacts)
    raise Refusal(f"“{word}” fits {fits} with this student. Name one by its id: {listed}.")
