"""The names of everybody in tables to look words up in, made once for all readers; `known_names` leaves the reader's own out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from advisory.rules.names.finding import Named
from advisory.rules.names.inside_names import InsideNames
from advisory.rules.names.name_keys import NameKeys, keys_of
from advisory.rules.names.script.skeleton import first_letters, pattern_of
from advisory.rules.names.script.sound import sounded
from advisory.rules.names.uncovered import Ids

START, SOUND_START = 3, 2
"""How many letters of a word or a sound are compared first: most words begin like no name and are done with there."""
SHORTEST = 3
"""The fewest letters of a name in Latin letters for it to be looked for in other scripts."""
Table = Mapping[str, Ids]
"""Key → the ids of the students whose names have it."""


class EveryName:
    """The keys of all these names. There may be several records of one student: the names they have and used to have."""

    def __init__(self, everyone: Iterable[Named]) -> None:
        every = self._every = [(one.id, keys_of(one)) for one in everyone]
        self.words = _table((one, keys.words) for one, keys in every)
        self.joined = _table((one, keys.joined) for one, keys in every)
        self.stems = _table((one, keys.stems) for one, keys in every)
        self.handles = _table((one, keys.handles) for one, keys in every)
        self.firsts = _table((one, keys.firsts) for one, keys in every)
        self.sounds = _table((one, keys.sounds) for one, keys in every)
        self.sound_stems = _table((one, keys.sound_stems) for one, keys in every)
        self.unvoweled = _table((one, keys.unvoweled) for one, keys in every)
        self.inside = _table((one, keys.inside) for one, keys in every)
        self.parts = _table((one, keys.parts) for one, keys in every)
        self.families = _table((one, keys.families) for one, keys in every)
        self.starts = _starts((self.words, self.joined, self.stems, self.handles), range(1, START + 1))
        """How names begin: most words of a text begin like none."""
        self.sound_starts = _starts((self.sounds, self.sound_stems), (SOUND_START,))

    @cached_property
    def words_in_order(self) -> list[str]:
        """The words of names, sorted."""
        return sorted(self.words)

    @cached_property
    def joined_in_order(self) -> list[str]:
        """The names written as one, sorted."""
        return sorted(self.joined)

    @cached_property
    def family_starts(self) -> Table:
        """How family names begin, with one letter or more, up to the whole name."""
        return _table((one, _beginnings(keys.families)) for one, keys in self._every)

    @cached_property
    def by_form(self) -> Mapping[str, list[tuple[str, NameKeys]]]:
        """A word with its accents → the ids and keys of the names that have it."""
        found = defaultdict[str, list[tuple[str, NameKeys]]](list)
        for one, keys in self._every:
            for form in keys.forms:
                found[form].append((one, keys))
        return found

    @cached_property
    def patterns(self) -> Mapping[str, list[tuple[re.Pattern[str], str]]]:
        """First letter → what names in scripts without vowels may be in Latin letters, and the key of each name."""
        found = defaultdict[str, list[tuple[re.Pattern[str], str]]](list)
        for key in self.unvoweled:
            if pattern := pattern_of(key):
                for letter in first_letters(key):
                    found[letter].append((pattern, key))
        return found

    @cached_property
    def heard(self) -> Table:
        """Sound → whose names sound so, in whichever script they are."""
        return _merged(self.sounds, _sounding(self.words), _sounding(self.joined))

    @cached_property
    def heard_stems(self) -> Table:
        """Sound → whose names in Latin letters sound so before an ending."""
        return _merged(_sounding(self.stems))

    @cached_property
    def inside_names(self) -> InsideNames:
        """The names that are looked for inside words."""
        return InsideNames(self.inside)

    def latin_like(self, name: str) -> list[str]:
        """The words of names in Latin letters that a word in a script without vowels may be."""
        if name not in self._latin_like:
            pattern = pattern_of(name)
            self._latin_like[name] = list(filter(pattern.fullmatch, self._latin)) if pattern else []
        return self._latin_like[name]

    @cached_property
    def _latin_like(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _latin(self) -> list[str]:
        return [key for key in self.words if key.isascii() and len(key) >= SHORTEST]


def _table(keys_of_each: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Ids]:
    found: dict[str, Ids] = {}
    shared = defaultdict[str, set[str]](set)
    for one, keys in keys_of_each:
        alone = frozenset((one,))
        for key in keys:
            if (first := found.setdefault(key, alone)) is not alone:
                shared[key].update(first, alone)
    found.update((key, frozenset(ids)) for key, ids in shared.items())
    return found


def _beginnings(names: Iterable[str]) -> set[str]:
    return {name[:length] for name in names for length in range(1, len(name) + 1)}


def _starts(tables: Iterable[Table], lengths: Iterable[int]) -> frozenset[str]:
    return frozenset(key[:length] for table in tables for key in table for length in lengths)


def _sounding(table: Table) -> Iterable[tuple[str, Ids]]:
    return ((sounded(key), ids) for key, ids in table.items() if key.isascii() and len(key) >= SHORTEST)


def _merged(*tables: Table | Iterable[tuple[str, Ids]]) -> Table:
    found: dict[str, Ids] = {}
    for table in tables:
        for key, ids in table.items() if isinstance(table, Mapping) else table:
            found[key] = found[key] | ids if key in found else ids
    return found
