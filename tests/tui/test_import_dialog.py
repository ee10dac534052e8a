"""`I`: a roster comes in by asking, after a dry run that can be read first."""

from datetime import date
from pathlib import Path

import pytest
from app_case import case_screen, click, command, drawn, fill_in, message, open_app, press, settle

from advisory.caseload.caseload import Caseload
from advisory.tui.commands.registry import COMMAND

ROSTERS = Path(__file__).parents[1] / "exchange" / "rosters"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "my class.txt"
    path.write_text("Maya Okafor\nRamírez, Diego\n李 雨桐\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("screen", COMMAND["import-roster"].where)
async def test_a_list_of_names_comes_in_as_one_change(caseload: Caseload, roster: Path, screen: str) -> None:
    async with open_app(caseload, screen=screen) as pilot:
        await command(pilot, "import-roster")
        await fill_in(pilot, file=str(roster))
        shown = drawn(pilot)
        assert "What this import will do" in shown
        assert "3 new" in shown
        assert "Diego Ramírez" in shown
        assert caseload.students == []
        await press(pilot, "enter")
        assert message(pilot) == "Imported: 3 new. u undoes it all."
        assert sorted(student.given_name for student in caseload.students)[:2] == ["Diego", "Maya"]
        await command(pilot, "undo")
        assert caseload.students == []
        await command(pilot, "redo")
    assert len(caseload.students) == 3


async def test_what_was_imported_is_on_the_screen_at_once(caseload: Caseload, roster: Path) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=f"'{roster}'")  # as a file manager pastes it
        await press(pilot, "enter")
        assert "Maya Okafor" in drawn(pilot)
        assert "nobody in your caseload" not in drawn(pilot)
        assert case_screen(pilot).highlighted.student


async def test_the_same_file_again_has_nothing_to_import(caseload: Caseload, roster: Path) -> None:
    async with open_app(caseload) as pilot:
        for _ in range(2):
            await press(pilot, "I")
            await fill_in(pilot, file=str(roster))
            shown = drawn(pilot)
            before = caseload.store.seq
            await press(pilot, "enter")
        assert "Nothing would change." in shown
        assert caseload.store.seq == before


@pytest.mark.parametrize("leave_at", ["form", "report"])
async def test_escape_at_any_point_leaves_everything_as_it_was(caseload: Caseload, roster: Path, leave_at: str) -> None:
    before = caseload.store.seq
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        if leave_at == "report":
            await fill_in(pilot, file=str(roster))
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"
    assert caseload.store.seq == before


async def test_the_class_is_picked_from_a_list_homeroom_first(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS / "oneroster-1.1.zip"))
        shown = drawn(pilot)
        assert "Which class is your advisory?" in shown
        assert "▸ " in shown
        await press(pilot, "enter")
        assert "What this import will do" in drawn(pilot)
        await press(pilot, "enter")
    assert caseload.students
    assert caseload.store.seq == 1


async def test_escape_from_the_picker_leaves_everything_as_it_was(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS / "oneroster-1.2.zip"))
        await press(pilot, "down", "escape")
        assert pilot.app.screen.id == "caseload"
    assert caseload.students == []


async def test_a_double_click_picks_a_class(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS / "oneroster-1.1.zip"))
        lines = drawn(pilot).splitlines()
        row = next(y for y, line in enumerate(lines) if "▸" in line and "students" in line)
        await click(pilot, offset=(40, row), times=2)
        await settle(pilot)
        assert "What this import will do" in drawn(pilot)


@pytest.mark.parametrize("name", ["", "nowhere.csv", "binary.csv", "empty.csv", "header-only.csv"])
async def test_a_file_that_is_no_roster_is_told_in_words_and_the_form_keeps_its_name(
    caseload: Caseload, name: str
) -> None:
    async with open_app(caseload, (120, 30)) as pilot:
        await press(pilot, "I")
        file = str(ROSTERS / name) if name else ""
        await fill_in(pilot, file=file)
        if "Import a roster" in drawn(pilot):  # a file with no student in it may also be reported
            assert pilot.app.screen.values == {"file": file}
            assert pilot.app.screen.query_one(".dialog-problem").visual.plain.strip()
        else:
            assert "Nothing" in drawn(pilot) or "refused" in drawn(pilot)
    assert caseload.students == []


@pytest.mark.parametrize("name", ["hostile.csv", "ragged.csv"])
async def test_bad_lines_are_named_and_the_good_ones_are_offered(caseload: Caseload, name: str) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS / name))
        assert "What this import will do" in drawn(pilot)
        await press(pilot, "enter")
        assert message(pilot).startswith("Imported: ")
    assert caseload.students


async def test_of_several_sheets_with_rosters_one_is_picked(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS.parent / "workbooks" / "two_classes.xlsx"))
        shown = drawn(pilot)
        assert "Which sheet holds the roster?" in shown
        assert "Notes" not in shown
        await press(pilot, "down", "enter")
        shown = drawn(pilot)
        assert "Chidi Obi" in shown
        assert "Amina Yusuf" not in shown
        await press(pilot, "enter")
        assert message(pilot) == "Imported: 2 new. u undoes it all."
        assert len(caseload.students) == 2
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS.parent / "workbooks" / "two_classes.xlsx"))
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"


async def test_a_class_before_its_term_is_read_as_of_the_day_it_begins(caseload: Caseload) -> None:
    caseload = Caseload(caseload.store, today=lambda: date(2026, 8, 24))
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS.parent / "field" / "F09-oneroster-before-term"))
        assert "2 begin on Aug 31. Read the class as of which day?" in " ".join(drawn(pilot).split())
        assert "August 31, 2026" in drawn(pilot)
        await press(pilot, "enter")
        assert "2 new" in drawn(pilot)
        await press(pilot, "enter")
    assert len(caseload.students) == 2


async def test_escape_from_the_day_of_a_class_imports_nothing(caseload: Caseload) -> None:
    caseload = Caseload(caseload.store, today=lambda: date(2026, 8, 24))
    async with open_app(caseload) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(ROSTERS.parent / "field" / "F09-oneroster-before-term"))
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"
    assert caseload.students == []
