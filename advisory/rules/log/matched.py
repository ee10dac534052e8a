"""Where a search's words stand in a text, to be marked when it is shown."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from advisory.rules.names.finding import fold

from .query import Query

_CHANGES = re.compile(r"['`]| {2}")
"""What makes a folded text shorter than the text."""


class Stretch(NamedTuple):
    """A part of a text, from one character to before another."""

    start: int
    end: int


def matched(text: str, words: Iterable[str]) -> list[Stretch]:
    """The parts of a text that the folded words fit, in order, joined where they overlap."""
    wanted = [word for word in words if word.strip()]
    if not wanted:
        return []
    folded, origins = _folded(text)
    found = sorted(
        Stretch(origins[at], _with_accents(text, origins[at + len(word) - 1] + 1))
        for word in wanted
        for at in _places(folded, word)
    )  # fmt: skip
    joined: list[Stretch] = []
    for one in found:
        if joined and one.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined


def words_to_mark(query: Query) -> list[str]:
    """The folded texts of a query that can be seen in what it finds."""
    beginnings = (one[1:] for group in query.either for one in group)  # without the mark before them
    return [*query.words, *query.tags, *(name for names in query.who for name in names), *beginnings]


def around(text: str, stretches: Iterable[Stretch], room: int) -> int:
    """The character to begin at, so that the first stretch is in view where only `room` characters are."""
    first = next(iter(stretches), None)
    if first is None or first.end <= room:
        return 0
    begin = max(0, min(first.start - room // 3, first.start))
    blank = text.find(" ", begin, first.start)
    return blank + 1 if blank >= 0 else begin


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The folded text with single spaces, and for each of its characters the one of `text` that it came from."""
    if text.isascii() and text.isprintable() and not _CHANGES.search(text):
        return text.lower(), range(len(text))  # twenty times as fast, and enough for most texts
    letters: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        for letter in fold(character):
            is_blank = letter.isspace()
            if is_blank and (not letters or letters[-1] == " "):
                continue
            letters.append(" " if is_blank else letter)
            origins.append(at)
    return "".join(letters), origins


def _places(folded: str, word: str) -> Iterable[int]:
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + len(word))


def _with_accents(text: str, end: int) -> int:
    """The end of a stretch, after the accents that belong to its last letter."""
    while end < len(text) and not fold(text[end]) and not text[end].isspace():
        end += 1
    return end
