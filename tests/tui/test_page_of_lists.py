"""A page of several lists: the first and last keys also show what lies above the first item and below the last."""

import pytest
from app_case import press
from textual.app import ComposeResult

from advisory.tui.running.key_app import KeyApp
from advisory.tui.widgets.lists.page import Page, PageBody
from advisory.tui.widgets.lists.places import Grid
from advisory.tui.widgets.text.ink import Span

LINES = 60


def page(_cells: int) -> Page:
    """Two items side by side near the top, two in the left column below each other, and words around them."""
    grids = [Grid("a", "one", 0, 0, 5, 4), Grid("b", "one", 1, 10, 5, 4), Grid("c", "two", 0, 0, 30, 4)]
    return Page([(Span(f"line {at}"),) for at in range(LINES)], grids)


class PageApp(KeyApp):
    """One page."""

    def compose(self) -> ComposeResult:
        yield PageBody()


@pytest.mark.parametrize("here", ["a", "b", "c"])
async def test_the_ends_are_reached_from_everywhere(here: str) -> None:
    async with PageApp().run_test(size=(40, 10)) as pilot:
        body = pilot.app.query_one(PageBody)
        body.show(page)
        await press(pilot)
        body.go_to(here)
        body.move_to_end(1)
        await press(pilot)
        assert (body.key, body.scroll_offset.y) == ("c", LINES - 10)
        body.move_to_end(-1)
        await press(pilot)
        assert (body.key, body.scroll_offset.y) == ("a", 0)


async def test_down_stays_in_its_column_and_scrolls_on_where_there_is_nothing_more() -> None:
    async with PageApp().run_test(size=(40, 10)) as pilot:
        body = pilot.app.query_one(PageBody)
        body.show(page)
        body.go_to("b")
        body.move(1)
        assert body.key == "b"
        body.go_to("a")
        body.move(1)
        await press(pilot)
        at = body.scroll_offset.y
        assert body.key == "c"
        body.move(1)
        assert (body.key, body.scroll_offset.y) == ("c", at + 1)
