"""Beside others: a deleted lock file, a writer that was suspended, a torn end that nobody can remove, a read-only folder, a link."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from folder_case import NOW, abandon, add_check_in, bytes_of, filled, lines_of
from golden_story import GOLDEN

from advisory.store import Busy, DamagedError, Refused, Store, StoreError
from advisory.store.disk.lock import KernelLock
from advisory.store.disk.row import encode_header
from advisory.store.doctor import examine
from advisory.store.restore import restore

SNAPSHOT, JOURNAL, LOCK = "advisory.json", "advisory.journal.jsonl", "advisory.lock"
TRUTH = ["Line 0", "Line 1", "Line 2"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no open file")


def note(store, line):
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", line)


@pytest.fixture
def home(tmp_path):
    abandon(filled(tmp_path / "home"))
    return tmp_path / "home"


# A deleted lock file


@posix
def test_who_holds_a_deleted_lock_file_still_keeps_others_out(home):
    first, second = KernelLock(home / LOCK), None
    first.acquire()
    (home / LOCK).unlink()
    second = KernelLock(home / LOCK)
    with pytest.raises(Busy):
        second.acquire(0.05)
    first.release()
    second.acquire(0.05)
    with pytest.raises(Busy):
        first.acquire(0.05)
    second.release()
    first.acquire(0.05)
    assert os.fstat(first._descriptor).st_ino == (home / LOCK).stat().st_ino
    first.close()
    second.close()


WRITER = """
import sys
sys.path[:0] = sys.argv[2:4]
from pathlib import Path
from folder_case import NOW, add_check_in
from advisory.store import Store
store = Store.open(Path(sys.argv[1]))
for number in range(25):
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", f"{sys.argv[4]} {number}")
store.close()
"""


@posix
def test_deleting_it_while_three_write_costs_nothing(home, request):
    places = [str(request.path.parent), str(request.path.parents[1])]
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, home, *places, name]) for name in "ABC"]
    while any(writer.poll() is None for writer in writers):
        (home / LOCK).unlink(missing_ok=True)
        time.sleep(0.002)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    store = Store.open(home)
    assert sorted(lines_of(store)) == sorted([*TRUTH, *(f"{name} {n}" for name in "ABC" for n in range(25))])
    assert not examine(home).findings


def test_a_lock_file_deleted_between_two_changes_is_made_again(home):
    store = Store.open(home)
    note(store, "One")
    (home / LOCK).unlink()
    note(store, "Two")
    assert (home / LOCK).exists()
    store.close()
    assert lines_of(Store.open(home)) == [*TRUTH, "One", "Two"]


# A writer that was suspended

HOLDER = """
import sys
sys.path[:0] = sys.argv[2:4]
from pathlib import Path
from folder_case import NOW, add_check_in
from advisory.store import Store
from advisory.store.disk import journal
store = Store.open(Path(sys.argv[1]))
def half(descriptor, data):
    import os, signal
    os.write(descriptor, bytes(data)[: int(sys.argv[4])])
    print("in the middle", flush=True)
    signal.pause()
journal.write_all = half
with store.change("Check-in", NOW) as change:
    add_check_in(change, "s0000001", "Never finished")
"""


@pytest.fixture(params=[0, 60])
def suspended(home, request):
    """Another program, stopped in the middle of writing a change, of which so many bytes are in the journal."""
    places = [str(request.path.parent), str(request.path.parents[1])]
    writer = subprocess.Popen(
        [sys.executable, "-c", HOLDER, home, *places, str(request.param)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "in the middle\n"
    writer.send_signal(signal.SIGSTOP)
    yield request.param
    writer.kill()
    writer.wait()
    writer.stdout.close()


@posix
def test_reading_works_beside_it(home, suspended, monkeypatch):
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.PATIENCE", 0.1)
    monkeypatch.setattr(sys.modules["advisory.store.doctor.examine"], "PATIENCE", 0.1)
    before = bytes_of(home)
    store = Store.open(home)
    assert lines_of(store) == TRUTH
    assert len(list(store.changes())) == 4
    store.refresh()
    with pytest.raises(Busy):
        note(store, "Waits")
    assert store.close() == ()
    found = examine(home).findings
    assert all(finding.is_advice for finding in found)
    assert "has been writing" in str(found[0])
    if suspended:
        assert "What is on the disk is shown" in store.notices[0]
        assert "was being written" in store.notices[1]
    else:
        assert store.notices == ()
    assert bytes_of(home) == before


# A torn end that can't be removed


@pytest.fixture
def torn(home):
    with (home / JOURNAL).open("ab") as file:
        file.write(b'{"seq":5,"at":"2026')
    return home


@pytest.mark.parametrize("call", ["write", "fsync", "ftruncate"])
def test_on_a_full_disk_a_torn_end_keeps_nobody_from_reading(torn, monkeypatch, call):
    def fail(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        store = Store.open(torn)
        assert lines_of(store) == TRUTH
        (notice,) = store.notices
        assert "can't be set aside (No space left on device), and until it is nothing can be saved" in notice
        store.refresh()
        with pytest.raises(StoreError, match="No space left"):
            note(store, "Never")
        assert lines_of(store) == TRUTH
    note(store, "Once there is room")
    store.close()
    assert lines_of(Store.open(torn)) == [*TRUTH, "Once there is room"]


def test_in_a_read_only_folder_it_is_left_out_and_told(torn, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_args: False)
    before = bytes_of(torn)
    store = Store.open(torn)
    assert lines_of(store) == TRUTH
    read_only, left_out = store.notices
    assert "is read-only" in read_only
    assert "is incomplete, so it is left out" in left_out
    store.close()
    assert bytes_of(torn) == before


def test_a_lock_that_cannot_be_opened_is_told_as_it_is(home, monkeypatch):
    def fail(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("advisory.store.disk.lock.open_private", fail)
    store = Store.open(home)
    assert lines_of(store) == TRUTH
    assert store.notices == (f"{home} can only be read (No space left on device), so nothing can be changed in it.",)


def test_who_only_reads_writes_no_history_and_no_snapshot_again(home, monkeypatch):
    Store.open(home).close()
    monkeypatch.setattr("advisory.store.disk.open_folder.saving.SMALL", 100)
    store = Store.open(home)
    note(store, "One")
    store.close()
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    Store.open(home).close()
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()} == before


# A link in the snapshot's place


@pytest.fixture
def linked(home, tmp_path):
    Store.open(home).close()
    (home / SNAPSHOT).rename(tmp_path / "elsewhere.json")
    (home / SNAPSHOT).symlink_to(tmp_path / "elsewhere.json")
    return home


@posix
def test_a_link_is_read_but_never_replaced(linked, tmp_path):
    before = bytes_of(linked)
    store = Store.open(linked)
    assert lines_of(store) == TRUTH
    (notice,) = store.notices
    assert f"is a link to {tmp_path / 'elsewhere.json'}, so nothing can be changed" in notice
    with pytest.raises(Refused, match="is a link to"):
        note(store, "Never")
    store.close()
    filled(tmp_path / "other", 1).close()
    with pytest.raises(Refused, match="is a link to"):
        restore(linked, tmp_path / "other", NOW)
    (finding,) = examine(linked).findings
    assert str(finding).startswith(
        f"advisory.json: is a link to {tmp_path / 'elsewhere.json'}, so nothing can be changed"
    )
    assert (linked / SNAPSHOT).is_symlink()
    assert {name: data for name, data in bytes_of(linked).items() if name in before} == before


# New folders


@posix
def test_the_parents_of_a_new_folder_are_the_owners_alone(tmp_path):
    old = os.umask(0)
    try:
        filled(tmp_path / "a/b/c").close()
    finally:
        os.umask(old)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_history_that_cannot_be_listed_is_told_at_undo(home, monkeypatch):
    Store.open(home).close()
    store = Store.open(home)
    real = os.listdir

    def listdir(path="."):
        if str(path).endswith("history"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    with pytest.raises(
        StoreError, match=r"history can't be read \(Permission denied\), so what it holds can't be undone"
    ):
        store.undo(NOW)
    assert lines_of(store) == TRUTH


# Another program that writes for longer than anybody waits


@pytest.fixture
def holding(home, monkeypatch):
    """The lock of another program."""
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.PATIENCE", 0)
    lock = KernelLock(home / LOCK)
    yield lock
    lock.close()


def test_a_close_beside_one_that_writes_tells_that_every_change_is_safe(home, holding):
    store = Store.open(home)
    note(store, "One")
    holding.acquire()
    before = bytes_of(home)
    (told,) = store.close()
    assert told == (
        f"Every change is safe in {JOURNAL}, though another advisory was still writing to {home} when this one closed. The "
        "next close brings the other files up to date."
    )
    assert bytes_of(home) == before
    holding.release()
    assert lines_of(Store.open(home)) == [*TRUTH, "One"]


def test_an_older_folder_is_not_brought_over_beside_one_that_writes(home, holding):
    shutil.rmtree(home)
    shutil.copytree(GOLDEN / "schema-1", home)
    lock = KernelLock(home / LOCK)
    lock.acquire()
    before = bytes_of(home)
    with pytest.raises(Busy) as busy:
        Store.open(home)
    assert str(busy.value) == (
        f"Another advisory has been writing to {home} for 0 seconds. Nothing has been saved: wait until it is done or close it, "
        "then try again."
    )
    lock.close()
    assert bytes_of(home) == before


# A folder that changes while it is open and can only be read


def test_what_took_the_snapshots_place_is_told_where_nothing_can_be_written(home, monkeypatch):
    Store.open(home).close()
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.open_lock", lambda _folder: "It can only be read.")
    store = Store.open(home)
    other = home.with_name("other.json")
    (home / SNAPSHOT).rename(other)
    (home / SNAPSHOT).mkdir()
    with pytest.raises(DamagedError) as refused:
        store.refresh()
    assert str(refused.value) == (
        f"{home / SNAPSHOT} can't be used: it is not a file but a folder, a pipe, a device or a broken link. Nothing has been "
        "changed."
    )
    assert lines_of(store) == TRUTH
    (home / SNAPSHOT).rmdir()
    other.rename(home / SNAPSHOT)
    assert (store.refresh(), lines_of(store)) == (False, TRUTH)


# A journal with a change or none


def test_a_close_leaves_a_journal_that_holds_no_change_and_empties_one_that_holds_one(home):
    Store.open(home).close()
    snapshot = json.loads((home / SNAPSHOT).read_bytes())["_meta"]["1"]
    (home / JOURNAL).write_bytes(encode_header(snapshot["seq"], int(snapshot["chain"], 16)))
    before = bytes_of(home)
    assert Store.open(home).close() == ()
    assert bytes_of(home) == before
    store = Store.open(home)
    note(store, "One")
    assert len((home / JOURNAL).read_bytes().splitlines()) == 2
    store.close()
    assert (home / JOURNAL).read_bytes() == b""
