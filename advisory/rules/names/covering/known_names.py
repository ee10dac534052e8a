"""All names of one student's fellow students, in tables to look words up in, and which of them the advisor uncovered."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from advisory.rules.names.finding import Named
from advisory.rules.names.name_keys import keys_of
from advisory.rules.names.uncovered import NOBODY, Ids, Uncovered, as_ticked, is_among

from .every_name import SOUND_START, START, EveryName, Table
from .others import Others


class Naming(NamedTuple):
    """Whom a word names (nobody: it is the reader's own name), under which key, and whether that is doubtful."""

    whose: Ids
    key: str
    is_doubtful: bool
    is_word: bool = False
    """Whether it is an ordinary word in lower case that reads as that word."""


class KnownNames:
    """The names of all students but the reader: what everybody shares, without the records under the reader's id.

    `strangers` are those of them that are another student's all the same, from before the reader had that id.
    """

    def __init__(self, own: Named, every: EveryName, uncovered: Uncovered, strangers: Collection[Named] = ()) -> None:
        self._uncovered = uncovered
        self.own, self._id = keys_of(own), own.id
        self.every, more = every, EveryName(strangers) if strangers else _NONE
        self._strangers = more

        def others(table: Table, strange: Table) -> Others:
            return Others(table, own.id, strange)

        self.words = others(every.words, more.words)
        self.joined = others(every.joined, more.joined)
        self.stems = others(every.stems, more.stems)
        self.handles = others(every.handles, more.handles)
        self.firsts = others(every.firsts, more.firsts)
        self.parts = others(every.parts, more.parts)
        """Every word of names, with the small ones and the first letters."""
        self.families = others(every.families, more.families)
        """What family names may be cut short from."""
        self.sounds = others(every.sounds, more.sounds)
        """How the names in other scripts sound, and those of which was entered how to say them."""
        self.sound_stems = others(every.sound_stems, more.sound_stems)
        self.unvoweled = others(every.unvoweled, more.unvoweled)
        """The names in Arabic or Hebrew."""
        self.inside = others(every.inside, more.inside)
        own_names = (*self.own.words, *self.own.joined)
        self._own_starts = {name[:length] for name in own_names for length in range(1, START + 1)}

    @cached_property
    def heard(self) -> Others:
        """Sound → whose names sound so, in whichever script they are."""
        return Others(self.every.heard, self._id, self._strangers.heard)

    @cached_property
    def heard_stems(self) -> Others:
        """Sound → whose names in Latin letters sound so before an ending."""
        return Others(self.every.heard_stems, self._id, self._strangers.heard_stems)

    @cached_property
    def family_starts(self) -> Others:
        """How family names begin, with one letter or more, up to the whole name."""
        return Others(self.every.family_starts, self._id, self._strangers.family_starts)

    def namesakes(self, form: str) -> Ids:
        """The others who spell a name with these accents, where the reader has the same name with different ones."""
        if form in self.own.forms:
            return NOBODY
        named = (*self.every.by_form.get(form, ()), *self._strangers.by_form.get(form, ()))
        return frozenset(one for one, keys in named if one != self._id and not self.own.words.isdisjoint(keys.words))

    def may_begin(self, key: str) -> bool:
        """Whether any name begins like this: most words are done with here."""
        start = key[:START]
        if start in self.every.starts or start in self._own_starts or key[: START - 1] in self.stems:
            return True
        return len(key) <= START and key.endswith("s") and key[:-1] in self.words

    def may_sound(self, sound: str) -> bool:
        """Whether any name in another script begins with such a sound."""
        return sound[:SOUND_START] in self.every.sound_starts

    def words_from(self, beginning: str) -> Iterator[str]:
        """The words of names that begin so."""
        return filter(self.words.__contains__, _from(self.every.words_in_order, beginning))

    def joined_from(self, beginning: str) -> Iterator[str]:
        """The names written as one that begin so."""
        return filter(self.joined.__contains__, _from(self.every.joined_in_order, beginning))

    def sure(self, whose: Ids, key: str) -> Naming:
        """Words that are a name without doubt; nobody's, if the advisor uncovered them."""
        naming = Naming(whose, key, is_doubtful=False)
        return Naming(NOBODY, key, is_doubtful=False) if self.is_uncovered(naming) else naming

    def doubtful(self, whose: Ids, key: str) -> Naming | None:
        """A word that may be a name; None if it is nobody's, or uncovered."""
        naming = Naming(whose, key, is_doubtful=True)
        return None if self.is_uncovered(naming) else naming

    def is_ticked(self, naming: Naming) -> bool:
        """Whether the advisor wants the word covered, also where it reads as a word."""
        return is_among(self._uncovered, as_ticked(naming.key), naming.whose)

    def is_uncovered(self, naming: Naming) -> bool:
        """Whether the advisor uncovered the word for good, and nobody else has got that name since."""
        return is_among(self._uncovered, naming.key, naming.whose)


_NONE = EveryName(())


def _from(names: list[str], beginning: str) -> Iterator[str]:
    at = bisect_left(names, beginning)
    while at < len(names) and names[at].startswith(beginning):
        yield names[at]
        at += 1
