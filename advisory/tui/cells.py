"""The cells of a terminal: characters and their looks, and which of both a terminal shows as we expect.

`shown_cells` compares them.
"""

import unicodedata
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from rich.cells import cell_len, get_character_cell_size

_SURE = ("LATIN ", "GREEK ", "CYRILLIC ")
_TURNED = {"R", "AL", "AN"}
"""Directions of characters that some terminals draw from right to left."""
_ASIAN = "\u3000"
_UNSEEN = {"", "1", "2", "3"}
"""Marks that can't be seen on a blank: bold, dim and italic."""
_COLOR_SPACES = {"5": 1, "2": 3}
"""What follows 38 or 48, which begin a color: 5 and a color of the palette, or 2 and red, green and blue."""


class Look(NamedTuple):
    """How a text is drawn, in the numbers a terminal takes: bold and the like, the color, the color behind it."""

    marks: str = ""
    ink: str = ""
    ground: str = ""


PLAIN = Look()


class Run(NamedTuple):
    """A text of one look."""

    text: str
    look: Look


Cell = tuple[Any, Any]
"""A character and its look; or all runs of a piece that is written as a whole, and which of its cells it is."""


class Text:
    """Runs of text and the cells they take: one for each character, or all of them as a whole.

    As a whole they are written if they have characters to which not all terminals give the same width. A text that is
    drawn once is never taken to pieces.
    """

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        self.is_sure = all(_is_sure(text) for text, _ in runs)

    @cached_property
    def cells(self) -> list[Cell]:
        """The cells of the text."""
        if not self.is_sure:
            return [(self.runs, at) for at in range(sum(cell_len(text) for text, _ in self.runs))]
        cells: list[Cell] = []
        for text, its in self.runs:
            blank = blank_of(its)
            cells += [blank if character == " " else (character, its) for character in text]
        return cells


class Piece(NamedTuple):
    """A part of a line to draw, from a cell on."""

    y: int
    x: int
    text: Text


@lru_cache(maxsize=4096)
def look(numbers: str) -> Look:
    """The look that these numbers, such as `1;38;2;230;0;0`, make a terminal draw."""
    if not numbers:
        return PLAIN
    marks: list[str] = []
    ink = ground = ""
    left = iter(numbers.split(";"))
    for number in left:
        taken = number
        if number in {"38", "48"}:
            space = next(left, "")
            taken = ";".join((number, space, *(next(left, "") for _ in range(_COLOR_SPACES.get(space, 0)))))
        if number[:-1] in {"3", "9"}:  # 30 to 39, 90 to 97
            ink = taken
        elif number[:-1] in {"4", "10"}:
            ground = taken
        else:
            marks.append(number)
    return Look(";".join(marks), ink, ground)


@lru_cache(maxsize=4096)
def _is_sure(text: str) -> bool:
    """Whether every terminal gives each character of a text one cell: not with emoji, Asian scripts, or marks on letters."""
    return text.isascii() or all(map(_takes_one_cell, text))


@lru_cache(maxsize=1024)
def _takes_one_cell(character: str) -> bool:
    if get_character_cell_size(character) != 1 or unicodedata.bidirectional(character) in _TURNED:
        return False
    if unicodedata.category(character)[0] in "LM":
        return unicodedata.name(character, "").startswith(_SURE)
    return character < _ASIAN


@lru_cache(maxsize=4096)
def blank_of(of: Look) -> Cell:
    """A blank of this look, in which neither the color nor whether it is bold can be seen."""
    return " ", of if is_seen_on_blanks(of) else Look("", "", of.ground)


@lru_cache(maxsize=4096)
def is_seen_on_blanks(of: Look) -> bool:
    """Whether a blank of this look shows more than the color behind it."""
    return not _UNSEEN.issuperset(of.marks.split(";"))
