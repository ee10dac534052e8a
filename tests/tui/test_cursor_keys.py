"""Moving about: arrows, hjkl, pages, ends, `[` `]`, the modes by number, and the mouse."""

import pytest
from app_case import (
    MODES,
    WIDE,
    case_screen,
    click,
    command,
    drawn,
    go_to,
    highlight,
    open_app,
    press,
    settle,
    wait_until,
)

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn
from advisory.tui.commands.registry import COMMAND, SCREENS

LISTS = ("caseload", "log", "pacts", "card", "settings")


def keys_of(pilot) -> list[str]:
    return [row.key for row in case_screen(pilot).body.rows if row.key]


@pytest.mark.parametrize("screen", LISTS)
async def test_the_cursor_goes_down_and_up_and_stays_at_the_ends(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        keys, body = keys_of(pilot), case_screen(pilot).body
        assert body.key == keys[0]
        await press(pilot, "up", "k")
        assert body.key == keys[0]
        await press(pilot, "down", "j", "down")
        assert body.key == keys[3]
        await press(pilot, "up")
        assert body.key == keys[2]
        await press(pilot, "end")
        assert body.key == keys[-1]
        await press(pilot, "j")
        assert body.key == keys[-1]
        await press(pilot, "home")
        assert body.key == keys[0]
        await press(pilot, "G")
        assert body.key == keys[-1]


@pytest.mark.parametrize("screen", LISTS)
async def test_a_page_is_a_screenful_and_the_cursor_stays_in_sight(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (80, 14), screen=screen) as pilot:
        body, keys = case_screen(pilot).body, keys_of(pilot)
        await command(pilot, "page-down")
        assert keys.index(body.key) > 1
        assert "▸" in drawn(pilot)
        await command(pilot, "page-up")
        assert body.key == keys[0]
        assert "▸" in drawn(pilot)


@pytest.mark.parametrize("screen", COMMAND["next-student"].where)
async def test_brackets_go_to_the_student_before_and_after(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        before = case_screen(pilot).body.key, student_id
        await command(pilot, "next-student")
        if screen in {"caseload", "card"}:
            assert case_screen(pilot).highlighted.student == demo.students[1].id
        assert (case_screen(pilot).body.key, case_screen(pilot).highlighted.student) != before
        await command(pilot, "previous-student")
        assert case_screen(pilot).highlighted.student == student_id


async def test_on_the_card_brackets_walk_through_the_caseload_and_around(demo: Caseload) -> None:
    async with open_app(demo, screen="card") as pilot:
        await command(pilot, "previous-student")
        assert case_screen(pilot).highlighted.student == demo.students[-1].id
        assert demo.names[demo.students[-1].id] in drawn(pilot)
        await command(pilot, "next-student", "next-student")
        assert case_screen(pilot).highlighted.student == demo.students[1].id
        await press(pilot, "escape")
        assert pilot.app.screen.id == "today"


async def test_the_board_goes_up_down_and_across(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        board = case_screen(pilot).columns
        assert (board.column, board.row) == (0, 0)
        for key, place in (
            ("right", (1, 0)), ("down", (1, 1)), ("j", (1, 2)), ("l", (2, 2)), ("l", (2, 2)), ("up", (2, 1)),
            ("tab", (2, 1)), ("G", (2, 3)), ("k", (2, 2)), ("home", (2, 0)), ("end", (2, 3)), ("left", (1, 3)),
            ("h", (0, 3)), ("shift+tab", (0, 3)), ("k", (0, 2)),
        ):  # fmt: skip
            await press(pilot, key)  # the app hands out keys one by one, of which Pilot's own press knows nothing
            assert (board.column, board.row) == place, key


async def test_the_board_skips_an_empty_column(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await press(pilot, "slash", *"k", "enter")
        columns = case_screen(pilot).columns
        filled = [at for at, column in enumerate(columns.columns) if column.cards]
        assert columns.column in filled
        assert case_screen(pilot).highlighted.student == demo.one("kai").id


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_modes_by_number(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        for mode, key in MODES.items():
            await press(pilot, key)
            assert pilot.app.current_mode == mode
            assert case_screen(pilot).stem in {mode, "card"}


@pytest.mark.parametrize(("screen", "opened"), [("caseload", "card"), ("board", "card"), ("pacts", "pact")])
async def test_enter_opens_and_escape_comes_back_to_the_same_place(demo: Caseload, screen: str, opened: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, "j")
        key, student_id = case_screen(pilot).body.key, case_screen(pilot).highlighted.student
        await command(pilot, "open")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == (opened, student_id)
        await command(pilot, "back")
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == (screen, key)


@pytest.mark.parametrize("screen", ["today", "log", "pacts"])
async def test_its_key_opens_the_card_of_the_line(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "student-card")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", student_id)


async def test_sorting_by_wait_brings_those_forward_who_waited_longest_and_keeps_the_cursor(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "sort")
        waits = [demo.summary(key).one_to_one_age for key in keys_of(pilot)]
        ages = [10_000 if wait is None else wait for wait in waits]
        assert ages == sorted(ages, reverse=True)
        assert case_screen(pilot).highlighted.student == maya.id
        await command(pilot, "sort")
        assert keys_of(pilot) == [student.id for student in demo.students]


@pytest.mark.parametrize("screen", ["caseload", "log", "pacts"])
async def test_a_click_highlights_and_a_double_click_opens(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        keys, top = keys_of(pilot), 1
        await click(pilot, "#body", offset=(10, 2 + top))
        await settle(pilot)
        assert case_screen(pilot).body.key == keys[2]
        await click(pilot, "#body", offset=(10, 4 + top), times=2)
        await settle(pilot)
        if screen == "log":
            check_in = demo.store.need(CheckIn, keys[4])
            assert pilot.app.screen.values["line"] == check_in.line
        else:
            assert pilot.app.screen.id == ("pact" if screen == "pacts" else "card")


async def test_a_click_on_a_card_of_the_board(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        board = case_screen(pilot).columns
        width = board.cells // 3
        await click(pilot, "#body", offset=(width + 4, 6))
        await settle(pilot)
        assert (board.column, board.row) == (1, 1)
        await click(pilot, "#body", offset=(3, 2), times=2)
        await settle(pilot)
        assert pilot.app.screen.id == "card"


async def test_a_click_on_a_place_of_today_goes_there_and_a_double_click_opens_it(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        body = case_screen(pilot).body
        first, *_, last = [place for place in body.page.places if place.section == "circle"]
        await click(pilot, "#body", offset=(last.x + 1, last.y))
        assert body.key == last.key
        await click(pilot, "#body", offset=(body.size.width - 1, 0))  # nothing stands there
        assert body.key == last.key
        await click(pilot, "#body", offset=(first.x + 1, first.y), times=2)
        await settle(pilot)
        assert pilot.app.screen.id == "card"
        assert case_screen(pilot).highlighted.student == first.key.removeprefix("circle:")


async def test_a_click_on_a_mode_goes_there(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await click(pilot, offset=(drawn(pilot).splitlines()[0].index("Board"), 0))
        await settle(pilot)
        assert pilot.app.screen.id == "board"


async def test_a_click_below_the_last_line_does_nothing(caseload: Caseload) -> None:
    async with open_app(caseload, WIDE) as pilot:
        await click(pilot, "#body", offset=(5, 30), times=2)
        await settle(pilot)
        assert pilot.app.screen.id == "caseload"


async def test_the_wheel_scrolls(demo: Caseload) -> None:
    async with open_app(demo, (80, 12), screen="log") as pilot:
        body = case_screen(pilot).body
        body.scroll_down(animate=False)
        await settle(pilot)
        assert body.scroll_offset.y > 0


async def test_q_leaves(demo: Caseload) -> None:
    for screen in SCREENS:
        async with open_app(demo, (80, 24), screen=screen) as pilot:
            await pilot.press("q")
            assert pilot.app.return_code == 0
            assert pilot.app._exit


async def test_each_mode_keeps_its_own_place(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "j", "j")
        here = case_screen(pilot).body.key
        for mode in ("log", "board", "pacts", "caseload"):
            await go_to(pilot, mode)
        assert case_screen(pilot).body.key == here


@pytest.mark.parametrize("over", ["card", "week", "settings"])
async def test_a_click_on_a_mode_leaves_a_screen_that_lies_over_another(demo: Caseload, over: str) -> None:
    async with open_app(demo, WIDE, screen=over) as pilot:
        await click(pilot, offset=(drawn(pilot).splitlines()[0].index("Board"), 0))
        await wait_until(pilot, lambda: pilot.app.screen.id == "board")
        await press(pilot, "2")
        assert pilot.app.screen.id == "caseload"
