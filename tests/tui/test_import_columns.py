"""Importing a file whose columns can't be told: the advisor says what each one is, once for every header."""

from pathlib import Path

import pytest
from app_case import SIZES, assert_fits, command, drawn, fill_in, message, open_app, press

from advisory.caseload.caseload import Caseload

STRANGE = "Kid A,Kid B,Zimmer,Parent 1\nAmina,Yusuf,12,Fatima\nBeatriz,Nogueira,12,\n"
HEADERLESS = "Amina,Yusuf,a@school.example,7\nBeatriz,Nogueira,b@school.example,8\n"
NAMES_ONLY = "Amina,Yusuf,Crew\nBeatriz,Nogueira,Crew\n"


def names(caseload: Caseload) -> set[str]:
    return {student.full_name for student in caseload.students}


def write(tmp_path: Path, text: str) -> str:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


async def start(pilot, path: str) -> None:
    await press(pilot, "I")
    await fill_in(pilot, file=path)


@pytest.mark.parametrize("size", SIZES)
async def test_the_columns_of_a_strange_header_are_named_once(caseload: Caseload, tmp_path: Path, size) -> None:
    path = write(tmp_path, STRANGE)
    async with open_app(caseload, size) as pilot:
        await start(pilot, path)
        shown = drawn(pilot)
        assert "What is in each column?" in shown
        for part in ("1. Kid A", "2. Kid B", "3. Zimmer", "Amina"):
            assert part in shown
        assert_fits(pilot)
        await press(pilot, "enter")
        assert "Nothing is read yet" in drawn(pilot)
        await press(pilot, "g", "down", "f", "enter")
        assert "What is the first row: Kid A, Kid B, Zimmer, Parent 1?" in drawn(pilot)
        await press(pilot, "enter")
        assert "2 new" in drawn(pilot)
        await press(pilot, "enter")
        assert message(pilot) == "Imported: 2 new. u undoes it all."
        assert names(caseload) == {"Amina Yusuf", "Beatriz Nogueira"}
        await command(pilot, "undo")
        assert names(caseload) == set()
        await start(pilot, path)
        assert "2 new" in drawn(pilot)


async def test_a_table_without_a_header_is_read_by_its_places_and_not_remembered(
    caseload: Caseload, tmp_path: Path
) -> None:
    path = write(tmp_path, HEADERLESS)
    async with open_app(caseload) as pilot:
        await start(pilot, path)
        assert "1. Amina" in drawn(pilot)
        assert "← email" in drawn(pilot)  # an address says what its column is
        await press(pilot, "g", "down", "f", "enter")
        assert "2 new" in drawn(pilot)
        await press(pilot, "enter")
        assert names(caseload) == {"Amina Yusuf", "Beatriz Nogueira"}
        assert {student.email for student in caseload.students} == {"a@school.example", "b@school.example"}
    settings = caseload.store.folder / "settings.json"
    assert not settings.exists() or "amina" not in settings.read_text(encoding="utf-8").casefold()


async def test_where_the_first_row_may_be_either_it_is_asked_about(caseload: Caseload, tmp_path: Path) -> None:
    async with open_app(caseload) as pilot:
        await start(pilot, write(tmp_path, NAMES_ONLY))
        await press(pilot, "g", "down", "f", "enter")
        assert "What is the first row: Amina, Yusuf, Crew?" in drawn(pilot)
        await press(pilot, "down", "enter")
        assert "2 new" in drawn(pilot)
        await press(pilot, "enter")
    assert names(caseload) == {"Amina Yusuf", "Beatriz Nogueira"}


async def test_a_field_named_twice_is_said_and_escape_leaves_everything(caseload: Caseload, tmp_path: Path) -> None:
    before = caseload.store.seq
    async with open_app(caseload) as pilot:
        await start(pilot, write(tmp_path, HEADERLESS))
        await press(pilot, "g", "down", "g", "enter")
        assert "Two columns are marked as given name. Only one can be." in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"
    assert caseload.store.seq == before


async def test_no_name_of_the_file_is_shown_under_the_shade(caseload: Caseload, tmp_path: Path) -> None:
    async with open_app(caseload) as pilot:
        await command(pilot, "shade")
        await start(pilot, write(tmp_path, HEADERLESS))
        assert "What is in each column?" in drawn(pilot)
        for name in ("Amina", "Yusuf", "Beatriz"):
            assert name not in drawn(pilot)
