"""`X`: the caseload goes out as a file, for the advisor's eyes and over nothing that is there."""

import csv
import stat
from pathlib import Path

import pytest
from app_case import command, drawn, fill_in, message, open_app, press, settings_of

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.model import ExportLog
from advisory.tui.commands.registry import SCREENS

SECRET = "Told me about home"


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_file_is_written_that_only_its_owner_may_read(demo: Caseload, tmp_path: Path, screen: str) -> None:
    path = tmp_path / "out.csv"
    before = demo.store.seq
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "export")
        await fill_in(pilot, file=str(path), **{"for": "myself"})
        assert message(pilot).startswith("Exported 22 rows for you alone to ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["student"] for row in rows] == [demo.names[student.id] for student in demo.students]
    assert demo.store.seq == before


async def test_the_form_proposes_a_file_named_by_the_day(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(demo) as pilot:
        await press(pilot, "X")
        assert pilot.app.screen.values["file"] == str(tmp_path / "advisory-2026-11-23.csv")
        await press(pilot, "ctrl+s", "enter")
    assert (tmp_path / "advisory-2026-11-23.csv").exists()


async def test_a_name_that_ends_in_xlsx_is_a_workbook(demo: Caseload, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    async with open_app(demo) as pilot:
        await press(pilot, "X")
        await fill_in(pilot, file=str(path))
        await press(pilot, "enter")
        assert message(pilot).startswith("22 rows for staff written to ")
    assert path.read_bytes().startswith(b"PK")


async def test_a_file_that_is_there_is_left_alone(demo: Caseload, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine")
    async with open_app(demo) as pilot:
        await press(pilot, "X")
        await fill_in(pilot, what="students", file=str(path), **{"for": "myself"})
        assert "is there already" in " ".join(drawn(pilot).replace("│", " ").split())
        assert pilot.app.screen.values["what"] == "students"
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("file", ["", "/nowhere/at/all.csv", "\x00"])
async def test_a_file_that_can_not_be_written_is_told_in_words(demo: Caseload, file: str) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "X")
        await fill_in(pilot, file=file, **{"for": "myself"})
        assert pilot.app.screen.query_one(".dialog-problem").visual.plain.strip()


async def test_for_others_it_is_shown_first_and_a_private_line_is_included_by_typing_a_word(
    demo: Caseload, tmp_path: Path
) -> None:
    maya = demo.one("maya")
    record_check_in(demo, maya.id, SECRET)
    path = tmp_path / "out.csv"
    settings_of(demo.store.folder, '{"collapse_private": true}')
    async with open_app(demo) as pilot:
        await press(pilot, "X")
        await fill_in(pilot, what="checkins", file=str(path), student="maya", **{"for": "family"})
        assert "private check-ins" in drawn(pilot)
        await press(pilot, "end")
        assert SECRET not in drawn(pilot)  # collapsed here as everywhere, until it is included
        await press(pilot, "t", *"priv", "enter")
        assert "Nothing was included" in drawn(pilot)
        await press(pilot, *"ate", "enter", "enter")
        assert "for the family written to" in message(pilot)
    assert SECRET in path.read_text(encoding="utf-8-sig")
    (log,) = demo.store.all(ExportLog)
    assert (log.students, len(log.taken_in), log.file) == ((maya.id,), 1, str(path))
