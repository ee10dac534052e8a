"""Find the sheet with the roster among the sheets of a workbook."""

from collections.abc import Callable, Sequence
from pathlib import Path

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt

from .sheet import Sheet


def choose_sheet(path: Path, sheets: Sequence[Sheet], name: str, has_names: Callable[[Sheet], bool]) -> list[Sheet]:
    """The sheet called `name`; without a name, those that have names, or else all. Several are to be asked about.

    Raises FileError when no sheet has that name.
    """
    if not name:
        return [sheet for sheet in sheets if has_names(sheet)] or list(sheets)
    for same in (str, str.casefold):
        if found := [sheet for sheet in sheets if same(sheet.name.strip()) == same(name.strip())]:
            return found[:1]
    held = ", ".join(excerpt(sheet.name, 40) for sheet in sheets)
    raise FileError(f"{path} has no sheet {excerpt(name)}; it has: {held}.")


def passed_over(sheets: Sequence[Sheet], chosen: Sheet) -> list[str]:
    """Which sheets were not read, in a sentence; none if there was one sheet only."""
    others = [excerpt(sheet.name, 40) for sheet in sheets if sheet is not chosen]
    return [f"The sheet {excerpt(chosen.name, 40)} was read; passed over: {', '.join(others)}."] if others else []
