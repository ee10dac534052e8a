"""Choose the type size at which a pact's page fits on one sheet, from an estimate of its height.

The browser picks the font, so every letter is taken to be a little wider than in Palatino, the widest one in the style.
The sheet is the area that A4 and Letter have in common. Lengths are in rem, the type size, unless their names end in
_mm; they repeat those of html_style.py.
"""

from collections.abc import Iterable

from .pact_content import PactPage, Side
from .paper import MM, SHEET_MM, WIDTH_MM, Setting, letter, lines, settings

_HEADING_SIZE, _BELOW_HEADING, _ITEM = 0.9, 0.3, 0.25
_GAP, _BOX, _DASH, _FACT_GAP, _ROW_GAP = 2.0, 1.5, 1.0, 2.5, 0.6


def fitting(page: PactPage) -> Setting | None:
    """The roomiest setting in which the page fits on one sheet; None when it never does."""
    return next((setting for setting in settings() if height_mm(page, setting) <= SHEET_MM), None)


def height_mm(page: PactPage, setting: Setting) -> float:
    """The estimated height of the whole page in a setting."""
    return _Layout(page, setting).height * setting.points * MM


class _Layout:
    """The height of one page in one setting, section by section from top to bottom."""

    def __init__(self, page: PactPage, setting: Setting) -> None:
        self._page = page
        _, self._leading, self._between = setting
        self._width = WIDTH_MM / (setting.points * MM)
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
            wide = min(self._width, sum(map(letter, text)))
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
        return sum(lines(line, width / size) for line in text.split("\n")) * size * (leading or self._leading)
