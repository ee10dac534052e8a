"""A section of a pact's page: a heading, and parts under each other, some of which can be highlighted."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from advisory.tui.prose import width, wrap
from advisory.tui.widgets.lists.page import Page, Place
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.section_rule import section_rule


class Part(NamedTuple):
    """Some lines in so many cells; with a key the first of them can be highlighted."""

    draw: Callable[[int], Sequence[Line]]
    key: str = ""


class Section(NamedTuple):
    """Its parts under its title, if it has one; without parts it is left out. Tab goes to the next with another name."""

    name: str
    title: str
    parts: Sequence[Part]


def text_part(*texts: Span, mark: str = "", key: str = "") -> Part:
    """Texts under each other, each wrapped, behind the mark of the first."""

    def draw(cells: int) -> list[Line]:
        margin = width(mark)
        lines = [Span(line, text.look) for text in texts if text.text for line in wrap(text.text, cells - margin)]
        return [(Span(" " * margin if at else mark, lines[0].look), line) for at, line in enumerate(lines)]

    return Part(draw, key)


def column(sections: Iterable[Section], number: int, x: int, cells: int) -> Page:
    """The sections under each other, from cell `x` of the page on; the first cell is the cursor's."""
    lines: list[Line] = []
    places: list[Place] = []
    for section in sections:
        if not section.parts:
            continue
        if section.title:
            lines += [(), section_rule(section.title, cells)]
        for part in section.parts:
            if part.key:
                places.append(Place(part.key, section.name, number, x, len(lines), cells))
            lines += [(Span(" "), *line) for line in part.draw(cells - 1)]
    return Page(lines, places)
