"""A matrix of students by what the screen is about, with a cursor on one cell, drawn line by line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.geometry import Size
from textual.strip import Strip

from advisory.model import glyphs
from advisory.tui.prose import cut, width
from advisory.tui.widgets.text.ink import Line, Span, pad, strip

from .body import Body

LEVELS = 3
"""How many lines the headings take. Neighbors are on different lines, so each heading is as wide as three columns."""
_FOOT = 1
_WIDEST, _NARROWEST = 6, 3
"""The largest and smallest width of a column, in cells."""
_NAMES_WANTED, _NAMES_LEAST, _NAMES_MOST = 20, 12, 32
_TENS = 100
"""From this value on, a count is too long for the narrowest column."""


class MatrixColumn(NamedTuple):
    """A column: its heading, a shorter heading for narrow columns, and the number below."""

    title: str
    short: str
    below: int


class MatrixRow(NamedTuple):
    """A row: the student's id, their safe name, a mark for each column, and the text at the end."""

    key: str
    name: str
    marks: Sequence[Span]
    end: str


class Matrix(Body, inherit_bindings=False):
    """Headings and counts stay in place; the rows scroll between them, and the columns scroll with the cursor."""

    def __init__(self, legend: Sequence[Line], end: str, *, room: int = 5, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        """`end` heads the texts at the ends of the rows, which take `room` cells."""
        super().__init__(id=id)
        self._end, self._room = end, room + 1
        self.rows: Sequence[MatrixRow] = ()
        self.row, self.column = 0, 0
        self._columns: Sequence[MatrixColumn] = ()
        self._legend, self._total, self._nothing = legend, "", ""
        self._first = 0
        """The first column that is shown."""

    def show(self, columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow], total: str, nothing: str) -> None:
        """Show other rows, keeping the cursor on the same student. `nothing` is the text to show without rows."""
        key = self.key
        self._columns, self.rows, self._total, self._nothing = columns, rows, total, nothing
        self.virtual_size = Size(0, LEVELS + len(rows) + _FOOT)
        self._put(self._place(key))

    @property
    def key(self) -> str:
        return self.rows[self.row].key if self.row < len(self.rows) and not self.gone else ""

    @property
    def keys(self) -> Iterable[str]:
        return (row.key for row in self.rows)

    @property
    def place(self) -> int:
        return self._left_at if self.gone else self.row

    def go_to(self, key: str) -> None:
        self._put(self._place(key))

    def move(self, by: int) -> None:
        self._put(self.place_after(self.row, by))

    @property
    def page_size(self) -> int:
        return self.scrolled_height

    def move_to_end(self, direction: int) -> None:
        self.move(direction * len(self.rows))

    def move_across(self, by: int) -> None:
        """Move to a neighboring column; at either end the cursor stays."""
        self.column += by
        self._put(self.row)

    def _place(self, key: str) -> int:
        return next((at for at, row in enumerate(self.rows) if row.key == key), self.row)

    @property
    def scrolled_height(self) -> int:
        return self.size.height - LEVELS - _FOOT

    @property
    def cursor_lines(self) -> range:
        return range(self.row, self.row + 1)

    def _put(self, row: int) -> None:
        self.row, self.gone = max(0, min(row, len(self.rows) - 1)), ""
        self.column = max(0, min(self.column, len(self._columns) - 1))
        self.scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    def put_cursor_at(self, x: int, y: int) -> bool:
        row = self.scroll_offset.y + y - LEVELS
        if not (LEVELS <= y < LEVELS + self.scrolled_height and row < len(self.rows)):
            return False
        names, size, shown = self._layout()
        column = (x - names) // size
        if 0 <= column < len(shown):
            self.column = shown[column]
        self._put(row)
        return True

    # --- drawing --------------------------------------------------------------------------------------------------

    def _layout(self) -> tuple[int, int, range]:
        """The width of the names, the width of a column, and the columns that fit, including the cursor's."""
        count = len(self._columns)
        least = _NARROWEST + any(column.below >= _TENS for column in self._columns)
        sizes = range(_WIDEST, least, -1)
        size = next((size for size in sizes if self.cells >= _NAMES_WANTED + count * size + self._room), least)
        fit = max(1, min(count, (self.cells - _NAMES_LEAST - self._room) // size))
        self._first = min(max(self._first, self.column - fit + 1), self.column, max(0, count - fit))
        names = max(0, min(_NAMES_MOST, self.cells - fit * size - self._room))
        return names, size, range(self._first, min(count, self._first + fit))

    def render_line(self, y: int) -> Strip:
        names, size, shown = self._layout()
        row, is_cursor = self.scroll_offset.y + y - LEVELS, False
        if not self.rows:
            line: Line = (Span(f"  {self._nothing}", "muted"),) if y == 0 else ()
        elif y < LEVELS:
            line = self._heading(y, names, size, shown)
        elif y == min(self.size.height - _FOOT, LEVELS + len(self.rows)):
            line = self._foot(names, size, shown)
        elif y < self.size.height - _FOOT and row < len(self.rows):
            is_cursor = row == self.row and not self.gone
            line = self._row(self.rows[row], names, size, shown, is_cursor=is_cursor)
        else:
            line = ()
        return strip(line, self.cells, self.looks, is_cursor=is_cursor)

    def _heading(self, level: int, names: int, size: int, shown: range) -> Line:
        """One of the three lines of headings: every third heading, over its column and the next two."""
        more = "‹" if level == LEVELS - 1 and shown.start > 0 else " "
        line = [*pad((Span("  "), *self._legend[level]), names - 1), Span(more, "accent")]
        room, skipped = size * LEVELS - 1, (level - shown.start) % LEVELS
        indent = size * skipped + 1
        for at in shown[skipped::LEVELS]:
            column = self._columns[at]
            title = cut(column.title if width(column.title) <= room else column.short, room)
            line += [Span(" " * indent), Span(title, "heading" if at == self.column else "muted")]
            indent = room + 1 - width(title)
        if level == 0:
            line = [*pad(line, names + size * len(shown)), Span(f" {self._end}", "muted")]
        elif level == LEVELS - 1 and shown.stop < len(self._columns):
            line = [*pad(line, names + size * len(shown)), Span(glyphs.FOLDED, "accent")]
        return line

    def _row(self, row: MatrixRow, names: int, size: int, shown: range, *, is_cursor: bool) -> Line:
        head = Span(f"{glyphs.CURSOR} " if is_cursor else "  ", "accent")
        line = [*pad((head, Span(row.name, "strong")), names - 1), Span(" ")]
        for at in shown:
            is_here = is_cursor and at == self.column
            left, right = (Span("[", "accent"), Span("]", "accent")) if is_here else (Span(" "), Span(" "))
            line += [left, row.marks[at], right, Span(" " * (size - 3))]
        return [*line, Span(f" {row.end}")]

    def _foot(self, names: int, size: int, shown: range) -> Line:
        counts = "".join(f" {self._columns[at].below}".ljust(size) for at in shown)
        return [*pad((Span(f"  {self._total}", "muted"),), names), Span(counts, "muted")]
