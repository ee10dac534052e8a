"""Write a table as an Excel workbook: dates are dates, numbers are numbers, and no text ever runs as a formula."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from advisory.rules.refusal import Refusal

from .cell import guard, unguard
from .csv_out import BETWEEN_VALUES, Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Characters that one cell of a workbook can hold."""
_WIDEST = 60 * 7 + 5
"""The widest a column is made, in pixels: some sixty characters."""
_MADE_ON = datetime(1980, 1, 1)  # noqa: DTZ001 - what a zip file calls no date; the same table is the same file
_FORMATS = {
    "header": {"bold": True, "bottom": 1, "num_format": "@"},
    # as text, so that it stays text when somebody edits the cell: `00071` keeps its zeros, `=1` does not run
    "text": {"num_format": "@", "valign": "top"},
    "number": {"valign": "top"},
    "day": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
    "instant": {"num_format": 'yyyy-mm-dd hh:mm:ss"Z"', "valign": "top", "align": "left"},
}


def workbook_file(header: Sequence[str], rows: Iterable[Sequence[Cell]], sheet: str) -> bytes:
    """The whole .xlsx file: one sheet, its header frozen. An instant is shown in UTC.

    Refuses a text that is too long for a cell. Raises TypeError for a value that is none of Cell.
    """
    from xlsxwriter import Workbook  # a tenth of a second that no other export needs

    data = BytesIO()
    book = Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE_ON})
    formats = {name: book.add_format(look) for name, look in _FORMATS.items()}
    page = book.add_worksheet(sheet)
    page.freeze_panes(1, 0)
    for column, name in enumerate(header):
        page.write_string(0, column, name, formats["header"])
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(page, (number, column), cell, formats, header[column])
    page.autofit(_WIDEST)
    book.close()
    return data.getvalue()


def _write(page: "Worksheet", at: tuple[int, int], cell: Cell, formats: dict[str, "Format"], column: str) -> None:
    match cell:
        case None:
            pass
        case bool():
            # as a word, as in a CSV file: LibreOffice makes the formula =TRUE() of a real one
            page.write_string(*at, str(cell).lower(), formats["text"])
        case int():
            page.write_number(*at, cell, formats["number"])
        case datetime():
            page.write_datetime(*at, cell.astimezone(UTC).replace(tzinfo=None, microsecond=0), formats["instant"])
        case date():
            page.write_datetime(*at, cell, formats["day"])
        case str() | tuple():
            text = _text(cell)
            if len(text) > LONGEST_CELL:
                raise Refusal(
                    f"Row {at[0] + 1}, {column}: {len(text):,} characters are more than a cell of a workbook can hold "
                    f"({LONGEST_CELL:,}). Export it as CSV."
                )
            if text:
                page.write_string(*at, text, formats["text"])
        case _:
            raise TypeError(f"A cell holds text, a number, a date, true or false, or several texts, not {_kind(cell)}.")


def _text(cell: str | tuple[str, ...]) -> str:
    """The text of a cell. What would lose an apostrophe when a roster is read gets one more, as in a CSV file."""
    text = BETWEEN_VALUES.join(cell) if isinstance(cell, tuple) else str(cell)
    return text if unguard(text) == text else guard(text)


def _kind(cell: Any) -> str:
    return type(cell).__name__
