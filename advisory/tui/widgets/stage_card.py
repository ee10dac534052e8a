"""A card of the board: a student's name on its upper edge, some lines of text, and since when on its lower edge."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from advisory.tui.prose import cut_name, width

from .ink import Line, Span, pad

_EDGES = 4
"""Cells of a line that its two edges take."""
_AROUND = 5
"""Cells that the edge needs beside the words on it."""


class Card(NamedTuple):
    """A card: whom it is about, names to choose from (the first that fits is shown), what stands below, and its lines.

    `text` is asked for so many cells and at most so many lines.
    """

    key: str
    names: Callable[[], Sequence[str]]
    foot: str
    text: Callable[[int, int], Sequence[Line]]


def card_part(card: Card, part: int, lines: int, cells: int, *, is_here: bool) -> Line:
    """One line of a card with so many lines of text: 0 is its upper edge, `lines + 1` the lower one."""
    edge = "accent" if is_here else "muted"
    if part == 0:
        names = card.names()
        name = next((name for name in names if width(name) <= cells - _AROUND), cut_name(names[-1], cells - _AROUND))
        left, flat, right = "┏━┓" if is_here else "┌─┐"
        over = flat * (cells - _AROUND - width(name))
        return (Span(f"{left}{flat} ", edge), Span(name, "strong"), Span(f" {over}{right}", edge))
    if part == lines + 1:
        left, flat, right = "┗━┛" if is_here else "└─┘"
        foot = f" {card.foot} " if card.foot and width(card.foot) <= cells - _AROUND else ""
        over = flat * (cells - 3 - width(foot))
        return (Span(left + over, edge), Span(foot, "muted"), Span(flat + right, edge))
    side = "┃" if is_here else "│"
    text = card.text(cells - _EDGES, lines)
    said = text[part - 1] if part - 1 < len(text) else ()
    return (Span(f"{side} ", edge), *pad(said, cells - _EDGES), Span(f" {side}", edge))
