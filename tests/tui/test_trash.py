"""B on the log: what was deleted, and the way back."""

from datetime import date, timedelta

import pytest
from app_case import SIZES, assert_fits, case_screen, command, drawn, message, open_app, press
from record_case import NOW

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.model.day_order import show_day


@pytest.fixture
def gone(demo: Caseload) -> list[CheckIn]:
    made = [
        record_check_in(demo, demo.one("maya").id, "Drew a trough", happened_on=date(2019, 9, 12)),
        record_check_in(demo, demo.one("kai").id, "", tags=("maths",)),
    ]
    for check_in in made:
        move_to_trash(demo, CheckIn, check_in.id)
    return made


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_tells_who_when_what_and_until_when(
    demo: Caseload, gone: list[CheckIn], size: tuple[int, int]
) -> None:
    async with open_app(demo, size, screen="log") as pilot:
        await command(pilot, "trash")
        shown = drawn(pilot)
        assert_fits(pilot)
        until = (NOW + timedelta(days=30)).astimezone()  # by the clock on the wall
        for text in (f"until {show_day(until)}", "Maya", "Sep 12, 2019", "Drew a", "Kai", "maths"):
            assert text in shown


async def test_enter_brings_one_back_where_it_was_and_u_takes_it_away_again(
    demo: Caseload, gone: list[CheckIn]
) -> None:
    async with open_app(demo, screen="log") as pilot:
        screen = case_screen(pilot)
        await command(pilot, "trash")
        await press(pilot, "j", "enter")
        assert message(pilot).startswith("Brought back: ")
        assert message(pilot).endswith(" · Maya")
        assert screen.highlighted.check_in.line == "Drew a trough"
        assert screen.focused is screen.body
        assert [check_in.id for check_in in demo.store.trash(CheckIn)] == [gone[1].id]
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: Check-in brought back")
        assert len(demo.store.trash(CheckIn)) == 2


async def test_escape_brings_nothing_back(demo: Caseload, gone: list[CheckIn]) -> None:
    async with open_app(demo, screen="log") as pilot:
        await command(pilot, "trash")
        await press(pilot, "escape")
        assert len(demo.store.trash(CheckIn)) == 2


async def test_under_the_shade_the_list_has_initials_and_no_words(demo: Caseload, gone: list[CheckIn]) -> None:
    async with open_app(demo, screen="log") as pilot:
        await command(pilot, "shade", "trash")
        assert "MO" in drawn(pilot)
        assert not any(text in drawn(pilot) for text in ("Maya", "trough", "maths"))


async def test_what_is_past_its_thirty_days_says_so(demo: Caseload, gone: list[CheckIn]) -> None:
    later = Caseload(demo.store, today=lambda: date(2027, 1, 4), now=lambda: gone[0].created_at + timedelta(days=42))
    async with open_app(later, screen="log") as pilot:
        await command(pilot, "trash")
        assert "any day now" in drawn(pilot)


async def test_an_empty_trash_says_so(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        await command(pilot, "trash")
        assert message(pilot) == "The trash is empty."
