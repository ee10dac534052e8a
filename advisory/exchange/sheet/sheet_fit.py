"""Choose the type size of a page for others, from an estimate of its height: one sheet where that can be read well, else two.

Lengths are in em, the type size; they repeat those of sheet_style.py.
"""

from collections.abc import Iterable

from advisory.exchange.page.paper import MM, SHEET_MM, WIDTH_MM, Setting, lines, settings
from advisory.rules.sheet.sheet_page import Line, Look, Section, SheetPage

MOST_SHEETS = 2
_LARGEST, _SMALL, _SMALLEST = 12.0, 9.75, 8.5
"""Type sizes in points: no larger, not smaller for the sake of one sheet, not smaller at all."""
_BETWEEN_SHEETS = 0.9
"""The share of two sheets that can surely be used, since no line is broken between them."""
_HEADING, _ITEM, _BOX, _DASH, _RULE, _ROW = 0.9, 0.25, 1.5, 1.0, 2.1, 0.54
_MOST_MORE = 12
"""Ruled lines that a second sheet gets besides."""
_GAP, _CELL, _SIDE = 2.0, 0.8, 0.6


def fitting(page: SheetPage) -> Setting | None:
    """The roomiest setting in which the page fits on one sheet, or else on two; None when it needs more."""
    readable = [setting for setting in settings() if _SMALLEST <= setting.points <= _LARGEST]
    large = [setting for setting in readable if setting.points >= _SMALL]
    one = next((setting for setting in large if height_mm(page, setting) <= SHEET_MM), None)
    two = SHEET_MM * MOST_SHEETS * _BETWEEN_SHEETS
    return one or next((setting for setting in readable if height_mm(page, setting) <= two), None)


def height_mm(page: SheetPage, setting: Setting) -> float:
    """The estimated height of the whole page in a setting."""
    return _Layout(setting).height(page) * setting.points * MM


def with_room(page: SheetPage, setting: Setting) -> SheetPage:
    """The page with more lines to write on where it takes a second sheet: as many as leave it within that sheet."""
    rooms = [at for at, section in enumerate(page.sections) if section.room and not section.beside]
    left = SHEET_MM * MOST_SHEETS * _BETWEEN_SHEETS - height_mm(page, setting)
    more = min(_MOST_MORE, int(left / (_RULE * setting.points * MM)))
    if not rooms or more < 1 or height_mm(page, setting) <= SHEET_MM:
        return page
    last = page.sections[rooms[-1]]
    wider = last._replace(room=last.room + more)
    return page._replace(sections=(*page.sections[: rooms[-1]], wider, *page.sections[rooms[-1] + 1 :]))


class _Layout:
    def __init__(self, setting: Setting) -> None:
        self._leading, self._between = setting.leading, setting.between
        self._width = WIDTH_MM / (setting.points * MM)

    def height(self, page: SheetPage) -> float:
        head = self._text(page.title, self._width, 0.8) + 0.25 + self._text(page.name, self._width, 1.9, 1.2)
        whom = 0.25 + self._text(page.for_whom, self._width) if page.for_whom else 0.0
        foot = 1.8 + self._text(page.foot, self._width, 0.8)
        body = sum(self._between + self._row(row) for row in rows_of(page.sections))
        return head + whom + 0.75 + body + foot

    def _row(self, row: list[Section]) -> float:
        if len(row) == 1:
            return self._section(row[0], self._width)
        width = (self._width - _GAP * (len(row) - 1)) / len(row)
        return _SIDE + max(self._section(section, width) for section in row)

    def _section(self, section: Section, width: float) -> float:
        heading = self._text(section.heading, width * 0.93, _HEADING) + 0.3 if section.heading else 0.0
        inside = (
            self._table(section, width) if section.columns else sum(self._line(one, width) for one in section.lines)
        )
        return heading + inside + section.room * _RULE

    def _line(self, line: Line, width: float) -> float:
        indent = {Look.TEXT: 0.0, Look.SENTENCE: 0.0, Look.MET: _BOX, Look.OPEN: _BOX}.get(line.look, _DASH)
        gap = {Look.TEXT: 0.4, Look.SENTENCE: 0.0, Look.WORDS: 0.45}.get(line.look, _ITEM)
        return self._text(f"“{line.words}”", width - indent) + gap

    def _table(self, section: Section, width: float) -> float:
        """The columns are taken to be as wide as what stands in them, since a browser gives each what it needs."""
        rows = [section.columns, *(line.cells for line in section.lines)]
        needs = [
            max(max(map(len, row[at].split()), default=1) + len(row[at]) / 3 for row in rows)
            for at in range(len(rows[0]))
        ]
        shares = [width * need / sum(needs) - _CELL for need in needs]
        return sum(max(map(self._text, row, shares)) + _ROW for row in rows)

    def _text(self, text: str, width: float, size: float = 1.0, leading: float = 0.0) -> float:
        return lines(text, max(width, 1.0) / size) * size * (leading or self._leading)


def rows_of(sections: Iterable[Section]) -> list[list[Section]]:
    """The sections that are there; one that stands beside the section before is in a row with it, if that is there."""
    rows: list[list[Section]] = []
    is_before_there = False
    for section in sections:
        if section.is_there and section.beside and is_before_there:
            rows[-1].append(section)
        elif section.is_there:
            rows.append([section])
        is_before_there = section.is_there
    return rows
