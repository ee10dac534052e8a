"""Read a table of students below a header row, as most school systems export it."""

from advisory.exchange.file.excerpt import line_list

from .intake import Intake
from .roster import RefusedLine
from .shifted import is_in_place, realign
from .top import Top
from .value import value_of, was_shortened
from .whole_name import divide_names

_TOO_WIDE = "has {count} cells where the header has {width}, so which is which can't be told"


def read_student_table(top: Top, intake: Intake) -> list[str]:
    """Read the rows below the header, and return notices for the advisor.

    Cells that a short row lacks are empty. A row with more cells than the header is refused, since a comma inside a
    cell may have moved the others, unless what stands right of the names shows that they are in place.
    """
    again: list[int] = []
    wide: list[int] = []
    shortened: list[int] = []
    header, titles = top.header, top.record.cells
    columns = tuple(header.columns.items())
    for row in top.rows:
        if isinstance(row, RefusedLine):
            intake.refuse(row.line, row.value, row.why)
            continue
        if row.cells == titles:
            again.append(row.line)
            continue
        found, width = row.cells, len(row.cells)
        if width > header.width and any(map(str.strip, found[header.width :])):
            if realigned := realign(row, top):
                found, width = realigned, header.width
            elif is_in_place(found, header):
                wide.append(row.line)
            else:
                intake.refuse(row.line, ", ".join(found), _TOO_WIDE.format(count=width, width=header.width))
                continue
        cells = {field: value_of(field, found[at]) if at < width else "" for field, at in columns}
        if was_shortened(cells.get("student_number", "")):
            shortened.append(row.line)
            cells["student_number"] = ""
        if (why := divide_names(cells)) and why:
            intake.refuse(row.line, cells["given_name"], why)
            continue
        if header.system and cells.get("source_id"):
            cells["source_id"] = f"{header.system}:{cells['source_id']}"
        intake.take(row.line, cells)
    notices = []
    if again:
        notices.append(f"The header stands again on {line_list(again)}.")
    if wide:
        notices.append(f"More cells than the header on {line_list(wide)}: the cells beyond it were not read.")
    if shortened:
        notices.append(
            f"A spreadsheet has shortened the student number on {line_list(shortened)} (as in 1.00073E+11): it was not read. "
            "Format that column as text, and export again."
        )
    return notices
