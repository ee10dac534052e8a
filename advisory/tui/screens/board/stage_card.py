"""Draws a card of the board: the name in the top edge, lines of text, and a note such as `12 d here` in the bottom edge.

In a long column a card is low: two lines of text, the note in the top edge, and the next card's edge as its bottom.
"""

from collections.abc import Callable, Sequence

from advisory.tui.prose import cut_name, width
from advisory.tui.widgets.text.ink import Line, Span, pad

_EDGES = 4
"""How many cells the left and right edges take."""
_AROUND = 5
"""How many cells of the top and bottom edges can't hold text."""


LOW_LINES = 2
"""How many lines of text a low card has."""
HERE = " here"
"""The end of the note in the bottom edge, left out where there is little room."""


def bottom_edge(cells: int) -> list[Span]:
    """The line below the last low card of a column."""
    return [Span(f"└{'─' * (cells - 3)}┘ ", _edge(is_here=False))]


class Card:
    """A card. `key` is the student's id, and the first of the `names` that fits is shown.

    `text` makes the lines for a width and a maximum number of lines. What has been drawn is kept.
    """

    def __init__(
        self,
        key: str,
        names: Callable[[], Sequence[str]],
        foot: str,
        text: Callable[[int, int], Sequence[Line]],
    ) -> None:
        self.key = key
        self._names, self._foot, self._text = names, foot, text
        self._drawn: dict[tuple[int, int, bool], list[list[Span]]] = {}

    def drawn(self, cells: int, lines: int, *, is_here: bool) -> list[list[Span]]:
        """Its `lines + 2` lines, each exactly `cells` wide with a blank at its end. `is_here`: it has the cursor.

        A low card, of LOW_LINES lines of text, has no bottom edge.
        """
        kept = self._drawn.get((cells, lines, is_here))
        if kept is None:
            room = cells - 1
            body = [self._line(line, room, is_here=is_here) for line in self._text_lines(room, lines)]
            lower = [] if lines == LOW_LINES else [self._lower(room, is_here=is_here)]
            every = [self._upper(room, is_here=is_here, is_low=not lower), *body, *lower]
            kept = self._drawn[cells, lines, is_here] = [_joined(pad(line, cells)) for line in every]
        return kept

    def _text_lines(self, cells: int, lines: int) -> list[Line]:
        text = list(self._text(cells - _EDGES, lines))[:lines]
        return text + [()] * (lines - len(text))

    def _upper(self, cells: int, *, is_here: bool, is_low: bool) -> Line:
        edge, names = _edge(is_here=is_here), self._names()
        foot = f" {self._foot.removesuffix(HERE)} " if is_low and self._foot else ""
        beside = (name for name in names if width(name) + width(foot) < cells - _AROUND)
        fitting = (name for name in names if width(name) <= cells - _AROUND)
        name = next(beside, next(fitting, cut_name(names[-1], cells - _AROUND)))
        left, flat, right = "┏━┓" if is_here else "┌─┐"
        over = cells - _AROUND - width(name)
        if not foot or width(foot) > over - 1:
            return (Span(f"{left}{flat} ", edge), Span(name, "strong"), Span(f" {flat * over}{right}", edge))
        line = f" {flat * (over - width(foot) - 1)}"
        return (
            Span(f"{left}{flat} ", edge), Span(name, "strong"), Span(line, edge), Span(foot, "muted"),
            Span(flat + right, edge),
        )  # fmt: skip

    def _lower(self, cells: int, *, is_here: bool) -> Line:
        edge = _edge(is_here=is_here)
        left, flat, right = "┗━┛" if is_here else "└─┘"
        foot = f" {self._foot} " if self._foot and width(self._foot) <= cells - _AROUND else ""
        over = flat * (cells - 3 - width(foot))
        return (Span(left + over, edge), Span(foot, "muted"), Span(flat + right, edge))

    def _line(self, text: Line, cells: int, *, is_here: bool) -> Line:
        edge, side = _edge(is_here=is_here), "┃" if is_here else "│"
        return (Span(f"{side} ", edge), *pad(text, cells - _EDGES), Span(f" {side}", edge))


def _joined(line: Sequence[Span]) -> list[Span]:
    """Merge spans where possible, because each one costs time at every paint. Blanks look the same in every look."""
    joined: list[Span] = []
    for span in line:
        if joined and (span.look == joined[-1].look or not span.text.strip()):
            joined[-1] = Span(joined[-1].text + span.text, joined[-1].look)
        else:
            joined.append(span)
    return joined


def _edge(*, is_here: bool) -> str:
    return "accent" if is_here else "muted"
