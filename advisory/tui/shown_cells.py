"""What the terminal shows, cell by cell, and the least that must be written for it to show something else.

Textual draws a whole screen whenever its layout may have changed. Over a slow line that is what is felt, so what the
terminal has already is left out.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from .cells import PLAIN, Cell, Look, Piece, blank_of, is_seen_on_blanks

_JOINED = 4
"""Cells that are the same between two changes and are written all the same: to skip them takes as many bytes."""
_LINES_AT_ONCE = 8
_ENDED_BY = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29", "21": "24",
    "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""What ends each of Textual's marks, from bold to overlined."""


class ShownCells:
    """Everything that has been written to the terminal since it was last known to be empty or wrong."""

    def __init__(self) -> None:
        self._width = 0
        self._rows: dict[int, list[Cell | None]] = {}
        self._unread: dict[int, list[Piece]] = {}
        """The pieces of lines of which nothing else is known; they are read when such a line is drawn again."""

    def forget(self) -> bool:
        """Know nothing any more, so that whatever is drawn next is written; False if nothing was known."""
        was_known = bool(self._rows or self._unread)
        self._rows.clear()
        self._unread.clear()
        return was_known

    def changes(self, pieces: Iterable[Piece], width: int) -> str:
        """What to write so that the terminal, which is so wide, shows these pieces of lines too; "" if it does already."""
        if width != self._width:
            self._width = width
            self.forget()
        pen = _Pen()
        new: dict[int, list[Piece]] = {}
        for piece in pieces:
            if piece.y in self._rows:
                self._draw(piece, pen)
            elif piece.y in self._unread:
                self._read(piece.y)
                self._draw(piece, pen)
            else:  # all of it is new
                new.setdefault(piece.y, []).append(piece)
                pen.write_new(piece)
        self._unread |= new
        return pen.written()

    def _read(self, y: int) -> None:
        """Take the pieces of a line to cells, now that there is something to compare them with."""
        row: list[Cell | None] = [None] * self._width
        for piece in self._unread.pop(y):
            self._put(row, piece)
        if len(row) == self._width:
            self._rows[y] = row

    def _draw(self, piece: Piece, pen: "_Pen") -> None:
        y, x, text = piece
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = [None] * self._width
        old = row[x : x + len(text.cells)]
        if old == text.cells:
            return
        self._put(row, piece)
        if text.is_sure:
            pen.take(Spans(y, x, old, text.cells))
        else:
            pen.write_whole(piece)
        if len(row) != self._width:
            del self._rows[y]  # drawn beyond the edge, as while the window gets another size

    def _put(self, row: list[Cell | None], piece: Piece) -> None:
        """Note that a line shows a piece."""
        end = piece.x + len(piece.text.cells)
        row[piece.x : end] = piece.text.cells
        if not piece.text.is_sure:
            row[end:] = [None] * (self._width - end)  # a terminal may have drawn it wider


class Spans(dict[Look, list[tuple[int, int, str]]]):
    """The cells of a line that differ from those before, by their look: line, column, and text."""

    def __init__(self, y: int, x: int, old: list[Cell | None], new: list[Cell]) -> None:
        super().__init__()
        old += [None] * (len(new) - len(old))  # beyond the edge
        found: dict[Look, list[tuple[int, int]]] = {}
        its_before: Look | None = None
        for at in [at for at, (before, after) in enumerate(zip(old, new, strict=False)) if before != after]:
            after = new[at]
            character, its = after
            if character == " " and its_before is not None and blank_of(its_before) == after:
                its = its_before  # a blank after a word is written along with it
            spans = found.setdefault(its, [])
            start, stop = spans[-1] if spans else (at, at)
            if stop == at or (at - stop <= _JOINED and _are_drawn_as(its, new[stop:at])):
                spans[-1:] = [(start, at + 1)]
            else:
                spans.append((at, at + 1))
            its_before = its
        for its, spans in found.items():
            self[its] = [(y, x + start, "".join([one for one, _ in new[start:stop]])) for start, stop in spans]


def _are_drawn_as(its: Look, cells: list[Cell]) -> bool:
    return all(cell[1] is its or cell == blank_of(its) for cell in cells)


class _Pen:
    """Writes texts, and of what moves the cursor and changes the look only what is needed.

    The texts of a few lines are written look by look: to go back to a line takes fewer bytes than to take a color again.
    """

    def __init__(self) -> None:
        self._look = PLAIN
        self._parts: list[str] = []
        self._y = self._x = -1
        self._held: dict[Look, list[tuple[int, int, str]]] = {}
        self._lines = 0

    def take(self, spans: Mapping[Look, list[tuple[int, int, str]]]) -> None:
        """Write what changed in a line, when a few lines have come together."""
        for its, texts in spans.items():
            self._held.setdefault(its, []).extend(texts)
        self._lines += 1
        if self._lines == _LINES_AT_ONCE:
            self._write_held()

    def write_whole(self, piece: Piece) -> None:
        """Write all runs of a piece, after which terminals have the cursor at different places."""
        self._go_to(piece.y, piece.x)
        for text, its in piece.text.runs:
            self._add(text, its)
        self._y = -1

    def write_new(self, piece: Piece) -> None:
        """Write all runs of a piece."""
        if not piece.text.is_sure:
            self.write_whole(piece)
            return
        at, spans = piece.x, dict[Look, list[tuple[int, int, str]]]()
        for text, its in piece.text.runs:
            spans.setdefault(its, []).append((piece.y, at, text))
            at += len(text)
        self.take(spans)

    def written(self) -> str:
        """Everything, with the terminal back at its plain look."""
        self._write_held()
        if self._look != PLAIN:
            self._parts.append("\x1b[0m")
        return "".join(self._parts)

    def _write_held(self) -> None:
        while self._held:
            its = min(self._held, key=lambda one: len(_change(self._look, one)))
            for y, x, text in self._held.pop(its):
                self._write(y, x, text, its)
        self._lines = 0

    def _write(self, y: int, x: int, text: str, its: Look) -> None:
        if y != self._y:
            self._go_to(y, x)
        elif x < self._x:
            self._parts.append(f"\x1b[{x + 1}G")
        elif x > self._x:
            self._parts.append(f"\x1b[{x - self._x}C")
        self._y, self._x = y, x + len(text)
        if its is not self._look and text.isspace() and not (is_seen_on_blanks(its) or is_seen_on_blanks(self._look)):
            its = Look(self._look.marks, self._look.ink, its.ground)
        self._add(text, its)

    def _go_to(self, y: int, x: int) -> None:
        self._parts.append(f"\x1b[{y + 1};{x + 1}H")

    def _add(self, text: str, its: Look) -> None:
        if its is not self._look:
            self._parts.append(_change(self._look, its))
            self._look = its
        self._parts.append(text)


@lru_cache(maxsize=4096)
def _change(before: Look, after: Look) -> str:
    """What turns one look into another."""
    if before == after:
        return ""
    if after == PLAIN:
        return "\x1b[0m"
    had, has = filter(None, before.marks.split(";")), list(filter(None, after.marks.split(";")))
    ends = dict.fromkeys(_ENDED_BY[mark] for mark in had if mark not in has)
    numbers = [*ends, *(mark for mark in has if mark not in before.marks.split(";") or _ENDED_BY[mark] in ends)]
    if after.ink != before.ink:
        numbers.append(after.ink or "39")
    if after.ground != before.ground:
        numbers.append(after.ground or "49")
    return f"\x1b[{';'.join(numbers)}m"
