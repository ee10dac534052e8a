"""Whether a word that may be a student's name is one here, by its capital and the words around it."""

from enum import IntEnum

from .ordinary_word import (
    AFTER_NAMES,
    AFTER_WITH,
    BEFORE_MONTHS,
    BEFORE_NAMES,
    FOLLOWED_BY,
    GRAMMAR,
    MODAL,
    MONTHS,
    ORDINARY,
    PRONOUNS,
    VERBS,
)
from .position import follower, is_among_capitals, is_beginning, leader
from .word import Word

_LONG = 5
"""The letters before an ending from which on a word is hardly anything but a form of the name."""
_SHORT = 2
"""A word this short, in lower case, may be a word of any language."""


class Sureness(IntEnum):
    """Whether a word is a name."""

    NO = 0
    DOUBTFUL = 1
    SURE = 2


def sureness(words: list[Word], at: int, text: str, *, name: str, ending: str = "") -> Sureness:
    """Whether the word is a name here. In doubt it is: only a clear ordinary word is none."""
    word = words[at]
    if not word.has_case:
        return Sureness.SURE
    known = {word.text.lower(), word.key, name}
    if not word.text.isascii():
        known = {word.text.lower()}  # `Hà` is no `ha`
    is_ordinary = bool(known & ORDINARY)
    if known & MONTHS and _is_month(words, at, text):
        return Sureness.NO
    if not word.is_capital:
        is_free = not is_ordinary or bool(known & (MONTHS - VERBS))
        if len(word.key) == 1 or not is_free:
            return Sureness.NO
        is_doubtful = is_ordinary or len(word.key) <= _SHORT or _is_short(word, ending)
        return Sureness.DOUBTFUL if is_doubtful else Sureness.SURE
    return _of_capital(words, at, text, known, ending) if is_ordinary or ending or len(word.key) == 1 else Sureness.SURE


def _of_capital(words: list[Word], at: int, text: str, known: set[str], ending: str) -> Sureness:
    """A word with a capital that may be an ordinary one: none only where it reads as that."""
    word = words[at]
    shouted = is_among_capitals(words, at)
    if len(word.key) == 1:
        return Sureness.NO if shouted or word.key in "ai" or _is_numbered(words, at, text) else Sureness.DOUBTFUL
    if not (shouted or is_beginning(text, word.start)):
        return Sureness.DOUBTFUL if known & ORDINARY else Sureness.SURE
    behind, before = follower(words, at, text), leader(words, at, text)
    if known & GRAMMAR:
        if shouted and before in BEFORE_NAMES and word.key not in AFTER_WITH:
            return Sureness.DOUBTFUL
        return _of_small_word(words, at, behind)
    if known & VERBS and (behind in FOLLOWED_BY or behind.isdecimal() or (shouted and before in PRONOUNS)):
        return Sureness.NO
    if known & MODAL and shouted and behind in {"not", "be", "have"}:
        return Sureness.NO
    if known & ORDINARY and behind.isdecimal():
        return Sureness.NO
    if not known & ORDINARY and not _is_short(word, ending):
        return Sureness.SURE
    is_word = ending not in {"", "s"} and len(word.key) - len(ending) <= _SHORT + 1  # `Time` is no form of Tim
    return Sureness.NO if is_word else Sureness.DOUBTFUL


def _is_short(word: Word, ending: str) -> bool:
    """Whether little is left of a word before an ending, so that it may well be another word."""
    return bool(ending) and len(word.key) - len(ending) < _LONG


def _of_small_word(words: list[Word], at: int, behind: str) -> Sureness:
    """`An` and `He` at the beginning: names unless the word behind them reads on in lower case."""
    if not behind or behind in AFTER_NAMES:
        return Sureness.DOUBTFUL
    following = words[at + 1]
    if words[at].text.lower() in {"he", "ha"} and not following.is_shouted:
        return Sureness.DOUBTFUL  # nothing tells the student He from the word
    is_verb = following.key.endswith(("s", "ed")) and not following.key.endswith(("ss", "us"))
    is_name = following.is_capital and not following.is_shouted
    return Sureness.DOUBTFUL if is_verb or is_name else Sureness.NO


def _is_month(words: list[Word], at: int, text: str) -> bool:
    """Whether a month's name means the month: `until May`, `3 May`, `May 2027`."""
    end = words[at].end
    if text[end : end + 1] in {"'", "’", "-"}:
        return False
    before, behind = leader(words, at, text), follower(words, at, text)
    return before in BEFORE_MONTHS or behind.isdecimal() or before.isdecimal()


def _is_numbered(words: list[Word], at: int, text: str) -> bool:
    """Whether a letter beside a number or a sign stands for a thing: `X 2`."""
    return follower(words, at, text).isdecimal() or leader(words, at, text).isdecimal()
