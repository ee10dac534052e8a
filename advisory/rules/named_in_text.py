"""Which students a text names, so that one doesn't carry another's name out of the house unnoticed."""

import re
from collections.abc import Iterable

from advisory.model import Student

from .names import fold, name_parts

_PIECES = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s$")
_AROUND = re.compile(r"^\W+|\W+$")
_LEAST = 2
"""Letters of a name that can be told from an initial."""


def named_in(texts: Iterable[str], students: Iterable[Student], but: Student) -> list[Student]:
    """The students but one who are named in the texts by any whole part of their names, in the order given.

    A word counts when it begins like a name, with a capital or in a script that has none. It may be another word that
    is a name too, such as Will: this warns a person, who decides.
    """
    whole = " ".join(texts)
    words = {found for word in whole.split() for found in _readings(word)}
    folded = fold(whole)
    own = set(name_parts(but))

    def is_named(student: Student) -> bool:
        parts = {part for part in name_parts(student) if len(part) >= _LEAST} - own
        return bool(parts & words) or any(_is_unspaced(part) and part in folded for part in parts)

    return [student for student in students if student.id != but.id and is_named(student)]


def _readings(word: str) -> set[str]:
    """How a word may be read as a name: whole, without an 's at its end, and its pieces; none of a word in lower case."""
    bare = _AROUND.sub("", word)
    found = [bare, _POSSESSIVE.sub("", bare), *_PIECES.findall(bare)]
    return {fold(reading) for reading in found if reading and not reading[0].islower()}


def _is_unspaced(part: str) -> bool:
    """Whether it is written in a script without capitals, several of which put no blanks between words."""
    return not part.isascii() and part.upper() == part
