"""Read a table of students below a header row, as most school systems export it."""

from advisory.exchange.columns.header import WHOLE_NAMES
from advisory.exchange.file.excerpt import line_list

from .intake import Intake
from .roster import RefusedLine
from .sheet import Record
from .shifted import is_in_place, realign
from .top import Top
from .value import value_of, was_shortened
from .whole_name import divide_names

_TOO_WIDE = "has {count} cells where the header has {width}, so which is which can't be told"
_SHORTENED = (
    "A spreadsheet has shortened the student number on {lines} (as in 1.00073E+11): it was not read. Format that column "
    "as text, and export again."
)


def read_student_table(top: Top, intake: Intake) -> list[str]:
    """Read the rows below the header, and return notices for the advisor.

    Cells that a short row lacks are empty. A row with more cells than the header is refused, since a comma inside a
    cell may have moved the others, unless what stands right of the names shows that they are in place.
    """
    table = _Table(top, intake)
    titles = top.record.cells
    for row in top.rows:
        if isinstance(row, RefusedLine):
            intake.refuse(row.line, row.value, row.why)
        elif row.cells == titles:
            table.again.append(row.line)
        else:
            table.take(row)
    return table.notices


class _Table:
    """The rows of one table, read one by one, and what there is to say about them."""

    def __init__(self, top: Top, intake: Intake) -> None:
        self.again: list[int] = []
        self._top = top
        self._intake = intake
        self._wide: list[int] = []
        self._shortened: list[int] = []
        self._columns = tuple(top.header.columns.items())
        self._has_parts = any(name in top.header.columns for name in (*WHOLE_NAMES, "family_prefix", "family_second"))

    @property
    def notices(self) -> list[str]:
        """What the advisor should know about the table as a whole."""
        told = (
            (self.again, "The header stands again on {lines}."),
            (self._wide, "More cells than the header on {lines}: the cells beyond it were not read."),
            (self._shortened, _SHORTENED),
        )
        return [sentence.format(lines=line_list(lines)) for lines, sentence in told if lines]

    def take(self, row: Record) -> None:
        """Offer the student of a row, or refuse it."""
        found, width = row.cells, len(row.cells)
        if width > self._top.header.width and any(map(str.strip, found[self._top.header.width :])):
            found = self._put_right(row)
            if not found:
                return
            width = len(found)
        cells = {field: value_of(field, found[at]) if at < width else "" for field, at in self._columns}
        number = cells.get("student_number", "")
        if not number.isalnum() and was_shortened(number):
            self._shortened.append(row.line)
            cells["student_number"] = ""
        if self._has_parts and (why := divide_names(cells)):
            self._intake.refuse(row.line, cells["given_name"], why)
            return
        if self._top.header.system and cells.get("source_id"):
            cells["source_id"] = f"{self._top.header.system}:{cells['source_id']}"
        self._intake.take(row.line, cells)

    def _put_right(self, row: Record) -> list[str]:
        """The cells of a row that is too wide where it is certain which is which; none, and refused, where it isn't."""
        if realigned := realign(row, self._top):
            return realigned
        width = self._top.header.width
        if is_in_place(row.cells, self._top.header):
            self._wide.append(row.line)
            return row.cells
        self._intake.refuse(row.line, ", ".join(row.cells), _TOO_WIDE.format(count=len(row.cells), width=width))
        return []
