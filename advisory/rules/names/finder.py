"""Finds the names of one student's fellow students in a text: which words name whom, and how sure that is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from .ending import inflected
from .finding import Named
from .name_keys import keys_of, pattern_inside
from .ordinary_word import LABELS, NO_NAMES
from .position import is_beginning, leader
from .reading import Sureness, sureness
from .word import Word, are_joined

_LONGEST = 6
"""The most words that are looked up as one name."""
_START = 3
"""The letters by which words are passed over that begin like no name."""
_CUT = 3
"""The letters from which on a word may be a name cut short."""
Ids = frozenset[str]
NOBODY: Ids = frozenset()


class Naming(NamedTuple):
    """Whom a word names (nobody: it is the reader's own name), under which key, and whether that is doubtful."""

    whose: Ids
    key: str
    is_doubtful: bool


class Finder:
    """The names of all students but the reader, ready to be looked for in texts."""

    def __init__(self, own: Named, everyone: Iterable[Named], uncovered: Mapping[str, Collection[str]]) -> None:
        self._uncovered = uncovered
        self._own = keys_of(own)
        self._words = defaultdict[str, set[str]](set)
        self._joined = defaultdict[str, set[str]](set)
        self._stems = defaultdict[str, set[str]](set)
        self._handles = defaultdict[str, set[str]](set)
        self._firsts = defaultdict[str, set[str]](set)
        self._inside = defaultdict[str, set[str]](set)
        self._parts = defaultdict[str, set[str]](set)
        self._families = defaultdict[str, set[str]](set)
        """Student id → what their family name may be cut short from."""
        for one in everyone:
            if one.id != own.id:
                self._add(one)
        self._beginnings = sorted({*self._words})
        known = (self._words, self._joined, self._stems, self._handles, self._own.words, self._own.joined)
        self._starts = {key[:length] for table in known for key in table for length in range(1, _START + 1)}
        own_inside = sorted(self._own.inside, key=len, reverse=True)
        theirs = sorted({*self._inside} - self._own.inside, key=len, reverse=True)
        self._inside_pattern = (
            re.compile(
                "|".join(
                    [
                        *map(pattern_inside, (word for word in theirs if len(word) > 1)),
                        *map(re.escape, own_inside),
                        *map(pattern_inside, (word for word in theirs if len(word) == 1)),
                    ]
                )
            )
            if theirs
            else None
        )

    def _add(self, student: Named) -> None:
        keys = keys_of(student)
        for table, found in (
            (self._words, keys.words), (self._joined, keys.joined), (self._stems, keys.stems), (self._handles, keys.handles),
            (self._firsts, keys.firsts), (self._inside, keys.inside),
        ):  # fmt: skip
            for key in found:
                table[key].add(student.id)
        self._parts[student.id] |= keys.parts
        self._families[student.id] |= keys.families

    def name(self, words: list[Word], text: str) -> list[Naming | None]:
        """Whom each word of a text names; None for a word that names nobody."""
        named: list[Naming | None] = [None] * len(words)
        self._name_joined(words, named, text)
        for at in range(len(words)):
            if named[at] is None:
                named[at] = self._of_one(words, at, text)
        for at in range(len(words)):
            self._name_cut(words, named, at, text)
        self._extend(words, named, text)
        return named

    def inside(self, text: str) -> Iterator[tuple[int, int, Naming]]:
        """Names in scripts without spaces, wherever they stand."""
        if self._inside_pattern is None:
            return
        for found in self._inside_pattern.finditer(text):
            if found[0] not in self._own.inside:
                naming = Naming(frozenset(self._inside[found[0]]), found[0], len(found[0]) == 1 and found[0].isalnum())
                if not self._is_uncovered(naming):
                    yield found.start(), found.end(), naming

    # --- several words as one name --------------------------------------------------------------------------------

    def _name_joined(self, words: list[Word], named: list[Naming | None], text: str) -> None:
        """Name the words that together are one name, the longest first."""
        found: list[tuple[int, int, Naming]] = []
        for at in range(len(words)):
            whole = words[at].key
            for end in range(at + 1, min(len(words), at + _LONGEST)):
                if not are_joined(words[end - 1], words[end], text):
                    break
                whole += words[end].key
                if not self._may_begin(whole):
                    break
                if naming := self._of_several(words[at : end + 1], whole, text):
                    found.append((at - end, at, naming))
        for length, at, naming in sorted(found, key=lambda one: one[:2]):
            places = range(at, at - length + 1)
            if all(named[place] is None for place in places):
                for place in places:
                    named[place] = naming

    def _may_begin(self, key: str) -> bool:
        """Whether any name begins like this: most words are done with here."""
        return key[:_START] in self._starts

    def _of_several(self, words: list[Word], whole: str, text: str) -> Naming | None:
        if whole in self._own.joined or (whole in self._own.words and _is_one(words, text)):
            return Naming(NOBODY, whole, is_doubtful=False)
        if whole in self._joined:
            return self._sure(self._joined[whole], whole)
        if whole in self._words and _is_one(words, text):
            return self._sure(self._words[whole], whole)
        if not words[-1].is_capital and not words[0].is_capital:
            return None
        whole_word = words[0]._replace(end=words[-1].end, key=whole)
        for name, _ending in inflected(whole_word):
            if len(name) <= len(whole) - len(words[-1].key):
                break
            if name in self._joined and name not in self._own.joined:
                return self._sure(self._joined[name], name)
        return None

    def _sure(self, whose: set[str], key: str) -> Naming:
        """Words that are a name without doubt; nobody's, if the advisor uncovered them."""
        naming = Naming(frozenset(whose), key, is_doubtful=False)
        return Naming(NOBODY, key, is_doubtful=False) if self._is_uncovered(naming) else naming

    # --- one word -------------------------------------------------------------------------------------------------

    def _of_one(self, words: list[Word], at: int, text: str) -> Naming | None:
        """Whom a word names by itself."""
        word = words[at]
        key = word.key
        if key in self._own.words or (key in self._own.joined and len(key) > 1):
            return Naming(NOBODY, key, is_doubtful=False)
        for name, ending, whose in self._candidates(word, text) if not word.has_case or self._may_begin(key) else ():
            sure = sureness(words, at, text, name=name, ending=ending)
            naming = Naming(whose, name, sure is Sureness.DOUBTFUL)
            if sure:
                return None if self._is_uncovered(naming) else naming
        return self._of_letter(words, at, text) or self._of_beginning(words, at, text)

    def _candidates(self, word: Word, text: str) -> Iterator[tuple[str, str, Ids]]:
        """The names that a word may be, the ending behind each, and whose they are; none behind the reader's own name."""
        key = word.key
        if key in self._words:
            yield key, "", frozenset(self._words[key])
        if key in self._joined and (word.is_capital or not _CUT < len(key) <= _LONGEST):
            yield key, "", frozenset(self._joined[key])
        if key in self._handles and (
            word.is_capital or text[word.start - 1 : word.start] in {"@", "#"} or text[word.end : word.end + 1] == "@"
        ):
            yield key, "", frozenset(self._handles[key])
        for name, ending in inflected(word):
            for table, own in (
                (self._words, self._own.words),
                (self._joined, self._own.joined),
                (self._stems, self._own.stems),
            ):
                if name in table:
                    yield name, ending or " ", frozenset(table[name])
                elif name in own:
                    return

    def _of_letter(self, words: list[Word], at: int, text: str) -> Naming | None:
        """`M.` for Maya, `M.O.` for Maya Okafor; not the letter of `plan B.` or the reader's own."""
        word = words[at]
        if len(word.key) != 1 or not word.is_capital or not word.has_case or text[word.end : word.end + 1] != ".":
            return None
        around = [
            words[n] for n in (at - 1, at + 1) if 0 <= n < len(words) and len(words[n].key) == 1 and words[n].is_capital
        ]
        close = [one for one in around if one.has_case and abs(one.start - word.start) <= _CUT]
        whose = {one for one, parts in self._parts.items() if word.key in self._letters(one)}
        if close:
            whose = {one for one in whose if close[0].key in self._letters(one)}
        elif (
            word.key == "i"
            or leader(words, at, text) in LABELS
            or (word.key in self._own.parts and leader(words, at, text) in self._own.firsts)
        ):
            return None
        naming = Naming(frozenset(whose), word.key, is_doubtful=True)
        return naming if whose and not self._is_uncovered(naming) else None

    def _letters(self, student_id: str) -> set[str]:
        return {part for part in self._parts[student_id] if len(part) == 1}

    def _of_beginning(self, words: list[Word], at: int, text: str) -> Naming | None:
        """A name cut short: `Okaf.`, or `Theo` for Theodora."""
        word = words[at]
        key = word.key
        if (
            len(key) < _CUT
            or not (word.has_case and word.is_capital)
            or key in NO_NAMES
            or word.text.lower() in NO_NAMES
        ):
            return None
        is_cut = text[word.end : word.end + 1] in {".", "…"}
        if not is_cut and is_beginning(text, word.start):
            return None
        if any(own.startswith(key) for own in self._own.words):
            return None
        whose = {
            one
            for name in _begun(self._beginnings, key)
            for one in (self._words[name] if is_cut else self._firsts.get(name, ()))
        }
        naming = Naming(frozenset(whose), key, is_doubtful=True)
        return naming if whose and not self._is_uncovered(naming) else None

    # --- words beside a name --------------------------------------------------------------------------------------

    def _name_cut(self, words: list[Word], named: list[Naming | None], at: int, text: str) -> None:
        """Name the two words of `Noah Lin.`: a student's first name and the beginning of the family name."""
        if not at or not are_joined(words[at - 1], words[at], text):
            return
        first, second = words[at - 1], words[at]
        now = named[at]
        if len(second.key) == 1 and not _is_initial(second, text):
            return
        if not (first.is_capital and second.is_capital) or (now is not None and not now.whose):
            return
        whose = {one for one in self._firsts.get(first.key, ()) if self._is_cut_from(second.key, one)}
        if whose and (naming := self._sure(whose, f"{first.key} {second.key}")).whose:
            named[at - 1] = named[at] = naming

    def _is_cut_from(self, key: str, student_id: str) -> bool:
        return any(family.startswith(key) for family in self._families[student_id])

    def _extend(self, words: list[Word], named: list[Naming | None], text: str) -> None:
        """Let a name take in the words beside it that are parts of the same student's names: `de la`, a first letter."""
        for step, places in ((-1, range(len(words) - 1, -1, -1)), (1, range(len(words)))):
            for at in places:
                beside, naming = at + step, named[at]
                if naming is None or not naming.whose or not 0 <= beside < len(words):
                    continue
                one, two = sorted((at, beside))
                there = named[beside]
                if (there is not None and there.whose) or not are_joined(words[one], words[two], text):
                    continue
                whose = {who for who in naming.whose if words[beside].key in self._parts[who]}
                if whose and (len(words[beside].key) > 1 or _is_initial(words[beside], text)):
                    named[beside] = Naming(frozenset(whose), naming.key, naming.is_doubtful)

    def _is_uncovered(self, naming: Naming) -> bool:
        """Whether the advisor uncovered the word for good, and nobody else has got that name since."""
        return naming.whose <= set(self._uncovered.get(naming.key, ()))


def _is_one(words: list[Word], text: str) -> bool:
    """Whether words that a name writes as one are meant as one here: `De Shawn`, `de-shawn`, but not `may a`."""
    gaps = {text[one.end : two.start] for one, two in pairwise(words)}
    if all(word.is_capital for word in words):
        return True
    return not any(map(str.isspace, gaps)) and sum(len(word.key) for word in words) >= _LONGEST - 1


def _is_initial(word: Word, text: str) -> bool:
    """Whether a single letter beside a name is one of its initials, and not the word I or A."""
    return word.is_capital and (word.key not in {"a", "i"} or text[word.end : word.end + 1] == ".")


def _begun(names: list[str], key: str) -> Iterator[str]:
    """The names that begin with the key."""
    at = bisect_left(names, key)
    while at < len(names) and names[at].startswith(key):
        yield names[at]
        at += 1
