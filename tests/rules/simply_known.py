"""The names of a student's fellow students in the simplest way: every table made for one reader, from the others alone."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from advisory.rules.names.covering.finder import Finder
from advisory.rules.names.covering.known_names import KnownNames, Naming
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.finding import Named
from advisory.rules.names.name_keys import keys_of, pattern_inside
from advisory.rules.names.script.skeleton import first_letters, pattern_of
from advisory.rules.names.script.sound import sounded
from advisory.rules.names.uncovered import Uncovered

_LATIN = 3


class Simple(defaultdict[str, frozenset[str]]):
    """Key → whose it is."""

    def of(self, key: str) -> frozenset[str]:
        return self.get(key, frozenset())


def _table(pairs: Iterable[tuple[str, str]]) -> Any:
    found = Simple(frozenset)
    for key, one in pairs:
        found[key] |= {one}
    return found


class SimplyKnown(KnownNames):
    """Only what a sure and a doubtful name is, and which of them are uncovered, is as in the program."""

    def __init__(self, own: Named, everyone: Iterable[Named], uncovered: Uncovered) -> None:
        self._uncovered, self.own = uncovered, keys_of(own)
        theirs = self._theirs = [(one.id, keys_of(one)) for one in everyone if one.id != own.id]
        for name in (
            "words", "joined", "stems", "handles", "firsts", "parts", "families", "sounds", "sound_stems", "unvoweled",
            "inside",
        ):  # fmt: skip
            setattr(self, name, _table((key, one) for one, keys in theirs for key in getattr(keys, name)))
        latin = [
            (sounded(key), one, key in keys.stems)
            for one, keys in theirs
            for key in (*keys.words, *keys.joined, *keys.stems)
            if key.isascii() and len(key) >= _LATIN
        ]
        sounds = [(key, one) for one, keys in theirs for key in keys.sounds]
        vars(self)["heard"] = _table([*sounds, *((key, one) for key, one, is_stem in latin if not is_stem)])
        vars(self)["heard_stems"] = _table((key, one) for key, one, is_stem in latin if is_stem)
        vars(self)["family_starts"] = _table(
            (name[:end], one) for one, keys in theirs for name in keys.families for end in range(1, len(name) + 1)
        )
        vars(self)["every"] = self
        self.patterns = {letter: self._patterns(letter) for letter in "abcdefghijklmnopqrstuvwxyz"}

    def _patterns(self, letter: str) -> list[tuple[re.Pattern[str], str]]:
        found = [(pattern, key) for key in self.unvoweled if (pattern := pattern_of(key))]
        return [(pattern, key) for pattern, key in found if letter in first_letters(key)]

    def latin_like(self, name: str) -> list[str]:
        pattern = pattern_of(name)
        latin = [key for key in self.words if key.isascii() and len(key) >= _LATIN]
        return [key for key in latin if pattern and pattern.fullmatch(key)]

    def namesakes(self, form: str) -> frozenset[str]:
        alike = [(one, keys.forms) for one, keys in self._theirs if not self.own.words.isdisjoint(keys.words)]
        return frozenset(one for one, forms in alike if form in forms - self.own.forms)

    def may_begin(self, key: str) -> bool:
        return True

    def may_sound(self, sound: str) -> bool:
        return True

    def words_from(self, beginning: str) -> Iterator[str]:
        return (key for key in self.words if key.startswith(beginning))

    def joined_from(self, beginning: str) -> Iterator[str]:
        return (key for key in self.joined if key.startswith(beginning))


class SimpleFinder(Finder):
    """Finds names in scripts without spaces with one expression for all of them."""

    def __init__(self, known: SimplyKnown) -> None:
        super().__init__(known)
        own = known.own.inside
        names = sorted(set(known.inside) - own, key=len, reverse=True)
        long, single = [name for name in names if len(name) > 1], [name for name in names if len(name) == 1]
        mine = [re.escape(name) for name in sorted(own, key=len, reverse=True)]
        self._inside = re.compile("|".join([*map(pattern_inside, long), *mine, *map(pattern_inside, single)]) or "(?!)")

    def inside(self, text: str) -> Iterator[tuple[int, int, Naming]]:
        for found in self._inside.finditer(text):
            name, known = found[0], self._known
            naming = Naming(known.inside.of(name), name, len(name) == 1 and name.isalnum())
            if name not in known.own.inside and not known.is_uncovered(naming):
                yield found.start(), found.end(), naming


def simply(own: Named, everyone: Iterable[Named], uncovered: Uncovered) -> OtherNames:
    """The names of all but one, found in the simplest way."""
    names = OtherNames(own, ())
    names._finder = SimpleFinder(SimplyKnown(own, everyone, uncovered))
    return names
