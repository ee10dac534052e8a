"""Split delimited text into rows with their line numbers, quoted as in RFC 4180 but forgiving of mistakes."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from advisory.exchange.file.excerpt import excerpt

from .roster import RefusedLine

DELIMITERS = ",\t;|"
_LONGEST_CELL = 100
"""The most lines that one quoted cell may span; beyond that, its closing quotation mark was forgotten."""
_MOST_CELLS = 10_000
_MOST_CHARACTERS = 1_000_000
"""The most characters of one cell: more than a picture of a student written as text, which some systems add."""
_OPENING = re.compile(' *"')
_BODY = re.compile(r'((?:[^"]++|"")*+)"')
_UNCLOSED = "a quotation mark is opened and never closed"
_STRAY = "text follows a closing quotation mark; to keep the mark, write it twice inside a quoted cell"


class Record(msgspec.Struct, frozen=True):
    """The cells of one row as they are in the file; `line` is where it begins, and `text` all of it if it is one line."""

    line: int
    cells: list[str]
    text: str = ""


def records(lines: Sequence[str], delimiter: str, start: int = 0) -> Iterator[Record | RefusedLine]:
    """The rows from the index `start` on, without blank ones.

    A quotation mark that is wrong refuses only its own line, and the next line is read as a new row: a forgotten mark
    must not swallow the students below it.
    """
    at = start
    while at < len(lines):
        line = lines[at]
        used = 1
        if "\0" in line:
            yield RefusedLine(at + 1, excerpt(line), "holds a NUL byte, which is never part of a text")
        else:
            match _cells(lines, at, delimiter):
                case str() as why:
                    yield RefusedLine(at + 1, excerpt(line), why)
                case (cells, used):
                    longest = max(map(len, cells)) if used > 1 or len(line) > _MOST_CHARACTERS else 0
                    if longest > _MOST_CHARACTERS:
                        why = f"has a cell of {longest:,} characters; at most {_MOST_CHARACTERS:,} are read"
                        yield RefusedLine(at + 1, excerpt(line), why)
                    elif any(map(str.strip, cells)):
                        yield Record(at + 1, cells, line if used == 1 else "")
        at += used


def split_loosely(text: str, delimiter: str) -> list[str]:
    """The cells of a line where marks inside an unquoted cell protect what is between them.

    As in `1 08:30(A); "1 09:00(B, C)"; 2 10:00(D),Quillon,Tamsin`, which some systems write: three cells.
    """
    parts = text.rstrip("\r\n").split('"')
    cells = [""]
    for at, part in enumerate(parts):
        if at % 2:
            cells[-1] += f'"{part}"'
            continue
        first, *others = part.split(delimiter)
        cells[-1] += first
        cells += others
    return cells if len(parts) % 2 else []


def _cells(lines: Sequence[str], first: int, delimiter: str) -> tuple[list[str], int] | str:
    """The cells of a row and how many lines it spans, or what is wrong with it."""
    cells: list[str] = []
    line = first
    at = 0
    while len(cells) < _MOST_CELLS:
        text = lines[line]
        opening = _OPENING.match(text, at)
        if opening is None:
            end = text.find(delimiter, at)
            cells.append(text[at:end] if end >= 0 else text[at:].rstrip("\r\n"))
            if end < 0:
                return cells, line - first + 1
            at = end + 1
            continue
        at = opening.end()
        parts: list[str] = []
        while (body := _BODY.match(text, at)) is None:
            parts.append(text[at:])
            line += 1
            if line == len(lines) or line - first == _LONGEST_CELL:
                return _UNCLOSED
            text, at = lines[line], 0
        parts.append(body[1])
        cells.append("".join(parts).replace('""', '"'))
        after = _after(delimiter).match(text, body.end())
        if after is None:
            return _STRAY
        if not after[1]:
            return cells, line - first + 1
        at = after.end()
    return f"has more than {_MOST_CELLS:,} cells"


@lru_cache(maxsize=8)
def _after(delimiter: str) -> re.Pattern[str]:
    """What may follow a closing quotation mark: a delimiter (group 1) or the end of the line."""
    return re.compile(rf" *(?:({re.escape(delimiter)})|[\r\n]*\Z)")
