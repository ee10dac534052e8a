"""Covers other students' names in a text that one student will read.

A word is a name if it is part of another student's name but not of the reader's. An ordinary word that is also a name
(`Mark`, `May`) counts unless it clearly reads as that word: a verb (`Mark the steps`), a date (`until May`), grammar (`I
will read`). When in doubt, also in lower case, the word is covered: a garbled sentence can be read aloud, but a name once
seen can't be taken back.
"""

import re
from collections.abc import Callable, Collection, Iterable
from types import MappingProxyType

from advisory.rules.names.finding import Named
from advisory.rules.names.reading.position import begins_sentence
from advisory.rules.names.uncovered import Uncovered
from advisory.rules.names.word import words_of

from .every_name import EveryName
from .finder import Finder
from .known_names import KnownNames
from .runs import Place, merged, places_of

STAND_IN = "another student"
Instead = Callable[[int, str], str]
"""What replaces a name: a function of its position and the name."""
_NOTHING: Uncovered = MappingProxyType({})


class OtherNames:
    """The names of all students but one, ready to be looked for in texts.

    `everyone` may have several records of one student: the names they have, and those they used to have. `uncovered`
    has the words that the advisor uncovered for good, each with the ids of the students whose name it was then.
    For several readers in turn, `everyone` is made ready once. `strangers` are those of them that are another's although
    they stand under the reader's id.
    """

    def __init__(
        self,
        own: Named,
        everyone: Iterable[Named] | EveryName,
        uncovered: Uncovered = _NOTHING,
        strangers: Collection[Named] = (),
    ) -> None:
        every = everyone if isinstance(everyone, EveryName) else EveryName(everyone)
        self._finder = Finder(KnownNames(own, every, uncovered, strangers))

    def places(self, text: str) -> list[Place]:
        """Where other students' names stand in the text, in order; adjacent words of one name are one place."""
        words = words_of(text)
        inside = [Place(start, end, *naming) for start, end, naming in self._finder.inside(text)]
        return merged([*places_of(words, self._finder.name(words, text), text), *inside])

    def found(self, text: str) -> list[tuple[int, int]]:
        """The start and end of each other student's name in the text, in order."""
        return [(place.start, place.end) for place in self.places(text)]

    def covered(self, text: str) -> str:
        """The text with "another student" in place of each name."""
        return self._with(text, lambda start, _name: at_place(STAND_IN, text, start))

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


def put_back(text: str, stand_ins: dict[str, str]) -> str:
    """The edited text with the names put back in place of their stand-ins."""
    for words in sorted(stand_ins, key=len, reverse=True):
        name = stand_ins[words].replace("\\", r"\\")
        text = re.sub(re.escape(words), name, text, flags=re.IGNORECASE)
    return text


def at_place(words: str, text: str, start: int) -> str:
    """The words as they stand at this place of the text: with a capital where a sentence begins."""
    return words[0].upper() + words[1:] if begins_sentence(text, start) else words
