"""Count the cells of an .ods before it is read: a few bytes can say that one of them is repeated billions of times.

The reader knows each element and attribute by the name it usually has, prefix and all, so they are looked for by that
name. Source: OpenDocument 1.3, part 3, 9.1 (tables), 19.675 and 19.679 (repeats) and 6.1.3 (blanks).
"""

from pathlib import Path
from xml.parsers import expat

from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import as_size

from .container import LARGEST, MOST_CELLS, damaged, too_spread

_TABLE, _ROW = "table:table", "table:table-row"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_LAID_OUT = _CELLS | {_TABLE, _ROW}
_ROW_REPEATS, _CELL_REPEATS = "table:number-rows-repeated", "table:number-columns-repeated"
_BLANKS, _HOW_MANY = "text:s", "text:c"
_VALUE = "office:"
_MOST_DIGITS = 12


def refuse_repeats(path: Path, content: bytes) -> None:
    """Raise FileError if the cells come to too many, or their text to too much. Empty ones at the end count for nothing."""
    counted = _Counter(path)
    reader = expat.ParserCreate()
    reader.buffer_text = True
    reader.StartElementHandler = counted.start
    reader.EndElementHandler = counted.end
    reader.CharacterDataHandler = counted.text
    try:
        reader.Parse(content, True)  # noqa: FBT003 - it takes no keywords
    except expat.ExpatError as error:
        raise damaged(path) from error


class _Counter:
    """The rows, columns and characters of each sheet as far as it was read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cells_before = self._characters = 0
        self._in_cell = False
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self._row = self._rows = self._columns = 0
        self._begin_row(1)

    def _begin_row(self, repeats: int) -> None:
        self._row_repeats, self._column, self._last, self._row_characters = repeats, 0, 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._in_cell and name in _LAID_OUT:  # no spreadsheet has a table in a cell, and the reader knows of none
            raise damaged(self._path)
        if name in _CELLS:
            self._in_cell = True
            self._cell_repeats = _number(attributes.get(_CELL_REPEATS))
            self._cell_characters = sum(len(text) for key, text in attributes.items() if key.startswith(_VALUE))
        elif name == _BLANKS and self._in_cell:
            self._cell_characters += _number(attributes.get(_HOW_MANY))
            self._count(self._cell_characters)
        elif name == _ROW:
            self._begin_row(_number(attributes.get(_ROW_REPEATS)))
        elif name == _TABLE:
            self._begin_sheet()

    def text(self, text: str) -> None:
        if self._in_cell and not text.isspace():
            self._cell_characters += len(text)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._in_cell = False
            self._column += self._cell_repeats
            if self._cell_characters:
                self._last = self._column
                self._row_characters += self._cell_characters * self._cell_repeats
            self._cell_characters = 0
        elif name == _ROW:
            self._row += self._row_repeats
            if self._last:
                self._rows, self._columns = self._row, max(self._columns, self._last)
                self._characters += self._row_characters * self._row_repeats
                if self._rows * self._columns + self._cells_before > MOST_CELLS:
                    raise too_spread(self._path, self._rows, self._columns)
                self._count(0)
        elif name == _TABLE:
            self._cells_before += self._rows * self._columns

    def _count(self, more: int) -> None:
        if self._characters + more > LARGEST:
            raise FileError(f"{self._path} unpacks to more than {as_size(LARGEST)}, so it is no list of students.")


def _number(text: str | None) -> int:
    """How often something is repeated: once if nothing is said, or no number."""
    return int(text[:_MOST_DIGITS]) if text and text.isdecimal() else 1
