"""A text on the screen that a student sees, and how what is written becomes one."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from advisory.rules.days.school_days import Calendar
from advisory.tui.prose import Prose

HANG = 2
"""How many cells the lines of a list are indented, which leaves room for a mark."""


class Text(NamedTuple):
    """A text to wrap and show: its look, its key if it can be highlighted, the mark before it, and its indent."""

    text: str = ""
    look: str = ""
    key: str = ""
    mark: str = ""
    hang: int = 0


class Reader(NamedTuple):
    """What the rows need to turn a text into what the student may read."""

    prose: Prose
    cover: Callable[[str], str]
    """Replaces the names of other students in a text."""
    today: date
    calendar: Calendar
    other_pact_key: str
    """The key that shows another pact of the same student."""
    new_pact_key: str
    """The key with which the advisor begins a pact."""
    own_key: str
    """The key with which the student leaves something of their own."""

    def read(self, text: str) -> str:
        """A text as the student may read it."""
        return self.prose.note(self.cover(text).strip())
