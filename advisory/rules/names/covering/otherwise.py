"""Names written otherwise than anybody entered them: in another script, as one says them, or as a nickname."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property

from advisory.rules.names.ending import KOREAN, inflected
from advisory.rules.names.nickname import meanings, nicknames_from, short_words
from advisory.rules.names.reading.ordinary_word import AFTER_NAMES, GRAMMAR, NICK_WORDS, NO_NAMES, ORDINARY
from advisory.rules.names.reading.position import follower, is_beginning
from advisory.rules.names.reading.reading import Sureness, sureness
from advisory.rules.names.script.skeleton import COMMON, pattern_of
from advisory.rules.names.script.sound import sounded, sounded_as_written, sounds_of
from advisory.rules.names.uncovered import NOBODY, Ids
from advisory.rules.names.word import UNSPACED, Word

from .every_name import SHORTEST
from .known_names import KnownNames, Naming

_LOWER = 4
"""The letters from which on a name from another script is looked for in lower case."""


class Otherwise:
    """What may be a name of these students, though nobody entered it so."""

    def __init__(self, known: KnownNames) -> None:
        self._known, self._meant, self._words = known, meanings(), short_words()
        self._has_sounds, self._has_patterns = bool(known.sounds), bool(known.unvoweled)
        self._own_sounds = known.own.sounds
        self._own_patterns = [one for key in known.own.unvoweled if (one := pattern_of(key))]

    @cached_property
    def has_scripts(self) -> bool:
        """Whether anybody has a name in another script, or one of which was entered how to say it."""
        return bool(self._has_sounds or self._has_patterns or self._own_sounds or self._own_patterns)

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
            return is_heard or any(one.fullmatch(key) for one in self._own_patterns)
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
        return frozenset(one for name in names for one in self._known.firsts.of(name)) if names else NOBODY

    def may_begin(self, whole: str) -> bool:
        """Whether any name in another script begins with such a sound."""
        if not whole.isascii():
            return False
        if self._has_patterns and any(key in self._known.unvoweled for _, key in self._patterns(whole[0])):
            return True
        return self._has_sounds and self._known.may_sound(sounded(whole))

    def heard(self, whole: str) -> Ids:
        """Whose name in another script sounds like these words written as one."""
        if not (self._has_sounds or self._has_patterns) or not whole.isascii():
            return NOBODY
        sound = sounded(whole)
        return NOBODY if sound in self._own_sounds else self._known.sounds.of(sound) or self._unvoweled(whole)

    def _unvoweled(self, key: str) -> Ids:
        """Whose name in a script with few vowels a word in Latin letters may be."""
        if len(key) < SHORTEST or key in NO_NAMES or key in COMMON or any(map(_fits(key), self._own_patterns)):
            return NOBODY
        names = (name for pattern, name in self._patterns(key[0]) if pattern.fullmatch(key))
        return frozenset(one for name in names for one in self._known.unvoweled.of(name))

    def _patterns(self, letter: str) -> list[tuple[re.Pattern[str], str]]:
        """For names in scripts with few vowels: a pattern of how each may be spelled from this Latin letter on, and its key."""
        return self._known.every.patterns.get(letter, [])

    # --- other scripts --------------------------------------------------------------------------------------------

    def _candidates(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """The names that a word may be, the ending after each, and whose they are."""
        if not word.key.isascii():
            yield from self._of_another_script(word)
            return
        is_word = word.key in NO_NAMES
        if word.key in GRAMMAR:
            return
        if word.is_capital or not (is_word or len(word.key) < _LOWER):
            yield from self._by_sound(word)
        if word.is_capital and self._has_patterns:
            keys = (word.key, word.key.removesuffix("s"))
            yield from ((key, "", whose) for key in keys if (whose := self._unvoweled(key)))

    def _by_sound(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """The names in other scripts that a word in Latin letters sounds like, with or without an ending."""
        known = self._known
        sound = sounded_as_written(word.text, word.key) if self._has_sounds else ""
        if not sound or not known.may_sound(sound):
            return
        if sound in known.sounds:
            yield sound, "", known.sounds[sound]
        for name, ending in inflected(word._replace(key=sound)):
            if name in self._own_sounds:
                break
            if whose := known.sounds.of(name) | known.sound_stems.of(name):
                yield name, ending, whose

    def _of_another_script(self, word: Word) -> Iterator[tuple[str, str, Ids]]:
        """Names in Latin letters, and in further scripts, that a word of another script may be."""
        known = self._known
        for name, ending in ((word.key, ""), *_without_endings(word)):
            if pattern_of(name):
                latin = (key for key in known.every.latin_like(name) if key not in known.own.words)
                found = {one for key in latin for one in known.words.of(key)}
            else:
                heard = sounds_of(name)
                if not self._own_latin.isdisjoint(heard):
                    return
                found = {one for sound in heard for one in known.heard.of(sound)}
                found |= {one for sound in heard if ending for one in known.heard_stems.of(sound)}
            if found:
                yield name, ending, frozenset(found)

    @cached_property
    def _own_latin(self) -> frozenset[str]:
        own = self._known.own
        return frozenset(sounded(key) for key in own.words | own.joined if key.isascii()) | self._own_sounds


def _fits(key: str) -> Callable[[re.Pattern[str]], bool]:
    return lambda pattern: pattern.fullmatch(key) is not None


def _without_endings(word: Word) -> Iterator[tuple[str, str]]:
    if UNSPACED.match(word.key):
        return  # the end of a word in kana is not told from the next
    yield from inflected(word)
    whole = unicodedata.normalize("NFC", word.key)
    yield from ((whole.removesuffix(one), one) for one in KOREAN if whole.endswith(one) and whole != one)


# --- nicknames ----------------------------------------------------------------------------------------------------


def _nicknames(word: Word) -> Iterator[tuple[str, str]]:
    """The nicknames that a word may be, and the ending after each."""
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
    if len(name) < SHORTEST - 1 or (ending and len(name) < SHORTEST):
        return False
    is_ordinary = not ORDINARY.isdisjoint((name, word.key)) or name in NICK_WORDS
    if not word.is_capital:
        return not is_ordinary and len(name) >= SHORTEST and word.key not in NICK_WORDS
    if is_ordinary and is_beginning(text, word.start):
        after = follower(words, at, text)
        is_owner = text[word.end : word.end + 1] in {"'", "’"}
        return is_owner or after in AFTER_NAMES or (after.endswith(("s", "ed")) and not after.endswith(("ss", "eed")))
    return sureness(words, at, text, name=name, ending=ending) is not Sureness.NO
