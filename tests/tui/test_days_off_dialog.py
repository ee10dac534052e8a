"""`I` in the settings: days off from a school's .ics, ticked by the advisor, as one change."""

from pathlib import Path

import pytest
from app_case import (
    SIZES,
    assert_fits,
    case_screen,
    click,
    command,
    drawn,
    fill_in,
    message,
    obeyed_characters,
    open_app,
    press,
)

from advisory.caseload.caseload import Caseload
from advisory.model import NoSchoolDay
from advisory.tui.dialogs.tick_list import TickListDialog

CALENDARS = Path(__file__).parents[1] / "exchange" / "calendars"


async def read(pilot, name: str) -> None:
    await command(pilot, "import-days-off")
    await fill_in(pilot, file=str(CALENDARS / f"{name}.ics"))


async def test_what_is_clear_is_ticked_and_enter_takes_it_as_one_change(caseload: Caseload) -> None:
    before = caseload.store.seq
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "school-year")
        assert "Enter takes 6 of 17" in drawn(pilot)
        assert "[x] Mon Sep 7               Labor Day" in drawn(pilot)
        assert "[ ] Fri Sep 4               Spirit day" in drawn(pilot)
        await press(pilot, "enter")
        assert message(pilot) == "Days without school: 6 added. u undoes it."
        assert caseload.store.seq == before + 1
        assert "Thanksgiving Break, no school" in drawn(pilot)
        titles = [off.title for off in caseload.store.all(NoSchoolDay)]
        assert titles[:3] == ["Labor Day", "Staff development: no students", "Thanksgiving Break, no school"]
        await press(pilot, "u")
        assert caseload.store.all(NoSchoolDay) == []


async def test_space_ticks_and_unticks(caseload: Caseload) -> None:
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "school-year")
        await press(pilot, "space", "j", "space")
        assert "[x] Fri Sep 4" in drawn(pilot)
        assert "[ ] Mon Sep 7" in drawn(pilot)
        await press(pilot, "pagedown", "pageup", *["j"] * 10, "space")
        assert "Enter takes 7 of 17" in drawn(pilot)
        await press(pilot, "enter")
    titles = [off.title for off in caseload.store.all(NoSchoolDay)]
    assert titles[0] == "Spirit day"
    assert "Labor Day" not in titles
    assert "Early release" in titles
    assert len(titles) == 7


async def test_a_double_click_ticks(caseload: Caseload) -> None:
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "school-year")
        row = next(y for y, line in enumerate(drawn(pilot).splitlines()) if "Fri Oct 2" in line)
        await click(pilot, offset=(20, row), times=2)
        assert "[x] Fri Oct 2" in drawn(pilot)


async def test_what_is_there_already_is_not_offered_again(caseload: Caseload) -> None:
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "utf-16")
        await press(pilot, "enter")
        await read(pilot, "utf-16")
        assert message(pilot) == "You already have every whole day in this file."
        assert case_screen(pilot).id == "settings"


async def test_what_could_not_be_read_is_told_before_the_rest_is_offered(caseload: Caseload) -> None:
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "hostile")
        assert "line 7: “A day that is none” has a DTSTART that can't be read" in drawn(pilot)
        await press(pilot, "enter")
        assert "Enter takes 2 of 7" in drawn(pilot)
        await press(pilot, "enter")
    assert len(caseload.store.all(NoSchoolDay)) == 2


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_escape_at_any_point_adds_nothing(caseload: Caseload, keys: tuple[str, ...]) -> None:
    before = caseload.store.seq
    async with open_app(caseload, screen="settings") as pilot:
        await read(pilot, "hostile")
        await press(pilot, *keys)
        assert message(pilot) == "Nothing was added."
        assert pilot.app.screen.id == "settings"
    assert caseload.store.seq == before


@pytest.mark.parametrize("name", ["empty", "binary", "web-page", "nowhere"])
async def test_a_file_that_is_no_calendar_is_told_and_the_form_keeps_its_name(caseload: Caseload, name: str) -> None:
    async with open_app(caseload, (120, 40), screen="settings") as pilot:
        await read(pilot, name)
        assert pilot.app.screen.values == {"file": str(CALENDARS / f"{name}.ics")}
        assert pilot.app.screen.query_one(".dialog-problem").visual.plain.startswith(str(CALENDARS))


async def test_a_calendar_of_other_years_is_told(caseload: Caseload, tmp_path: Path) -> None:
    path = tmp_path / "old.ics"
    text = (CALENDARS / "utf-16.ics").read_bytes().decode("utf-16").replace("20261120", "20191120")
    path.write_text(text, encoding="utf-8")
    async with open_app(caseload, (120, 40), screen="settings") as pilot:
        await command(pilot, "import-days-off")
        await fill_in(pilot, file=str(path))
        assert message(pilot) == "The file has no whole day in this school year or the next."


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_fits_and_obeys_nobody(caseload: Caseload, size: tuple[int, int]) -> None:
    async with open_app(caseload, size, screen="settings") as pilot:
        await read(pilot, "hostile")
        assert_fits(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TickListDialog)
        assert_fits(pilot)
        assert obeyed_characters(pilot) == set()
        assert "Esc" in drawn(pilot)
        assert drawn(pilot).count("[x]") + drawn(pilot).count("[ ]") >= 3


async def test_what_has_hours_and_looks_like_a_day_off_is_said_even_when_nothing_can_be_ticked(
    caseload: Caseload, tmp_path: Path
) -> None:
    path = tmp_path / "hours.ics"
    path.write_bytes((CALENDARS / "field" / "F14-timed-no-school.ics").read_bytes())
    async with open_app(caseload, (60, 20), screen="settings") as pilot:
        await command(pilot, "import-days-off")
        await fill_in(pilot, file=str(path))
        assert "Nov 6, 2026 “No School - Teacher Workday”" in drawn(pilot)
        assert "1 event with hours was passed over." in drawn(pilot)
        assert_fits(pilot)
        await press(pilot, "escape")
        assert message(pilot) == "The file has no whole day in this school year or the next."
