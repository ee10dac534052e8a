"""When two spellings are one value: what a file says against what we hold."""

import unicodedata
from functools import lru_cache

from advisory.model import Student

from .roster import RosterRow

SIGNS = ("source_id", "student_number", "email")
"""The fields that tell one person from all others, the surest first."""


def is_same(field: str, ours: str, theirs: str) -> bool:
    """Whether a field of a student has not changed, however it is written.

    Accents may be composed or not, an address may be in capitals, and grades 09 and 9 are one grade.
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
    """The grade without leading zeros, in lower case: `09` and `9` are one, and so are `KG` and `kg`."""
    return (grade.lstrip("0") or "0") if grade.isdecimal() else grade.casefold()


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """What two spellings of one name have in common: neither capitals nor composed accents tell people apart.

    The accents themselves do, and so does every other mark.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def sign_key(sign: str, value: str) -> str:
    """What two spellings of one id, number or email address have in common: only addresses come in capitals or not."""
    return value.casefold() if sign == "email" else value


def contradicts(row: RosterRow, student: Student) -> bool:
    """Whether an id, a number or an address says that these are two people."""
    return any(differs(sign, row, student) for sign in SIGNS)


def differs(sign: str, row: RosterRow, student: Student) -> bool:
    """Whether both have this sign, and not the same; ids can only differ within one system."""
    theirs, ours = getattr(row, sign), getattr(student, sign)
    if not theirs or not ours or sign_key(sign, theirs) == sign_key(sign, ours):
        return False
    return sign != "source_id" or _system(theirs) == _system(ours)


def _system(source_id: str) -> str:
    return source_id.partition(":")[0]
