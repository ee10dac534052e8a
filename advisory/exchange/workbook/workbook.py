"""Read a workbook: .xlsx, .xls or .ods."""

from pathlib import Path

from advisory.exchange.file.error import FileError

from .apart import read_apart
from .cells import read_cells
from .container import Container, damaged, locked
from .padding import read_padding
from .repeats import refuse_repeats
from .sheet import Sheet


def read_workbook(path: Path, data: bytes) -> tuple[Sheet, ...]:
    """The visible sheets that hold anything. Raises FileError when the workbook can't be read or holds nothing."""
    container = Container(path, data)
    if container.open_sheets:
        refuse_repeats(path, container.open_sheets)
    sheets = _read_here(path, container) if container.is_xlsx else read_apart(container.data)
    if sheets is None:
        raise damaged(path)
    if not sheets:
        raise FileError(f"{path} is empty.")
    return sheets


def _read_here(path: Path, container: Container) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, PasswordError

    try:
        return read_cells(container.data, read_padding(container.parts))
    except PasswordError as error:
        raise locked(path) from error
    except CalamineError as error:
        raise damaged(path) from error
