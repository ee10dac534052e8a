"""Names and notes become safe text here, and by no other way reach a widget. The shade lives here too.

What comes out is plain text for Segments and Content: nothing parses it as markup, no control character in it reaches
the terminal, and no direction mark in one name turns the rest of its line around.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from typing import Self

from rich.cells import cell_len, split_graphemes

from advisory.model import Student
from advisory.rules.names.finding import initials

_ELLIPSIS = "…"
_HIDDEN = "····"
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_KEPT_MARKS = "\u200c\u200d\u200e\u200f\u061c"
"""Joiners and plain direction marks: emoji and several scripts are wrong without them."""
_JOINS_NOTHING = re.compile(r"(?<!\S)\u200d+|\u200d+(?!\S)")
"""A joiner at an end, which would take the width of whatever is drawn beside it."""


_TELLS_APART = re.compile(r" (?:\([^()]*\)|\S+\.|\S)$")
"""What is at the end of a name that several share: `(grade 11)`, `(s0000003)`, so much of the family name: `Bra.`, or
all of one that is a single character: `李`."""


class Shade(IntEnum):
    """How much is hidden."""

    OFF = 0
    INITIALS = 1
    NEUTRAL = 2

    def next(self) -> Self:
        """The level after this one; after the last everything is shown again."""
        return type(self)((self + 1) % len(type(self)))


def _picture(character: str) -> str:
    """What stands for a character that must not reach the terminal."""
    if character in _LINE_ENDS:
        return "↵"
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd"  # noqa: PLR2004 - control pictures
    if category in {"Cf", "Cs"} and character not in _KEPT_MARKS:
        return ""
    return character


def safe(text: str) -> str:
    """Text on one line, without characters that a terminal obeys."""
    if text.isascii() and text.isprintable():
        return text
    return _JOINS_NOTHING.sub("", "".join(map(_picture, text.replace("\r\n", "\n"))))


def visible(line: str) -> str:
    """The same, character for character, so that a cursor in a text box stands where it should."""
    return line if line.isascii() and line.isprintable() else "".join(_picture(character) or "·" for character in line)


def safe_lines(text: str) -> str:
    """The same, with its line ends kept, for a widget that wraps."""
    return "\n".join(safe(line) for line in text.splitlines())


def width(text: str) -> int:
    """Cells a text takes on the screen."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, cells: int) -> str:
    """The text, or as much of it as fits with an ellipsis behind."""
    if width(text) <= cells:
        return text
    return text[: _fitting(text, cells - 1)].rstrip() + _ELLIPSIS if cells > 0 else ""


def _fitting(text: str, cells: int) -> int:
    """How many characters from the beginning fit; a character and its marks, or a joined emoji, is not torn apart."""
    if text.isascii():
        return cells
    end, room = 0, cells
    for _, after, size in split_graphemes(text)[0]:
        room -= size
        if room < 0:
            break
        end = after
    return end


def fit(text: str, cells: int) -> str:
    """The text cut or filled with blanks to just so many cells."""
    shown = cut(text, cells)
    return shown + " " * (cells - width(shown))


def cut_name(name: str, cells: int) -> str:
    """A student's name cut so that what tells it apart stays: `Noah B… (s0000003)`, `Feathersto… B.`, or `…000003)`.

    That is the part in parentheses at its end, or an initial behind it.
    """
    telling = _TELLS_APART.search(name)
    if width(name) <= cells or telling is None:
        return cut(name, cells)
    front, end = name[: telling.start()], telling[0]
    room = cells - width(end)
    if room > 1:  # at least one letter of the name and the ellipsis
        return cut(front, room) + end
    end = end.lstrip()
    return cut_front(end, cells)


def cut_front(text: str, cells: int) -> str:
    """The text, or as much of its end as fits with an ellipsis before it."""
    if width(text) <= cells:
        return text
    parts = [text[start:end] for start, end, _ in split_graphemes(text)[0]]
    kept = ""
    while parts and width(parts[-1] + kept) < cells:
        kept = parts.pop() + kept
    return _ELLIPSIS + kept if cells > 0 else ""


def fit_name(name: str, cells: int) -> str:
    """A student's name cut or filled with blanks to just so many cells."""
    shown = cut_name(name, cells)
    return shown + " " * (cells - width(shown))


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines no wider than `cells`, broken at blanks where it can be."""
    room = max(2, cells)  # the widest character
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer) <= room:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while width(line) > room:
                at = _fitting(line, room)
                lines.append(line[:at])
                line = line[at:]
        lines.append(line)
    return lines


def wrap_to(text: str, cells: int, lines: int) -> list[str]:
    """The same in so many lines at most; what would need more is left in the last one, and cut there."""
    wrapped = wrap(text, cells)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], cut(" ".join(wrapped[lines - 1 :]), cells)] if lines > 0 else []


class Prose:
    """Every text about a person on its way to the screen, under the shade of the moment."""

    def __init__(self) -> None:
        self.shade = Shade.OFF

    @property
    def is_shaded(self) -> bool:
        """Whether names and notes are hidden."""
        return self.shade is not Shade.OFF

    def name(self, student: Student, called: str) -> str:
        """What to call a student: `called` is told apart from others; initials under the shade."""
        return initials(student) if self.is_shaded else safe(called)

    def note(self, text: str) -> str:
        """Anything told of a person, in somebody's words or by what was chosen from a list; dots under the shade."""
        if not text:
            return ""
        return _HIDDEN if self.is_shaded else safe(text)

    def notes(self, texts: Iterable[str], between: str = " · ") -> str:
        """Several notes in a row, the empty ones left out."""
        return between.join(filter(None, map(self.note, texts)))


def day(value: date | None, today: date) -> str:
    """A day in few cells: `today`, `Fri`, `12 Nov`, `12 Nov 2025`."""
    if value is None:
        return ""
    away = (value - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(away)
    if near:
        return near
    if 0 < away < 7:  # noqa: PLR2004 - a week
        return value.strftime("%a")
    short = f"{value.day} {value:%b}"
    return short if abs(away) < 300 else f"{short} {value.year}"  # noqa: PLR2004 - about a school year


def due(value: date | None, today: date) -> str:
    """When a promise or a review is due; one whose day has gone by has been waiting since: never by colour alone."""
    if value is None:
        return ""
    return f"since {day(value, today)}" if value < today else day(value, today)


def age(days: int | None) -> str:
    """School days in few cells: `3 d`, `–` for never."""
    return "–" if days is None else f"{days} d"
