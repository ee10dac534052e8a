"""Whether a word that may be a student's name is one here, by its capital and the words around it."""

import re
from enum import IntEnum

from advisory.rules.names.word import Word

from .ordinary_word import (
    ADJECTIVES,
    AFTER_ADJECTIVES,
    AFTER_NAMES,
    AFTER_NOUNS,
    AFTER_WITH,
    ARTICLES,
    BEFORE_DAYS,
    BEFORE_MONTHS,
    BEFORE_NAMES,
    BEFORE_VERBS,
    BEFORE_WITH,
    COPULAS,
    DAYS,
    FOLLOWED_BY,
    FOREIGN,
    GRAMMAR,
    LABELS,
    MODAL,
    MONTHS,
    ORDINARY,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)
from .position import follower, is_among_capitals, is_beginning, leader

_OWNS = re.compile("['’]s\\b")
_LISTED = re.compile(r"\d[.):]\s*$")
_LONG = 5
"""The letters before an ending from which on a word is hardly anything but a form of the name."""
_SHORT = 2
"""A word this short, in lower case, may be a word of any language."""


class Sureness(IntEnum):
    """Whether a word is a name."""

    NO = 0
    PLAIN = 1
    """An ordinary word in lower case that reads as that word: who can ask, asks; who cannot, takes it for a name."""
    WORD = 2
    """An ordinary word in lower case: in doubt a name, but the advisor decides about it apart from the one with a capital."""
    DOUBTFUL = 3
    SURE = 4


def sureness(words: list[Word], at: int, text: str, *, name: str, ending: str = "") -> Sureness:
    """Whether the word is a name here. In doubt it is: only a clear ordinary word is none."""
    word = words[at]
    if not word.has_case:
        return Sureness.SURE
    known = {word.text.lower(), word.key, name}
    if not word.text.isascii():
        known = {word.text.lower()}  # `Hà` is no `ha`
    is_ordinary = bool(known & ORDINARY)
    if known & (MONTHS | DAYS) and _is_date(words, at, text, BEFORE_MONTHS if known & MONTHS else BEFORE_DAYS):
        return Sureness.NO
    if not word.is_capital:
        if len(word.key) == 1:
            return Sureness.NO
        if is_ordinary:
            return _of_lower_case(words, at, text, known, ending)
        is_doubtful = len(word.key) <= _SHORT or _is_short(word, ending)
        return Sureness.DOUBTFUL if is_doubtful else Sureness.SURE
    return _of_capital(words, at, text, known, ending) if is_ordinary or ending or len(word.key) == 1 else Sureness.SURE


def _of_capital(words: list[Word], at: int, text: str, known: set[str], ending: str) -> Sureness:
    """A word with a capital that may be an ordinary one: none only where it reads as that."""
    word = words[at]
    if len(word.key) == 1:
        return Sureness.NO if word.key in "ai" or _is_numbered(words, at, text) else Sureness.DOUBTFUL
    shouted = is_among_capitals(words, at)
    if not (shouted or is_beginning(text, word.start)):
        return Sureness.DOUBTFUL if known & ORDINARY else Sureness.SURE
    after, before = follower(words, at, text), leader(words, at, text)
    if known & GRAMMAR:
        if shouted and before in BEFORE_NAMES and word.key not in AFTER_WITH:
            return Sureness.DOUBTFUL
        return _of_small_word(words, at, after)
    if known & VERBS and (after in FOLLOWED_BY or (shouted and before in PRONOUNS)):
        return Sureness.NO
    if known & MODAL and shouted and after in {"not", "be", "have"}:
        return Sureness.NO
    if known & ORDINARY and after.isdecimal() and (not _is_in_list(words, at, text) or known & LABELS):
        return Sureness.NO
    if not known & ORDINARY and not _is_short(word, ending):
        return Sureness.SURE
    is_word = (
        word.text.isascii() and ending not in {"", "s"} and len(word.key) - len(ending) <= _SHORT + 1
    )  # `Time` is no form of Tim
    return Sureness.NO if is_word else Sureness.DOUBTFUL


def _is_short(word: Word, ending: str) -> bool:
    """Whether little is left of a word before an ending, so that it may well be another word."""
    return bool(ending) and len(word.key) - len(ending) < _LONG


def _of_small_word(words: list[Word], at: int, after: str) -> Sureness:
    """`An`, `He` and `Le` at the beginning: names unless the word after them reads on in lower case."""
    if not after or after in AFTER_NAMES:
        return Sureness.DOUBTFUL
    following = words[at + 1]
    key = words[at].key
    if after == "with" and key not in BEFORE_WITH:
        return Sureness.DOUBTFUL
    if (words[at].text.lower() == "he" or key in FOREIGN) and not following.is_shouted:
        return Sureness.DOUBTFUL  # nothing tells the student He from the word
    if key == "an" and following.key[0] not in "aeiouh" and len(following.key) > 1:
        return Sureness.DOUBTFUL  # no article stands before such a letter
    is_verb = _is_verb_of_name(following.key)
    is_name = following.is_capital and not following.is_shouted
    return Sureness.DOUBTFUL if is_verb or is_name else Sureness.NO


def _of_lower_case(words: list[Word], at: int, text: str, known: set[str], ending: str) -> Sureness:
    """An ordinary word in lower case: many hands write no capitals, so only what is grammar here is surely no name."""
    if known & GRAMMAR:
        return Sureness.NO
    if _is_marked(words, at, text, known):
        return Sureness.DOUBTFUL
    if (known & MODAL and _is_modal(words, at, text)) or ending not in {"", "s"}:
        return Sureness.NO
    return Sureness.PLAIN if _reads_as_word(words, at, text, known) else Sureness.WORD


def _reads_as_word(words: list[Word], at: int, text: str, known: set[str]) -> bool:
    """Whether an ordinary word in lower case is clearly used as that: `by the grace`, `marks are`, `hope she`, `is strong`."""
    after, before = follower(words, at, text), leader(words, at, text)
    begins = not before and is_beginning(text, words[at].start)
    if before in ARTICLES or (words[at].key.endswith("s") and after in {"are", "were"}):
        return True
    if known & VERBS and ((begins and after in FOLLOWED_BY) or before in BEFORE_VERBS):
        return True
    is_adjective = bool(known & ADJECTIVES) and not known & PERSONAL
    return is_adjective and (before in COPULAS or (begins and after in AFTER_ADJECTIVES))


def _is_modal(words: list[Word], at: int, text: str) -> bool:
    """Whether `will` or `may` stands before another verb, as in `I will read`; not in `will helps` or `by will`."""
    after, before = follower(words, at, text), leader(words, at, text)
    if before in PRONOUNS - {"to"}:
        return True
    return bool(after) and before not in PREPOSITIONS and after not in AFTER_NOUNS and not _is_verb_of_name(after)


def _is_verb_of_name(after: str) -> bool:
    """Whether a word ends as a verb after a name: `An helps`, `Will asked`, `Will agreed`; not `need`."""
    is_other = after.endswith(("ss", "us", "eed")) and not after.endswith("agreed")
    return after.endswith(("s", "ed")) and not is_other


def _is_marked(words: list[Word], at: int, text: str, known: set[str]) -> bool:
    """Whether an ordinary word in lower case is marked as a name: `@mark`, `mark_w`, `with mark`, `mark's`."""
    word, before = words[at], leader(words, at, text)
    if before in {"and", "or"} and at > 1:
        before = leader(words, at - 2, text)  # `with mark and will`
    is_handle = text[word.start - 1 : word.start] in {"@", "#", "_"} or text[word.end : word.end + 1] in {"@", "_"}
    if is_handle or (before in BEFORE_NAMES and known & PERSONAL):
        return True
    is_owner = bool(_OWNS.match(text, word.end))
    return is_owner and bool(known & PERSONAL) and before not in AFTER_WITH


def _is_date(words: list[Word], at: int, text: str, leaders: frozenset[str]) -> bool:
    """Whether the name of a month or a day means that: `until May`, `3 May`, `May 2027`, `every Friday`."""
    end = words[at].end
    if text[end : end + 1] in {"'", "’", "-"}:
        return False
    before, after = leader(words, at, text), follower(words, at, text)
    return before in leaders or before.isdecimal() or (after.isdecimal() and not _is_in_list(words, at, text))


def _is_in_list(words: list[Word], at: int, text: str) -> bool:
    """Whether the word stands in a numbered list, so that the number after it is that of the next line: `1. Mark 2. Will`."""
    before = text[max(0, words[at].start - 4) : words[at].start]
    return _LISTED.search(before) is not None


def _is_numbered(words: list[Word], at: int, text: str) -> bool:
    """Whether a letter beside a number stands for a thing: `X 2`."""
    return follower(words, at, text).isdecimal() or leader(words, at, text).isdecimal()
