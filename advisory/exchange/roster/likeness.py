"""Compare the values of a roster with those of a student: different spellings may be the same value."""

import unicodedata
from functools import lru_cache

from advisory.model import Student

from .roster import RosterRow

IDENTIFIERS = ("source_id", "student_number", "email")
"""The fields that identify a person, the surest first."""


def is_same(field: str, ours: str, theirs: str) -> bool:
    """Whether two spellings of a field are the same value.

    Accents may be composed or not, email addresses may be in capitals, and grades 09 and 9 are the same.
    """
    if ours == theirs:
        return True
    match field:
        case "email":
            return ours.casefold() == theirs.casefold()
        case "grade":
            return plain_grade(ours) == plain_grade(theirs)
        case _:
            return unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", theirs)


def plain_grade(grade: str) -> str:
    """The grade in lower case without leading zeros: `09` becomes `9`, and `KG` becomes `kg`."""
    return (grade.lstrip("0") or "0") if grade.isdecimal() else grade.casefold()


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A key that is the same for all spellings of a name: capitals and the encoding of accents make no difference.

    Accents themselves and punctuation do.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def identifier_key(identifier: str, value: str) -> str:
    """A key that is the same for all spellings of an id, number or email address. Addresses ignore capitals."""
    return value.casefold() if identifier == "email" else value


def contradicts(row: RosterRow, student: Student) -> bool:
    """Whether an id, number or address shows that these are two people."""
    return any(differs(identifier, row, student) for identifier in IDENTIFIERS)


def differs(identifier: str, row: RosterRow, student: Student) -> bool:
    """Whether both have this field with different values. Ids are compared only if they come from the same system."""
    theirs, ours = getattr(row, identifier), getattr(student, identifier)
    if not theirs or not ours or identifier_key(identifier, theirs) == identifier_key(identifier, ours):
        return False
    return identifier != "source_id" or _system(theirs) == _system(ours)


def _system(source_id: str) -> str:
    return source_id.partition(":")[0]
