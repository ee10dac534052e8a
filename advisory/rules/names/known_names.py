"""All names of one student's fellow students, in tables to look words up in, and which of them the advisor uncovered."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .finding import Named
from .name_keys import NameKeys, keys_of
from .uncovered import NOBODY, Ids, Uncovered, as_ticked, is_among

_START = 3
"""The letters by which words are passed over that begin like no name."""


class Naming(NamedTuple):
    """Whom a word names (nobody: it is the reader's own name), under which key, and whether that is doubtful."""

    whose: Ids
    key: str
    is_doubtful: bool
    is_word: bool = False
    """Whether it is an ordinary word in lower case that reads as that word."""


class KnownNames:
    """The names of all students but the reader. Each table has the ids of the students who have that key."""

    def __init__(self, own: Named, everyone: Iterable[Named], uncovered: Uncovered) -> None:
        self._uncovered = uncovered
        self.own = keys_of(own)
        self.words = defaultdict[str, set[str]](set)
        self.joined = defaultdict[str, set[str]](set)
        self.stems = defaultdict[str, set[str]](set)
        self.handles = defaultdict[str, set[str]](set)
        self.firsts = defaultdict[str, set[str]](set)
        self.inside = defaultdict[str, set[str]](set)
        self.parts = defaultdict[str, set[str]](set)
        """Student id → every word of their names, with the small ones and the first letters."""
        self.families = defaultdict[str, set[str]](set)
        """Student id → what their family name may be cut short from."""
        self.sounding: list[tuple[str, NameKeys]] = []
        """The ids and keys of students with names in other scripts, or with a way to say them."""
        self.unvoweled: list[tuple[str, NameKeys]] = []
        """Those with names in Arabic or Hebrew."""
        self.namesakes = defaultdict[str, set[str]](set)
        """A spelling, with its accents, that is another's and not the reader's, of a word that without accents is both's."""
        for one in everyone:
            if one.id != own.id:
                self._add(one)
        known = (self.words, self.joined, self.stems, self.handles, self.own.words, self.own.joined)
        self._starts = {key[:length] for table in known for key in table for length in range(1, _START + 1)}
        self._short = {stem for stem in self.stems if len(stem) < _START}
        self._plurals = {f"{key}s" for key in self.words if len(key) < _START}
        self._words_in_order, self._joined_in_order = sorted(self.words), sorted(self.joined)

    def _add(self, student: Named) -> None:
        keys = keys_of(student)
        for table, found in (
            (self.words, keys.words), (self.joined, keys.joined), (self.stems, keys.stems), (self.handles, keys.handles),
            (self.firsts, keys.firsts), (self.inside, keys.inside),
        ):  # fmt: skip
            for key in found:
                table[key].add(student.id)
        if keys.sounds:
            self.sounding.append((student.id, keys))
        if keys.unvoweled:
            self.unvoweled.append((student.id, keys))
        if not self.own.words.isdisjoint(keys.words):
            for form in keys.forms - self.own.forms:
                self.namesakes[form].add(student.id)
        self.parts[student.id] |= keys.parts
        self.families[student.id] |= keys.families

    def may_begin(self, key: str) -> bool:
        """Whether any name begins like this: most words are done with here."""
        return key[:_START] in self._starts or key[: _START - 1] in self._short or key in self._plurals

    def words_from(self, beginning: str) -> Iterator[str]:
        """The words of names that begin so."""
        return _from(self._words_in_order, beginning)

    def joined_from(self, beginning: str) -> Iterator[str]:
        """The names written as one that begin so."""
        return _from(self._joined_in_order, beginning)

    def sure(self, whose: Iterable[str], key: str) -> Naming:
        """Words that are a name without doubt; nobody's, if the advisor uncovered them."""
        naming = Naming(frozenset(whose), key, is_doubtful=False)
        return Naming(NOBODY, key, is_doubtful=False) if self.is_uncovered(naming) else naming

    def doubtful(self, whose: Iterable[str], key: str) -> Naming | None:
        """A word that may be a name; None if it is nobody's, or uncovered."""
        naming = Naming(frozenset(whose), key, is_doubtful=True)
        return None if self.is_uncovered(naming) else naming

    def is_ticked(self, naming: Naming) -> bool:
        """Whether the advisor wants the word covered, also where it reads as a word."""
        return is_among(self._uncovered, as_ticked(naming.key), naming.whose)

    def is_uncovered(self, naming: Naming) -> bool:
        """Whether the advisor uncovered the word for good, and nobody else has got that name since."""
        return is_among(self._uncovered, naming.key, naming.whose)


def _from(names: list[str], beginning: str) -> Iterator[str]:
    at = bisect_left(names, beginning)
    while at < len(names) and names[at].startswith(beginning):
        yield names[at]
        at += 1
