"""Widgets with a cursor, drawn without an app: what each key and click does to them, compared with `told/`."""

from functools import partial

from app_case import key_event
from bare_case import Bare
from textual.geometry import Size
from told_case import compare

from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.matrix import Matrix, MatrixColumn, MatrixRow
from advisory.tui.widgets.lists.move_list import MoveList
from advisory.tui.widgets.lists.page import Page, PageBody, abreast
from advisory.tui.widgets.lists.places import Grid
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.lists.ticks import Tick, Ticks
from advisory.tui.widgets.text.ink import Line, Span


def row(key: str, *, look: str = "") -> Row:
    """A row that says its key and how wide it may be."""
    return Row(
        key, lambda cells: (Span(key or "heading", look or ("" if key else "heading")), Span(f"  {cells}", "muted"))
    )


def test_a_list_of_lines(bare: type[Bare]) -> None:
    top = row("")
    rows = [top, row("a"), row("b", look="due"), row(""), row(""), *map(row, "cdefgh"), row("")]
    told = bare(lines := Lines(id="body"), 24, 5)
    told.tell()
    told.does("show", rows)
    for by in (1, 1, -1, 3, 99, 1, 1, -99, -1, -1):
        told.does("move", by)
    lines.heading = top
    told.does("show", rows, "d")
    told.does("is_in_view", "b")
    told.does("is_in_view", "h")
    told.does("move", 2)
    told.does("move_page", -1)
    told.does("move_page", 1)
    told.does("move_to_end", 1)
    told.does("is_in_view", "h")
    told.does("is_in_view", "e")
    told.does("is_in_view", "d")
    told.clicks(3, 2)
    told.clicks(3, 0)
    told.clicks(3, 4, chain=2)
    told.does("move_to_end", -1)
    told.resized(30, 7)
    told.does("refresh_row", "b")
    told.does("refresh_row", "z")
    told.does("go_to", "e")
    told.does("go_to", "z")
    told.does("show", [one for one in rows if one.key not in "de"])
    told.does("stay_with", "s1", partial(_gone, "e"), "e", 6)
    told.does("show", [one for one in rows if one.key not in "dec"])
    told.does("let_go")
    told.does("let_go")
    told.does("stay_with", "s1", partial(_gone, "g"), "g", 99)
    told.does("move", -1)
    told.does("stay_with", "s1", partial(_gone, "g"), "g", 2)
    told.does("stay_with", "s2", partial(_gone, "f"), "f", 1)
    told.does("has", "f")
    told.does("has", "g")
    told.does("move", 1)
    told.does("stay_with", "s2", partial(_gone, "f"), "f", 1)
    told.does("go_to", "h")
    told.does("show", [row("")])
    told.does("move", 1)
    told.clicks(0, 0)
    told.clicks(0, 3)
    told.does("show", [])
    told.does("move", 1)
    told.does("show", rows, "h")
    told.does("forget")
    compare(told.told, "lists_lines")


def test_a_list_that_begins_with_a_row_and_one_with_a_heading_that_stays(bare: type[Bare]) -> None:
    rows = [*map(row, "ab"), row(""), row(""), *map(row, "cdefghi")]
    told = bare(lines := Lines(id="body"), 20, 4)
    told.does("show", rows)
    for by in (6, -1, -1, -1, -1, -1, -1):
        told.does("move", by)
    told.does("stay_with", "s1", partial(_gone, "a"), "a", 0)
    told.does("move", 1)
    told.does("stay_with", "s1", partial(_gone, "i"), "i", 11)
    told.does("show", rows)
    told.does("go_to", "a")
    told.does("stay_with", "s1", partial(_gone, "i"), "i", 3)
    lines.gone = ""
    told.does("show", rows[:5])
    told.does("show", rows)
    told.does("stay_with", "s1", partial(_gone, "i"), "i", 3)
    told.does("show", rows[:5], "b")
    for at in (0, 1, 3):
        told.clicks(0, at)
    lines.heading = rows[2]
    told.does("show", rows, "i")
    for key in "cfi":
        told.does("is_in_view", key)
    told.clicks(2, 0)
    for by in (-1, -1, -1, -1, -1, -1):
        told.does("move", by)
    told.does("move_page", 1)
    told.does("move_page", -1)
    lines.heading = rows[0]
    told.does("show", rows, "g")
    told.clicks(2, 0)
    told.does("refresh", repaint=False)
    told.does("refresh", layout=True)
    told.does("refresh")
    compare(told.told, "lists_heading")


def _gone(name: str, _cells: int) -> Line:
    return (Span(name, "strong"), Span(" · gone", "muted"))


def test_a_page_of_several_lists(bare: type[Bare]) -> None:
    told = bare(body := PageBody(id="body"), 0, 5)
    told.does("show", partial(two_columns, 7))
    told.resized(31, 5)
    told.resized(31, 5)
    for by in (1, 1, 1, 9, 1, -1, -99, -1):
        told.does("move", by)
    for by in (1, 1, 1, -1, -1, -1):
        told.does("move_across", by)
    told.does("go_to", "b2")
    told.does("move", -1)
    told.does("go_to", "grid1")
    told.does("move_across", -1)
    told.does("move_across", 1)
    for by in (1, 1, 1, 1, -1):
        told.does("move_section", by)
    told.does("go_to_section", "right")
    told.does("go_to_section", "none")
    told.does("go_to", "none")
    told.does("move_page", 1)
    told.does("show", partial(two_columns, 5))
    told.does("go_to", "a5")
    told.does("show", partial(two_columns, 3))
    told.does("stay_with", "s1", lambda _cells: (), "a3", 2)
    told.does("go_to", "a2")
    told.does("stay_with", "s1", lambda _cells: (), "a3", 2)
    told.does("let_go")
    told.does("move_to_end", 1)
    told.does("move_to_end", -1)
    for x, y, chain in ((0, 0, 1), (4, 1, 1), (14, 1, 1), (15, 1, 2), (28, 1, 1), (29, 1, 1), (30, 1, 1), (9, 4, 1)):
        told.clicks(x, y, chain)
    body.can_focus = False
    told.clicks(4, 1)
    told.does("begin", partial(two_columns, 4), "a3")
    told.does("begin", partial(two_columns, 4), "none")
    told.does("begin", lambda cells: two_columns(4, cells)._replace(first="right"), "")
    told.does("begin", lambda _cells: Page([(Span("Nothing here."),)], []), "a1")
    for what in ("move", "move_across", "move_section", "move_to_end"):
        told.does(what, 1)
    told.does("show", partial(two_columns, 1))
    told.resized(9, 3)
    told.resized(0, 0)
    compare(told.told, "lists_page")


def two_columns(count: int, cells: int) -> Page:
    """A list and below it a grid of two rows, with a shorter list beside them."""
    half = cells // 2
    left = Page(
        [
            (Span("A list", "heading"),),
            *((Span(f"  a{at} in {cells}"),) for at in range(1, count + 1)),
            (Span("  grid0    grid1", "mine"),),
            (Span("  grid2", "mine"),),
        ],
        [
            Grid([f"a{at}" for at in range(1, count + 1)], "left", 0, 0, 1, half),
            Grid([f"grid{at}" for at in range(3)], "grid", 0, 0, count + 1, 8, 2),
        ],
    )
    right = Page(
        [(Span("Another", "heading"),), *((Span(f"  b{at}", "due"),) for at in (1, 2)), (Span("end", "muted"),)],
        [Grid(["b1", "b2"], "right", 1, half, 1, half - 1)],
    )
    return abreast(left, right, half)


def test_a_matrix(bare: type[Bare]) -> None:
    def columns(*below: int) -> list[MatrixColumn]:
        return [MatrixColumn(f"Heading number {at}", f"No. {at}", count) for at, count in enumerate(below)]

    def rows(*names: str) -> list[MatrixRow]:
        return [
            MatrixRow(f"s{at}", name, [Span("●" if (at + mark) % 2 else "·", "good") for mark in range(12)], f"{at}/12")
            for at, name in enumerate(names)
        ]

    legend = [(Span("● told"),), (Span("· nothing", "muted"),), ()]
    told = bare(Matrix(legend, "facets", id="body"), 80, 9)
    six, twelve = columns(*range(6)), columns(*range(94, 106))
    told.does("show", six, [], "Known", "Nobody is here yet.")
    told.does("move", 1)
    told.does("show", six, rows("Ada", "Ben", "Cai", "Dee", "Eli", "Featherstonehaugh-Cholmondeley B."), "Known", "")
    for by in (1, 1, 1, 9, -9):
        told.does("move", by)
    for by in (1, 9, -9):
        told.does("move_across", by)
    told.does("move_page", 1)
    told.does("move_to_end", -1)
    told.does("move_to_end", 1)
    told.does("go_to", "s1")
    told.does("go_to", "none")
    told.does("stay_with", "s9", lambda _cells: (), "s9", 1)
    told.does("move", 0)
    for x, y in ((0, 2), (0, 3), (33, 3), (32, 4), (38, 5), (79, 7), (40, 8)):
        told.clicks(x, y)
    told.does("show", twelve, rows("Ada", "Ben"), "Known", "")
    for cells in (110, 109, 80, 70, 50, 30, 14, 5):
        told.resized(cells, 7)
    told.does("move_across", 7)
    told.resized(40, 7)
    told.does("move_across", 1)
    told.does("move_across", -5)
    told.does("show", columns(*range(88, 100)), rows("Ada"), "Known", "")
    told.resized(58, 5)
    told.resized(59, 4)
    compare(told.told, "lists_matrix")


def test_names_to_tick(bare: type[Bare]) -> None:
    names = ("Ada", "Ben", "Ed Brandt B.", "Ed Brandt C.", "Élif", "Featherstonehaugh-Cholmondeley", "Gus")
    ticks = [Tick(f"s{at}", name, is_here=at != 1) for at, name in enumerate(names)]
    happened: list[str] = []
    grid = Ticks(
        ticks, id="ticks", changed=lambda: happened.append("changed"), opened=lambda: happened.append("opened")
    )
    told = bare(grid, 70, 3)
    told.does("on_resize")
    told.does("show", {"s0", "s3"}, {"s3", "s4"})
    told.does("show_cursor_always", always=True)
    told.does("show_cursor_always", always=True)
    for what, by in (("go", 1), ("go", 1), ("across", 1), ("across", 1), ("across", -1), ("page", -1), ("page", 1), ("end", 1), ("across", 1), ("across", -1), ("end", -1), ("go", -1)):  # fmt: skip
        told.does(f"action_{what}", by)
    for key in ("e", "e", "E", "g", "z", "*", "-", "!", "1"):
        event = key_event(key)
        told.runs(partial(grid.on_key, event), f"key {key}")
        told.told.append(f"    {' '.join(happened)} {event._stop_propagation}")
        happened.clear()
    told.runs(partial(grid.on_key, key_event("tab")), "key tab")
    told.does("action_tick")
    told.does("action_tick")
    told.does("action_open")
    told.does("go_to", "s2")
    told.does("go_to", "none")
    for x, y, chain in ((0, 0, 1), (25, 1, 1), (69, 0, 2), (60, 1, 1), (0, 3, 1)):
        told.clicks(x, y, chain)
    told.told += [grid.name_here, " ".join(happened), f"{grid.get_content_height(Size(9, 9), Size(9, 9), 40)}"]
    grid.has_focus = True
    told.does("show_cursor_always", always=False)
    for cells in (41, 40, 36, 22, 8, 2):
        told.resized(cells, 3)
    none = bare(Ticks([], id="none", changed=lambda: None, opened=lambda: happened.append("never")), 20, 2)
    for what in ("toggle", "tick_all", "action_open"):
        none.does(what)
    none.does("move", 1)
    none.does("move_across", 1)
    none.does("put_cursor_at", 0, 0)
    assert (none.widget.key, none.widget.name_here, "never" in happened) == ("", "", False)
    compare(told.told + none.told, "lists_ticks")


def test_the_moves_of_a_talk(bare: type[Bare]) -> None:
    chosen: list[int] = []
    told = bare(MoveList(["Trust", "Facts", "Ask", "Plan", "Thanks"], chosen=chosen.append), 16, 3)
    for at, written in ((0, {1}), (1, {1, 3}), (2, {2}), (3, {3}), (4, set())):
        told.does("show", at, written)
    for y in (0, 2):
        told.clicks(0, y)
    told.resized(16, 4)
    told.does("show", 2, set())
    told.resized(30, 8)
    told.does("show", 4, set())
    for y in (4, 5):
        told.clicks(0, y)
    told.resized(30, 0)
    assert chosen == [2, 4, 4]
    compare(told.told, "lists_moves")
