"""What stands behind the names and the day of a capture line: a note and promises, with marks among their words."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from . import mark
from .day import Days, read_due

WORD = re.compile(r">next[.,;:!?]*\s+period[.,;:!?]*(?!\S)|\S+", re.IGNORECASE)
"""What stands between blanks; one mark is two words long."""
_FIELDS: Mapping[str, tuple[str, Callable[[str, int], Any]]] = MappingProxyType(
    {
        "~": ("minutes", mark.read_minutes),
        "*": ("celebrates", lambda _word, _position: True),
        "<": ("student_started", lambda _word, _position: True),
        "%": ("medium", mark.read_medium),
        "!": ("visibility", mark.read_visibility),
    }
)
"""Sign → the field of a reading that it sets, and how its word is read."""


class Promised(NamedTuple):
    """The day of a promise, the words behind its mark, and where the mark stands."""

    due_on: date | None
    words: str
    position: int


class Rest:
    """A line taken apart word by word from a place in it. Raises CaptureRefusal for a mark with nothing sensible in it.

    A mark goes with one blank beside it: the one before it or, at the beginning, the one behind it.
    """

    def __init__(self, line: str, at: int, days: Days) -> None:
        self._days = days
        self._parts: list[list[str]] = [[]]
        self._owes_blank = False
        self._due: list[tuple[date | None, int]] = []
        self.tags: list[str] = []
        self.fields: dict[str, Any] = {}
        for found in WORD.finditer(line, at):
            self._take(line[at : found.start()], found[0], found.start())
            at = found.end()
        self._keep(line[at:])

    @property
    def text(self) -> str:
        """The note, as it was typed."""
        return "".join(self._parts[0])

    @property
    def promises(self) -> list[Promised]:
        """What is promised, in the order of the line."""
        return [
            Promised(due_on, "".join(part), position)
            for (due_on, position), part in zip(self._due, self._parts[1:], strict=True)
        ]

    def _take(self, gap: str, word: str, position: int) -> None:
        sign = mark.mark_of(word)
        if sign in {"", mark.ESCAPE}:
            self._keep(gap, word.removeprefix(sign))
            return
        self._cut(gap)
        if sign == "#":
            self.tags.append(mark.as_tag(word))
        elif sign == ">":
            self._due.append((read_due(word, position, self._days), position))
            self._parts.append([])
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
