"""How names are spelled: forms that mean the same name, whatever keyboard, script or habit they were typed with."""

from collections.abc import Iterator
from functools import lru_cache

from .finding import fold

_ALIKE = str.maketrans("ةىکیךםןףץ", "هيكيכמנפצ", "ـ")
"""Arabic and Hebrew letters that one hand writes for another, or only at the end of a word."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_ONE_LETTER = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ph", "f"))
_LONG = 5
"""Letters that a name keeps when two of them become one: `Noel` stays what it is."""


@lru_cache(8192)
def spelled(text: str) -> str:
    """A word in the one spelling in which names are compared: folded, in the plain letters of its script."""
    folded = fold(text.replace("´", ""))  # an accent with nothing under it, typed for an apostrophe
    return folded if folded.isascii() else folded.translate(_ALIKE)


def spellings(text: str) -> Iterator[str]:
    """A name's word in every spelling: `Jürgen` is also typed `Juergen`, and `Mueller` for Müller."""
    plain = spelled(text)
    yield plain
    two = spelled(text.lower().translate(_TWO_LETTERS))
    if two != plain:
        yield two
    for pair, letter in _ONE_LETTER:
        if pair in plain and len(plain) > _LONG:
            yield plain.replace(pair, letter)
