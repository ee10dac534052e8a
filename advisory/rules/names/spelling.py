"""How names are spelled: forms that mean the same name, whatever keyboard, script or habit they were typed with."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .finding import fold

_ALIKE = str.maketrans("ةىکیךםןףץ", "هيكيכמנפצ", "ـ")
"""Arabic and Hebrew letters that one hand writes for another, or only at the end of a word."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_ONE_LETTER = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"), ("ph", "f"))
_TO_LATIN = str.maketrans("аеорсухіјѕһкмтвнԁԛԝαεορτυνικ", "aeopcyxijshkmtbhdqwaeoptuvik")
"""Cyrillic and Greek letters that look like Latin ones, small or as capitals, folded."""
_TO_CYRILLIC = str.maketrans("aeopcyxikmtbhn", "аеорсухікмтвнп")
_LATIN, _OTHER = re.compile("[a-z]"), re.compile("[а-џѐ-ӿα-ω]")
_IRISH = re.compile("[áéíóú]|[bdgm]h", re.IGNORECASE)
_SOFT_FIRST = re.compile("^[bcdfgmpst](?=[aeioulr])")
"""A first letter after which Irish puts an h: `a Shiobhán`."""
_BROAD_LAST = re.compile("(?<=[aou])(?=[cdglnrs]$)")
"""Where Irish puts an i: `Siobháin`."""
_SHORTEST_CLAN, _SHORTEST_ARTICLE = 5, 5
"""The letters from which on Mc and the Arabic article are small words before a name."""
_LONG = 5
"""Letters that a name keeps when two of them become one: `Noel` stays what it is."""


@lru_cache(8192)
def spelled(text: str) -> str:
    """A word in the one spelling in which names are compared: folded, in the plain letters of its script."""
    folded = fold(text.replace("´", ""))  # an accent with nothing under it, typed for an apostrophe
    if folded.isascii():
        return folded
    if _LATIN.search(folded) and _OTHER.search(folded):
        return _in_one_script(folded)
    return folded.translate(_ALIKE)


def _in_one_script(word: str) -> str:
    """A word of two scripts in the one that all its letters may be read in: `Dan` with a Cyrillic а is Dan."""
    latin = word.translate(_TO_LATIN)
    return latin if latin.isascii() else word.translate(_TO_CYRILLIC)


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
    if plain.startswith("mc") and len(plain) >= _SHORTEST_CLAN:
        yield f"mac{plain[2:]}"
    elif plain.startswith("mac") and len(plain) > _SHORTEST_CLAN:
        yield f"mc{plain[3:]}"
    elif plain.startswith("ال") and len(plain) >= _SHORTEST_ARTICLE:
        yield plain[2:]
    if plain.isascii() and _IRISH.search(text):
        yield from _irish(plain) - {plain}


def _irish(name: str) -> set[str]:
    """An Irish name as it is called and owned: `a Shiobhán`, `le Siobháin`."""
    both = {name, _SOFT_FIRST.sub(lambda first: f"{first[0]}h", name)}
    return both | {_BROAD_LAST.sub("i", one) for one in both}
