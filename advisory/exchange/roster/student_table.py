"""Read a table of students below a header row, as most school systems export it."""

import re
from datetime import date

import msgspec

from advisory.exchange.columns.column_names import FULL_NAME
from advisory.exchange.columns.header import OWN, WHOLE_NAMES
from advisory.exchange.file.excerpt import excerpt, line_list
from advisory.model.words import Status

from .intake import Intake
from .roster import RefusedLine
from .sheet import Record
from .shifted import is_in_place, realign
from .standing import EXPECTED, HERE, has_left, left_on_of, staff_role, standing_of
from .top import Top
from .value import is_date, value_of, was_shortened
from .whole_name import divide_names

_SHOWN_WORDS = 3
_OWN_ID = re.compile(r" \((s[0-9a-z]{5,})\)\Z")
_TOO_WIDE = "has {count} cells where the header has {width}, so which is which can't be told"
_SHORTENED = (
    "A spreadsheet has shortened the student number on {lines} (as in 1.00073E+11): it was not read. Format that column "
    "as text, and export again."
)
_DATED = (
    "A spreadsheet has made a date of the grade on {lines} (as of 9-10): it was not read. Format that column as text, and "
    "type the grade again."
)


def read_student_table(top: Top, intake: Intake, today: date) -> list[str]:
    """Read the rows below the header as of `today`, and return notices for the advisor.

    Cells that a short row lacks are empty. A row with more cells than the header is refused, since a comma inside a
    cell may have moved the others, unless what stands right of the names shows that they are in place.
    """
    table = _Table(top, intake, today)
    titles = top.record.cells
    for row in top.rows:
        if isinstance(row, RefusedLine):
            intake.refuse(row.line, row.value, row.why)
        elif row.cells == titles:
            table.again.append(row.line)
        else:
            table.take(row)
    table.settle_standing()
    return table.notices


class _Table:
    """The rows of one table, read one by one, and what there is to say about them."""

    def __init__(self, top: Top, intake: Intake, today: date) -> None:
        self.again: list[int] = []
        self._top = top
        self._intake = intake
        self._wide: list[int] = []
        self._shortened: list[int] = []
        self._dated: list[int] = []
        self._grade_at = top.header.columns.get("grade", -1)
        self._today = today
        self._untold: dict[int, str] = {}
        self._told_apart = 0
        self._status_title = top.record.cells[top.header.columns["status"]] if "status" in top.header.columns else ""
        self._has_standing = any(field in top.header.columns for field in ("status", "left_on", "role"))
        self._columns = tuple(top.header.columns.items())
        self._has_parts = any(name in top.header.columns for name in (*WHOLE_NAMES, "family_prefix", "family_second"))

    @property
    def notices(self) -> list[str]:
        """What the advisor should know about the table as a whole."""
        told = (
            (self.again, "The header is repeated on {lines}."),
            (self._wide, "More cells than the header on {lines}: the cells beyond it were not read."),
            (self._shortened, _SHORTENED),
            (self._dated, _DATED),
        )
        notices = [sentence.format(lines=line_list(lines)) for lines, sentence in told if lines]
        if self._untold and not self._told_apart:
            seen = ", ".join(dict.fromkeys(excerpt(text, 20) for text in list(self._untold.values())[:_SHOWN_WORDS]))
            title = excerpt(self._status_title, 30)
            notices.append(f"The column {title} has no word for having left ({seen}): everybody is taken as here.")
        return notices

    def take(self, row: Record) -> None:
        """Offer the student of a row, or refuse it."""
        found, width = row.cells, len(row.cells)
        if any(map(str.strip, found[self._top.header.width :])):
            found = self._put_right(row)
            if not found:
                return
            width = len(found)
        cells = {field: value_of(field, found[at]) if at < width else "" for field, at in self._columns}
        if self._top.header.format == OWN and (name := cells.get(FULL_NAME)):
            _drop_mark(cells, name)
        number = cells.get("student_number", "")
        if not number.isalnum() and was_shortened(number):
            self._shortened.append(row.line)
            cells["student_number"] = ""
        if 0 <= self._grade_at < width and not (grade := found[self._grade_at].strip()).isalnum() and is_date(grade):
            self._dated.append(row.line)
            cells["grade"] = ""
        if self._has_parts and (why := divide_names(cells)):
            self._intake.refuse(row.line, cells["given_name"], why)
            return
        if self._top.header.system and cells.get("source_id"):
            cells["source_id"] = f"{self._top.header.system}:{cells['source_id']}"
        if self._has_standing and (role := self._settle(row.line, cells)):
            name = f"{cells.get('given_name', '')} {cells.get('family_name', '')}"
            self._intake.refuse(row.line, name, f"{role}, not a student")
            return
        self._intake.take(row.line, cells)

    def settle_standing(self) -> None:
        """Make those doubtful whose status is no word for being here or having left, where the others have such words."""
        if not self._untold or not self._told_apart:
            return
        rows = self._intake.rows
        for at, row in enumerate(rows):
            if text := self._untold.get(row.line):
                why = f"the status {excerpt(text)} doesn't say whether they are at the school"
                rows[at] = msgspec.structs.replace(row, doubt=why)

    def _settle(self, line: int, cells: dict[str, str]) -> str:
        """Turn what the row says of a status and a day of leaving into whether they left. Returns the role of one of the staff."""
        status, day = cells.pop("status", ""), cells.pop("left_on", "")
        role = staff_role(cells.pop("role", ""))
        standing = standing_of(status, self._status_title) if status else ""
        self._told_apart += bool(standing)
        if standing not in {"", HERE}:
            cells["status"] = standing
        elif status and not standing:
            self._untold[line] = status
        if day and standing != EXPECTED:
            left = has_left(day, self._today)
            if left and not standing:
                cells["status"] = Status.TRANSFERRED
            elif left is None and not standing:
                cells["doubt"] = f"the day of leaving, {excerpt(day)}, can't be told"
            if cells.get("status") and (on := left_on_of(day)):
                cells["left_on"] = on.isoformat()
        return role

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


def _drop_mark(cells: dict[str, str], name: str) -> None:
    """Take off the mark by which our own export tells namesakes apart: the grade, the number or our own id."""
    if own_id := _OWN_ID.search(name):
        cells["own_id"] = own_id[1]
        name = name[: own_id.start()]
    for mark in (f"grade {cells.get('grade', '')}", cells.get("student_number", "")):
        name = name.removesuffix(f" ({mark})")
    cells[FULL_NAME] = name
