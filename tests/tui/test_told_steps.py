"""Every step from every place on widgets with a cursor, at every height: where it leads and what is asked for, compared with `told/`."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from bare_case import Bare
from rich.style import Style
from textual.geometry import Offset, Size
from textual.widget import Widget
from told_case import compare

from advisory.tui.screens.board.scrolled_columns import Column
from advisory.tui.screens.board.stage_card import Card
from advisory.tui.screens.board.stage_columns import StageColumns
from advisory.tui.widgets.lists import body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.matrix import Matrix, MatrixColumn, MatrixRow
from advisory.tui.widgets.lists.page import Page, PageBody, abreast
from advisory.tui.widgets.lists.places import Grid
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.lists.ticks import Tick, Ticks
from advisory.tui.widgets.text import inked
from advisory.tui.widgets.text.ink import LOOKS, Line, Span, looks_in

MOVES = [("move", by) for by in (-9, -2, -1, 1, 2, 9)] + [(what, by) for what in ("move_page", "move_to_end") for by in (-1, 1)]  # fmt: skip
ACROSS = [("move_across", by) for by in (-2, -1, 1, 2)] + [("move_section", by) for by in (-1, 1)]


class Steps:
    """Tells of each step where it leads: the key, the first line in view, and what the widget asked for, if asked to tell that."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def title(self, text: str) -> None:
        self.told.append(f"--- {text}")

    def each(
        self, widget: Any, begin: Callable[[], object], steps: Iterable[tuple[str, int]], *, asks: bool = False
    ) -> None:
        """From each key, and each place to which it can be scrolled so that the key stays in view."""
        begin()
        keys, steps = [key for key in widget.keys if key], [*steps]
        for key in keys:
            tops = []
            for top in range(widget.max_scroll_y + 1):
                line = [self._step(widget, partial(self._at, widget, begin, key, top), what, by, asks=asks) for what, by in steps]  # fmt: skip
                if (told := " ".join(filter(None, line))) and told not in tops:
                    tops.append(told)
                    self.told.append(f"{key} at {top}: {told}")

    def _at(self, widget: Any, begin: Callable[[], object], key: str, top: int) -> bool:
        begin()
        widget.go_to(key)
        lines = widget.cursor_lines
        if not (top <= lines.start and lines.stop <= top + max(1, widget.scrolled_height)):
            return False
        widget.scroll_offset = Offset(0, top)
        widget.__dict__.pop("told_asks", None)
        return True

    def _step(self, widget: Any, put: Callable[[], bool], what: str, by: int, *, asks: bool) -> str:
        if not put():
            return ""
        getattr(widget, what)(by)
        asked = widget.__dict__.pop("told_asks", [])
        more = f"({', '.join(asked)})" if asks else ""
        return f"{what.removeprefix('move').strip('_')}{by:+}={widget.key}/{widget.scroll_offset.y}{more}"

    def clicked(self, widget: Any, begin: Callable[[], object], width: int, height: int) -> None:
        """In each cell, told only where it differs from the cell before."""
        for y in range(height + 1):
            told, before = [], ""
            for x in range(width + 1):
                begin()
                found = widget.put_cursor_at(x, y)
                column = f":{widget.column}" if hasattr(widget, "column") else ""
                here = f"{widget.key if found else '·'}{column}"
                if here != before:
                    told.append(f"{x}={here}")
                before = here
            self.told.append(f"click {y}: {' '.join(told)}")


def row(key: str) -> Row:
    """A row that says its key."""
    return Row(key, lambda _cells: (Span(key or "heading"),))


def test_a_list(bare: type[Bare]) -> None:
    steps = Steps()
    rows = [row("a"), row(""), row(""), row("b"), row("c"), row(""), row("d"), row(""), row("")]
    lines: Any = Lines(id="body")
    for height in (1, 2, 4, 9):
        for at in (None, 2):
            bare(lines, 12, height)
            lines.heading = None if at is None else rows[at]
            steps.title(f"{height} high, {'no heading' if at is None else f'row {at}'} stays")
            steps.each(lines, partial(lines.show, rows, "a"), MOVES)
    lines.heading, lines.size = None, Size(12, 4)
    steps.title("what is asked for")
    steps.each(lines, partial(lines.show, rows, "a"), MOVES[1:5], asks=True)
    for key in ("a", "b", "d", "z", ""):
        for at in (-1, 0, 3, 8, 20):
            lines.show(rows, "c")
            lines.at = at
            lines.show(rows, key or None)
            steps.told.append(f"shown again at {at} with {key!r}: {lines.key}/{lines.scroll_offset.y}")
    for place in (0, 1, 4, 9, 20):
        for by in (-1, 1):
            lines.show(rows, "c")
            lines.stay_with("s1", lambda _cells: (Span("gone"),), "g", place)
            here = f"{lines.key}, {lines.at} of {len(lines.rows)}, keys {''.join(key or '.' for key in lines.keys)}"
            again = lines.has("g"), lines.has("c"), lines.has("z")
            lines.show(rows[:5])
            lines.move(by)
            steps.told.append(f"gone from {place}: {here} {again}, then {by:+}: {lines.key}, {lines.at} of {len(lines.rows)}, gone {lines.gone!r}")  # fmt: skip
    steps.clicked(lines, partial(lines.show, rows, "a"), 12, 4)
    compare(steps.told, "steps_lines")


def test_a_page(bare: type[Bare]) -> None:
    steps = Steps()

    def page(cells: int) -> Page:
        lines: list[Line] = [(Span(f" line {at} of {cells}"),) for at in range(7)]
        left = Page(
            lines, [Grid(["a1", "a2"], "left", 0, 0, 1, 9), Grid(["g1", "g2", "g3", "g4", "g5"], "grid", 0, 0, 4, 5, 2)]
        )
        right = Page(lines[:6], [Grid(["b1"], "one", 1, 15, 0, 9), Grid(["b2", "b3", "b4"], "right", 1, 15, 3, 9)])
        return abreast(left, right, 15)

    body: Any = PageBody(id="body")
    for height in (1, 3, 7):
        bare(body, 30, height)
        steps.title(f"{height} high")
        steps.each(body, partial(body.begin, page, "a1"), [*MOVES[1:5], *MOVES[6:], *ACROSS[1:3], *ACROSS[4:]])
    body.size = Size(30, 3)
    steps.title("what is asked for")
    steps.each(body, partial(body.begin, page, "a1"), [MOVES[2], MOVES[3], ACROSS[2]], asks=True)
    body.size = Size(30, 7)
    steps.clicked(body, partial(body.begin, page, "a1"), 30, 7)
    for before in ("a2", "g3", "b4"):
        for key in ("a1", "b1", "b3", "z", ""):
            body.begin(page, before)
            body.begin(page, key)
            steps.told.append(f"begun with {key!r} after {before}: {body.key}/{body.scroll_offset.y}, place {body.place}, “{body.written}”")  # fmt: skip
    with body.drawn_together():
        body.__dict__.pop("told_asks", None)
        body.show(lambda cells: page(cells + 1))
        asked = [*body.__dict__.pop("told_asks", [])]
        body.show(page)
    steps.told.append(f"together: {asked}, then {body.__dict__.pop('told_asks', [])}")
    with body.drawn_together():
        pass
    steps.told.append(f"nothing changed: {body.__dict__.pop('told_asks', [])}")
    compare(steps.told, "steps_page")


def test_a_matrix(bare: type[Bare]) -> None:
    steps = Steps()

    def rows(many: int) -> list[MatrixRow]:
        return [MatrixRow(f"s{at}", f"Name {at}", [Span("●")] * 12, f"{at}/12") for at in range(many)]

    def columns(*below: int) -> list[MatrixColumn]:
        return [MatrixColumn(f"Heading {at}", f"H{at}", count) for at, count in enumerate(below)]

    matrix: Any = Matrix([(Span("one"),), (Span("two"),), ()], "end", id="body")
    for height in (4, 6, 9):
        bare(matrix, 60, height)
        matrix.show(columns(1, 2, 3), rows(4), "Known", "")
        steps.title(f"{height} high")
        steps.each(matrix, partial(matrix.show, columns(1, 2, 3), rows(4), "Known", ""), MOVES)
    for below in ((0,) * 12, (99,) * 12, (99, 100) * 6, (1,)):
        for cells in (112, 111, 110, 99, 98, 80, 60, 57, 56, 40, 22, 18, 10):
            matrix.size = Size(cells, 6)
            matrix.column, matrix._first = 0, 0
            matrix.show(columns(*below), rows(2), "Known", "")
            seen = []
            for by in (0, 1, 3, 20, -1, -20):
                matrix.move_across(by)
                names, size, shown = matrix._layout()
                seen.append(f"{by:+}={matrix.column} {names}+{size}×{shown.start}-{shown.stop}")
            steps.told.append(f"{below[:2]} of {len(below)} in {cells}: {' · '.join(seen)}")
    matrix.size = Size(60, 7)
    matrix.show(columns(*[1] * 12), rows(5), "Known", "")
    steps.clicked(matrix, partial(matrix.go_to, "s0"), 60, 7)
    matrix.show(columns(1, 2, 3), rows(2), "Known", "")
    steps.title("two rows where there is room for more")
    steps.clicked(matrix, partial(matrix.go_to, "s0"), 60, 7)
    matrix.show(columns(*[1] * 12), rows(5), "Known", "")
    for place in (0, 2, 9):
        for by in (-1, 0, 1):
            matrix.go_to("s1")
            matrix.stay_with("s9", lambda _cells: (), "s9", place)
            here = f"{matrix.key!r} at {matrix.place}"
            matrix.move(by)
            steps.told.append(f"gone from {place}: {here}, then {by:+}: {matrix.key} at {matrix.place}")
    for shown in (rows(5)[2:], rows(1), [], rows(5)):
        matrix.go_to("s3")
        matrix.show(columns(1, 2), shown, "Known", "Nobody.")
        steps.told.append(f"{len(shown)} rows: {matrix.key!r}, row {matrix.row}, column {matrix.column}")
    compare(steps.told, "steps_matrix")


def test_names_to_tick(bare: type[Bare]) -> None:
    steps = Steps()
    for many in (0, 1, 5, 7):
        ticks = [Tick(f"s{at}", f"{'ABCDEFG'[at]}name", is_here=at != 1) for at in range(many)]
        grid: Any = Ticks(ticks, id="ticks", changed=lambda: None, opened=lambda: None)
        type(grid).keys = property(lambda one: [tick.key for tick in one.ticks])
        for cells, height in ((60, 3), (39, 2), (38, 2), (26, 3), (4, 2)):
            bare(grid, cells, height)
            grid.on_resize()
            steps.title(f"{many} names in {cells} by {height}: {grid._columns(cells)}, {grid._rows} rows")
            if many:
                steps.each(grid, partial(grid.go_to, "s0"), [*MOVES[2:4], *MOVES[6:], *ACROSS[1:3]])
            if cells in {26, 60} and many in {1, 5}:
                steps.clicked(grid, partial(grid.go_to, "s0"), cells, height)
        for letter in "aceGz" if many else "":
            grid.go_to("s2")
            grid.jump(letter)
            steps.told.append(f"{letter}: {grid.key}")
        for what in ("tick_all", "invert", "toggle", "invert", "tick_none", "invert"):
            getattr(grid, what)()
            steps.told.append(f"{what}: {sorted(grid.ticked)}")
    del Ticks.keys
    compare(steps.told, "steps_ticks")


def column(title: str, *names: str) -> Column:
    """A stage with a card for each name."""
    return Column(title, [Card(name, lambda name=name: [name], "", lambda _cells, lines: [(Span("text"),)] * lines) for name in names])  # type: ignore[misc]  # fmt: skip


FEW = [column("One", "a1", "a2"), column("Two"), column("Three", "c1", "c2", "c3", "c4", "c5")]


def begin(board: Any) -> None:
    """Show the cards from the top."""
    board.show(FEW)
    board._tops = [0, 0, 0]


def test_columns_of_cards(bare: type[Bare]) -> None:
    steps = Steps()
    board: Any = StageColumns(id="body")

    def told_of(key: str) -> str:
        told = []
        for what, by in [*MOVES[1:5], *MOVES[6:], *ACROSS[1:3]]:
            begin(board)
            board.go_to(key)
            getattr(board, what)(by)
            told.append(f"{what.removeprefix('move').strip('_')}{by:+}={board.key or '·'}/{board._tops}")
        return f"{key}: {' '.join(told)}"

    for wide, tall, height in ((60, 20, 8), (60, 30, 16), (61, 20, 8), (61, 29, 11), (61, 30, 16), (61, 40, 30)):
        bare(board, wide, height)
        board.screen = SimpleNamespace(size=Size(wide, tall))
        begin(board)
        lines = [board.lines_of(at) for at in range(3)]
        steps.title(f"{wide} of {tall} wide, {height} high: {lines} lines, {[board.height_of(at) for at in range(3)]} high, page {board.page_size}")  # fmt: skip
        steps.told += map(told_of, ("a1", "a2", "c1", "c3", "c5"))
        for at, by in product((0, 2), (-1, 1, 5, 99)):
            board._scroll(at, by)
            steps.told.append(f"column {at} {by:+}: {board._tops} beyond {board._beyond(at, 20)!r} {board._beyond(at, 3)!r}")  # fmt: skip
        steps.clicked(board, partial(begin, board), wide, 4)
    compare(steps.told, "steps_board")


def test_columns_that_change(bare: type[Bare]) -> None:
    steps = Steps()
    board: Any = StageColumns(id="body")
    bare(board, 61, 8)
    one, none, three = FEW
    for key in ("c4", "z", ""):
        for shown in (FEW, [one, none, none], [none, three, none], [none] * 3, FEW[::-1]):
            begin(board)
            board.go_to(key or "a2")
            board.show(shown, [(Span("Nobody"),)])
            steps.told.append(f"{key!r} among {[one.title for one in shown]}: {board.key!r} at {board.column}, {board.row}, {board._tops}, keys {[*board.keys]}")  # fmt: skip
    compare(steps.told, "steps_board_changes")


def test_what_is_drawn_of_a_list_that_changes(bare: type[Bare]) -> None:
    lines: Any = Lines(id="body")
    bare(lines, 12, 9)
    rows = [row(key) for key in "abcdefgh"]
    lines.show(rows, "a")
    for y in range(9):
        lines.render_line(y)
    asked = []
    for many in (0, 1, 6, 7, 8):
        lines.__dict__.pop("told_asks", None)
        lines.show([*rows[: -many or None], *(row(key.upper()) for key in "abcdefgh"[8 - many :])], "a")
        asked.append(sum("line" in one for one in lines.__dict__["told_asks"]) if "draws all" not in lines.__dict__["told_asks"] else "all")  # fmt: skip
        lines.show(rows, "a")
    assert asked == [1, 2, 7, "all", "all"]
    lines.render_line(0)
    lines._strips.update({(at, False): lines._strips[0, True] for at in range(10, 2010)})
    lines.render_line(1)
    assert len(lines._strips) < 9
    lines.notify_style_update()
    assert lines._strips == {}


def test_the_focus_comes_and_goes_and_nothing_is_drawn(bare: type[Bare]) -> None:
    lines: Any = Lines(id="body")
    bare(lines, 12, 3)
    did: list[str] = []
    type(lines).parent = property(
        lambda _one: SimpleNamespace(post_message=lambda told: did.append(type(told).__name__))
    )
    try:
        for on in (lines.on_focus, lines.on_blur):
            on(SimpleNamespace(prevent_default=lambda: did.append("no more")))
            did.append(str(lines.has_focus))
        lines.watch_has_focus(True)
    finally:
        del type(lines).parent
    assert did == ["no more", "DescendantFocus", "True", "no more", "DescendantBlur", "False"]
    assert "draws all" not in lines.__dict__.get("told_asks", [])


def test_looks_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def look(name: str, *, partial: bool) -> Style:
        asked.append((name, partial))
        return Style(color=f"color({len(asked)})") if name != "ink--cursor" else Style(bgcolor="color(200)")

    widget: Any = SimpleNamespace(rich_style=Style(bold=True), screen=SimpleNamespace(get_component_rich_style=look))
    looks = looks_in(widget)
    assert asked == [(f"ink--{name}", True) for name in (*LOOKS, "cursor")]
    assert looks[""] == Style(bold=True)
    assert looks["cursor"] == Style(bgcolor="color(200)")
    assert [looks[name] for name in LOOKS] == [
        Style(bold=True, color=f"color({at})") for at in range(1, len(LOOKS) + 1)
    ]
    found: list[Any] = []
    for module, kind in ((inked, inked.Inked), (body, Lines)):
        monkeypatch.setattr(module, "looks_in", lambda one: found.append(one) or {"": Style()})
        one: Any = kind(id="x")
        monkeypatch.setattr(Widget, "notify_style_update", lambda _one: None)
        assert (one.looks, one.looks, found) == ({"": Style()}, {"": Style()}, [one])
        one.notify_style_update()
        assert (one.looks, found) == ({"": Style()}, [one, one])
        found.clear()
