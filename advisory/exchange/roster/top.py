"""Find the header of a table among its first rows: titles, dates and blank lines may stand above it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice, zip_longest

import msgspec

from advisory.exchange.columns.chosen import Columns, header_key, read_columns
from advisory.exchange.columns.column_names import meanings
from advisory.exchange.columns.header import Header, read_header
from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt, line_list

from .roster import RefusedLine
from .sheet import DELIMITERS, Record, records

Rows = Iterable[Record | RefusedLine]

HEAD = 30
"""How many rows may stand above a header, and how many are shown when there is none."""
_SEPARATOR = re.compile(r'\ufeff?"?sep=([,;|\t])"?\s*\Z', re.IGNORECASE)
_DATA = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|\d[\d./:-]*")
"""An address or a number: a header has none."""
_TWICE, _MARK = '""', '"'
_DAY = re.compile(r"\d{1,4}(?:[./-]\d{1,2}){1,2}(?:[./-]\d{2,4})?\.?")
_SHOWN_TITLES = 3
_SHOWN_ROWS = 5
_SURE = 2
"""With this many known columns, a row other than the first is a header."""


class Choice(msgspec.Struct, frozen=True):
    """The columns that the advisor chose for this table, and those chosen before, by `header_key`, as `Columns.text`."""

    columns: Columns | None = None
    remembered: Mapping[str, str] = {}


NO_CHOICE = Choice()


class Top(msgspec.Struct, frozen=True):
    """The header row of a table, the rows above it, and the rows below it; `header.has_names` says if it will do."""

    record: Record
    header: Header
    delimiter: str
    above: tuple[Record, ...]
    rows: Iterator[Record | RefusedLine]
    first_rows: tuple[list[str], ...] = ()
    """The cells of the first rows, to show if the columns can't be recognized."""
    is_chosen: bool = False
    """Whether the columns are those that the advisor named."""

    @property
    def notices(self) -> list[str]:
        """What was passed over above the header."""
        titles = [record for record in self.above if not _is_comment(record)]
        if not titles:
            return []
        texts = [excerpt(" ".join(filter(None, map(str.strip, one.cells))), 40) for one in titles]
        more = ", …" if len(texts) > _SHOWN_TITLES else ""
        shown = ", ".join(f"“{text}”" for text in texts[:_SHOWN_TITLES]) + more
        where = line_list([record.line for record in titles])
        return [f"The header is on line {self.record.line}; above it, {where} passed over: {shown}."]


def is_data(cell: str) -> bool:
    """Whether a cell holds an address, a number or a day, which no header does."""
    return bool(_DATA.fullmatch(cell.strip()))


def find_top(lines: Sequence[str], choice: Choice = NO_CHOICE) -> Top | None:
    """The table in a text, split by the delimiter that fits it best. Without a header, the first row stands for it."""
    delimiters, start = DELIMITERS, 0
    for at, line in enumerate(lines):
        if line.strip("\ufeff \t\r\n\0"):
            if separator := _SEPARATOR.match(line):
                delimiters, start = separator[1], at + 1
            break
    best = _best_of(lines, delimiters, start, choice)
    if best and (not best.header.has_names or best.header.width == 1) and (unwrapped := _unwrapped(lines[start:])):
        inside = _best_of([*lines[:start], *unwrapped], delimiters, start, choice)
        has_both = inside is not None and {"given_name", "family_name"} <= inside.header.columns.keys()
        return inside if has_both or not best.header.has_names else best
    return best


def _best_of(lines: Sequence[str], delimiters: str, start: int, choice: Choice) -> Top | None:
    tops = [top_of(records(lines, delimiter, start), delimiter, choice) for delimiter in delimiters]
    return max((top for top in tops if top), key=_sense, default=None)


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a table of which each was quoted as a whole, `"Quillon,Tamsin,9"`; none for any other."""
    found = []
    for line in lines:
        text = line.strip("\ufeff \t\r\n").rstrip(DELIMITERS)
        inner = text[1:-1]
        if text and not (len(text) > 1 and text[0] == text[-1] == '"' and '"' not in inner.replace('""', "")):
            return []
        found.append(f"{inner.replace(_TWICE, _MARK)}\n")
    return found


def top_of(rows: Rows, delimiter: str = "", choice: Choice = NO_CHOICE) -> Top | None:
    """The header among the first rows of a table, wherever its rows come from; None if there is no row at all.

    The columns that the advisor chose, now or for this header before, come before what the names of the columns say.
    """
    every = iter(rows)
    head = list(islice(every, HEAD))
    first = next((at for at, record in enumerate(head) if isinstance(record, Record)), None)
    if first is None:
        return None
    chosen = _chosen(head, choice)
    at, header = chosen or _found(head, first)
    record = head[at] if at >= 0 else Record(0, [])
    assert isinstance(record, Record)
    above = tuple(one for one in head[: max(at, 0)] if isinstance(one, Record))
    unread = [one for one in head[: max(at, 0)] if isinstance(one, RefusedLine)]
    begin = first if chosen or header.has_names else max(at, 0)
    shown = tuple(one.cells for one in head[begin:] if isinstance(one, Record))[:_SHOWN_ROWS]
    rest = chain(unread, head[at + 1 :], every)
    return Top(record, header, delimiter, above, rest, first_rows=shown, is_chosen=chosen is not None)


def _chosen(head: Sequence[Record | RefusedLine], choice: Choice) -> tuple[int, Header] | None:
    """The header that has the columns chosen; -1 stands for a table without one, whose columns have numbers."""
    table = [(at, one) for at, one in enumerate(head) if isinstance(one, Record)]
    if choice.columns is None:
        for at, record in table if choice.remembered else ():
            text = choice.remembered.get(header_key(record.cells))
            with suppress(FileError):  # a settings file edited by hand
                if text and (header := read_columns(text).header(record.cells)):
                    return at, header
        return None
    columns = choice.columns
    if columns.are_numbers and not any(columns.by_name_in(record.cells) for _, record in table):
        widest = max((record for _, record in table), key=lambda record: len(record.cells))
        header = columns.header(widest.cells)
        if header is None:
            return None
        at, first = next((at, record) for at, record in table if columns.places(record.cells))
        return at if any(map(meanings, first.cells)) else -1, header
    for at, record in table:
        if header := columns.header(record.cells):
            return at, header
    return None


def _found(head: Sequence[Record | RefusedLine], first: int) -> tuple[int, Header]:
    """The first row that is surely a header, or else one that may be, or else the first row."""
    found: tuple[int, Header] | None = None
    for at, record in enumerate(head):
        if isinstance(record, RefusedLine):
            continue
        header = read_header(record.cells)
        if header.has_names and _is_header(record, header, is_first=_is_first(head[:at])):
            if below := _second_row(record, header, head[at + 1 :]):
                return at + 1, below
            found = found or (at, header)
            if len(header.columns) >= _SURE:
                return at, header
    if found:
        return found
    for at in (_likely_header(head, first), first):
        record = head[at]
        assert isinstance(record, Record)
        header = read_header(record.cells)
        if at == first or not header.has_names:  # one that has names was found to be no header
            break
    return at, header


def _likely_header(head: Sequence[Record | RefusedLine], first: int) -> int:
    """Where the header of a table is in which no name of a column is known: below titles, which are one cell each."""
    filled = [sum(map(bool, map(str.strip, one.cells))) if isinstance(one, Record) else 0 for one in head]
    return first if filled[first] > 1 else next((at for at, count in enumerate(filled) if count > 1), first)


def _second_row(record: Record, header: Header, below: Sequence[Record | RefusedLine]) -> Header | None:
    """The header that two rows make together: `Name` over two columns, and below it `First` and `Last`."""
    if not below or not isinstance(below[0], Record) or {"given_name", "family_name"} <= header.columns.keys():
        return None
    second = read_header(below[0].cells)
    if not {"given_name", "family_name"} <= second.columns.keys() or not _is_header(below[0], second, is_first=True):
        return None
    return read_header([lower or upper for upper, lower in zip_longest(record.cells, below[0].cells, fillvalue="")])


def _is_header(record: Record, header: Header, *, is_first: bool) -> bool:
    """Whether a row that could name students is the header, rather than a title or a student called so."""
    filled = [cell for cell in record.cells if cell.strip()]
    data = [cell for cell in filled if is_data(cell)]
    if data and not (
        len(data) > 1 and len(data) + 1 == len(filled) and all(_DAY.fullmatch(one.strip()) for one in data)
    ):
        return False  # an attendance list has a name and then days
    return is_first or len(header.columns) >= _SURE or len(filled) == 1 or bool(data)


def _is_first(above: Sequence[Record | RefusedLine]) -> bool:
    return all(isinstance(one, Record) and _is_comment(one) for one in above)


def _is_comment(record: Record) -> bool:
    return record.cells[0].lstrip("\ufeff \t").startswith("#")


def _sense(top: Top) -> tuple[bool, int, int]:
    """A score to compare headers by: the more known columns the better, then the more columns."""
    header = top.header
    return header.has_names, len(header.columns), header.width if header.has_names else _usual_width(top)


def _usual_width(top: Top) -> int:
    return max(top.header.width, *(len(record.cells) for record in top.above), 0)
