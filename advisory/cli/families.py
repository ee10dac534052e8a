"""`advisory families`: what went home this term."""

import click

from advisory.exchange.tables import Sources, objects
from advisory.model.day_order import show_day
from advisory.rules.family.good_word import HomeWord, balance_words, since_words
from advisory.rules.family.people import NOT_TO_CONTACT, called

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.table import lay_out

_HEADER = ("Student", "Last good word", "Good", "Concern", "Other", "Tried", "Family")


@example(
    "families", "whose family had a good word this term, the longest without one first, and who is at home; --json"
)
@click.command(cls=Command)
@AS_JSON
@click.pass_obj
def families(sitting: Sitting, *, as_json: bool) -> None:
    """The last good word that went to each family, and this term's celebrations, concerns, other contacts and attempts.

    `advisory export families` writes it as CSV.
    """
    with sitting.caseload() as caseload:
        words, names = caseload.home_words, caseload.names
        if as_json:
            json(objects("families", Sources(home_words=words, names=names)))
            return
        if not words:
            talk("Nobody is in the caseload yet.")
            return
        for line in lay_out(_HEADER, [_row(word, names[word.student.id]) for word in words]):
            data(line)
        data("")
        data(balance_words(words, since_words(caseload.calendar, caseload.today)))


def _row(word: HomeWord, name: str) -> tuple[str, ...]:
    last = "–" if word.good_word_on is None else f"{show_day(word.good_word_on)}, {word.good_word_age} d ago"
    counts = map(str, (word.celebrations, word.concerns, word.others, word.attempts))
    people = [
        f"{called(one)}{'' if one.may_contact else f' ({NOT_TO_CONTACT})'}" for one in word.student.family_contacts
    ]
    return (name, last, *counts, "; ".join(people))
