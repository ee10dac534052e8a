"""`@` `h` hands students over in a file that is seen first; `I` takes one in, with what it brings shown first."""

from pathlib import Path

import pytest
from app_case import caseload_in, drawn, fill_in, highlight, message, open_app, press, settle
from encrypted_case import age_encrypt, age_open

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.model import ExportLog
from advisory.model.words import Audience, Visibility
from advisory.store import Store

WORDS = "four plain words"


async def test_a_handover_is_encrypted_seen_written_and_logged_and_taken_in_elsewhere(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("advisory.tui.commands.exchange.handover.encrypt", age_encrypt)  # as quick as a test needs it
    maya = demo.one("maya")
    record_check_in(demo, maya.id, "Kai explained it to her", visibility=Visibility.STAFF)
    record_check_in(demo, maya.id, "Only for me")
    async with open_app(demo, (90, 40)) as pilot:
        await highlight(pilot, maya)
        await press(pilot, "@", "h")
        assert "With a passphrase, only somebody who knows it can read" in drawn(pilot)
        await press(pilot, *"short", "enter", *"short", "enter")
        assert "too short" in drawn(pilot)
        pilot.app.screen.query_one("#passphrase").value = WORDS
        await press(pilot, "enter")
        assert "The two are not the same" in drawn(pilot)
        pilot.app.screen.query_one("#passphrase-again").value = WORDS
        assert WORDS not in drawn(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        shown = drawn(pilot)
        assert "Another student explained it to her" in shown
        assert "Only for me" not in shown
        await press(pilot, "enter")
        file = tmp_path / f"handover-{maya.id}-2026-11-23.age"
        assert str(file) in message(pilot)
    (log,) = demo.store.all(ExportLog)
    assert (log.audience, log.what, log.students) == (Audience.STAFF, "handover", (maya.id,))
    assert b"Only for me" not in age_open(file.read_bytes(), WORDS)

    store = Store.open(tmp_path / "there")
    there = caseload_in(store)
    async with open_app(there, (90, 40)) as pilot:
        await press(pilot, "I")
        await fill_in(pilot, file=str(file))
        assert "is encrypted" in drawn(pilot)
        await press(pilot, *"wrong", "enter")
        await settle(pilot)
        assert "That doesn't open it" in drawn(pilot)
        pilot.app.screen.query_one("#passphrase").value = WORDS
        await press(pilot, "enter")
        await settle(pilot)
        assert "1 new, 0 here already" in drawn(pilot)
        assert not there.students
        await press(pilot, "enter")
        assert message(pilot).startswith("Imported: 1 student; u undoes it all")
        assert [one.full_name for one in there.students] == ["Maya Okafor"]
        await press(pilot, "u")
        assert not there.students
    store.close()


async def test_escape_takes_nothing_in_and_who_had_left_is_asked_about(
    caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ana = add_student(caseload, given_name="Ana", family_name="Berg")
    async with open_app(caseload) as pilot:
        await press(pilot, "@", "h", "enter", "enter")
        file = tmp_path / f"handover-{ana.id}-2026-11-23.json"
        assert "It is not encrypted: whoever has the file can read it." in message(pilot)
    archive_student(caseload, ana.id)
    before = caseload.store.seq
    async with open_app(caseload) as pilot:
        for left in (["escape"], ["enter", "escape"], ["enter", "enter"]):
            await press(pilot, "I")
            await fill_in(pilot, file=str(file))
            assert "They had left" in drawn(pilot)
            await press(pilot, *left)
            assert message(pilot) == "Nothing was imported."
            assert caseload.store.seq == before
        await press(pilot, "I")
        await fill_in(pilot, file=str(file))
        await press(pilot, "enter", "down", "enter")
        assert [one.id for one in caseload.students] == [ana.id]
