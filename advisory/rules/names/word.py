"""The words of a text, cut as finely as names are joined: at capitals, digits, apostrophes and a change of script."""

import re
import unicodedata
from typing import NamedTuple

from .finding import APOSTROPHES
from .spelling import spelled

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
UNSPACED = re.compile(f"[{_UNSPACED}]")
_CHARACTERS = re.compile(r"[^\W_]+")
_BETWEEN = f"{APOSTROPHES}´"
"""What falls out of a name when it is compared, and cuts a word in two in a text."""
_SPECIAL = frozenset({"Mn", "Mc", "Me", "Cf"})
_JOINT = re.compile(rf"[^\S\n]{{0,3}}|[^\S\n]*\n[^\S\n]*|[{_BETWEEN}._\-‐‑–][^\S\n]?|[^\S\n]&[^\S\n]")
"""What may stand between two words of one name."""


class Word(NamedTuple):
    """A word, where it stands, and the spelling in which it is compared with names."""

    start: int
    end: int
    text: str
    key: str
    has_case: bool
    """Whether its script has capitals."""
    is_capital: bool
    """Whether it begins with a capital, or has no letters that could be one."""

    @property
    def is_shouted(self) -> bool:
        """Whether it is a word of capitals only."""
        return len(self.key) > 1 and self.has_case and self.text == self.text.upper()


def words_of(text: str, *, at_capitals: bool = True) -> list[Word]:
    """The words of a text, in order. A name of a student is not cut at its capitals: `DeShawn` has no word `Shawn`."""
    words = []
    for found in _pattern_for(text).finditer(text):
        whole, start = found[0], found.start()
        if whole.isascii() and whole.isalpha() and (whole.islower() or whole[1:].islower()):
            words.append(Word(start, found.end(), whole, whole.lower(), has_case=True, is_capital=whole[0].isupper()))
            continue
        for begin, end in _pieces(whole, at_capitals=at_capitals):
            piece = whole[begin:end]
            if key := spelled(piece):
                has_case = piece.lower() != piece.upper()
                is_capital = not (has_case and piece[0].islower())
                words.append(Word(start + begin, start + end, piece, key, has_case, is_capital))
    return words


def are_joined(one: Word, other: Word, text: str) -> bool:
    """Whether two words stand as close together as the words of one name."""
    between = text[one.end : other.start]
    if between in {" ", "", "-"}:
        return True
    if between.startswith(".") and len(between) > 1:
        return len(one.key) == 1  # `J. D.`, but not the end of a sentence
    return _JOINT.fullmatch(between) is not None


def _pattern_for(text: str) -> re.Pattern[str]:
    """What a word is in this text: letters and digits, and the marks and invisible characters among them."""
    if text.isascii():
        return _CHARACTERS
    special = {character for character in set(text) if unicodedata.category(character) in _SPECIAL}
    if not special:
        return _CHARACTERS
    return re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(''.join(sorted(special)))}])*")


def _pieces(whole: str, *, at_capitals: bool) -> list[tuple[int, int]]:
    """Where a run of letters and digits falls apart."""
    pieces, start, before = [], 0, ""
    for at, character in enumerate(whole):
        if character in _BETWEEN:
            pieces.append((start, at))
            start, before = at + 1, ""
            continue
        kind = _kind(character, before)
        if before and (kind.lower() != before.lower() or (at_capitals and (before, kind) == ("a", "A"))):
            pieces.append((start, at))
            start = at
        before = kind
    pieces.append((start, len(whole)))
    return [(start, end) for start, end in pieces if start < end]


def _kind(character: str, before: str) -> str:
    """`A` for a capital, `a` for any other letter, `1` for a digit, `#` for a script without spaces; a mark is as before."""
    if unicodedata.category(character) in _SPECIAL:
        return before
    if character.isdigit():
        return "1"
    if UNSPACED.match(character):
        return "#"
    return "A" if character.isupper() else "a"
