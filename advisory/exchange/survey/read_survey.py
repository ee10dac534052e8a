"""Read the export of a form, such as Google Forms, Microsoft Forms or a survey of Canvas."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from advisory.exchange.columns.column_names import fold_header
from advisory.exchange.columns.encoding import read_table_text
from advisory.exchange.file.decode import Text
from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.file.on_disk import read_file
from advisory.exchange.roster.intake import Intake
from advisory.exchange.roster.roster import RefusedLine
from advisory.exchange.roster.sheet import Record
from advisory.exchange.roster.student_table import read_student_table
from advisory.exchange.roster.top import Top, find_top
from advisory.exchange.roster.value import value_of
from advisory.exchange.workbook.container import is_workbook
from advisory.model.words import Facet
from advisory.rules.learning.question_facet import facet_of_question

from .survey import Question, Survey, SurveyRow, grid_line
from .titles import DAY_FIRST, WHEN, by_question, question_of

LARGEST_FILE = 8 * 1024 * 1024
_WANTED = "the answers of a form: a CSV file or a workbook with one row a student"
_SAMPLES = 3
_IS_NUMBER = re.compile(r"[\d.,\s]*\Z")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b")
_SLASHES = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})\b")
_CENTURY, _LAST_SHORT_YEAR, _LAST_MONTH = 2000, 99, 12


def read_survey(path: Path, *, today: date, day_first: bool, sheet: str = "") -> Survey:
    """Read the answers. Raises FileError when the file has no column that says who answered, or no answers.

    `day_first` is how 3/4/2026 is read; a day that can't be read is none.
    """
    text = _lines(path, sheet)
    found = find_top(text.lines)
    if found is None:
        raise FileError(f"{path} has no header row; give {_WANTED}.")
    top = by_question(found)
    columns = dict(top.header.columns)
    folded = [fold_header(cell) for cell in top.record.cells]
    email = columns.get("email", folded.index("username") if "username" in folded else -1)
    if email < 0 and not top.header.has_names and "student_number" not in columns:
        raise FileError(
            f"{path} doesn't say who answered: it needs a column of email addresses, names or student numbers. "
            f"Line {top.record.line} has: {_shown(top.record.cells)}."
        )
    below = list(top.rows)
    records = [row for row in below if isinstance(row, Record)]
    refused = [row for row in below if isinstance(row, RefusedLine)]
    taken = {*columns.values(), email}
    when = next((folded.index(name) for name in WHEN if name in folded), -1)
    questions = tuple(_questions(top.record.cells, taken, records))
    if not questions:
        raise FileError(f"{path} has no column of answers; line {top.record.line} has: {_shown(top.record.cells)}.")
    is_day_first = day_first or (when >= 0 and folded[when] in DAY_FIRST)
    rows = [_row(record, top, email, when, today=today, day_first=is_day_first) for record in records]
    return Survey(path, questions, tuple(rows), tuple(refused), (*text.notices, *top.notices))


def _lines(path: Path, sheet: str) -> Text:
    data = read_file(path, LARGEST_FILE, wanted=_WANTED, than="the answers of any school")
    if not is_workbook(data):
        return read_table_text(str(path), data)
    from advisory.exchange.workbook.choose import choose_sheet, passed_over
    from advisory.exchange.workbook.workbook import read_workbook

    sheets = read_workbook(path, data)
    chosen, *others = choose_sheet(path, sheets, sheet, lambda one: len(one.rows) > 1)
    if others:
        held = ", ".join(excerpt(one.name, 40) for one in (chosen, *others))
        raise FileError(f"{path} has several sheets: {held}. Save the one with the answers as CSV, or name it.")
    return Text(chosen.as_lines(), (*passed_over(sheets, chosen), *chosen.notices))


def _questions(titles: Sequence[str], taken: set[int], records: Sequence[Record]) -> Iterator[Question]:
    """The columns that ask something and were answered, in the file's order."""
    for at, title in enumerate(titles):
        text = question_of(title)
        if at in taken or not text or _IS_NUMBER.match(text):
            continue
        answers = (_answer(record.cells[at]) for record in records if at < len(record.cells))
        samples = tuple([answer for answer in answers if answer][:_SAMPLES])
        if samples:
            yield Question(text, at, _facet_of(text), samples)


def _facet_of(text: str) -> Facet | None:
    """What a question asks about; of a grid what the question above it does, where that tells."""
    line = grid_line(text)
    whole = text[: text.rindex("[")] if line else text
    return facet_of_question(whole) or facet_of_question(text)


def _row(record: Record, top: Top, email: int, when: int, *, today: date, day_first: bool) -> SurveyRow:
    intake = Intake("")
    if top.header.has_names:
        read_student_table(msgspec.structs.replace(top, rows=iter([record])), intake, today=today)
    cells = record.cells
    address = value_of("email", cells[email]) if 0 <= email < len(cells) else ""
    address = address if "@" in address else ""  # Microsoft Forms writes "anonymous"
    number = top.header.columns.get("student_number", -1)
    who = msgspec.structs.replace(intake.rows[0], email=address) if intake.rows else None
    return SurveyRow(
        record.line,
        who,
        address,
        _day(cells[when], day_first=day_first) if 0 <= when < len(cells) else None,
        tuple(map(_answer, cells)),
        value_of("student_number", cells[number]) if 0 <= number < len(cells) else "",
    )


def _answer(cell: str) -> str:
    """An answer on one line; "" for one that means nothing."""
    return " ".join(value_of("answer", cell).split())


def _day(text: str, *, day_first: bool) -> date | None:
    """The day that a timestamp begins with; None if there is none, or no such day."""
    try:
        if iso := _ISO.match(text.strip()):
            return date(*map(int, iso.groups()))
        if found := _SLASHES.match(text.strip()):
            first, second, year = map(int, found.group(1, 3, 4))
            is_day_first = day_first or found[2] == "." or first > _LAST_MONTH  # nobody writes 9.3. for September 3
            day, month = (first, second) if is_day_first else (second, first)
            return date(year + (_CENTURY if year <= _LAST_SHORT_YEAR else 0), month, day)
    except ValueError:
        return None
    return None


def _shown(cells: Sequence[str]) -> str:
    return ", ".join(excerpt(cell, 30) for cell in cells[:12]) + (", …" if len(cells) > 12 else "")  # noqa: PLR2004
