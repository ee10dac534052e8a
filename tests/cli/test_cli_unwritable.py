"""A read-only folder and a full disk: exit code 3, and a sentence that says which file and what now."""

import errno
import os

import pytest

from advisory.store.disk import files
from advisory.store.disk.open_folder import saving

FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def read_only(monkeypatch):
    """Whoever asks whether something may be written hears that it may not."""
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)


def held(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fail(*_args, **_options):
    raise FULL


def test_a_restore_into_a_read_only_folder_is_refused_as_one(line, home, tmp_path, request):
    line("backup", str(tmp_path / "usb.json"))
    request.getfixturevalue("read_only")
    before = held(home)
    said = line("restore", str(tmp_path / "usb.json"))
    assert (said.code, said.out) == (3, "")
    assert f"{home} is read-only" in said.err
    assert held(home) == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize(
    "command", [["backup", "usb.json"], ["export", "caseload", "-o", "usb.json"], ["backup", "usb.json.gz"]], ids=str
)
def test_a_disk_that_takes_no_file_ends_with_three(line, tmp_path, monkeypatch, command, number):
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(files, "write_beside", lambda *_args: (_ for _ in ()).throw(OSError(number, os.strerror(number))))
        said = line(*command)
    assert said.code == 3
    assert f"could not be written ({os.strerror(number)})" in said.err
    assert not list(tmp_path.glob("usb*"))


def test_a_name_that_may_not_be_written_is_still_a_refusal(line, tmp_path):
    assert line("backup", str(tmp_path / "none" / "usb.json")).code == 1


@pytest.mark.parametrize("damage", [False, True])
def test_repair_says_that_a_folder_is_read_only_and_changes_nothing(line, home, request, damage):
    if damage:
        (home / "advisory.json").write_text("{")
    request.getfixturevalue("read_only")
    before = held(home)
    said = line("doctor", "--repair")
    assert said.code == 3
    assert said.err.startswith(f"{home} is read-only, so nothing can be put right, and nothing was changed.")
    assert held(home) == before


@pytest.mark.parametrize("command", ["list", "log", "show jose"])
def test_a_command_on_a_full_disk_tells_once_that_the_snapshot_is_old(line, monkeypatch, command):
    monkeypatch.setattr(saving, "write_beside", fail)
    line("checkin", "jose", "Showed the draft")
    said = line(*command.split())
    assert said.code == 0
    assert said.err.count("could not be brought up to date") == 1
    assert len(said.err.splitlines()) == 1


def test_a_note_on_a_full_disk_says_in_new_words_that_it_failed_again(line, monkeypatch):
    monkeypatch.setattr(saving, "write_beside", fail)
    line("checkin", "jose", "Showed the draft")
    first, saved, again = line("checkin", "jose", "Another").err.splitlines()
    assert "could not be brought up to date" in first
    assert saved.startswith("Saved [")
    assert again == (
        "What is new now is safe in advisory.journal.jsonl too: this close could not write advisory.json either (No space "
        "left on device)."
    )


@pytest.mark.parametrize("name", ["", " "])
def test_a_data_folder_without_a_name_is_a_wrong_command_line(line, name):
    said = line("--home", name, "list")
    assert (said.code, said.out) == (2, "")
    assert "there is no name: say which folder." in said.err


@pytest.mark.parametrize("opening", ["[", '{"a":'])
@pytest.mark.parametrize("name", ["nest.json", "backups/before-restore-2026-11-23-0000001.json"])
def test_a_file_nested_too_deep_is_refused_in_a_sentence(line, home, tmp_path, opening, name):
    path = (home if "/" in name else tmp_path) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(opening * 200_000)
    said = line("restore", str(path))
    assert said.code == 1
    assert "recursion" not in said.err
    assert "nested deeper than any file of advisory" in said.err


def test_settings_that_can_not_be_read_are_told_without_a_number(home):
    from advisory.settings.configuration import Configuration

    (home / "settings.json").mkdir()
    assert "(it is not a file)" in Configuration(home).notice
