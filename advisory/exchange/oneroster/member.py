"""Read one CSV file of a OneRoster set by its headers."""

from pathlib import Path

import msgspec

from advisory.exchange.columns.column_names import fold_header
from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt, line_list
from advisory.exchange.file.text import read_text
from advisory.exchange.roster.roster import RefusedLine
from advisory.exchange.roster.sheet import Record, records

_DELIMITERS = ";\t,"
_SHOWN_HEADERS = 12


class Member(msgspec.Struct, frozen=True):
    """The rows of one file, the lines refused (each reason names the file), and what the advisor should know.

    A row holds only the columns asked for, in that order, without white space around the cells.
    """

    has: frozenset[str]
    rows: list[Record]
    refused: list[RefusedLine]
    notices: list[str]


def read_member(path: Path, files: dict[str, bytes], name: str, required: str, optional: str) -> Member:
    """Read `name`.csv of the set at `path`; `required` and `optional` are column names separated by spaces.

    An optional column that the file lacks reads as "". Raises FileError for a missing file or required column.
    """
    data = files.get(name.casefold())
    if data is None:
        raise FileError(f"{path} has no {name}.csv; a OneRoster set needs users.csv, classes.csv and enrollments.csv.")
    text = read_text(f"{path}, {name}.csv", data)
    head = next((line for line in text.lines if line.strip()), "")
    table = records(text.lines, max(_DELIMITERS, key=head.count))
    header = next(table, None)
    names = header.cells if isinstance(header, Record) else []
    places = {fold_header(cell): at for at, cell in reversed(list(enumerate(names)))}
    lacking = [column for column in required.split() if fold_header(column) not in places]
    if lacking:
        seen = ", ".join(excerpt(cell, 30) for cell in names[:_SHOWN_HEADERS]) or excerpt(head)
        raise FileError(f"{path}: {name}.csv lacks the column {', '.join(lacking)}; its header has: {seen}.")
    wanted = [places.get(fold_header(column)) for column in f"{required} {optional}".split()]
    rows: list[Record] = []
    refused: list[RefusedLine] = []
    wide: list[int] = []
    for record in table:
        if isinstance(record, RefusedLine):
            refused.append(RefusedLine(record.line, record.value, f"{name}.csv: {record.why}"))
            continue
        cells, width = record.cells, len(record.cells)
        if width > len(names):
            wide.append(record.line)
        rows.append(Record(record.line, [cells[at].strip() if at is not None and at < width else "" for at in wanted]))
    notices = list(text.notices)
    if wide:
        notices.append(
            f"{name}.csv has more cells than its header on {line_list(wide)}: those beyond it were not read."
        )
    return Member(frozenset(places), rows, refused, notices)


def is_active(status: str) -> bool:
    """Whether a record with this status is active. Systems that export everything leave the status blank."""
    return status.casefold() in {"", "active"}
