"""All that doctor finds in a folder besides records and changes, each in a sentence, and nothing in one that is in order."""

import os
import re
import sys

import pytest
from folder_case import NOW, filled

from advisory.store import Drafts
from advisory.store.disk import packed
from advisory.store.disk.beside import unwritten
from advisory.store.disk.open_folder import purged
from advisory.store.doctor.housekeeping import check_housekeeping
from advisory.store.doctor.report import REPAIR

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other modes and links")


def told(folder):
    """What is found, without what differs from run to run, and whether it is only advice."""
    found = [
        (str(one).replace(str(folder), "FOLDER").replace(REPAIR, "repair"), one.is_advice)
        for one in check_housekeeping(folder)
    ]
    return [
        (re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "WHEN", one.replace(str(folder.parent), "PLACE")), is_advice)
        for one, is_advice in found
    ]


def private(path, data=b""):
    path.write_bytes(data)
    path.chmod(0o600)


def test_each_thing_that_is_not_in_order_is_found(tmp_path):
    home = tmp_path / "home"
    filled(home).close()
    assert told(home) == []
    Drafts(home).save("check_in", "", {"line": "x"}, NOW)
    assert told(home) == []
    (home / "advisory.journal.jsonl").chmod(0o644)
    (home / "history").chmod(0o710)
    private(home / ".advisory.json.1-1.tmp")
    (home / "backups").mkdir(mode=0o700, exist_ok=True)
    private(home / "backups" / "advisory-2026-11-20-0000001.json.gz", packed.pack(b"x" * 500)[:-3])
    private(home / "backups" / "damaged-x.gz", b"\x1f\x8bx")
    private(home / "drafts" / "pact-s0000001.json", b"{")
    private(home / "drafts" / "pact-s0000001.aside-1", b"{")
    unwritten.remember(home, OSError(28, "No space left on device"))
    (home / unwritten.NAME).chmod(0o600)
    purged.put_mark(home, purged.NO_CHANGE_YET)
    (home / "advisory.json").rename(tmp_path / "real.json")
    (home / "advisory.json").symlink_to(tmp_path / "real.json")
    mode = "others on this computer may open it (its mode is"
    assert told(home) == [
        (f"advisory.journal.jsonl: {mode} 644, it should be 600); repair closes it to them.", False),
        (f"history: {mode} 710, it should be 700); repair closes it to them.", False),
        (".advisory.json.1-1.tmp: a program was killed while it wrote this file, which was never put in its place; delete it, or repair does.", False),
        ("advisory.purge: a purge was stopped before it took anything away; everything is as it was; the next start cleans up after it, or repair does.", True),
        ("backups/advisory-2026-11-20-0000001.json.gz: this copy can't be decompressed (its end is missing): it was not copied whole; your records are not affected; repair renames it to damaged-advisory-2026-11-20-0000001.json.gz, so that nobody relies on it.", False),
        ("drafts/pact-s0000001.json: this text that was not saved can't be read as a draft; look at it, or repair sets it aside.", False),
        ("advisory.unwritten.txt: Every change is safe, but advisory.json could not be brought up to date when advisory was closed at WHEN (No space left on device). What is new is in advisory.journal.jsonl alone; the next close tries again.", True),
        ("drafts/pact-s0000001.aside-1: text that was not saved and could not be shown was set aside here; copy the words in an editor, then delete it.", True),
        ("advisory.json: is a link to PLACE/real.json, so nothing can be changed: a save would replace the link, and that file would stay as it is; move the file here, or use its folder with --home PLACE.", False),
    ]  # fmt: skip


def test_a_file_of_another_user_is_found(tmp_path, monkeypatch):
    filled(tmp_path / "home").close()
    (tmp_path / "home" / "advisory.odd").symlink_to(tmp_path / "none")
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    found = [sentence for sentence, _ in told(tmp_path / "home")]
    assert "FOLDER: it belongs to another user of this computer; make it yours with chown." in found
    assert "advisory.json: it belongs to another user of this computer; make it yours with chown." in found
    assert not any("advisory.odd: it belongs" in one for one in found)


def test_a_folder_that_a_cloud_service_keeps_is_advice(tmp_path):
    home = tmp_path / "Dropbox" / "home"
    filled(home).close()
    assert told(home) == [
        (
            (
                "FOLDER: it is synced by Dropbox; use advisory on one computer at a time there, and close it before you move to the "
                "next: two at once leave conflict copies, which are never merged."
            ),
            True,
        )
    ]


def test_windows_has_no_modes_and_no_owners(tmp_path, monkeypatch):
    home = tmp_path / "home"
    filled(home).close()
    (home / "advisory.journal.jsonl").chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert len(told(home)) > 1
    monkeypatch.setattr(sys, "platform", "win32")
    assert told(home) == []
