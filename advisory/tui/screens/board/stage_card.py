"""A card of the board: a student's name on its upper edge, some lines of text, and since when on its lower edge."""

from collections.abc import Callable, Sequence

from advisory.tui.prose import cut_name, width
from advisory.tui.widgets.text.ink import Line, Span, pad

_EDGES = 4
"""Cells of a line that its two edges take."""
_AROUND = 5
"""Cells that the edge needs beside the words on it."""


class Card:
    """Whom it is about, names to choose from (the first that fits is shown), what stands below, and its lines.

    `text` is asked for so many cells and at most so many lines. What was drawn once is kept.
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
        """Its `lines + 2` lines, each of just so many cells with a blank at its end."""
        kept = self._drawn.get((cells, lines, is_here))
        if kept is None:
            room = cells - 1
            body = [self._line(said, room, is_here=is_here) for said in self._said(room, lines)]
            every = [self._upper(room, is_here=is_here), *body, self._lower(room, is_here=is_here)]
            kept = self._drawn[cells, lines, is_here] = [_joined(pad(line, cells)) for line in every]
        return kept

    def _said(self, cells: int, lines: int) -> list[Line]:
        said = list(self._text(cells - _EDGES, lines))[:lines]
        return said + [()] * (lines - len(said))

    def _upper(self, cells: int, *, is_here: bool) -> Line:
        edge, names = _edge(is_here=is_here), self._names()
        fitting = (name for name in names if width(name) <= cells - _AROUND)
        name = next(fitting, cut_name(names[-1], cells - _AROUND))
        left, flat, right = "┏━┓" if is_here else "┌─┐"
        over = flat * (cells - _AROUND - width(name))
        return (Span(f"{left}{flat} ", edge), Span(name, "strong"), Span(f" {over}{right}", edge))

    def _lower(self, cells: int, *, is_here: bool) -> Line:
        edge = _edge(is_here=is_here)
        left, flat, right = "┗━┛" if is_here else "└─┘"
        foot = f" {self._foot} " if self._foot and width(self._foot) <= cells - _AROUND else ""
        over = flat * (cells - 3 - width(foot))
        return (Span(left + over, edge), Span(foot, "muted"), Span(flat + right, edge))

    def _line(self, said: Line, cells: int, *, is_here: bool) -> Line:
        edge, side = _edge(is_here=is_here), "┃" if is_here else "│"
        return (Span(f"{side} ", edge), *pad(said, cells - _EDGES), Span(f" {side}", edge))


def _joined(line: Sequence[Span]) -> list[Span]:
    """The same with as few spans as can be: blanks look alike in every look, and each span costs at every paint."""
    joined: list[Span] = []
    for span in line:
        if joined and (span.look == joined[-1].look or not span.text.strip()):
            joined[-1] = Span(joined[-1].text + span.text, joined[-1].look)
        else:
            joined.append(span)
    return joined


def _edge(*, is_here: bool) -> str:
    return "accent" if is_here else "muted"
