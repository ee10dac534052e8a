"""Makes names and notes safe to show, hides them under the shade, and fits text to a width.

Names and notes reach a widget only through this module. The result is plain text: nothing parses it as markup, it has
no control characters, and a direction mark in a name can't reverse the rest of its line.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import Self

from rich.cells import cell_len, split_graphemes

from advisory.model import Student
from advisory.model.day_order import show_day
from advisory.rules.names.finding import initials
from advisory.streams import KEPT_MARKS

_ELLIPSIS = "…"
HIDDEN = "····"
"""Shown in place of what is hidden."""
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_JOINS_NOTHING = r"(?<!\S)\u200d+|\u200d+(?!\S)"
"""A joiner at the start or end of a word, which would merge with the text drawn next to it."""
_DISTINCTION = r" (?:\((?:grade )?(?P<bare>[^()]*)\)|\S+\.|\S|\S*\d\S*)$"
"""The ending that sets a shared name apart: `(grade 11)`, `(s0000003)`, `11`, the start of the family name (`Bra.`), or
a whole family name of one character (`李`)."""


class Shade(IntEnum):
    """How much the screen hides: nothing, names and notes behind initials and dots, or everything."""

    OFF = 0
    INITIALS = 1
    NEUTRAL = 2

    def next(self) -> Self:
        """The next level; after the last comes the first."""
        return type(self)((self + 1) % len(type(self)))


def _replacement(character: str) -> str:
    """The character itself, or what is shown in place of one that must not reach the terminal."""
    if character in _LINE_ENDS:
        return "↵"
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category == "Cc":
        return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\ufffd"  # noqa: PLR2004 - control pictures
    if category in {"Cf", "Cs"} and character not in KEPT_MARKS:
        return ""
    return character


def safe(text: str) -> str:
    """Put text on one line, without control characters."""
    if text.isprintable():
        return text
    return re.sub(_JOINS_NOTHING, "", "".join(map(_replacement, text.replace("\r\n", "\n"))))


def visible(line: str) -> str:
    """Like `safe`, but keeps the number of characters, so that the cursor of a text box stays in the right place."""
    if line.isprintable():
        return line
    return "".join(_replacement(character) or "·" for character in line)


def safe_lines(text: str) -> str:
    """Like `safe`, but keeps line breaks, for a widget that wraps."""
    return "\n".join(safe(line) for line in text.splitlines())


def width(text: str) -> int:
    """How many cells a text takes on the screen."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, cells: int) -> str:
    """Shorten a text to `cells`, ending in an ellipsis when it doesn't fit."""
    if width(text) <= cells:
        return text
    return text[: _fitting(text, cells - 1)].rstrip() + _ELLIPSIS if cells > 0 else ""


def _fitting(text: str, cells: int) -> int:
    """How many characters from the start fit. Never splits a character from its marks, or a joined emoji."""
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
    """Cut a text or pad it with blanks to exactly `cells`."""
    shown = cut(text, cells)
    return shown + " " * (cells - width(shown))


def cut_name(name: str, cells: int) -> str:
    """Shorten a name, keeping the ending that sets it apart: `Omar Haddad 12`, `Omar 12`, `Feathersto… B.`, `…00003`."""
    distinction = re.search(_DISTINCTION, name)
    if width(name) <= cells or distinction is None:
        return cut(name, cells)
    front, end = name[: distinction.start()], distinction[0]
    if distinction["bare"]:
        end = f" {distinction['bare']}"
        briefer = next((one for one in (front, front.split(" ")[0]) if width(one + end) <= cells), "")
        if briefer:
            return briefer + end
    room = cells - width(end)
    if room > 1:  # at least one letter of the name and the ellipsis
        return cut(front, room) + end
    return cut_front(end.lstrip(), cells)


def cut_front(text: str, cells: int) -> str:
    """Shorten a text to `cells` by dropping its start, where an ellipsis goes."""
    if width(text) <= cells:
        return text
    parts = [text[start:end] for start, end, _ in split_graphemes(text)[0]]
    kept = ""
    while parts and width(parts[-1] + kept) < cells:
        kept = parts.pop() + kept
    return _ELLIPSIS + kept if cells > 0 else ""


def fit_name(name: str, cells: int) -> str:
    """Cut a name as `cut_name` does, or pad it with blanks to exactly `cells`."""
    shown = cut_name(name, cells)
    return shown + " " * (cells - width(shown))


def wrap(text: str, cells: int) -> list[str]:
    """Break a text into lines no wider than `cells`, between words if possible."""
    room = max(2, cells)  # the widest character takes two
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
    """Wrap a text to at most `lines` lines; the last one is cut if the text is longer."""
    wrapped = wrap(text, cells)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], cut(" ".join(wrapped[lines - 1 :]), cells)] if lines > 0 else []


class Prose:
    """Makes names and notes safe to show, and hides them while the shade is on."""

    def __init__(self, initials_of: Callable[[Student], str] = initials, shade: Shade = Shade.OFF) -> None:
        self._initials_of, self.shade = initials_of, shade
        self.keeps_private = False
        """Whether the screen that is shown keeps the words of private notes back."""

    @property
    def is_shaded(self) -> bool:
        """Whether names and notes are hidden."""
        return self.shade is not Shade.OFF

    @property
    def hiding(self) -> tuple[Shade, bool]:
        """What is hidden now. What was drawn while something else was must be drawn anew."""
        return self.shade, self.keeps_private

    def name(self, student: Student, called: str) -> str:
        """`called`, the name made distinct from others; under the shade the student's initials."""
        return self._initials_of(student) if self.is_shaded else safe(called)

    def note(self, text: str) -> str:
        """Anything written or chosen about a person; dots under the shade."""
        if not text:
            return ""
        return HIDDEN if self.is_shaded else safe(text)

    def note_lines(self, text: str) -> str:
        """Like `note`, but keeps line breaks, for a widget that wraps."""
        return self.note(text) if self.is_shaded else safe_lines(text)

    def notes(self, texts: Iterable[str], between: str = " · ") -> str:
        """Join several notes, leaving out empty ones."""
        return between.join(filter(None, map(self.note, texts)))


def day(value: date | None, today: date) -> str:
    """A day in a short form: `today`, `Fri`, `Nov 12`, `Nov 12, 2025`."""
    if value is None:
        return ""
    away = (value - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(away)
    if near:
        return near
    if 0 < away < 7:  # noqa: PLR2004 - a week
        return value.strftime("%a")
    return show_day(value, year=abs(away) >= 300)  # noqa: PLR2004 - about a school year


def on_day(value: date, today: date) -> str:
    """A day in a sentence: `today`, `tomorrow`, `on Fri`."""
    shown = day(value, today)
    return shown if abs((value - today).days) <= 1 else f"on {shown}"


def due(value: date | None, today: date) -> str:
    """When a promise or review is due: `Fri`, or `was due Nov 12` afterwards, so that color isn't the only hint."""
    if value is None:
        return ""
    return f"was due {day(value, today)}" if value < today else day(value, today)


def age(days: int | None) -> str:
    """A number of school days in a short form: `3 d`, or `–` for never."""
    return "–" if days is None else f"{days} d"
