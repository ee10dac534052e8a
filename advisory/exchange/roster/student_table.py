"""Read a table of students below a header row, as most school systems export it."""

from collections.abc import Iterable

from advisory.exchange.file.cell import unguard
from advisory.exchange.file.excerpt import line_list

from .header import FULL_NAME, LAST_FIRST, Header
from .intake import Intake
from .plain_list import split_name
from .roster import RefusedLine
from .sheet import Record


def read_student_table(rows: Iterable[Record | RefusedLine], header: Header, intake: Intake) -> list[str]:
    """Read the rows below the header, and return notices for the advisor.

    Cells that a short row lacks are empty; cells that a long row has beyond the header are ignored.
    """
    wide: list[int] = []
    for row in rows:
        if isinstance(row, RefusedLine):
            intake.refuse(row.line, row.value, row.why)
            continue
        if any(map(str.strip, row.cells[header.width :])):
            wide.append(row.line)
        cells = {field: unguard(row.cells[at]) if at < len(row.cells) else "" for field, at in header.columns.items()}
        if (why := _divide_name(cells)) and why:
            intake.refuse(row.line, cells["given_name"], why)
            continue
        if header.system and cells.get("source_id", "").strip():
            cells["source_id"] = f"{header.system}:{cells['source_id'].strip()}"
        intake.take(row.line, cells)
    return [f"More cells than the header on {line_list(wide)}: the cells beyond it were not read."] if wide else []


def _divide_name(cells: dict[str, str]) -> str:
    """Split a whole name into given and family name, unless the row has those. Returns why it can't be done, or ""."""
    last_first, whole = cells.pop(LAST_FIRST, "").strip(), cells.pop(FULL_NAME, "").strip()
    has_own = bool(cells.get("given_name", "").strip() or cells.get("family_name", "").strip())
    if has_own or not (last_first or whole):
        return ""
    cells["given_name"], cells["family_name"] = split_name(last_first or whole)
    if last_first and "," not in last_first:
        cells["given_name"] = last_first
        return "no comma between family name and given name"
    return ""
