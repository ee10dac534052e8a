"""How the partnerships moved, as a screen: the picture and every path, at every size, for one student and for many."""

import pytest
from app_case import MODES, SIZES, assert_fits, case_screen, command, drawn, open_app, press, resize

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year import year_of_partnerships
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.student.add import add_student
from advisory.casework.student.import_roster import import_roster
from advisory.model.words import Stage

IDS = {"ids": lambda size: f"{size[0]}x{size[1]}"}
LEGEND = "now  █ Cognitive insight 4  ▚ Alliance 10  ░ Rapport 8"


@pytest.mark.parametrize("screen", [*MODES, "card"])
async def test_its_key_opens_it_over_each_screen_and_escape_goes_back(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, "Y")
        assert pilot.app.screen.id == "year"
        assert LEGEND in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


async def test_every_path_is_a_line_of_its_own_and_enter_opens_the_card(demo: Caseload) -> None:
    async with open_app(demo, (80, 60), screen="year") as pilot:
        keys = [row.key for row in case_screen(pilot).body.rows if row.key]
        assert (
            keys == [path.student_id for path in year_of_partnerships(demo).paths] == [one.id for one in demo.students]
        )
        shown = " ".join(drawn(pilot).split())
        assert "Rosa Quispe R Aug 31 → A Oct 5 → back to R Nov 3: tending trust" in shown
        assert "Kai Tran R Aug 31 → A Sep 23 → C Oct 30" in shown
        case_screen(pilot).body.go_to(keys[0])
        await press(pilot, "j", "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", keys[1])
        await press(pilot, "escape")
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == ("year", keys[1])
        await press(pilot, "[")
        assert case_screen(pilot).body.key == keys[0]
        await press(pilot, "2")
        assert pilot.app.screen.id == "caseload"


async def test_of_a_path_too_long_for_the_line_the_latest_steps_are_kept(demo: Caseload) -> None:
    async with open_app(demo, (60, 40), screen="year") as pilot:
        assert "… → back to R Nov 3: tending trust" in drawn(pilot)


async def test_a_move_is_seen_at_once_and_so_is_its_undo(demo: Caseload) -> None:
    move_stage(demo, demo.one("diego").id, Stage.ALLIANCE, "Asked for a target")
    async with open_app(demo, (80, 60), screen="year") as pilot:
        assert "▚ Alliance 11  ░ Rapport 7" in drawn(pilot)
        assert "R Aug 31 → A Nov 23" in drawn(pilot)
        await press(pilot, "u")
        assert LEGEND in drawn(pilot)


@pytest.mark.parametrize("size", SIZES, **IDS)
@pytest.mark.parametrize("students", [1, 25, 150])
async def test_it_fits_with_its_axis_its_legend_and_some_paths(
    caseload: Caseload, students: int, size: tuple[int, int]
) -> None:
    import_roster(
        caseload, new=[{"given_name": f"Ann{n:03}", "family_name": "Lee", "joined_on": None} for n in range(students)]
    )
    for student in caseload.students[: students // 3]:
        move_stage(caseload, student.id, Stage.ALLIANCE, "x")
    async with open_app(caseload, size, screen="year") as pilot:
        assert_fits(pilot)
        shown = drawn(pilot)
        assert f"░ Rapport {students - students // 3}" in shown
        assert f"{students} ┤" in shown
        assert "┬" in shown
        assert "Nov" in shown
        assert shown.count("Ann") >= min(students, 5)


async def test_with_nobody_it_says_so(caseload: Caseload) -> None:
    async with open_app(caseload, screen="year") as pilot:
        assert "no school week with students in it yet" in drawn(pilot)
        await press(pilot, "enter", "j", "G")
        assert pilot.app.screen.id == "year"


async def test_another_size_draws_it_anew(demo: Caseload) -> None:
    async with open_app(demo, (60, 20), screen="year") as pilot:
        small = drawn(pilot)
        await resize(pilot, 120, 40)
        assert drawn(pilot).count("┤") == small.count("┤") == 2
        assert drawn(pilot).count("│") > small.count("│")
        assert_fits(pilot)


async def test_under_the_shade_there_are_initials_and_the_counts(demo: Caseload) -> None:
    async with open_app(demo, (80, 60), screen="year") as pilot:
        before = drawn(pilot)
        await command(pilot, "shade")
        shown = drawn(pilot)
        assert LEGEND in shown
        for student in demo.students:
            assert student.family_name not in shown or len(student.family_name) == 1
            assert f" {student.called} " not in shown
        await command(pilot, "shade", "shade")
        assert drawn(pilot) == before


async def test_one_who_left_is_told_and_their_card_opens(caseload: Caseload) -> None:
    from advisory.casework.student.archive import archive_student

    for name in ("Ann", "Ben"):
        add_student(caseload, given_name=name, family_name="Lee", joined_on=caseload.today.replace(month=9))
    archive_student(caseload, caseload.one("ben").id)
    async with open_app(caseload, screen="year") as pilot:
        assert "░ Rapport 1" in drawn(pilot)
        assert "· left Nov 23" in drawn(pilot)
        await press(pilot, "G", "enter")
        assert "Ben Lee" in drawn(pilot)
