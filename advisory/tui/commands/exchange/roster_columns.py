"""Asking which columns of a roster hold the names, where neither its header nor its values tell."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.exchange.columns.chosen import FIELDS, Columns, UnknownColumnsError
from advisory.exchange.columns.column_names import meanings
from advisory.exchange.roster.top import is_data
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.exchange.roster.roster import Roster
    from advisory.tui.dialogs.columns import Column
    from advisory.tui.screens.base.case_screen import CaseScreen

_NOT_READ = ""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SHOWN_ROWS = 4
_ABOUT = "Choose which columns hold the names."
_NO_NAMES = "Nothing is read yet. Choose one column of whole names, or one of given and one of family names."
_UNREADABLE = "The file can't be read that way. Its words are hidden."
_LABELS = {
    "name": "whole name",
    "lastfirst": "Last, First",
    "given": "given name",
    "family": "family name",
    "preferred": "called",
    "number": "student number",
    "left": "left on",
}
"""The advisor's word for a field → how the list of choices has it, where the word alone is too short."""


async def ask_columns(screen: "CaseScreen", path: Path, unknown: UnknownColumnsError, sheet: str) -> "Roster | None":
    """Show the first rows, ask what each column is, and read the file so; None when the advisor leaves it.

    Asks again as long as the file can't be read with the columns named. What is named for a header is remembered.
    """
    from advisory.exchange.file.error import FileError
    from advisory.exchange.read_roster import read_roster
    from advisory.exchange.roster.roster import Roster
    from advisory.exchange.roster.top import Choice
    from advisory.tui.dialogs.columns import ColumnsDialog

    configuration = screen.desk.configuration
    rows = unknown.rows[:_SHOWN_ROWS]
    columns, about = _offered(screen, rows), _ABOUT
    choices = [(_NOT_READ, "not read"), *((field, _LABELS.get(word, word)) for word, field in FIELDS.items())]
    is_header: bool | None = None
    while True:
        said = await screen.ask(ColumnsDialog("What is in each column?", columns, choices, about=about))
        if said is None:
            return None
        columns = said
        if about := _unfit(said):
            continue
        is_header = is_header if is_header is not None else await _is_header(screen, rows[0])
        if is_header is None:
            return None
        named = _columns(said, rows[0], is_header=is_header)
        try:
            roster = read_roster(
                path,
                today=screen.desk.caseload.today,
                sheet=sheet,
                choice=Choice(named, configuration.settings.columns),
            )
        except FileError as error:
            about = _UNREADABLE if screen.desk.prose.is_shaded else safe(str(error))
            continue
        if not isinstance(roster, Roster):
            return None
        if roster.header_key:
            configuration.choose(columns={**configuration.settings.columns, roster.header_key: named.text})
        return roster


def _offered(screen: "CaseScreen", rows: Sequence[Sequence[str]]) -> "list[Column]":
    """The columns by the cells of their first row, with those of the next rows; dots for both while names are hidden."""
    from advisory.exchange.file.excerpt import excerpt
    from advisory.tui.dialogs.columns import Column
    from advisory.tui.prose import HIDDEN

    is_shaded = screen.desk.prose.is_shaded
    offered = []
    for number, (first, *rest) in enumerate(zip_longest(*rows, fillvalue=""), 1):
        values = " · ".join(excerpt(value, 40) for value in rest if value.strip())
        name = f"{number}. {HIDDEN if is_shaded else excerpt(first, 80) or '(empty)'}"
        offered.append(Column(safe(name), "" if is_shaded else safe(values), _likely(first)))
    return offered


def _likely(title: str) -> str:
    """The field of a column: what its title stands for, or what an address in its place tells."""
    return "email" if _ADDRESS.fullmatch(title.strip()) else _titled(title)


def _titled(title: str) -> str:
    """The field that a title stands for, if it is one to choose."""
    return next((one.field for one in meanings(title) if one.field in FIELDS.values()), _NOT_READ)


async def _is_header(screen: "CaseScreen", first: Sequence[str]) -> bool | None:
    """Whether the first row names the columns: it does if it has a title, and doesn't if it has a number or an address."""
    from advisory.exchange.file.excerpt import excerpt
    from advisory.tui.dialogs.pick import PickDialog

    if any(_titled(cell) for cell in first):
        return True
    if any(map(is_data, first)):
        return False
    shown = "" if screen.desk.prose.is_shaded else ": " + excerpt(", ".join(filter(str.strip, first)), 60)
    options = [("header", "Column titles"), ("student", "A student")]
    answer = await screen.ask(PickDialog(safe(f"What is the first row{shown}?"), options))
    return None if answer is None else answer == "header"


def _columns(said: "Sequence[Column]", first: Sequence[str], *, is_header: bool) -> Columns:
    """The columns that hold something, by name below a header, and otherwise by number."""
    by_field: dict[str, str] = {}
    for at, column in enumerate(said):
        if column.choice:
            title = first[at].strip() if is_header and at < len(first) else ""
            by_field[column.choice] = title or str(at + 1)
    return Columns(by_field)


def _unfit(said: "Sequence[Column]") -> str:
    """Why nobody could be named by these columns: a field is there twice, or no name is there; "" if it will do."""
    from advisory.exchange.columns.header import Header

    chosen = [column.choice for column in said if column.choice]
    twice = next((choice for choice in chosen if chosen.count(choice) > 1), "")
    if twice:
        label = next(_LABELS.get(word, word) for word, field in FIELDS.items() if field == twice)
        return f"Two columns are marked as {label}. Only one can be."
    return "" if Header(dict.fromkeys(chosen, 0), 1).has_names else _NO_NAMES
