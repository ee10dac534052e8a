"""A section of a screen that shows one pact or plan: a heading with parts below it, some of which can be highlighted."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from advisory.tui.prose import width, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.section_rule import section_rule

from .page import Page
from .places import Grid

_BETWEEN = 2
"""The least cells between two texts on one line."""


class Part(NamedTuple):
    """Some lines, made for a width in cells. With a key, the first line can be highlighted."""

    draw: Callable[[int], Sequence[Line]]
    key: str = ""


class Section(NamedTuple):
    """Parts below a title. A section without parts is left out. Tab moves to the next section that has a new name."""

    name: str
    title: str
    parts: Sequence[Part]


def text_part(*texts: Span, mark: str = "", key: str = "") -> Part:
    """A part made of texts, each wrapped and starting on a new line; `mark` goes before the first."""

    def draw(cells: int) -> list[Line]:
        margin = width(mark)
        lines = [Span(line, text.look) for text in texts if text.text for line in wrap(text.text, cells - margin)]
        return [(Span(" " * margin if at else mark, lines[0].look), line) for at, line in enumerate(lines)]

    return Part(draw, key)


def spread_part(text: Span, end: Span, *, mark: str, key: str) -> Part:
    """A part with one text at its beginning and one at its end, on one line where they fit, else below each other."""
    below = text_part(text, end, mark=mark, key=key)

    def draw(cells: int) -> Sequence[Line]:
        room = cells - width(mark) - width(text.text) - width(end.text)
        if room < _BETWEEN:
            return below.draw(cells)
        return [(Span(mark, text.look), text, Span(" " * room), end)]

    return Part(draw, key)


def column(sections: Iterable[Section], number: int, x: int, cells: int) -> Page:
    """Lay out sections below each other in column `number` of the page, which starts at cell `x`."""
    lines: list[Line] = []
    grids: list[Grid] = []
    for section in sections:
        if not section.parts:
            continue
        if section.title:
            lines += [(), section_rule(section.title, cells)]
        for part in section.parts:
            if part.key:
                grids.append(Grid((part.key,), section.name, number, x, len(lines), cells))
            lines += [(Span(" "), *line) for line in part.draw(cells - 1)]  # the first cell is for the cursor
    return Page(lines, grids)
