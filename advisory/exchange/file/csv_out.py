"""Write CSV as spreadsheets read it: RFC 4180, CRLF, UTF-8, and no cell that runs as a formula."""

import codecs
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

from advisory.model.words import Word

from .cell import guard, may_begin_a_cell

Cell = str | int | date | tuple[str, ...] | None
"""A value of the model: bool is an int, datetime is a date, and a Word is a str."""

BETWEEN_VALUES = " | "
_END = "\r\n"
_TO_SECONDS = len("2026-11-23T09:40:00")


def csv_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Each row as a line without its line end. Rows are read one by one, so they need not all be in memory.

    Only text is guarded, since numbers, dates, booleans and keys cannot be formulas. Raises TypeError for other types.
    """
    lines: list[str] = []
    write, guarded = _WRITERS, _GUARDED_WRITERS
    for row in rows:
        line = ",".join([write[type(cell)](cell) for cell in row])
        if may_begin_a_cell(line):
            line = ",".join([guarded[type(cell)](cell) for cell in row])
        lines.append(line or '""')
    return lines


def csv_file(header: Sequence[str], lines: Iterable[str], *, bom: bool) -> bytes:
    """The whole file. Excel needs the byte order mark (`bom`) to read UTF-8; some other programs stumble on it."""
    names = ",".join([name if name.isidentifier() else _guarded(name) for name in header])
    data = _END.join([names, *lines, ""]).encode()
    return codecs.BOM_UTF8 + data if bom else data


def _text(text: str) -> str:
    """A text cell, guarded at its start only, since one look at the line tells whether there can be more.

    It is always quoted: where a spreadsheet splits at another character than the comma, most then leave the line in one cell.
    """
    if text[:1].isalnum():
        return f'"{text}"' if '"' not in text else _quoted(text)
    return _quoted(guard(text)) if text else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _guarded(text: str) -> str:
    """A text cell in which a formula may begin anywhere."""
    if not text[:1].isalnum() or may_begin_a_cell(text):
        return _quoted(guard(text)) if text else text
    return _quoted(text)


def _values(values: Sequence[str]) -> str:
    return _text(BETWEEN_VALUES.join(values))


def _guarded_values(values: Sequence[str]) -> str:
    return _guarded(BETWEEN_VALUES.join(values))


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
_GUARDED_WRITERS = _Writers({**_WRITERS, str: _guarded, tuple: _guarded_values})
