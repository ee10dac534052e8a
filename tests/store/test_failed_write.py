"""Disks that fail: the change is refused aloud and is nowhere, what was saved stays, and the next one goes on."""

import errno
import os

import pytest
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, filled, lines_of

from advisory.model import CheckIn
from advisory.store import DamagedError, Store, StoreError, WriteError
from advisory.store.disk import history
from advisory.store.disk.journal import Journal
from advisory.store.disk.open_folder import saving
from advisory.store.disk.open_folder.ledger import Ledger

TRUTH = ["Line 0", "Line 1", "Line 2"]


@pytest.fixture
def store(tmp_path):
    store = filled(tmp_path)
    yield store
    store.close()


def save(store, line):
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", line)


def failing(error, after=0):
    """A system call that takes `after` bytes and then fails, as a disk does that fills up."""

    def call(descriptor, data=b""):
        nonlocal after
        if after and len(data) > after:
            taken, after = after, 0
            return real(descriptor, bytes(data)[:taken])
        raise OSError(error, os.strerror(error))

    real = os.write
    return call


@pytest.mark.parametrize("after", [0, 1, 100])
def test_a_full_disk_refuses_loses_nothing_and_goes_on(store, monkeypatch, after):
    before = bytes_of(store.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC, after))
        with pytest.raises(WriteError, match="No space left on device"):
            save(store, "Never")
    assert bytes_of(store.folder) == before
    assert lines_of(store) == TRUTH
    assert [record.line for record in store.check_ins_of("s0000001")] == TRUTH
    save(store, "Goes on")
    assert lines_of(store) == lines_of(Store.open(store.folder)) == [*TRUTH, "Goes on"]
    assert store.all(CheckIn)[-1].id == "c0000004"


def test_a_failed_sync_is_not_trusted(store, monkeypatch):
    before = bytes_of(store.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", failing(errno.EIO))
        patch.setattr(os, "fsync", failing(errno.EIO))
        for _ in range(2):
            with pytest.raises(WriteError, match="Input/output error"):
                save(store, "Never")
    assert bytes_of(store.folder) == before
    assert lines_of(store) == TRUTH
    read = []
    monkeypatch.setattr(Ledger, "_load", lambda ledger, load=Ledger._load: (read.append(1), load(ledger))[1])
    save(store, "Goes on")
    assert read == [1]  # from the disk first
    assert lines_of(store) == lines_of(Store.open(store.folder)) == [*TRUTH, "Goes on"]


def test_short_writes_are_continued(store, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data)[:7]))
    save(store, "In small pieces")
    assert lines_of(Store.open(store.folder)) == [*TRUTH, "In small pieces"]


def test_a_first_change_that_fails_leaves_an_empty_store(tmp_path, monkeypatch):
    store = Store.open(tmp_path / "new")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(WriteError), store.change("Add", NOW) as change:
            add_student(change)
    with store.change("Add", NOW) as change:
        assert add_student(change).id == "s0000001"
    abandon(store)
    assert Store.open(tmp_path / "new").seq == 1


def test_an_undo_that_fails_can_be_made_again(store, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        with pytest.raises(WriteError):
            store.undo(NOW)
    assert lines_of(store) == TRUTH
    assert store.undo(NOW).what == "Check-in: one-to-one"
    assert lines_of(store) == TRUTH[:2]


def test_an_interrupt_between_disk_and_memory_heals(store, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "_apply", interrupt)
        with pytest.raises(KeyboardInterrupt):
            save(store, "On the disk")
    assert store.refresh()
    assert lines_of(store) == [*TRUTH, "On the disk"]
    save(store, "Goes on")
    assert lines_of(Store.open(store.folder)) == [*TRUTH, "On the disk", "Goes on"]


@pytest.mark.parametrize("call", ["replace", "fsync", "link", "write", "ftruncate"])
def test_a_snapshot_that_cannot_be_written_costs_nothing(store, monkeypatch, call):
    store.close()
    store = Store.open(store.folder)
    save(store, "New")

    def fail(*_args, **_options):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        store.close()
    assert ("Every change is safe" in "".join(store.notices)) == (call != "link")  # without hard links it copies
    again = Store.open(store.folder)
    assert lines_of(again) == [*TRUTH, "New"]
    save(again, "Goes on")
    again.close()
    last = Store.open(store.folder)
    assert lines_of(last) == [*TRUTH, "New", "Goes on"]
    assert [change.seq for change in last.changes()] == [6, 5, 4, 3, 2, 1]
    assert list(store.folder.glob(".*.tmp")) == []


@pytest.mark.parametrize(("where", "name"), [(history, "archive"), (Journal, "cut")])
def test_a_crash_while_saving_duplicates_and_loses_nothing(store, monkeypatch, where, name):
    def crash(*_args):
        raise OSError(errno.EIO, "crashed here")

    with monkeypatch.context() as patch:
        patch.setattr(where, name, crash)
        store.close()
    assert "Every change is safe" in store.notices[0]
    again = Store.open(store.folder)
    assert lines_of(again) == TRUTH
    assert again.notices == ()
    save(again, "After the crash")
    abandon(again)
    third = Store.open(store.folder)
    assert lines_of(third) == [*TRUTH, "After the crash"]
    third.close()
    seqs = [change.seq for change in Store.open(store.folder).changes()]
    assert seqs == [5, 4, 3, 2, 1]
    rows = (store.folder / "history/2026-11.jsonl").read_bytes().splitlines()
    assert len([row for row in rows if row.startswith(b'{"seq"')]) == 5


def test_what_a_killed_program_left_beside_the_snapshot_is_removed(store):
    leftover = store.folder / ".advisory.json.4711-1.tmp"
    leftover.write_bytes(b"half")
    store.close()
    assert not leftover.exists()


def test_history_torn_by_a_crash_is_cut_and_continued(store):
    store.close()
    path = store.folder / "history/2026-11.jsonl"
    data = path.read_bytes()
    again = Store.open(store.folder)
    save(again, "Goes on")
    path.write_bytes(data + b'{"seq":5,"at":"20')
    again.close()
    assert path.read_bytes().startswith(data)
    assert [change.seq for change in Store.open(store.folder).changes()] == [5, 4, 3, 2, 1]


def test_a_journal_that_outgrows_the_snapshot_is_moved_into_it(store, monkeypatch):
    monkeypatch.setattr("advisory.store.disk.open_folder.saving.LARGEST_JOURNAL", 3000)
    for number in range(40):
        save(store, f"More {number}")
        assert (store.folder / "advisory.journal.jsonl").stat().st_size < 3500
    abandon(store)
    again = Store.open(store.folder)
    assert len(lines_of(again)) == 43
    assert len(list(again.changes())) == 44


def test_a_failing_snapshot_does_not_make_a_saved_change_look_failed(store, monkeypatch):
    monkeypatch.setattr("advisory.store.disk.open_folder.saving.LARGEST_JOURNAL", 1000)
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))  # the change itself needs fdatasync alone
    save(store, "Saved all the same")
    abandon(store)
    assert lines_of(Store.open(store.folder)) == [*TRUTH, "Saved all the same"]


def test_a_snapshot_that_fails_is_tried_again_after_as_much_has_been_saved(store, monkeypatch):
    monkeypatch.setattr(saving, "LARGEST_JOURNAL", 3000)
    tries = []

    def fail(*_args, **_options):
        tries.append(store.seq)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    journal = store.folder / "advisory.journal.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(saving, "write_snapshot", fail)
        sizes = []
        while len(tries) < 2:
            before = len(tries)
            save(store, "Saved all the same")
            sizes += [journal.stat().st_size] * (len(tries) - before)
    assert sizes[0] > 3000
    assert 3000 < sizes[1] - sizes[0] < 3500
    assert lines_of(store) == TRUTH + ["Saved all the same"] * (len(lines_of(store)) - 3)


def test_a_folder_that_vanishes_is_told(store):
    import shutil

    shutil.rmtree(store.folder)
    with pytest.raises(StoreError, match="replaced by older ones"):
        save(store, "Never")
    assert lines_of(store) == TRUTH


def test_a_snapshot_spoiled_while_open_is_told_and_mended(store):
    path = store.folder / "advisory.json"
    path.write_bytes(b"{")
    with pytest.raises(DamagedError, match=r"advisory\.json, line 1"):
        store.refresh()
    with pytest.raises(DamagedError):
        save(store, "Never")
    assert lines_of(store) == TRUTH
    path.unlink()
    save(store, "Goes on")
    assert lines_of(store) == [*TRUTH, "Goes on"]


@pytest.mark.parametrize("name", ["fdatasync", "write"])
def test_what_a_failed_write_left_is_taken_back_when_that_failed_at_first(store, monkeypatch, name):
    """Nothing could be cut off when the write failed; the next change does it before anything is read."""
    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing(errno.EIO, after=100 if name == "write" else 0))
        patch.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(WriteError, match=r"Input/output error.* it may be there at the next start"):
            save(store, "Never")
    save(store, "Goes on")
    assert lines_of(store) == lines_of(Store.open(store.folder)) == [*TRUTH, "Goes on"]
    assert store.notices == ()


def test_what_another_wrote_since_is_not_taken_back(store, monkeypatch):
    other = Store.open(store.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.EIO, after=100))
        patch.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(WriteError):
            save(store, "Never")
    save(other, "Theirs")
    save(store, "Goes on")
    assert lines_of(store) == lines_of(other.refresh() and other) == [*TRUTH, "Theirs", "Goes on"]
