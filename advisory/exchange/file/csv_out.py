"""Write CSV as spreadsheets read it: RFC 4180, CRLF, UTF-8, and no cell that runs as a formula."""

import codecs
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from operator import attrgetter
from typing import Any

import msgspec

from advisory.model.words import Word

from .cell import guard, may_begin_a_cell

Cell = str | int | date | tuple[str, ...] | None
"""A value of the model: bool is an int, datetime is a date, and a Word is a str."""

BETWEEN_VALUES = " | "
_END = "\r\n"
_TO_SECONDS = len("2026-11-23T09:40:00")
_AT_ONCE = 256
"""How many rows are written together: few enough that one odd text slows down only its neighbors."""


def csv_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Each row as a line without its line end. Rows are read some hundred at a time, so they need not all be in memory.

    Only text is guarded, since numbers, dates, booleans and keys cannot be formulas. Raises TypeError for other types.
    """
    lines: list[str] = []
    rest = iter(rows)
    while some := list(islice(rest, _AT_ONCE)):
        columns = [_column(cells) for cells in zip(*some, strict=True)]
        lines += [line or '""' for line in map(",".join, zip(*columns, strict=True))]
    return lines


def csv_file(header: Sequence[str], lines: Iterable[str], *, bom: bool) -> bytes:
    """The whole file. Excel needs the byte order mark (`bom`) to read UTF-8; some other programs stumble on it."""
    names = ",".join([name if name.isidentifier() else _text(name) for name in header])
    data = _END.join([names, *lines, ""]).encode()
    return codecs.BOM_UTF8 + data if bom else data


def _column(cells: Sequence[Cell]) -> Iterable[str]:
    """The cells of a column as they are written: most columns hold one type, and their texts have nothing to guard."""
    if cells[0] is None and cells.count(None) == len(cells):
        return [""] * len(cells)
    types = set(map(type, cells))
    if len(types) > 1:
        return [_WRITERS[type(cell)](cell) for cell in cells]
    kind = types.pop()
    together = _TOGETHER.get(kind)
    return together(cells) if together else map(_WRITERS[kind], cells)


def _texts(texts: Sequence[str]) -> Iterable[str]:
    """A column of texts. One look at all of them tells whether any needs more than quotation marks."""
    together = "".join(texts)
    if not together:
        return texts
    if '"' in together or not "".join([text[:1] for text in texts]).isalnum() or may_begin_a_cell(together):
        return map(_text, texts)
    return [f'"{text}"' if text else "" for text in texts]


def _instants(instants: Sequence[datetime]) -> Iterable[str]:
    if any(instant.tzinfo is not UTC for instant in instants):
        return map(_instant, instants)
    return [f"{text[:_TO_SECONDS]}Z" for text in _encoded(instants)]


def _encoded(days: Sequence[date]) -> list[str]:
    """Days or instants as msgspec writes them, which takes a tenth of the time of `isoformat`."""
    return msgspec.json.encode(days).decode()[2:-2].split('","')


def _text(text: str) -> str:
    """A text cell, in which a formula may begin anywhere.

    It is always quoted: where a spreadsheet splits at another character than the comma, most then leave the line in one cell.
    """
    if not text[:1].isalnum() or may_begin_a_cell(text):
        text = guard(text)
    return '"' + text.replace('"', '""') + '"' if text else ""


def _values(values: Sequence[str]) -> str:
    return _text(BETWEEN_VALUES.join(values)) if values else ""


def _instant(value: datetime) -> str:
    if value.tzinfo is UTC:
        return value.isoformat()[:_TO_SECONDS] + "Z"
    return value.isoformat(timespec="seconds")


_key = attrgetter("_value_")


class _Writers(dict[type, Callable[[Any], str]]):
    """How to write a cell of each type. Enumerations are added when they first occur."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        if issubclass(kind, Word):
            self[kind] = _key
            return _key
        raise TypeError(
            f"A CSV cell holds text, a number, a date, true or false, or several texts, not {kind.__name__}."
        )


_WRITERS = _Writers(
    {
        str: _text,
        tuple: _values,
        bool: {True: "true", False: "false"}.__getitem__,
        int: str,
        date: date.isoformat,
        datetime: _instant,
        type(None): {None: ""}.__getitem__,
    }
)
_TOGETHER: dict[type, Callable[[Any], Iterable[str]]] = {str: _texts, date: _encoded, datetime: _instants}
"""How to write many cells of one type, where that is faster than one by one."""
