"""A list costs what is on the screen, however long it is, and wherever the cursor goes in it."""

from collections import Counter

import pytest
from app_case import case_screen, open_app, press, settle

from advisory.caseload.caseload import Caseload
from advisory.tui.screens.log.screen import LogScreen
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row, Rows
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.text.ink import Span

LONG = 20_000
A_SCREEN = 200
"""More rows than are looked at to draw a screen of 24 lines, and fewer than any walk through the list."""


class Numbered(Rows):
    """Rows that count how often one of them is made; every third can't be highlighted."""

    def __init__(self, length: int = LONG) -> None:
        self.made, self._length = 0, length

    def __len__(self) -> int:
        return self._length

    def row(self, at: int) -> Row:
        self.made += 1
        return Row("" if at % 3 == 0 else str(at), lambda _cells: (Span(f"row {at}"),))

    def place(self, key: str) -> int | None:
        return int(key) if key.isdecimal() and int(key) < self._length else None


@pytest.mark.parametrize("keys", [(), ("G",), ("G", "home"), ("pagedown", "pagedown", "k"), ("G", "pageup", "j")])
async def test_only_what_is_shown_is_made(demo: Caseload, keys: tuple[str, ...]) -> None:
    async with open_app(demo, screen="log") as pilot:
        screen = case_screen(pilot)
        assert isinstance(screen, LogScreen)
        rows = Numbered()
        screen.lines.show(rows)
        await press(pilot, *keys)
        assert rows.made < A_SCREEN * (1 + len(keys))
        here = screen.lines.key
        screen.lines.show(again := Numbered())
        assert (screen.lines.key, again.made < A_SCREEN) == (here, True)


async def test_the_cursor_goes_to_a_key_and_to_the_nearest_row_where_there_is_none(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        screen = case_screen(pilot)
        assert isinstance(screen, LogScreen)
        screen.lines.show(Numbered(), "13000")
        assert screen.lines.key == "13000"
        screen.lines.show(Numbered(100))
        assert screen.lines.key == "98"
        screen.lines.show(Numbered(100), "99999")
        assert screen.lines.key == "98"
        screen.lines.show(Numbered(1))
        assert (screen.lines.key, screen.lines.at) == ("", -1)


def test_lists_under_each_other_are_one_list() -> None:
    few = FewRows(Row("first", lambda _cells: ()), Row("", lambda _cells: ()))
    rows = StackedRows([few, Numbered(0), Numbered(5), few])
    assert [row.key for row in rows] == ["first", "", "", "1", "2", "", "4", "first", ""]
    assert (rows.place("first"), rows.place("4"), rows.place("7")) == (0, 6, None)
    assert [row.key for row in rows[2:5]] == ["", "1", "2"]
    assert rows[-2].key == "first"
    assert len(StackedRows([])) == 0


async def test_a_row_is_drawn_once_however_the_cursor_moves_and_the_list_scrolls(demo: Caseload, painted) -> None:
    async with open_app(demo, (60, 20)) as pilot:  # the demo's students don't fit
        lines, drawn = case_screen(pilot).query_one(Lines), Counter[str]()

        def counted(row: Row) -> Row:
            return Row(row.key, lambda cells: drawn.update([row.key]) or row.draw(cells))

        lines.show([counted(row) for row in lines.rows])
        await press(pilot, "end", "home", "down", "slash", "escape", "j", "k")
        assert {key: times for key, times in drawn.items() if times > 1} == {}
        lines.refresh_row(lines.key)
        await settle(pilot)
        assert drawn[lines.key] == 2
