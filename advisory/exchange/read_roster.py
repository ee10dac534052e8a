"""Read a roster in any format that school systems write, recognized by its headers rather than its file name."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from .columns.chosen import UnknownColumnsError, header_key
from .columns.column_names import fold_header
from .columns.encoding import read_table_text
from .file.decode import Text
from .file.error import FileError
from .file.excerpt import excerpt
from .file.on_disk import is_folder, read_file
from .roster.intake import Intake
from .roster.other_table import what_else
from .roster.plain_list import is_list_of_names, read_plain_list
from .roster.roster import ClassChoice, Roster, SheetChoice
from .roster.student_table import read_student_table
from .roster.top import NO_CHOICE, Choice, Top, find_top
from .workbook.container import is_workbook, other_document

if TYPE_CHECKING:
    from .workbook.sheet import Sheet

LARGEST_FILE = 64 * 1024 * 1024
_LARGEST_TABLE = 8 * 1024 * 1024
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_TABLES = {
    ",": "comma-separated table",
    "\t": "tab-separated table",
    ";": "semicolon-separated table",
    "|": "table separated by |",
}
_LIST = "list of names"
_SHOWN_HEADERS = 12
_WANTED = (
    "A roster needs a column of given names and one of family names (or one of whole names); "
    "without a header, one name on a line: First Last, or Last, First."
)


def read_roster(
    path: Path, *, today: date, class_id: str | None = None, sheet: str = "", choice: Choice = NO_CHOICE
) -> Roster | ClassChoice | SheetChoice:
    """Read a file, folder or zip. Raises FileError, whose sentence says why it cannot be read.

    A OneRoster set of several classes gives a ClassChoice until `class_id` names one; its students are those enrolled
    `today`. A workbook of several sheets with names gives a SheetChoice until `sheet` names one. Columns that no field
    needs are never read. Raises UnknownColumnsError for a table whose columns of names can't be told: read it again with the
    columns that the advisor names as `choice`.
    """
    if is_folder(path):
        return _read_set(path, today, class_id)
    data = read_file(path, LARGEST_FILE)
    if is_workbook(data):
        return _read_workbook(path, data, sheet, today, choice)
    if data.startswith(_ZIP_MARKS):
        if document := other_document(data):
            raise FileError(f"{path} {document}.")
        return _read_set(path, today, class_id, packed=data)
    if len(data) > _LARGEST_TABLE:
        raise FileError(f"{path} is {len(data):,} bytes long, larger than any list of students; is it the right file?")
    text = read_table_text(str(path), data)
    top = find_top(text.lines, choice)
    if top and _is_of_a_set(path, top):
        if not (path.parent / "enrollments.csv").exists():
            raise FileError(f"{path} is one file of a OneRoster set; give the folder or zip that holds the whole set.")
        return _read_set(path.parent, today, class_id)
    roster = _read_text_roster(path, text, top, today, choice)
    if class_id:
        notice = f"Only a OneRoster set has classes; {excerpt(class_id)} was ignored."
        return msgspec.structs.replace(roster, notices=(*roster.notices, notice))
    return roster


def _read_set(path: Path, today: date, class_id: str | None, packed: bytes = b"") -> Roster | ClassChoice:
    from .oneroster.file_set import read_folder, read_zip
    from .oneroster.students import read_one_roster

    return read_one_roster(path, read_zip(path, packed) if packed else read_folder(path), today, class_id)


def _read_workbook(path: Path, data: bytes, name: str, today: date, choice: Choice) -> Roster | SheetChoice:
    """Read a sheet as the CSV file it would be saved as, so that rows are lines and every format reads alike."""
    from .workbook.choose import choose_sheet, passed_over
    from .workbook.workbook import read_workbook

    sheets = read_workbook(path, data)
    lines = {sheet.name: sheet.as_lines() for sheet in sheets}
    tops = {name: find_top(lines[name], choice) for name in lines}

    def has_names(sheet: "Sheet") -> bool:
        top = tops[sheet.name]
        return top is not None and top.header.has_names

    chosen, *others = choose_sheet(path, sheets, name, has_names)
    if others:
        return SheetChoice(path, tuple(sheet.name for sheet in (chosen, *others)))
    text = Text(lines[chosen.name], (*passed_over(sheets, chosen), *chosen.notices))
    roster = _read_text_roster(path, text, tops[chosen.name], today, choice)
    return msgspec.structs.replace(roster, format=f"sheet {excerpt(chosen.name, 40)} of a workbook")


def _is_of_a_set(path: Path, top: Top) -> bool:
    """Whether this is one file of a OneRoster set, which lists teachers among the students."""
    folded = set(map(fold_header, top.record.cells))
    is_named_so = path.stem.casefold() in {
        "users",
        "classes",
        "enrollments",
        "academicsessions",
        "roles",
        "orgs",
        "demographics",
    }
    return "sourcedid" in folded and (
        is_named_so or bool(folded & {"enableduser", "orgsourcedids", "usersourcedid", "role"})
    )


def _read_text_roster(path: Path, text: Text, top: Top | None, today: date, choice: Choice) -> Roster:
    if choice.columns and not (top and top.is_chosen):
        raise UnknownColumnsError(
            f"{path} has no columns {excerpt(choice.columns.text)}.", top.first_rows if top else ()
        )
    if top and not top.is_chosen and (other := what_else(top, path.stem)):
        raise FileError(f"{path} {other}")
    intake = Intake(str(path))
    notices = list(text.notices)
    if top and top.header.has_names:
        kind = top.header.format or _TABLES[top.delimiter]
        notices += top.notices
        if top.header.width == 1 and not top.is_chosen:
            kind = _LIST
            read_plain_list(text.lines, intake, top.record.line)
        else:
            notices += read_student_table(top, intake, today)
        if not intake.rows and not intake.refused:
            raise FileError(f"{path} has a header but no students below it.")
    elif is_list_of_names(text.lines):
        kind = _LIST
        read_plain_list(text.lines, intake)
    else:
        raise UnknownColumnsError(_without_names(path, text.lines, top), top.first_rows if top else ())
    intake.need_rows()
    is_named = choice.columns and not choice.columns.are_numbers  # by number, the first row may be a student
    key = header_key(top.record.cells) if top and is_named else ""
    return Roster(kind, tuple(intake.rows), tuple(intake.refused), tuple(notices), header_key=key)


def _without_names(path: Path, lines: Sequence[str], top: Top | None) -> str:
    if top is None:
        return f"{path}: the header row cannot be read ({excerpt(lines[0])}). {_WANTED}"
    seen = [excerpt(cell, 30) for cell in top.record.cells[:_SHOWN_HEADERS]]
    more = ", …" if len(top.record.cells) > _SHOWN_HEADERS else ""
    return f"{path} has no column of names; line {top.record.line} has: {', '.join(seen)}{more}. {_WANTED}"
