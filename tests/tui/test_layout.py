"""Every screen at every size: no line wider than the screen, the keys in sight, a second pane where there is room."""

from datetime import time, timedelta

import pytest
from app_case import (
    MODES,
    SIZES,
    assert_fits,
    case_screen,
    command,
    drawn,
    go_to,
    highlight,
    open_app,
    press,
    resize,
    settle,
)
from examples import some_of
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.plan import plan_defense
from advisory.casework.pact.draft import draft_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.import_roster import import_roster
from advisory.rules.days.clocks import ClockWord
from advisory.tui.commands.registry import SCREENS
from advisory.tui.screens.base.frame import WIDE

GIVEN = ("Maya", "José", "雨桐", "Anneliese-Katharina", "👩‍👩‍👧", "שרה")
FAMILY = ("Okafor", "Ramírez-Featherstonehaugh", "李", "O'Neill", "Ní Dhomhnaill")
WORDS = "Brought the lab notes, and asked why the table of ratios works for 雨桐 too. " * 3


def fill(caseload: Caseload, students: int) -> None:
    names = [
        {"given_name": f"{GIVEN[n % 6]}{n or ''}", "family_name": FAMILY[n % 5], "grade": str(9 + n % 4)}
        for n in range(students)
    ]
    import_roster(caseload, new=names)
    for student in caseload.students[:3]:
        record_check_in(caseload, student.id, WORDS, body=WORDS)
        make_promise(caseload, student.id, WORDS, due_on=TODAY)
        draft_pact(caseload, student.id, WORDS, title=WORDS[:30])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("students", [0, 1, 25, 150])
async def test_every_screen_fits_and_shows_where_the_keys_are(
    caseload: Caseload, students: int, size: tuple[int, int]
) -> None:
    fill(caseload, students)
    for student in caseload.students[:3]:
        plan_defense(caseload, student.id, TODAY + timedelta(28), time(9), place=WORDS)
    async with open_app(caseload, size) as pilot:
        for screen in SCREENS if students else MODES:
            await go_to(pilot, screen)
            assert_fits(pilot)
            shown = drawn(pilot).splitlines()
            assert "?" in shown[-1], screen
            assert set(MODES.values()) <= set(shown[0].split()), screen
            student_id = case_screen(pilot).highlighted.student
            assert not student_id or caseload.shorts[student_id][:9] in drawn(pilot)
            await press(pilot, "G")
            assert_fits(pilot)


async def test_a_message_too_long_for_a_line_takes_more_lines_and_no_key(demo: Caseload) -> None:
    said = "Saved: small group, today: Maya and Kai; here after all: Kai; promised, with Maya: tea"
    async with open_app(demo, (60, 20)) as pilot:
        screen, shown = pilot.app.screen, []
        for text in (said, "Short.", said * 9):
            screen.say(text)
            await settle(pilot)
            assert pilot.app.screen is screen
            assert_fits(pilot)
            shown.append([line.strip() for line in drawn(pilot).splitlines()[-5:-1]])
        assert " ".join(shown[0][2:]) == said
        assert shown[1][3] == "Short."
        assert shown[2][0].startswith("Saved: ")
        assert shown[2][3].endswith("…")
        await press(pilot, "c")
        screen.say(said)
        await settle(pilot)
        assert "one-to-one" in drawn(pilot).splitlines()[-5]  # the reading of the note lies above the message
        assert "promised, with Maya: tea" in drawn(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_dialog_and_line_fits(demo: Caseload, size: tuple[int, int]) -> None:
    async with open_app(demo, size) as pilot:
        case_screen(pilot).body.go_to(demo.one("maya").id)
        for key in some_of(
            (
                "c",
                "plus",
                "slash",
                "o",
                "z z",
                "Z",
                "D",
                "g",
                "F",
                "t",
                "H",
                "greater_than_sign",
                "less_than_sign",
                "P",
                "E",
                "X",
                "I",
                "?",
                "ctrl+p",
            )
        ):
            await press(pilot, *key.split())
            assert_fits(pilot)
            if pilot.app.screen.id is None and key != "ctrl+p":
                assert "Esc" in drawn(pilot), key
            await press(pilot, "escape")
            assert pilot.app.screen.id == "caseload", key
        await press(pilot, "ctrl+l")
        assert_fits(pilot)
        await press(pilot, "ctrl+l")
        assert_fits(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_form_too_long_for_the_screen_shows_its_first_field_its_keys_and_what_is_wrong(
    demo: Caseload, size: tuple[int, int]
) -> None:
    async with open_app(demo, size) as pilot:
        await press(pilot, "P")
        assert "Learning target" in drawn(pilot)
        await press(pilot, "ctrl+s")
        shown = drawn(pilot)
        assert "Learning target" in shown
        assert "A pact begins with its learning target" in shown
        assert "^s save" in shown
        await press(pilot, "shift+tab")
        assert "Ends on" in drawn(pilot)

        assert "Jan 4, 2027" in drawn(pilot)


@pytest.mark.parametrize("screen", ["caseload", "log", "pacts"])
async def test_the_second_pane_appears_from_100_columns_only(demo: Caseload, screen: str) -> None:
    assert WIDE == 100
    async with open_app(demo, (99, 30), screen=screen) as pilot:
        assert not case_screen(pilot).query_one("#detail").display
        await resize(pilot, 100, 30)
        aside = case_screen(pilot).query_one("#detail")
        assert aside.display
        assert aside.region.right == 100
        assert_fits(pilot)
        name = demo.names[case_screen(pilot).highlighted.student]
        assert name in "\n".join(line[aside.region.x :] for line in drawn(pilot).splitlines())
        await resize(pilot, 60, 20)
        assert not case_screen(pilot).query_one("#detail").display
        assert_fits(pilot)


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_change_of_size_keeps_the_place(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, "j", "j")
        key = case_screen(pilot).body.key
        for size in ((60, 20), (80, 24), (150, 50)):
            await resize(pilot, *size)
            assert case_screen(pilot).body.key == key
            assert_fits(pilot)


async def test_a_screen_of_one_cell_is_survived(demo: Caseload) -> None:
    async with open_app(demo, (1, 1)) as pilot:
        for screen in SCREENS:
            await go_to(pilot, screen)
        await command(pilot, "check-in", "shade")
        await resize(pilot, 80, 24)
        assert_fits(pilot)


async def test_a_promise_beside_the_list_has_one_box_however_long_it_is(demo: Caseload) -> None:
    leila = demo.one("leila")
    async with open_app(demo, (100, 30)) as pilot:
        await highlight(pilot, leila)
        left = case_screen(pilot).query_one("#detail").region.x
        beside = [line[left:] for line in drawn(pilot).splitlines()]
        assert sum("▢" in line for line in beside) == len(demo.summary(leila.id).promises)
        assert not any("question about the chart" in line and "tomorrow" in line for line in beside)
        assert "▢ answer her question about the chart tomorrow" in " ".join(" ".join(beside).replace("│", " ").split())


async def test_on_a_narrow_board_one_column_is_shown_and_tab_goes_to_the_next(demo: Caseload) -> None:
    async with open_app(demo, (50, 20), screen="board") as pilot:
        board = case_screen(pilot).columns
        assert board.is_narrow
        first = drawn(pilot)
        await press(pilot, "tab")
        assert board.column == 1
        assert drawn(pilot) != first
        assert_fits(pilot)


@pytest.mark.parametrize(("screen", "wanted"), [("caseload", 5), ("board", 3), ("log", 5), ("pacts", 4)])
async def test_the_smallest_screen_still_shows_some_lines(demo: Caseload, screen: str, wanted: int) -> None:
    async with open_app(demo, (60, 20), screen=screen) as pilot:
        shown = drawn(pilot)
        assert sum(student.called in shown for student in demo.students) >= wanted


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_waits_on_me_has_its_mark_and_not_its_colour_alone(demo: Caseload, size: tuple[int, int]) -> None:
    leila = demo.one("leila")
    assert demo.summary(leila.id).one_to_one.word is ClockWord.WAITING
    async with open_app(demo, size) as pilot:
        assert " 17 d ! " in next(line for line in drawn(pilot).splitlines() if "Leila" in line)
