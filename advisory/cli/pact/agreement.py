"""Agreement to a pact: the options for it, and the records they become."""

from typing import Any

import click

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Agreed, Observer, PactStatus
from advisory.rules.pact.life import Yes
from advisory.rules.pact.party import advisor_name

NOT_BEGUN = (PactStatus.PROPOSED, PactStatus.DRAFT)
HOW = click.Choice([how.value for how in Agreed])
BOTH_AGREE = click.option("--both-agree", "how", type=HOW, help="Both have said yes to it, and how.")


def name_options(command: Any) -> Any:
    """Add the options for the names under an agreement."""
    command = click.option(
        "--advisor-name", default="", metavar="NAME", help="The name you sign with; without it, the last one you used."
    )(command)
    return click.option(
        "--student-name", default="", metavar="NAME", help="The name the student signs with, if not their own."
    )(command)


def yes_of(
    caseload: Caseload, student: Student, how: dict[Observer, str | None], names: dict[Observer, str]
) -> tuple[Yes, ...]:
    """The agreements of those who said yes; a name that was not given is the student's own, or the one you signed with last."""
    known = {Observer.STUDENT: student.full_name, Observer.ADVISOR: advisor_name(caseload.pacts)}
    return tuple(
        Yes(party, names[party].strip() or known[party], Agreed(said))
        for party, said in how.items()
        if said is not None
    )
