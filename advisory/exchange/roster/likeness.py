"""Compare the values of a roster with those of a student: different spellings may be the same value."""

import unicodedata
from functools import lru_cache

from advisory.model import Student
from advisory.rules.names.finding import fold

from .roster import RosterRow

IDENTIFIERS = ("source_id", "student_number", "email")
"""The fields that identify a person, the surest first."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may follow a name without being one."""


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


def is_capitals_of(field: str, ours: str, theirs: str) -> bool:
    """Whether a name in the file is ours, only in capitals (or all in small letters), and perhaps without its accents.

    Such a file says less than we know: QUILLON may be Quillon or de Quillon, and NUNEZ is Núñez.
    """
    if field not in {"given_name", "family_name"} or theirs not in {theirs.upper(), theirs.lower()}:
        return False
    return ours not in {ours.upper(), ours.lower()} and fold(ours) == fold(theirs)


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


def whole_key(person: RosterRow | Student) -> str:
    """A key of the whole name: where the given name ends makes no difference, since a file may not say."""
    return name_key(f"{person.given_name} {person.family_name}")


def contradicts(row: RosterRow, student: Student) -> bool:
    """Whether an id or a number shows that these are two people. An address doesn't: schools change them for everybody."""
    return differs("source_id", row, student) or differs("student_number", row, student)


def why_doubtful(row: RosterRow, student: Student) -> str:
    """Why two of one name may be two people, though no id or number says so; "" if nothing speaks against it.

    Another address is nothing if the part before the @ or the grade is the same. A grade goes up by one a year.
    """
    is_same_grade = bool(row.grade) and plain_grade(row.grade) == plain_grade(student.grade)
    if differs("email", row, student) and not is_same_grade and _local_part(row.email) != _local_part(student.email):
        return "the name is the same, but the email is not"
    theirs, ours = _year(row.grade), _year(student.grade)
    if theirs is not None and ours is not None and theirs - ours not in {0, 1}:
        return "the name is the same, but the grade is not"
    return ""


def differs_in_the_middle(row: RosterRow, student: Student) -> bool:
    """Whether the two may be one person with or without a middle name, an initial, an accent or a second family name.

    `Tamsin R Quillon` and `Tamsin Quillon`, `Ana López García` and `Ana López`; not two people of one family.
    """
    theirs, ours = _name_words(row), _name_words(student)
    if not any(_may_be_one(one, other) for one in first_words(row) for other in first_words(student)):
        return False
    if _letters(row.family_name) == _letters(student.family_name):
        return True
    short, long = sorted((theirs[1:], ours[1:]), key=len)
    return bool(short) and _is_within(short, long)


def _is_within(short: list[str], long: list[str]) -> bool:
    """Whether the words of one stand in the other in their order; an initial stands for its word."""
    rest = iter(long)
    return all(any(_may_be_one(one, other) for other in rest) for one in short)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two words are the same, or one is the initial of the other."""
    return one == other or _is_initial_of(one, other) or _is_initial_of(other, one)


def _is_initial_of(letter: str, word: str) -> bool:
    """Whether one is the first letter of the other. A single Chinese character is a whole name."""
    return len(letter) == 1 and word.startswith(letter) and letter.upper() != letter


def first_words(person: RosterRow | Student) -> set[str]:
    """The first word of the given and of the preferred name, folded."""
    return {words[0] for words in (_name_words(person), _words(person.preferred_name)) if words}


def _name_words(person: RosterRow | Student) -> list[str]:
    return _words(f"{person.given_name} {person.family_name}")


def _words(name: str) -> list[str]:
    """The words of a name, folded, without what divides them and without a `Jr.`."""
    words = "".join(c if c.isalnum() else " " for c in fold(name)).split()
    return [word for word in words if word not in SUFFIXES]


def _letters(name: str) -> str:
    return "".join(_words(name))


def _local_part(email: str) -> str:
    return email.casefold().partition("@")[0]


def _year(grade: str) -> int | None:
    """The number that a grade such as 9, 09 or 9b begins with."""
    digits = grade[: len(grade) - len(grade.lstrip("0123456789"))]
    return int(digits) if digits else None


def differs(identifier: str, row: RosterRow, student: Student) -> bool:
    """Whether both have this field with different values. Ids are compared only if they come from the same system."""
    theirs, ours = getattr(row, identifier), getattr(student, identifier)
    if not theirs or not ours or identifier_key(identifier, theirs) == identifier_key(identifier, ours):
        return False
    return identifier != "source_id" or _system(theirs) == _system(ours)


def _system(source_id: str) -> str:
    return source_id.partition(":")[0]
