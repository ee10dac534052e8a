"""Who gets the advisor's time, as a screen: the quietest first with bars and numbers, and the weeks in a chart."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from app_case import SIZES, assert_fits, case_screen, command, drawn, fill_in, message, open_app, press, resize
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.import_roster import import_roster
from advisory.model.words import Status
from advisory.rules.overview.time_given import Given
from advisory.store import WriteError
from advisory.tui.screens.time.rows import bar_lengths

SPREAD = "Half of your 120 one-to-ones went to 10 of 22; 1 had none yet."
IDS = {"ids": lambda size: f"{size[0]}x{size[1]}"}


@pytest.mark.parametrize("screen", ["today", "card", "week"])
async def test_its_key_opens_it_and_escape_goes_back(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "time")
        assert pilot.app.screen.id == "time"
        assert SPREAD in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


async def test_the_quietest_is_first_and_stays_highlighted_after_a_note(demo: Caseload) -> None:
    async with open_app(demo, (80, 60), screen="time") as pilot:
        quietest = demo.one("jordan").id
        assert [row.key for row in case_screen(pilot).body.rows if row.key] == [
            one.student_id for one in demo.time_given.students
        ]
        assert case_screen(pilot).body.key == quietest
        await press(pilot, "c", *"Talked", "enter")
        assert "Half of your 121 one-to-ones went to" in drawn(pilot)
        assert case_screen(pilot).body.key == quietest
        await press(pilot, "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", quietest)


@pytest.mark.parametrize("size", SIZES, **IDS)
@pytest.mark.parametrize("students", [0, 1, 150])
async def test_it_fits_with_its_numbers(caseload: Caseload, students: int, size: tuple[int, int]) -> None:
    new = [{"given_name": f"Ann{n:03}", "family_name": "Lee", "joined_on": None} for n in range(students)]
    if new:
        import_roster(caseload, new=new)
    async with open_app(caseload, size, screen="time") as pilot:
        assert_fits(pilot)
        assert ("Your caseload is empty." if not students else "No one-to-one yet.") in drawn(pilot)
        await press(pilot, "G", "enter")
        assert_fits(pilot)


async def test_one_who_came_later_or_is_on_leave_says_so_and_one_who_left_is_gone(caseload: Caseload) -> None:
    for name, joined in (("Ann", date(2026, 9, 1)), ("Ben", date(2026, 11, 2)), ("Cleo", date(2026, 9, 1))):
        add_student(caseload, given_name=name, family_name="Lee", joined_on=joined)
    add_student(caseload, given_name="Dana", family_name="Lee", joined_on=date(2026, 9, 1), status=Status.ON_LEAVE)
    archive_student(caseload, caseload.one("cleo").id)
    async with open_app(caseload, screen="time") as pilot:
        rows = [line for line in drawn(pilot).splitlines() if " Lee " in line]
        assert [("Ann" in row, "since " in row, "on leave" in row) for row in rows] == [
            (True, False, False), (False, True, False), (False, False, True),
        ]  # fmt: skip
        assert "Cleo" not in drawn(pilot)
        await resize(pilot, 60, 20)
        assert "Ben since " in " ".join(drawn(pilot).split())


async def test_under_the_shade_there_are_initials_then_nothing(demo: Caseload) -> None:
    async with open_app(demo, (80, 60), screen="time") as pilot:
        await command(pilot, "shade")
        shown = drawn(pilot)
        assert SPREAD in shown
        assert "Jordan" not in shown
        assert " JR " in shown
        await command(pilot, "shade")
        assert SPREAD not in drawn(pilot)


def _cant_log(*_: object, **__: object) -> None:
    raise WriteError("The disk is full.")


@pytest.mark.parametrize("screen", ["time", "year"])
async def test_its_picture_is_saved_with_the_names_asked_for(
    demo: Caseload, tmp_path, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(demo, (240, 40), screen=screen) as pilot:
        for names, there in (("initials", ">JR<"), ("full", ">Jordan Reed<"), ("none", ">Student 1<")):
            for ending in ("svg", "html"):
                path = tmp_path / f"{names}.{ending}"
                await command(pilot, "picture")
                await fill_in(pilot, names=names, file=str(path))
                if names != "full":  # what is for others is seen first
                    assert there.strip("><") in drawn(pilot)
                    assert "e leaves out" not in drawn(pilot)
                    await press(pilot, "enter")
                whom = {"initials": "staff", "full": "you", "none": "counts only"}[names]
                assert message(pilot) == f"The picture for {whom} written to {path}."
                written = path.read_text(encoding="utf-8")
                assert there in written
                assert ("Jordan" in written) == (names == "full")
                if ending == "svg":
                    ET.fromstring(written)
        monkeypatch.setattr("advisory.tui.commands.share.giving.log_share", _cant_log)
        await command(pilot, "picture")
        await fill_in(pilot, names="none", file=str(tmp_path / "unlogged.svg"))
        await press(pilot, "enter")
        assert "The disk is full" in pilot.app.screen.query_one(".dialog-problem").visual.plain
        assert not (tmp_path / "unlogged.svg").exists()  # what can't be logged isn't shared
        await press(pilot, "escape")
        await command(pilot, "picture")
        await fill_in(pilot, file=str(tmp_path / "full.png"))
        assert "A picture can be .svg or .html" in " ".join(drawn(pilot).replace("│", " ").split())


@each_row(
    ("one_to_ones", "contacts", "most", "lengths"),
    [(0, 0, 0, (0, 0)), (2, 5, 8, (2, 5)), (1, 40, 40, (1, 10)), (0, 1, 90, (0, 1)), (3, 2, 8, (3, 3))],
)
def test_a_bar_has_a_cell_for_each_or_is_to_scale(one_to_ones, contacts, most, lengths):
    one = Given(
        student_id="s1",
        since=date(2026, 9, 1),
        came_later=False,
        school_days=1,
        one_to_ones=one_to_ones,
        contacts=contacts,
    )
    assert bar_lengths(one, most, 10) == lengths


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), st.integers(1, 60))
def test_no_bar_is_longer_than_its_room_and_none_of_something_is_empty(one_to_ones, contacts, most, cells):
    one = Given(
        student_id="s1",
        since=date(2026, 9, 1),
        came_later=False,
        school_days=1,
        one_to_ones=one_to_ones,
        contacts=contacts,
    )
    first, both = bar_lengths(one, most, cells)
    assert 0 <= first <= both <= cells
    assert bool(first) == bool(one_to_ones)
    assert bool(both) == bool(one_to_ones or contacts)
