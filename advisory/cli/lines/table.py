"""A table for a person to read, with columns as wide as their cells."""

import unicodedata
from collections.abc import Sequence

from advisory.streams import plain

_WIDEST = 44


def lay_out(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table. Cells are cut at _WIDEST, except in the last column."""
    table = [[plain(cell) for cell in row] for row in (header, *rows)]
    widths = [min(_WIDEST, max(cells(row[at]) for row in table)) for at in range(len(header) - 1)]
    return ["  ".join([*map(_fit, row[:-1], widths), row[-1]]).rstrip() for row in table]


def cells(text: str) -> int:
    """How many columns of the terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fit(text: str, width: int) -> str:
    while cells(text) > width:
        text = text.removesuffix("…")[:-1] + "…"
    return text + " " * (width - cells(text))
