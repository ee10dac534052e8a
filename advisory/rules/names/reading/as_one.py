"""Whether several words of a text are meant as one word of a name."""

from itertools import pairwise

from advisory.rules.names.word import Word

from .ordinary_word import NO_NAMES

_SHORT, _LONG = 3, 6
"""The letters up to which words with a sign between them are other words, and from which on words in lower case may be a name."""


def is_one(words: list[Word], text: str) -> bool:
    """Whether words that a name writes as one are meant as one here: `De Shawn`, `de-shawn`, but not `may a`."""
    gaps = {text[one.end : two.start] for one, two in pairwise(words)}
    if len(words) >= _SHORT and all(len(word.key) == 1 for word in words):
        return True  # `D a n`, `A-r-t`
    if gaps == {""} or all(word.is_capital for word in words):
        return True
    return not any(map(str.isspace, gaps)) and sum(len(word.key) for word in words) > _SHORT


def is_spread(words: list[Word]) -> bool:
    """Whether words in lower case are one name that somebody wrote as two: `xiao ming`, but not `for rest`."""
    is_long = sum(len(word.key) for word in words) >= _LONG
    return is_long and all(len(word.key) > 1 and word.key not in NO_NAMES for word in words)
