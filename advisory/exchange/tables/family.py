"""families.csv: one row per current student, with what went home this term.

The phone numbers and addresses of the people at home are in no file but a backup.
"""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.rules.family.good_word import HomeWord
from advisory.rules.family.people import called

HEADER = (
    "student_id",
    "student",
    "contacts",
    "attempts",
    "last_good_word_on",
    "school_days_since_good_word",
    "celebrations",
    "concerns",
    "family",
    "do_not_contact",
)


def rows(words: Iterable[HomeWord], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per student, in the order given. The last good word is that of this school year."""
    for word in words:
        people = word.student.family_contacts
        yield (
            word.student.id,
            names[word.student.id],
            word.celebrations + word.concerns + word.others,
            word.attempts,
            word.good_word_on,
            word.good_word_age,
            word.celebrations,
            word.concerns,
            " | ".join(called(person) for person in people if person.may_contact),
            " | ".join(called(person) for person in people if not person.may_contact),
        )
