"""Where a mark may stand: a sign between numbers or words is a part of the sentence.

`#tag`, `%medium`, `!who`, `&kind` and `>day` belong to the word right after the sign, so they may stand anywhere. `*`,
`?`, `<`, `~5` and `-absent` are marks only at the edge of what was said: at the beginning or the end of the note, or of
a promise, with nothing but marks outside. So “she did 3 * 4 and got < 5 of ~10 right” is text. `@aunt` stands in the
note; right behind the day of a promise, `@student` says whose promise it is; further on, it is text.
"""

from collections.abc import Sequence

from . import mark

_AT_EDGES = frozenset("*?<~-")
_BEHIND_AMOUNT = frozenset(
    (
        "of",
        "out",
        "or",
        "to",
        "and",
        "percent",
        "min",
        "mins",
        "minute",
        "minutes",
        "hour",
        "hours",
        "hrs",
        "days",
        "weeks",
        "times",
    )
)
"""A word that makes the number before it an amount: “~10 of them”, “>3/4 of the class”."""
_BEHIND_DAY = frozenset(("to", "and"))
"""Those of them with which a promise may begin: “>+3 to call home”."""
OPERATORS = frozenset(
    ("=", "+", "-", "–", "−", "×", "*", "/", "÷", "<", ">", "≈", "≤", "≥", "<=", ">=", "==", "!=", "->")
)
"""A sign that a number belongs to: “3 + 4 = ~7”."""


def signs_in(words: Sequence[str]) -> list[str]:
    """The sign of each word that is a mark where it stands, and "" for the others."""
    signs = [mark.mark_of(word) for word in words]
    for at, sign in enumerate(signs):
        if sign == ">" and _is_amount(words, at, but=_BEHIND_DAY):
            signs[at] = ""
    begins = 0
    for ends in (*(at for at, sign in enumerate(signs) if sign == ">"), len(words)):
        _keep_at_edges(words, signs, begins, ends)
        signs[begins + 1 : ends] = ["" if sign == "@" and begins else sign for sign in signs[begins + 1 : ends]]
        begins = ends + 1
    return signs


def _keep_at_edges(words: Sequence[str], signs: list[str], begins: int, ends: int) -> None:
    """Take the sign from each word between two indices that is a mark at an edge only and stands elsewhere."""
    first = begins
    while first < ends and _is_outside(words, signs, first, leads=True):
        first += 1
    last = ends
    while last > first and _is_outside(words, signs, last - 1, leads=False):
        last -= 1
    for at in range(first, last):
        if signs[at] in _AT_EDGES:
            signs[at] = ""


def _is_outside(words: Sequence[str], signs: Sequence[str], at: int, *, leads: bool) -> bool:
    """Whether this word is a mark after which the text begins, or before which it ends."""
    sign = signs[at]
    if sign in {"", mark.ESCAPE}:
        return False
    if leads and sign == "<":
        return not (at + 1 < len(words) and words[at + 1][0].isdecimal())
    if leads and sign == "~":
        return not _is_amount(words, at)
    return not (sign == "~" and at > 0 and words[at - 1] in OPERATORS and signs[at - 1] == "")


def _is_amount(words: Sequence[str], at: int, *, but: frozenset[str] = frozenset()) -> bool:
    """Whether the word after a number makes it an amount; `but` are words that don't here."""
    is_number = words[at][-1].isdecimal()
    return is_number and at + 1 < len(words) and words[at + 1].strip(".,;:!?").casefold() in _BEHIND_AMOUNT - but
