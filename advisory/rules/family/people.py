"""The people of a student's family: finding one by the beginning of a name or of the relation, and describing them."""

import re
from collections.abc import Sequence

from advisory.model import FamilyContact
from advisory.rules.names.finding import fold

NOT_TO_CONTACT = "do not contact"
_BLANKS = str.maketrans("_.", "  ")
_NO_TOKEN = re.compile(r"[\s,;:!?]+")


def called(person: FamilyContact) -> str:
    """`Ngozi Okafor, aunt`."""
    return f"{person.name}, {person.relation}" if person.relation else person.name


def reach_words(person: FamilyContact) -> list[str]:
    """What one needs to know to reach them: whether they may be contacted at all, the language, the hour, phone and email."""
    facts = ["" if person.may_contact else NOT_TO_CONTACT, f"speaks {person.language}" if person.language else ""]
    facts += [f"best {person.best_time}" if person.best_time else "", person.phone, person.email]
    return [fact for fact in facts if fact]


def named(people: Sequence[FamilyContact], name: str) -> FamilyContact | None:
    """The person with exactly this name, as a check-in keeps it; None if the family has nobody of that name any more."""
    return next((person for person in people if person.name == name), None)


def matching_people(typed: str, people: Sequence[FamilyContact]) -> list[FamilyContact]:
    """Those whose relation, name, or a later part of the name begins like this; just one if it is all of either."""
    wanted = fold(typed.translate(_BLANKS)).strip()
    if not wanted:
        return []
    exact = [one for one in people if wanted in {fold(one.name), fold(one.relation)}]
    return exact if len(exact) == 1 else [one for one in people if _begins(wanted, one)]


def token_of(person: FamilyContact, people: Sequence[FamilyContact]) -> str:
    """The first of these that means only this person: the relation, the name, or both names joined."""
    tokens = [_NO_TOKEN.sub("_", fold(text)).strip("_") for text in (person.relation, person.name)]
    told = [token for token in tokens if token[:1].isalpha()]
    return next((token for token in told if matching_people(token, people) == [person]), told[-1] if told else "")


def _begins(wanted: str, person: FamilyContact) -> bool:
    return any(f" {fold(text)}".find(f" {wanted}") >= 0 for text in (person.relation, person.name))
