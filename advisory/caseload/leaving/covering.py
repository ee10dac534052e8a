"""What one student's texts are covered with: the names of all others, those they used to have, and the words uncovered."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.uncovered import Uncovered, in_lower_case, is_among
from advisory.rules.names.word import words_of

_AROUND = 24
"""The most characters that are shown before and after a word; a word among them is whole or left out."""


class CoveredWord(NamedTuple):
    """A word in a student's texts that is covered, or would be had the advisor not uncovered it."""

    key: str
    """The key under which the settings store it."""
    whose: frozenset[str]
    """The ids of the students whose name it may be."""
    is_doubtful: bool
    """Whether it may be no name at all."""
    before: str
    """The words before it in the text."""
    text: str
    """The word as it is written there."""
    after: str
    """The words after it."""

    def is_among(self, words: Uncovered) -> bool:
        """Whether these words list it for every student who has that name."""
        return is_among(words, self.key, self.whose)


def words_to_cover(others: OtherNames, texts: Iterable[str]) -> list[CoveredWord]:
    """Each word in the texts that may be one of these names, once; the doubtful ones first.

    `others` must know of no words uncovered, or those would be missing.
    """
    found: dict[str, CoveredWord] = {}
    for text in texts:
        for place in others.places(text):
            before, after = _words_before(text[: place.start]), _words_after(text[place.end :])
            word = CoveredWord(place.key, place.whose, place.is_doubtful, before, text[place.start : place.end], after)
            there = found.get(place.key)
            if there:
                doubtful = word.is_doubtful or there.is_doubtful
                word = there._replace(whose=there.whose | word.whose, is_doubtful=doubtful)
            found[place.key] = word
    return sorted(found.values(), key=lambda word: not word.is_doubtful)


def _words_before(text: str) -> str:
    """The last words of a text, as many as are shown before a covered word."""
    shown = text[-_AROUND:]
    is_whole = len(text) <= _AROUND or text[-_AROUND - 1].isspace()
    words = shown.split()
    return " ".join(words if is_whole or len(words) < _TWO else words[1:])


def _words_after(text: str) -> str:
    """The first words of a text, as many as are shown after a covered word."""
    return _words_before(text[::-1])[::-1]


_TWO = 2
"""From this many words on, one that was cut is dropped; a single word, as in a script without spaces, is shown in part."""


def other_names(caseload: Caseload, student: Student, uncovered: Uncovered) -> OtherNames:
    """The names to cover in what this student may read: those of every other student, also one who left or was deleted."""
    names = caseload.all_names
    return OtherNames(student, names.every, uncovered, names.strangers(student))


def with_words(caseload: Caseload, uncovered: Uncovered, words: Iterable[str]) -> Uncovered:
    """`uncovered` with these words added for every student there is or was.

    A word given in lower case is uncovered in lower case only.
    """
    everyone = frozenset(("", *(one.id for one in caseload.all_names.named)))
    more: dict[str, frozenset[str]] = {}
    for word in words:
        key = "".join(one.key for one in words_of(word))
        for name in {key, key.removesuffix("s")}:
            more[in_lower_case(name)] = everyone
            if not word.islower():
                more[name] = everyone
    return {**uncovered, **more}


def unread_sentence(caseload: Caseload) -> str:
    """What to tell the advisor when a file that may hold earlier names can't be read; "" when all could be."""
    files = " and ".join(caseload.store.files_without_names)
    return f"{files} can't be read, so a student's earlier name may not be covered." if files else ""
