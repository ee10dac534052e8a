"""The board's columns of cards, drawn without an app: what each key and the mouse do to them, compared with `told/`."""

from types import SimpleNamespace

from bare_case import Bare
from textual.geometry import Size
from told_case import compare

from advisory.tui.screens.board.scrolled_columns import Column
from advisory.tui.screens.board.stage_card import Card
from advisory.tui.screens.board.stage_columns import StageColumns
from advisory.tui.widgets.text.ink import Line, Span


def column(title: str, *names: str) -> Column:
    def text(cells: int, lines: int) -> list[Line]:
        return [
            (Span(f"{cells} by {lines}", "muted"),),
            (Span("a second line that is long"),),
            (Span("third", "due"),),
        ]

    return Column(
        title, [Card(name, lambda name=name: (f"{name} Family-Name", name), "3 d here", text) for name in names]
    )


FULL = [column("One", "Ada", "Ben"), column("Two"), column("Three", "Cai", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida")]


def test_columns_of_cards(bare: type[Bare]) -> None:
    told = bare(board := StageColumns(id="body"), 66, 12)
    told.tell()
    empty = [column("One"), column("Two"), column("Three")]
    told.does("show", empty, [(Span("Nobody is on the board."),), (Span("Add somebody.", "muted"),)])
    told.does("move_across", 1)
    told.does("show", FULL)
    for what, by in (("move", 1), ("move", 1), ("move_across", 1), ("move", 1), ("move", 2), ("move_page", 1), ("move_page", -1), ("move_to_end", 1), ("move_section", -1), ("move_across", -1), ("move_to_end", -1)):  # fmt: skip
        told.does(what, by)
    board.screen = SimpleNamespace(size=Size(60, 30))
    told.resized(60, 12)
    told.resized(60, 40)
    board.screen = SimpleNamespace(size=Size(61, 29))
    told.resized(61, 27)
    board.screen = SimpleNamespace(size=Size(40, 24))
    told.resized(40, 12)
    told.does("move_across", -1)
    told.does("move", 1)
    told.clicks(3, 0)
    told.clicks(3, 0)
    told.mouse("on_mouse_down", 3, 1)
    told.clicks(3, 0)
    told.does("show", FULL[:2])
    told.does("show", [column("One", "Ben"), column("Two", "Cai")])
    compare(told.told, "lists_board")


def test_cards_under_the_mouse(bare: type[Bare]) -> None:
    told = bare(board := StageColumns(id="body"), 66, 12)
    told.does("show", FULL)
    told.does("go_to", "Fay")
    told.does("go_to", "none")
    told.does("go_to", "")
    told.does("stay_with", "s1", lambda _cells: (), "Fay", 2)
    told.does("go_to", "Ada")
    told.mouse("on_mouse_down", 3, 1)
    told.mouse("on_mouse_move", 10, 1)
    told.mouse("on_mouse_move", 30, 3)
    told.clicks(30, 3)
    told.mouse("on_mouse_up", 50, 3)
    told.mouse("on_mouse_up", 50, 3)
    told.mouse("on_mouse_down", 3, 1)
    told.mouse("on_mouse_up", 4, 1)
    told.clicks(4, 1, chain=2)
    told.mouse("on_mouse_scroll_down", 50, 2)
    told.mouse("on_mouse_scroll_down", 3, 2)
    told.mouse("on_mouse_down", 50, 2)
    told.mouse("on_mouse_scroll_up", 50, 2)
    told.mouse("on_mouse_scroll_up", 50, 2)
    told.does("on_mouse_release")
    told.mouse("on_mouse_down", 3, 0)
    told.mouse("on_mouse_down", 3, 11)
    board.can_focus = False
    told.mouse("on_mouse_down", 3, 1)
    board.can_focus = True
    for cells, height in ((66, 9), (66, 30), (40, 12), (12, 6), (66, 3)):
        told.resized(cells, height)
    compare(told.told, "lists_board_mouse")
