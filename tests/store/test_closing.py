"""Closing a folder: small ones are written anew, large ones keep their journal, and a close that fails is told until one succeeds."""

import errno
import os
from functools import partial

import pytest
from folder_case import NOW, add_check_in, bytes_of, content, filled, lines_of

from advisory.model import CheckIn
from advisory.store import Store
from advisory.store.disk import backup, history
from advisory.store.disk.beside import unwritten as unwritten_file
from advisory.store.disk.open_folder import saving
from advisory.store.doctor import examine
from advisory.store.restore import restore

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture
def large(tmp_path, monkeypatch):
    """A folder whose snapshot counts as a large one: of 60 check-ins."""
    filled(tmp_path / "home", 60).close()
    monkeypatch.setattr(saving, "SMALL", 1000)
    return tmp_path / "home"


def note(folder, line):
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", line)
    return store.close()


@pytest.mark.parametrize(
    ("snapshot", "journal", "due"),
    [
        (0, 300, True),
        (saving.SMALL, 300, True),
        (saving.SMALL + 1, 300, False),
        (16 << 20, 1 << 20, False),
        (16 << 20, (1 << 20) + 1, True),
    ],
)
def test_when_a_close_writes_the_snapshot(snapshot, journal, due):
    assert saving.is_due_at_close(snapshot, journal) == due


def test_a_note_does_not_write_a_large_snapshot_again(large):
    before = (large / SNAPSHOT).stat()
    note(large, "One more")
    after = (large / SNAPSHOT).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert backup.pairs(large) == []
    store = Store.open(large)
    assert store.notices == ()
    assert lines_of(store)[-1] == "One more"
    assert store.undo(NOW).what == "Check-in"
    assert not examine(large).findings


def test_what_stays_in_the_journal_is_in_history_too_and_once(large):
    for number in range(3):
        note(large, f"More {number}")
    rows = (large / "history/2026-11.jsonl").read_bytes()
    journal = (large / JOURNAL).read_bytes()
    assert rows.endswith(journal)
    assert [rows.count(b'"line":"More %d"' % number) for number in range(3)] == [1, 1, 1]
    (large / SNAPSHOT).write_bytes(b"")
    (large / JOURNAL).unlink()
    assert b"More 2" in b"".join(content(path) for path in large.glob("history/*"))


def test_enough_of_them_write_it_and_a_copy_is_kept(large):
    for number in range(12):
        note(large, f"More {number}")
        if backup.pairs(large):
            break
    (pair,) = backup.pairs(large)
    assert number > 1
    assert (large / JOURNAL).read_bytes() == b""
    assert [change.seq for change in Store.open(large).changes()] == list(range(62 + number, 0, -1))
    restore(large, pair.path, NOW)
    assert len(Store.open(large).all(CheckIn)) == 61 + number


def test_over_a_months_end_each_row_is_in_its_month_once(large, monkeypatch):
    store = Store.open(large)
    with store.change("Check-in", NOW.replace(month=12, day=1)) as change:
        add_check_in(change, "s0000001", "December")
    store.close()
    note(large, "The clock went back")
    assert {path.name for path in history.months(large)} == {"2026-11.jsonl", "2026-12.jsonl"}
    assert len(list(Store.open(large).changes())) == 63


def fail(*_args, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def unwritten(tmp_path, monkeypatch):
    """The snapshot of three lines could be written, that of four could not."""
    home = tmp_path / "home"
    filled(home).close()
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_beside", fail)
        (told,) = note(home, "Safe")
    assert told.startswith("Every change is safe, but advisory.json could not be brought up to date when advisory was")
    assert "(No space left on device)" in told
    return home, told


def test_a_close_that_failed_is_told_at_the_next_start_and_by_doctor(unwritten):
    home, told = unwritten
    assert b"Safe" not in (home / SNAPSHOT).read_bytes()
    store = Store.open(home)
    assert store.notices == (told,)
    assert lines_of(store)[-1] == "Safe"
    (finding,) = examine(home).findings
    assert finding.is_advice
    assert str(finding) == f"advisory.unwritten.txt: {told}"


def test_once_it_is_written_nothing_is_told(unwritten):
    home, _ = unwritten
    assert Store.open(home).close() == ()
    assert b"Safe" in (home / SNAPSHOT).read_bytes()
    assert Store.open(home).notices == ()
    assert not examine(home).findings


def test_on_a_disk_without_room_for_a_sentence_an_empty_file_tells(unwritten, monkeypatch):
    home, _ = unwritten
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fail)
        Store.open(home).close()
    assert (home / "advisory.unwritten.txt").read_bytes() == b""
    (told,) = Store.open(home).notices
    assert told.startswith("Every change is safe, but advisory.json could not be brought up to date at the last close.")


def test_closes_that_fail_add_no_copies(unwritten, monkeypatch):
    home, _ = unwritten
    before = bytes_of(home / "backups") if (home / "backups").exists() else {}
    for name in ("write_beside", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(saving, name, fail)
            note(home, name)
    assert (bytes_of(home / "backups") if (home / "backups").exists() else {}) == before
    assert list(home.glob(".*.tmp")) == []


@pytest.mark.parametrize("committed", [True, False])
def test_a_disk_that_fails_late_in_a_close_is_told_with_the_folder_and_what_to_do(tmp_path, monkeypatch, committed):
    """Behind the rename of the snapshot: the records are there, but what follows is not done."""

    def failing(*_args):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    store = filled(tmp_path / "home", 2)
    if not committed:
        store._ledger._has_committed = False
    monkeypatch.setattr(history, "sync", failing)
    (told,) = store.close()
    assert "[Errno" not in told
    assert told.startswith(f"Every change is safe, but the close could not be finished in {tmp_path / 'home'} (")
    assert "Input/output error" in told
    assert "`advisory doctor`" in told
    monkeypatch.undo()
    assert lines_of(Store.open(tmp_path / "home")) == ["Line 0", "Line 1"]


def test_a_history_that_is_a_broken_link_is_told_by_its_name(tmp_path):
    store = filled(tmp_path / "home", 2)
    (tmp_path / "home" / "history").symlink_to(tmp_path / "nowhere")
    (told,) = store.close()
    assert "[Errno" not in told
    assert str(tmp_path / "home" / "history") in told
    assert lines_of(Store.open(tmp_path / "home")) == ["Line 0", "Line 1"]


def test_a_sentence_of_which_only_a_part_is_text_tells_what_it_can(tmp_path):
    place = tmp_path / unwritten_file.NAME
    place.write_bytes(b"\xff\xfe")
    assert unwritten_file.sentence_in(tmp_path).startswith(
        "Every change is safe, but advisory.json could not be brought up to date at the last close. What is new"
    )
    place.write_bytes(b" Every change is safe\xff, but\n")
    assert unwritten_file.sentence_in(tmp_path) == "Every change is safe\ufffd, but"


@pytest.mark.parametrize("is_failing", [True, False])
def test_a_close_lets_go_of_the_files_also_where_it_could_not_write(tmp_path, monkeypatch, is_failing):
    ledger, released = filled(tmp_path)._ledger, []

    def release(part, close):
        released.append(part)
        close()

    for part in ("_journal", "_lock"):
        owned = getattr(ledger, part)
        monkeypatch.setattr(owned, "close", partial(release, part, owned.close))
    if is_failing:
        monkeypatch.setattr(saving, "write_beside", fail)
    ledger.close()
    assert released[-2:] == ["_journal", "_lock"]
