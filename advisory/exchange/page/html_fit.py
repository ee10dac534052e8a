"""Choose the type size at which a pact's page fits on one sheet, from an estimate of its height.

The browser picks the font, so every letter is taken to be a little wider than in Palatino, the widest one in the style.
The sheet is the area that A4 and Letter have in common. Lengths are in rem, the type size, unless their names end in
_mm; they repeat those of html_style.py.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .pact_content import PactPage, Side

SHEET_MM = 244.0
"""Letter's 279 mm without the margins, less a little for rounding."""
_WIDTH_MM = 180.0
_MM = 0.3528
"""One point in mm."""
_STEPS = 24

_HEADING_SIZE, _BELOW_HEADING, _ITEM = 0.9, 0.3, 0.25
_GAP, _BOX, _DASH, _FACT_GAP, _ROW_GAP = 2.0, 1.5, 1.0, 2.5, 0.6
_SPACE, _SLIM, _LETTER, _OTHER, _CAPITAL, _BROAD, _FULL = 0.25, 0.34, 0.53, 0.52, 0.7, 0.88, 1.03
"""Widths in em, from a space and narrow letters such as i to a Chinese character."""
_SLIM_ONES = frozenset("iljftrI.,;:'’!|()[]-/")
_BROAD_ONES = frozenset("mwMW@%—")


class Setting(NamedTuple):
    """The type size in points, the line height, and the space between the sections of the page."""

    points: float = 10.5
    leading: float = 1.35
    between: float = 1.0


SPREAD = Setting()
"""For a page that needs more than one sheet at any size."""
_ROOMIEST, _TIGHTEST = Setting(13.5, 1.48, 1.6), Setting(7.75, 1.22, 0.65)


def fitting(page: PactPage) -> Setting | None:
    """The roomiest setting in which the page fits on one sheet; None when it never does."""
    return next((setting for setting in _settings() if height_mm(page, setting) <= SHEET_MM), None)


def height_mm(page: PactPage, setting: Setting) -> float:
    """The estimated height of the whole page in a setting."""
    return _Layout(page, setting).height * setting.points * _MM


def _settings() -> Iterable[Setting]:
    for step in range(_STEPS):
        part = step / (_STEPS - 1)
        least = zip(_ROOMIEST, _TIGHTEST, strict=True)
        yield Setting(*(round(roomy + (tight - roomy) * part, 3) for roomy, tight in least))


class _Layout:
    """The height of one page in one setting, section by section from top to bottom."""

    def __init__(self, page: PactPage, setting: Setting) -> None:
        self._page = page
        _, self._leading, self._between = setting
        self._width = _WIDTH_MM / (setting.points * _MM)
        self._half = (self._width - _GAP) / 2

    @property
    def height(self) -> float:
        page = self._page
        success = (f"{line.text} {'met ' if line.met else ''}{line.met}" for line in page.success)
        return sum(
            (
                self._head(),
                self._section([self._text(page.learning_target, self._width, 1.4, 1.3)]),
                self._beginning(),
                self._list(success, _BOX),
                self._between + 0.6 + max(map(self._side, (page.student, page.advisor))),
                self._list((f"{who}: {what}" for who, what in page.others), _DASH),
                self._facts(),
                self._section([self._text(line, self._width) for line in page.ending if line]),
                self._signs(),
                1.4 + self._text(" · ".join(page.foot), self._width, 0.8) + 0.2,
            )
        )

    def _head(self) -> float:
        page = self._page
        title = 0.25 + self._text(page.title, self._width, 1.9, 1.2) if page.title else 0.0
        names = 0.25 + self._text(f"{page.student.name} and {page.advisor.name}", self._width)
        return self._leading * 0.8 + title + names + 0.75

    def _beginning(self) -> float:
        page = self._page
        there = [text for text in (page.why and f"“{page.why}”", page.starting_point) if text]
        width = self._half if len(there) > 1 else self._width
        heading = self._heading(f"Why it matters, in {page.student.name}’s words", width)
        return self._between + heading + max(self._text(text, width) for text in there) if there else 0.0

    def _side(self, side: Side) -> float:
        texts = (f"{doing.text}, {doing.how_often}" if doing.how_often else doing.text for doing in side.does)
        items = sum(self._text(text, self._half - _DASH) + _ITEM for text in texts)
        return self._heading(f"What {side.name} will do", self._half) + items

    def _facts(self) -> float:
        """The facts, next to each other while there is room."""
        page = self._page
        rows, at = 0, self._width
        for text in filter(None, (page.look, page.span, "● ● ● ● ● 5" if page.confidence else "")):
            wide = min(self._width, sum(map(_letter, text)))
            is_new = at + _FACT_GAP + wide > self._width
            rows, at = (rows + 1, wide) if is_new else (rows, at + _FACT_GAP + wide)
        return self._between + rows * (self._heading() + self._leading + _ROW_GAP) if rows else 0.0

    def _signs(self) -> float:
        sides = (self._page.student, self._page.advisor)
        return (
            1.2 + 2.6 + 0.25 + max(self._text(f"{side.name} {side.agreement}", self._half * 0.9, 0.9) for side in sides)
        )

    def _list(self, texts: Iterable[str], indent: float) -> float:
        return self._section([self._text(text, self._width - indent) + _ITEM for text in texts])

    def _section(self, parts: list[float]) -> float:
        return self._between + self._heading() + sum(parts) if parts else 0.0

    def _heading(self, text: str = "-", width: float = 99.0) -> float:
        return self._text(text, width * 0.93, _HEADING_SIZE) + _BELOW_HEADING  # headings are letter-spaced

    def _text(self, text: str, width: float, size: float = 1.0, leading: float = 0.0) -> float:
        """The height of a text in a column of this width."""
        return sum(_lines(line, width / size) for line in text.split("\n")) * size * (leading or self._leading)


def _lines(line: str, width: float) -> int:
    """How many lines a line wraps to. It breaks between words, and inside a word that is wider than the column."""
    lines, at = 1, 0.0
    for word in line.split():
        wide = _wide(word)
        if at and at + _SPACE + wide <= width:
            at += _SPACE + wide
            continue
        lines += at > 0
        more, at = divmod(wide, width)
        lines += int(more)
    return lines


@lru_cache(maxsize=4096)
def _wide(word: str) -> float:
    return sum(map(_letter, word))


def _letter(character: str) -> float:
    """The width of a character in em."""
    if character == " ":
        return _SPACE
    if character in _SLIM_ONES:
        return _SLIM
    if character in _BROAD_ONES:
        return _BROAD
    if character.isascii():
        return _LETTER if character.islower() else _CAPITAL if character.isupper() else _OTHER
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _CAPITAL
