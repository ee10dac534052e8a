"""Rows with more cells than their header: put them right where that is certain."""

import re

from advisory.exchange.columns.header import WHOLE_NAMES, Header

from .sheet import Record, split_loosely
from .top import Top

_LOOKS = {
    "grade": re.compile(r"(?:[KkPp][KkGg]?|0?\d|1[0-3])"),
    "student_number": re.compile(r"\d{2,}"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
}


def realign(row: Record, top: Top) -> list[str]:
    """The cells of a row that is too wide, as many as the header has; none where what belongs together isn't certain."""
    width = top.header.width
    if row.text:
        cells = split_loosely(row.text, top.delimiter)
        if len(cells) == width:
            return cells
    whole = next((top.header.columns[field] for field in WHOLE_NAMES if field in top.header.columns), None)
    if whole is not None and len(row.cells) == width + 1 and _is_split_name(row.cells, whole):
        return [*row.cells[:whole], ",".join(row.cells[whole : whole + 2]), *row.cells[whole + 2 :]]
    return []


def _is_split_name(cells: list[str], at: int) -> bool:
    """Whether an unquoted `Quillon, Tamsin` makes two cells of a name: only what follows its comma begins with a space."""
    spaced = [place for place, cell in enumerate(cells) if place and cell.startswith(" ")]
    return spaced == [at + 1]


def is_in_place(cells: list[str], header: Header) -> bool:
    """Whether a grade, number or address right of the names looks like one, so that no comma has moved the cells."""
    names = max((at for field, at in header.columns.items() if "name" in field or "first" in field), default=-1)
    right = [(field, cells[at].strip()) for field, at in header.columns.items() if at > names]
    return any(bool(looks.fullmatch(text)) for field, text in right if (looks := _LOOKS.get(field)))
