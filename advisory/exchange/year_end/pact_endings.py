"""pact-endings.csv: the open pacts with how each could end, to fill in and to read back. For the advisor alone."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from advisory.exchange.columns.encoding import read_table_text
from advisory.exchange.file.cell import unguard
from advisory.exchange.file.csv_out import csv_file, csv_lines
from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import read_file
from advisory.exchange.roster.roster import RefusedLine
from advisory.exchange.roster.sheet import DELIMITERS, Record, records
from advisory.model import Pact
from advisory.rules.year_end.pact_ending import PactEnding, Proposal

HEADER = ("id", "student", "pact", "proposal", "why", "ending", "student_says", "comes_next")
LARGEST_FILE = 1024 * 1024
_WANTED = "the file that `advisory year-end close-pacts --form FILE` wrote"


class Filled(NamedTuple):
    """A row that was filled in, with its line in the file."""

    line: int
    pact_id: str
    ending: PactEnding
    said: str
    comes_next: str


def endings_form(pacts: Iterable[tuple[Pact, Proposal]], names: Mapping[str, str]) -> bytes:
    """The file to fill in: `ending`, `student_says` and `comes_next` are empty, since the two decide."""
    rows = [
        (pact.id, names[pact.student], pact.called, proposal.ending, proposal.why, "", "", "")
        for pact, proposal in pacts
    ]
    return csv_file(HEADER, csv_lines(rows), bom=True)


def read_endings(path: Path) -> list[Filled]:
    """The rows that have an ending; the others are left as they are. Raises FileError where one can't be read."""
    text = read_table_text(str(path), read_file(path, LARGEST_FILE, wanted=_WANTED, than="the pacts of any advisor"))
    delimiter = max(DELIMITERS, key=text.lines[0].count)
    header, *rows = list(records(text.lines, delimiter)) or [Record(1, [])]
    if isinstance(header, RefusedLine) or not {"id", "ending"} <= set(header.cells):
        raise FileError(f"{path} has no columns id and ending; give {_WANTED}.")
    return list(_filled(path, header.cells, rows))


def _filled(path: Path, header: list[str], rows: Iterable[Record | RefusedLine]) -> Iterator[Filled]:
    for row in rows:
        if isinstance(row, RefusedLine):
            raise FileError(f"{path}, line {row.line}: {row.why}; nothing was changed.")
        cells = dict(zip(header, map(unguard, row.cells), strict=False))
        said = cells.get("ending", "").strip().casefold().replace(" ", "_")
        if not said:
            continue
        if said not in set(PactEnding):
            ways = ", ".join(PactEnding)
            raise FileError(f"{path}, line {row.line}: “{cells['ending']}” is no ending; write one of {ways}.")
        yield Filled(
            row.line,
            cells.get("id", "").strip(),
            PactEnding(said),
            cells.get("student_says", ""),
            cells.get("comes_next", ""),
        )
