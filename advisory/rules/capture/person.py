"""Who of the student's family is meant by `@aunt`, once it is known whose note it is."""

from collections.abc import Sequence

from advisory.model import FamilyContact, Student
from advisory.rules.family.people import matching_people, token_of
from advisory.rules.refusal import Refusal

from .mark import either, or_plain, shown

_ONE_FAMILY = (
    "A person of a family goes with a note about one student. Take out the word with the @, or all names but one."
)
"""Why a line about several students can't name one."""


def one_person(
    typed: str, students: Sequence[Student], add: str = "the student's form in the app adds them"
) -> FamilyContact:
    """The one person meant by `@typed` in a note about these students. `add` says how somebody is added to a family.

    Refuses what fits nobody or several, and a note about several students, which is with nobody of one family.
    """
    if len(students) != 1:
        raise Refusal(_ONE_FAMILY)
    people = students[0].family_contacts
    found = matching_people(typed, people)
    if len(found) == 1:
        return found[0]
    word = f"@{shown(typed)}"
    if not people:
        raise Refusal(f"“{word}”: nobody of the family is written down yet; {add}. {or_plain(word)}")
    choices = either([f"@{token_of(one, people)}" for one in found or people])
    problem = f"“{word}” could be {choices}; type more of it" if found else f"“{word}” is not {choices}"
    raise Refusal(f"{problem}. {or_plain(word)}")
