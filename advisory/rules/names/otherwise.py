"""Names written otherwise than anybody entered them: in another script, as one says them, or as a nickname."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from .ending import KOREAN, inflected
from .known_names import KnownNames, Naming
from .name_keys import NameKeys
from .nickname import meanings, nicknames_from, short_words
from .ordinary_word import AFTER_NAMES, GRAMMAR, NICK_WORDS, NO_NAMES, ORDINARY
from .position import follower, is_beginning
from .reading import Sureness, sureness
from .skeleton import COMMON, first_letters, pattern_of
from .sound import sounded, sounded_as_written, sounds_of
from .uncovered import NOBODY, Ids
from .word import UNSPACED, Word

_START = 2
"""The letters by which sounds are passed over that begin like no name."""
_SHORTEST = 3
"""The letters of a name in Latin letters from which on it is looked for in other scripts."""
_LOWER = 4
"""The letters from which on a name from another script is looked for in lower case."""
_Table = dict[str, set[str]]


class Otherwise:
    """What may be a name of these students, though nobody entered it so."""

    def __init__(self, known: KnownNames) -> None:
        self._known, self._meant, self._words = known, meanings(), short_words()
        self._sounds, self._stems = _sounds_of_all(known.sounding)
        self._starts = {sound[:_START] for sound in (*self._sounds, *self._stems)}
        self._own_sounds = known.own.sounds
        self._patterns = _patterns_of_all(known.unvoweled)
        self._own_patterns = [one for key in known.own.unvoweled if (one := pattern_of(key))]

    @cached_property
    def has_scripts(self) -> bool:
        """Whether anybody has a name in another script, or one of which was entered how to say it."""
        return bool(self._sounds or self._patterns or self._own_sounds or self._own_patterns)

    def is_nobody(self, key: str) -> bool:
        """Whether a word is no name written otherwise, as most words are: nothing else has to be asked about it here."""
        return not self.has_scripts and key not in self._words and key.isascii()

    def is_own(self, word: Word) -> bool:
        """Whether it may be the reader's own name, written otherwise."""
        key = word.key
        if (names := self._meant.get(key)) and not names.isdisjoint(self._known.own.firsts):
            return True
        if key.isascii():
            is_heard = bool(self._own_sounds) and sounded(key) in self._own_sounds
            return is_heard or (bool(self._own_patterns) and any(one.fullmatch(key) for one in self._own_patterns))
        if pattern := pattern_of(key):
            return any(map(pattern.fullmatch, self._known.own.words))
        return not self._own_latin.isdisjoint(sounds_of(key))

    def named(self, words: list[Word], at: int, text: str) -> Naming | None:
        """Whom a word names otherwise."""
        word = words[at]
        for name, ending, whose in self._candidates(word):
            if word.has_case and not sureness(words, at, text, name=name, ending=ending):
                continue
            if naming := self._known.doubtful(whose, word.key):
                return naming
        for name, ending in _nicknames(word):
            whose = self.called(name)
            if whose and _is_nickname(words, at, text, name, ending) and (naming := self._known.doubtful(whose, name)):
                return naming
        return None

    def called(self, key: str) -> Ids:
        """Who may be called so, though it is no name of theirs."""
        names = self._meant.get(key)
        return frozenset(one for name in names for one in self._known.firsts.get(name, ())) if names else NOBODY

    def may_begin(self, whole: str) -> bool:
        """Whether any name in another script begins with such a sound."""
        if not whole.isascii():
            return False
        return whole[0] in self._patterns or (bool(self._sounds) and sounded(whole)[:_START] in self._starts)

    def heard(self, whole: str) -> Ids:
        """Whose name in another script sounds like these words written as one."""
        if not (self._sounds or self._patterns) or not whole.isascii() or (sound := sounded(whole)) in self._own_sounds:
            return NOBODY
        return frozenset(self._sounds.get(sound, ())) or self._unvoweled(whole)

    def _unvoweled(self, key: str) -> Ids:
        """Whose name in a script with few vowels a word in Latin letters may be."""
        if len(key) < _SHORTEST or key in NO_NAMES or key in COMMON or any(map(_fits(key), self._own_patterns)):
            return NOBODY
        return frozenset(
            one for pattern, ids in self._patterns.get(key[0], ()) if pattern.fullmatch(key) for one in ids
        )

    # --- other scripts --------------------------------------------------------------------------------------------

    def _candidates(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """The names that a word may be, the ending behind each, and whose they are."""
        if not word.key.isascii():
            yield from self._of_another_script(word)
            return
        is_word = word.key in NO_NAMES
        if word.key in GRAMMAR:
            return
        if word.is_capital or not (is_word or len(word.key) < _LOWER):
            yield from self._by_sound(word)
        if word.is_capital and self._patterns:
            keys = (word.key, word.key.removesuffix("s"))
            yield from ((key, "", whose) for key in keys if (whose := self._unvoweled(key)))

    def _by_sound(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """The names in other scripts that a word in Latin letters sounds like, with or without an ending."""
        sound = sounded_as_written(word.text, word.key) if self._sounds else ""
        if not sound or sound[:_START] not in self._starts:
            return
        if sound in self._sounds:
            yield sound, "", frozenset(self._sounds[sound])
        for name, ending in inflected(word._replace(key=sound)):
            if name in self._own_sounds:
                break
            if whose := self._sounds.get(name, set()) | self._stems.get(name, set()):
                yield name, ending, frozenset(whose)

    def _of_another_script(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """Names in Latin letters, and in further scripts, that a word of another script may be."""
        for name, ending in ((word.key, ""), *_without_endings(word)):
            if pattern := pattern_of(name):
                found = {one for key in self._latin if pattern.fullmatch(key) for one in self._known.words[key]}
            else:
                sounds, more = self._latin_sounds
                heard = sounds_of(name)
                if not self._own_latin.isdisjoint(heard):
                    return
                found = {
                    one for sound in heard for one in (*sounds.get(sound, ()), *(more.get(sound, ()) if ending else ()))
                }
            if found:
                yield name, ending, frozenset(found)

    @cached_property
    def _latin(self) -> list[str]:
        return [
            key
            for key in self._known.words
            if key.isascii() and len(key) >= _SHORTEST and key not in self._known.own.words
        ]

    @cached_property
    def _latin_sounds(self) -> tuple[_Table, _Table]:
        sounds, more = (
            defaultdict(set, {key: set(ids) for key, ids in self._sounds.items()}),
            defaultdict[str, set[str]](set),
        )
        for table, known in ((sounds, self._known.words), (sounds, self._known.joined), (more, self._known.stems)):
            for key, ids in known.items():
                if key.isascii() and len(key) >= _SHORTEST:
                    table[sounded(key)] |= ids
        return sounds, more

    @cached_property
    def _own_latin(self) -> frozenset[str]:
        own = self._known.own
        return frozenset(sounded(key) for key in own.words | own.joined if key.isascii()) | self._own_sounds


def _fits(key: str) -> Callable[[re.Pattern[str]], bool]:
    return lambda pattern: pattern.fullmatch(key) is not None


def _sounds_of_all(sounding: list[tuple[str, NameKeys]]) -> tuple[_Table, _Table]:
    """Sound → whose names in other scripts sound so; and what is left of it before an ending."""
    sounds, more = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for student_id, keys in sounding:
        for sound in keys.sounds:
            sounds[sound].add(student_id)
        for stem in keys.sound_stems:
            more[stem].add(student_id)
    return sounds, more


def _patterns_of_all(unvoweled: list[tuple[str, NameKeys]]) -> dict[str, list[tuple[re.Pattern[str], Ids]]]:
    """First letter → what names in scripts without vowels may be in Latin letters, and whose they are."""
    names = defaultdict[str, set[str]](set)
    for student_id, keys in unvoweled:
        for key in keys.unvoweled:
            names[key].add(student_id)
    found = defaultdict[str, list[tuple[re.Pattern[str], Ids]]](list)
    for key, ids in names.items():
        if pattern := pattern_of(key):
            for letter in first_letters(key):
                found[letter].append((pattern, frozenset(ids)))
    return found


def _without_endings(word: Word) -> Iterator[tuple[str, str]]:
    if UNSPACED.match(word.key):
        return  # the end of a word in kana is not told from the next
    yield from inflected(word)
    whole = unicodedata.normalize("NFC", word.key)
    yield from ((whole.removesuffix(one), one) for one in KOREAN if whole.endswith(one) and whole != one)


# --- nicknames ----------------------------------------------------------------------------------------------------


def _nicknames(word: Word) -> Iterator[tuple[str, str]]:
    """The nicknames that a word may be, and the ending behind each."""
    key = word.key
    yield key, ""
    if key.isascii():
        if key.endswith("s"):
            yield key[:-1], "s"
        return
    for stem, ending in inflected(word):
        yield from ((name, ending) for name in (stem, *nicknames_from(stem)))


def _is_nickname(words: list[Word], at: int, text: str, name: str, ending: str) -> bool:
    """Whether a word that may be a nickname is one here: an ordinary word is none in lower case, and seldom at a beginning."""
    word = words[at]
    if not word.key.isascii():
        return True
    if len(name) < _SHORTEST - 1 or (ending and len(name) < _SHORTEST):
        return False
    is_ordinary = not ORDINARY.isdisjoint((name, word.key)) or name in NICK_WORDS
    if not word.is_capital:
        return not is_ordinary and len(name) >= _SHORTEST and word.key not in NICK_WORDS
    if is_ordinary and is_beginning(text, word.start):
        behind = follower(words, at, text)
        is_owner = text[word.end : word.end + 1] in {"'", "’"}
        return (
            is_owner or behind in AFTER_NAMES or (behind.endswith(("s", "ed")) and not behind.endswith(("ss", "eed")))
        )
    return sureness(words, at, text, name=name, ending=ending) is not Sureness.NO
