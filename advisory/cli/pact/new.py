"""`advisory pact new`: drafts a pact in one line."""

from typing import Any

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model import SuccessLine
from advisory.model.day_order import show_date
from advisory.rules.pact.life import missing

from .wording import HOW_OFTEN, commitment, fields_of, wording_options


@example(
    'pact new maya "I can add fractions" --know "Six of six sums" --theirs "One sum a day | daily" --mine "Review on Fridays"',
    "draft a pact",
)
@click.command("new", cls=Command)
@click.argument("name")
@click.argument("target", nargs=-1, required=True)
@click.option("--know", multiple=True, metavar="TEXT", help="A line that tells you both; repeat for more.")
@click.option("--theirs", multiple=True, metavar="TEXT", help=f"What the student will do: {HOW_OFTEN}.")
@click.option("--mine", multiple=True, metavar="TEXT", help=f"What you will do: {HOW_OFTEN}.")
@wording_options
@click.pass_obj
def new(
    sitting: Sitting, /, name: str, target: tuple[str, ...], know: tuple[str, ...], theirs: tuple[str, ...],
    mine: tuple[str, ...], **words: Any,
) -> None:  # fmt: skip
    """Draft a pact: TARGET begins “I can …”. You can add the rest later; the usual dates are filled in."""
    from advisory.casework.pact.draft import draft_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        fields = fields_of(words) | {
            "success_evidence": tuple(SuccessLine(text=text) for text in know),
            "student_commitments": tuple(commitment(text) for text in theirs),
            "advisor_commitments": tuple(commitment(text) for text in mine),
        }
        made = draft_pact(caseload, student.id, " ".join(target), **fields)
        talk(f"Drafted [{made.id}]: {caseload.names[student.id]}, {made.called}; until {show_date(made.target_on)}")
        talk(f"Before it can begin: {'; '.join(missing(made, caseload.today))}.")
