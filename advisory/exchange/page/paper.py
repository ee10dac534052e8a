"""The sheet that pages are printed on: the settings of type to choose from, and how much room a text takes in one.

The browser picks the font, so every letter is taken to be a little wider than in Palatino, the widest one in the style.
The sheet is the area that A4 and Letter have in common. Lengths are in em, the type size, unless their names end in MM.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SHEET_MM = 244.0
"""Letter's 279 mm without the margins, less a little for rounding."""
WIDTH_MM = 180.0
MM = 0.3528
"""One point in mm."""
_STEPS = 24

_SPACE, _SLIM, _LETTER, _OTHER, _CAPITAL, _BROAD, _FULL = 0.25, 0.34, 0.53, 0.52, 0.7, 0.88, 1.03
"""Widths in em, from a space and narrow letters such as i to a Chinese character."""
_SLIM_ONES = frozenset("iljftrI.,;:'’!|()[]-/")
_BROAD_ONES = frozenset("mwMW@%—")


class Setting(NamedTuple):
    """The type size in points, the line height, and the space between the sections of the page."""

    points: float = 10.5
    leading: float = 1.35
    between: float = 1.0


SPREAD = Setting()
"""For a page that needs more than one sheet at any size."""
_ROOMIEST, _TIGHTEST = Setting(13.5, 1.48, 1.6), Setting(7.75, 1.22, 0.65)


def settings() -> Iterable[Setting]:
    """The settings to try, the roomiest first."""
    for step in range(_STEPS):
        part = step / (_STEPS - 1)
        least = zip(_ROOMIEST, _TIGHTEST, strict=True)
        yield Setting(*(round(roomy + (tight - roomy) * part, 3) for roomy, tight in least))


def lines(line: str, width: float) -> int:
    """How many lines a line wraps to. It breaks between words, and inside a word that is wider than the column."""
    count, at = 1, 0.0
    for word in line.split():
        wide = _wide(word)
        if at and at + _SPACE + wide <= width:
            at += _SPACE + wide
            continue
        count += at > 0
        more, at = divmod(wide, width)
        count += int(more)
    return count


@lru_cache(maxsize=4096)
def _wide(word: str) -> float:
    return sum(map(letter, word))


def letter(character: str) -> float:
    """The width of a character in em."""
    if character == " ":
        return _SPACE
    if character in _SLIM_ONES:
        return _SLIM
    if character in _BROAD_ONES:
        return _BROAD
    if character.isascii():
        return _LETTER if character.islower() else _CAPITAL if character.isupper() else _OTHER
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _CAPITAL
