"""`advisory pact review`: the two of you reviewed it."""

from datetime import date

import click

from advisory.cli.base.command import example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.text_command import TextCommand
from advisory.model.day_order import show_date
from advisory.model.words import PactStatus
from advisory.rules.pact.keeping import usual_review_on
from advisory.rules.refusal import Refusal

from .choice import WHICH_PACT, pact_of


@example('pact review maya "She drew it first" --next +14', "record a review, and set the next one")
@click.command("review", cls=TextCommand)
@click.argument("name")
@click.argument("line", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--next", "look_on", type=Day(), metavar="DAY", help="The next review; without it, as often as you agreed."
)
@click.option("--says", default="", help="What the student said, in their words.")
@WHICH_PACT
@click.pass_obj
def review(
    sitting: Sitting, name: str, line: tuple[str, ...], look_on: date | None, says: str, word: str | None
) -> None:
    """Record a review of the pact: a check-in with LINE in it, and the date of the next review."""
    from advisory.casework.pact.review import review_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        pact = pact_of(caseload, student, word, PactStatus.ACTIVE)
        day = look_on or usual_review_on(pact, caseload.today, caseload.calendar)
        if day is None:
            raise Refusal(
                f"The pact ran until {show_date(pact.target_on)}: close it, or agree on a later end with `advisory pact edit`."
            )
        held = review_pact(caseload, pact, day, " ".join(line), student_says=says)
        noted = f"noted [{held.check_in.id}]" if held.check_in else "noted today already"
        talk(f"Reviewed with {caseload.names[student.id]}: {noted}; next review {show_date(held.pact.next_review_on)}")
