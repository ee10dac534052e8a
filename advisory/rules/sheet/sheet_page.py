"""What stands on a page for others, before it is laid out: the preview shows it, `exchange.page` makes a file of it."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from advisory.model.words import Word


class SheetKind(Word):
    """Which page it is. The label is what a sentence calls it."""

    CONFERENCE = "conference", "conference page"
    FAMILY = "family", "family page"
    COMMENT = "comment", "term comment"
    TRANSITION = "transition", "transition page"
    SUBSTITUTE = "substitute", "substitute's page"
    STAFF = "staff", "staff table"


class Look(Enum):
    """How a line is set."""

    TEXT = auto()
    """A paragraph."""
    SENTENCE = auto()
    """A sentence of a paragraph, which goes on with the next one."""
    ITEM = auto()
    """One of a list."""
    WORDS = auto()
    """The student's own words."""
    MET = auto()
    OPEN = auto()
    """A line to tick: it is met, or it is still open."""


class Line(NamedTuple):
    """One line of a page. `rows` are the ids of the records it rests on: it stays away with any of them.

    `note` is a quiet addition, such as a day; `basis` says what a sentence of a draft rests on, for the one who edits it.
    `cells` are there in a table, one for each of the section's columns, and `text` is then the first.
    """

    text: str
    rows: tuple[str, ...] = ()
    basis: str = ""
    note: str = ""
    look: Look = Look.ITEM
    cells: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The line as plain text, as a list of lines shows it."""
        if self.cells:
            return " · ".join(filter(None, self.cells))
        return f"{self.text} ({self.note})" if self.note else self.text


class Section(NamedTuple):
    """A heading and its lines. `room` is how many ruled lines to write on follow, `beside`: next to the section before."""

    heading: str
    lines: tuple[Line, ...] = ()
    room: int = 0
    columns: tuple[str, ...] = ()
    beside: bool = False

    @property
    def is_there(self) -> bool:
        """Whether anything stands in it, or can be written."""
        return bool(self.lines or self.room)


class SheetPage(NamedTuple):
    """One page: of one student, or of several in one table, then without `student_id`. Empty sections are left off."""

    kind: SheetKind
    title: str
    """What it is, such as `Conference`."""
    name: str
    """Whose it is."""
    for_whom: str
    """Whom it is for, and for which days."""
    sections: tuple[Section, ...]
    foot: str
    student_id: str = ""
    for_you: tuple[str, ...] = ()
    """What the advisor should know and nobody else reads: what is missing on it. It is not printed."""

    @property
    def lines(self) -> Iterator[Line]:
        """Every line that stands on it, in order."""
        for section in self.sections:
            yield from section.lines
