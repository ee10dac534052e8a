"""Splits what follows the names and date of a capture line into the note, the marks and the promises."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from advisory.model.words import Party, Tone

from . import mark
from .day import Days, read_due
from .place import signs_in

WORD = re.compile(
    rf"-no\s+(?:answer|time)[.,;:!?]*(?!\S)|>next[.,;:!?]*\s+period[.,;:!?]*(?!\S)|>{mark.MONTH_AND_DAY}[.,;:!?]*(?!\S)|(?<!\S){mark.MONTH_AND_DAY}:(?!\S)|\S+",
    re.IGNORECASE,
)
"""A word between spaces; `>next period`, `>jan 22`, `jan 22:` and `-no answer` count as one each."""
_FIELDS: Mapping[str, tuple[str, Callable[[str, int], Any]]] = MappingProxyType(
    {
        "~": ("minutes", mark.read_minutes),
        "*": ("tone", lambda _word, _position: Tone.CELEBRATE),
        "?": ("tone", lambda _word, _position: Tone.CONCERN),
        "<": ("student_started", lambda _word, _position: True),
        "%": ("medium", mark.read_medium),
        "!": ("visibility", mark.read_visibility),
        "&": ("kind", mark.read_kind),
        "-": ("not_made_reason", mark.read_reason),
        "@": ("person", mark.read_person),
    }
)
"""Sign → the field of Reading it sets, and the function that reads its value."""


class Promised(NamedTuple):
    """A promise: its due date, whose it is, its text, and the index of its mark in the line."""

    due_on: date | None
    owner: Party
    words: str
    position: int


class Rest:
    """A line split from index `at` on. Raises CaptureRefusal for a mark with a bad value.

    Together with a mark, one space next to it is removed: the one before it, or the one after it at the beginning.
    """

    def __init__(self, line: str, at: int, days: Days) -> None:
        self._days = days
        self._parts: list[list[str]] = [[]]
        self._owes_blank = False
        self._due: list[tuple[date | None, int]] = []
        self._owners: list[Party] = []
        self._asks_for_owner = False
        """Whether the word before was the day of a promise: now its owner may follow."""
        self.tags: list[str] = []
        self.fields: dict[str, Any] = {}
        found = list(WORD.finditer(line, at))
        for word, sign in zip(found, signs_in([one[0] for one in found]), strict=True):
            self._take(line[at : word.start()], word[0], sign, word.start())
            at = word.end()
        self._keep(line[at:])

    @property
    def text(self) -> str:
        """The note, as typed."""
        return "".join(self._parts[0])

    @property
    def promises(self) -> list[Promised]:
        """The promises, in the order of the line."""
        return [
            Promised(due_on, owner, "".join(part), position)
            for (due_on, position), owner, part in zip(self._due, self._owners, self._parts[1:], strict=True)
        ]

    def _take(self, gap: str, word: str, sign: str, position: int) -> None:
        may_be_owner, self._asks_for_owner = self._asks_for_owner, sign == ">"
        if sign in {"", mark.ESCAPE}:
            self._keep(gap, word.removeprefix(sign))
            return
        mark.refuse_glued(word, position)
        self._cut(gap)
        if sign == "#":
            self.tags.append(mark.as_tag(word))
        elif sign == ">":
            self._due.append((read_due(word, position, self._days), position))
            self._owners.append(Party.ADVISOR)
            self._parts.append([])
        elif sign == "@" and may_be_owner:
            self._owners[-1] = mark.read_owner(word, position)
        else:
            field, read = _FIELDS[sign]
            self.fields[field] = read(word, position)

    def _keep(self, gap: str, word: str = "") -> None:
        self._parts[-1] += (self._paid(gap), word)

    def _cut(self, gap: str) -> None:
        gap = self._paid(gap)
        self._owes_blank = not gap
        self._parts[-1].append(gap[:-1])

    def _paid(self, gap: str) -> str:
        if not (self._owes_blank and gap):
            return gap
        self._owes_blank = False
        return gap[1:]
