"""Finds and covers other students' names in a text that one student will read.

A word is a name if it is part of another student's name but not of the reader's. An ordinary word that is also a name
(`Mark`, `May`) counts only with a capital, and at the beginning of a sentence only where it can't be a verb. When in
doubt, the word is covered: a garbled sentence can be read aloud, but a name once seen can't be taken back.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from advisory.model import Student

from .finding import fold, name_parts
from .ordinary_word import BEFORE_MONTHS, FOLLOWED_BY, GRAMMAR, MONTHS, ORDINARY, PARTICLES

STAND_IN = "another student"
_APOSTROPHES = "'’`ʼ"
_JOINT = re.compile(r"[ \t\u00a0]*|[.’'`ʼ-]")
"""What may separate two parts of one name."""
_BEGINNING = re.compile(r"(?:^|[.!?…:;\n])[\s“”\"'(•–—-]*$|[“”\"»«(•–—]\s*$")
"""What comes before a word that is capitalized only because of its position."""
_SENTENCE = re.compile(r"(?:^|[.!?\n])[\s“”\"'(•–—-]*$")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts without spaces between words, or with endings attached to names."""
_PREFIX = re.compile(r"[ובלכמשה]{1,2}|[وفبلك]|[وفبلك]?ال|لل")
"""Small words that Hebrew and Arabic attach to the name after them."""
_LONGEST_PREFIX = 3
_END = re.compile(r"['’`ʼ]s$")
"""The ending of `Jun’s`."""
_SHORT = 2
"""A lower-case word this short is not a name: `li`, `an`."""

Instead = Callable[[int, str], str]
"""What replaces a name: a function of its position and the name."""


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    folded: str


class OtherNames:
    """The names of all students but one, ready to be looked for in texts."""

    def __init__(self, own: Student, everyone: Iterable[Student]) -> None:
        others = [student for student in everyone if student.id != own.id]
        self._own = frozenset(name_parts(own))
        self._own_initial = fold(own.family_name)[:1]
        self._whose: dict[str, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        """First letter of a family name → the ids of students with it, for `Noah L.`."""
        for student in others:
            for part in _parts(student):
                self._whose[part].add(student.id)
            self._initials[fold(student.family_name)[:1]].add(student.id)
        own_words = set(_unspaced(own))
        self._unspaced = {word for student in others for word in _unspaced(student)} - own_words

    def found(self, text: str) -> list[tuple[int, int]]:
        """The start and end of each other student's name in the text, in order; adjacent words of one name are one place."""
        tokens = list(_tokens(text))
        named = [self._named(tokens, at, text) for at in range(len(tokens))]
        for at in range(len(tokens)):
            self._join(tokens, named, at, text)
        places = list(self._runs(tokens, named, text))
        places += [
            (match.start(), match.end()) for word in self._unspaced for match in re.finditer(re.escape(word), text)
        ]
        return _merged(places)

    def covered(self, text: str) -> str:
        """The text with "another student" in place of each name."""
        return self._with(text, lambda start, _name: _at_place(STAND_IN, text, start))

    def masked(self, text: str) -> str:
        """The text with each name covered by dots of the same length, for a text box with a cursor."""
        return self._with(text, lambda _start, name: "".join("·" if not c.isspace() else c for c in name))

    def with_stand_ins(self, text: str) -> tuple[str, dict[str, str]]:
        """The text with stand-in words for names, for editing, and a dict of stand-in → name."""
        stand_ins: dict[str, str] = {}

        def stand_in(_start: int, name: str) -> str:
            known = next((words for words, meant in stand_ins.items() if meant == name), "")
            number = len(stand_ins) + 1
            while not known:
                words = STAND_IN if number == 1 else f"{STAND_IN} ({number})"
                known, number = ("" if words in text or words in stand_ins else words), number + 1
            stand_ins[known] = name
            return known

        return self._with(text, stand_in), stand_ins

    def _with(self, text: str, instead: Instead) -> str:
        parts, upto = [], 0
        for start, end in self.found(text):
            parts += [text[upto:start], instead(start, text[start:end])]
            upto = end
        return "".join((*parts, text[upto:]))

    # --- which words are names ------------------------------------------------------------------------------------

    def _whose_name(self, token: _Token) -> set[str]:
        """The ids of students a word may name, ignoring an ending or an attached small word."""
        for stem in _stems(token):
            if stem in self._whose:
                return self._whose[stem]
        return set()

    def _named(self, tokens: list[_Token], at: int, text: str) -> set[str]:
        """The ids of students a word names by itself; none if it is the reader's own name or an ordinary word."""
        token = tokens[at]
        if token.folded in self._own:
            return set()
        whose = self._whose_name(token)
        return whose if whose and self._is_name(tokens, at, text) else set()

    def _is_name(self, tokens: list[_Token], at: int, text: str) -> bool:
        token = tokens[at]
        has_case = token.word.lower() != token.word.upper()
        if not has_case:
            return True
        shouts = not any(character.islower() for character in text) and len(tokens) > 1
        is_ordinary = any(stem in ORDINARY for stem in _stems(token))
        if not token.word[0].isupper() or shouts:
            return not is_ordinary and len(token.folded) > _SHORT
        if len(token.folded) == 1 or token.folded in PARTICLES:
            return False
        following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
        if token.folded in MONTHS and at and tokens[at - 1].folded in BEFORE_MONTHS:
            return False
        if token.folded in MONTHS and (following.isdecimal() or (at and tokens[at - 1].folded.isdecimal())):
            return False
        if not is_ordinary or not _BEGINNING.search(text[: token.start]):
            return True
        return token.folded not in GRAMMAR and following not in FOLLOWED_BY and not following.isdecimal()

    def _join(self, tokens: list[_Token], named: list[set[str]], at: int, text: str) -> None:
        """Mark two adjacent words as naming a student if both are in that student's names, even if neither would be alone."""
        if at + 1 >= len(tokens) or not _JOINT.fullmatch(text[tokens[at].end : tokens[at + 1].start]):
            return
        first, second = tokens[at], tokens[at + 1]
        if not (_is_capital(first) and _is_capital(second)):
            return
        whose = self._whose_name(first)
        both = whose & self._whose_name(second)
        if not both and len(second.folded) == 1 and second.folded != self._own_initial:
            both = whose & self._initials.get(second.folded, set())
        if both and not {first.folded, second.folded} <= self._own:
            named[at] |= both
            named[at + 1] |= both

    def _runs(self, tokens: list[_Token], named: list[set[str]], text: str) -> Iterator[tuple[int, int]]:
        """The start and end of each name in the text. A name of several words is yielded word by word, each time longer."""
        start, before = 0, -1
        for at, whom in enumerate(named):
            if not whom:
                continue
            is_more = before >= 0 and whom & named[before] and _are_joined(tokens[before : at + 1], text)
            start, before = start if is_more else at, at
            yield tokens[start].start, _without_ending(tokens[at])


def put_back(text: str, stand_ins: dict[str, str]) -> str:
    """The edited text with the names put back in place of their stand-ins."""
    for words in sorted(stand_ins, key=len, reverse=True):
        name = stand_ins[words].replace("\\", r"\\")
        text = re.sub(re.escape(words), name, text, flags=re.IGNORECASE)
    return text


def _parts(student: Student) -> list[str]:
    """The parts of a student's names, without the small words of a family name."""
    parts = set(name_parts(student))
    alone = {fold(name) for name in (student.preferred_name, student.given_name, student.family_name)}
    return [part for part in parts if part in alone or part not in PARTICLES]


def _unspaced(student: Student) -> list[str]:
    """The names to look for inside words: those in scripts without spaces, and those made of symbols."""
    names = (student.preferred_name, student.given_name, student.family_name)
    words = [word for name in names for word in name.split()]
    whole = [f"{one}{two}" for one in names for two in names if one and two and one != two]
    return [
        word
        for word in (*words, *whole)
        if not any(map(str.isalnum, word)) or (len(word) > 1 and _UNSPACED.search(word))
    ]


def _tokens(text: str) -> Iterator[_Token]:
    """The words of a text: letters and digits, with apostrophes and combining marks inside them."""
    start = -1
    for at, character in enumerate(f"{text} "):
        if character.isalnum():
            start = at if start < 0 else start
        elif start >= 0 and not _is_inside(character, text[at + 1 : at + 2]):
            word = text[start:at]
            yield _Token(start, at, word, fold(_END.sub("", word)))
            start = -1


def _is_inside(character: str, following: str) -> bool:
    if character in _APOSTROPHES:
        return following.isalnum()
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def _stems(token: _Token) -> Iterator[str]:
    """The parts of a word that may be a name: all of it, or without an ending or an attached small word."""
    folded = token.folded
    yield folded
    if _is_capital(token) and folded.endswith("s") and len(folded) > _SHORT + 1:
        yield folded[:-1]
    for length in range(1, _LONGEST_PREFIX + 1):
        if _PREFIX.fullmatch(folded[:length]):
            yield folded[length:]


def _are_joined(tokens: list[_Token], text: str) -> bool:
    """Whether the words are adjacent, with only small words of a family name between the first and the last."""
    gaps = (text[one.end : two.start] for one, two in pairwise(tokens))
    return all(token.folded in PARTICLES for token in tokens[1:-1]) and all(map(_JOINT.fullmatch, gaps))


def _without_ending(token: _Token) -> int:
    ending = _END.search(token.word)
    return token.end - len(ending[0]) if ending else token.end


def _is_capital(token: _Token) -> bool:
    return token.word[0].isupper() or token.word.lower() == token.word.upper()


def _at_place(words: str, text: str, start: int) -> str:
    return words[0].upper() + words[1:] if _SENTENCE.search(text[:start]) else words


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
