"""What `new` and `edit` share: the options that set the words and days of a pact."""

from typing import Any

import click

from advisory.cli.base.day import Day
from advisory.exchange.file.csv_out import BETWEEN_VALUES
from advisory.model import Commitment, OtherHelp
from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal

HOW_OFTEN = f"“text{BETWEEN_VALUES}how often”"
LISTS = {"know": "success_evidence", "theirs": "student_commitments", "mine": "advisor_commitments"}
"""Option → the list of lines in the pact that it changes."""


def wording_options(command: Any) -> Any:
    """Add an option for each part of a pact that is one text or one day."""
    for option in reversed(
        [
            click.option("--title", help="A title in a word or two."),
            click.option("--area", help="The subject: math, writing …"),
            click.option("--why", help="Why it matters, in the student's words."),
            click.option("--starting-point", help="What the student can do already."),
            click.option(
                "--else", "others", multiple=True, metavar="WHO: WHAT", help="Someone else's part; repeat for more."
            ),
            click.option("--sure", "confidence", type=click.IntRange(1, 5), help="How sure the student is."),
            click.option("--from", "start_on", type=Day(), metavar="DAY", help="The day it begins."),
            click.option("--look", "next_review_on", type=Day(), metavar="DAY", help="The next review."),
            click.option("--every", "review_every", type=click.Choice([word.value for word in ReviewEvery])),
            click.option("--until", "target_on", type=Day(), metavar="DAY", help="The day it ends."),
        ]
    ):
        command = option(command)
    return command


def fields_of(words: dict[str, Any]) -> dict[str, Any]:
    """The fields of the pact that those options set."""
    given = {field: value for field, value in words.items() if field not in LISTS and value not in {None, ()}}
    if "others" in given:
        given["others"] = tuple(_other(text) for text in given["others"])
    if "review_every" in given:
        given["review_every"] = ReviewEvery(given["review_every"])
    return given


def commitment(text: str) -> Commitment:
    """A commitment typed as `read a page | every week`."""
    does, _, often = text.partition(BETWEEN_VALUES)
    return Commitment(text=does.strip(), how_often=often.strip())


def _other(text: str) -> OtherHelp:
    who, between, what = text.partition(":")
    if not between or not who.strip() or not what.strip():
        raise Refusal(f"“{text}” needs who and what, as in “grandmother: lets her measure”.")
    return OtherHelp(who=who.strip(), text=what.strip())
