"""The cells of a workbook's sheets as text. The library is loaded only here, when there is a workbook to read."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .cell_text import MOST_DIGITS, cell_text
from .padding import Padding
from .sheet import Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_SHOWN_ROWS = 5


def read_cells(data: bytes, padding: Mapping[str, Padding]) -> tuple[Sheet, ...]:
    """The visible sheets that hold anything. Raises CalamineError, of which PasswordError is a kind."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        shown = [
            each.name
            for each in book.sheets_metadata
            if each.visible == SheetVisibleEnum.Visible and each.typ == SheetTypeEnum.WorkSheet
        ]
        sheets = [_sheet(book.get_sheet_by_name(name), padding.get(name, {})) for name in shown]
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(sheet: "CalamineSheet", padding: Padding) -> Sheet:
    rows: list[list[str]] = []
    cut: list[int] = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=False)):
        texts = [cell_text(value, padding.get((number, at), 0)) for at, value in enumerate(values)]
        if None in texts:
            cut.append(number + 1)
        rows.append([text or "" for text in texts])
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    return Sheet(sheet.name, rows, (_cut_notice(sheet.name, cut),) if cut else ())


def _cut_notice(name: str, rows: Sequence[int]) -> str:
    which = ", ".join(map(str, rows[:_SHOWN_ROWS])) + (", …" if len(rows) > _SHOWN_ROWS else "")
    return (
        f"Sheet {name}, row {which}: Excel keeps {MOST_DIGITS} digits of a number, and this one had more, so it is not "
        "what was typed; it was left out."
    )
