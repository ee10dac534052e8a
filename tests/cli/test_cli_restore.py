"""restore: the way back to a backup, and back again."""

from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from advisory.model.day_order import show_date
from advisory.store import Store
from advisory.store.restore import Restored


def students(line):
    return [row.split("  ")[0] for row in line("list").out.splitlines()[1:]]


EVERYBODY = ["José Ñandú", "Maya Okafor", "Mayumi Sato"]


def test_a_backup_is_restored_with_everything_in_it(line, home, tmp_path):
    line("checkin", "jose", "Before")
    said = line("backup", str(tmp_path / "usb.json"))
    assert said.code == 0
    assert "usb.json, private ones too" in said.err
    line("checkin", "jose", "After")
    said = line("restore", str(tmp_path / "usb.json"))
    assert said.code == 0
    assert "3 students, 1 check-in." in said.err
    assert "before-restore-" in said.err
    assert "After" not in line("log").out
    assert "Before" in line("log").out


def test_the_way_back_from_a_restore_is_a_restore(line, tmp_path):
    line("backup", str(tmp_path / "usb.json"))
    line("checkin", "jose", "After")
    line("sheet", "jose", "--for", "substitute", "-o", str(tmp_path / "page.html"))
    said = line("restore", str(tmp_path / "usb.json"))
    assert "What you shared since then is still listed: 1." in said.err
    assert "page.html" in line("shared").out
    kept = said.err.split("`advisory restore ")[1].split("`")[0]
    assert line("restore", kept).code == 0
    assert "After" in line("log").out


def test_undo_does_not_go_behind_a_restore(line, tmp_path):
    line("backup", str(tmp_path / "usb.json"))
    line("checkin", "jose", "After")
    line("restore", str(tmp_path / "usb.json"))
    said = line("undo")
    assert said.code == 1
    assert "restored as of" in said.err
    assert students(line) == EVERYBODY
    line("checkin", "jose", "A new one")
    assert "Undid" in line("undo").err
    assert line("undo").code == 1


@pytest.mark.parametrize("name", ["nothing-there.json", "."])
def test_what_is_not_there_is_refused(line, home, name, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    said = line("restore", name)
    assert said.code == 1
    assert "restore" in said.err
    assert students(line) == EVERYBODY


def test_the_file_in_use_is_refused(line, home):
    assert "the file in use" in line("restore", str(home / "advisory.json")).err


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a": 1}', b'{"_meta":{"1":{"format":9,"schema":9,"needs":"9.9"}}}'])
def test_what_is_no_backup_is_refused_and_nothing_changes(line, home, tmp_path, data):
    (tmp_path / "x.json").write_bytes(data)
    before = (home / "advisory.json").read_bytes()
    said = line("restore", str(tmp_path / "x.json"))
    assert said.code == 1
    assert "x.json" in said.err
    assert (home / "advisory.json").read_bytes() == before


def test_a_restore_into_a_new_folder(line, tmp_path, capsys):
    from advisory.cli import run

    line("backup", str(tmp_path / "usb.json"))
    assert run(["--home", str(tmp_path / "new"), "restore", str(tmp_path / "usb.json")]) == 0
    store = Store.open(tmp_path / "new")
    assert store.notices == ()
    store.close()


def test_all_that_a_restore_has_to_say_is_said(line, home, monkeypatch):
    done = Restored(
        Path("usb.json"), 1, 2, 7, "2026-11-23T09:05:00Z", edited=True, kept="backups/before-restore.json.gz",
        damage=("one line could not be read", "another neither"), shares=3,
    )  # fmt: skip
    at = datetime.fromisoformat(done.saved).astimezone()
    monkeypatch.setattr("advisory.store.restore.restore", lambda *_arguments: done)
    said = line("restore", "usb.json")
    assert (said.code, said.out) == (0, "")
    assert said.err.splitlines() == [
        f"Restored from usb.json as of {show_date(at)} {at:%H:%M}: 1 student, 2 check-ins.",
        "That file was changed outside advisory; every record in it was checked.",
        "That copy was damaged, as it was before the repair. Everything readable in it was restored.",
        "one line could not be read.",
        "another neither.",
        "What you shared since then is still listed: 3. `advisory shared` shows it.",
        (
            "What was there before is in backups/before-restore.json.gz. `advisory restore backups/before-restore.json.gz` goes back "
            "to it; undo can't."
        ),
    ]
    plain = msgspec.structs.replace(done, saved="", edited=False, kept="", damage=(), shares=0)
    monkeypatch.setattr("advisory.store.restore.restore", lambda *_arguments: plain)
    assert line("restore", "usb.json").err == "Restored from usb.json: 1 student, 2 check-ins.\n"
    monkeypatch.setattr("advisory.cli.restore._notices", lambda _folder: ("A notice of the start.",))
    assert line("restore", "usb.json").err == (
        "Restored from usb.json: 1 student, 2 check-ins.\nA notice of the start.\n"
    )
