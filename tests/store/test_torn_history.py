"""History that a power cut left half written, while the journal still held the same rows: undo goes back through all of it."""

import pytest
from folder_case import NOW, abandon, add_check_in, filled

from advisory.store import DamagedError, Store

HISTORY, JOURNAL = "history/2026-11.jsonl", "advisory.journal.jsonl"


@pytest.fixture
def cut_off(tmp_path):
    """Three changes in history, four in the journal, and of these four what a power cut left of an append to history."""
    filled(tmp_path, 2).close()
    abandon(filled_on(tmp_path, 4))
    path = tmp_path / HISTORY
    before, rows = path.read_bytes(), (tmp_path / JOURNAL).read_bytes()
    path.write_bytes(before + b"\0" * 700 + rows[700:])
    return tmp_path


def filled_on(folder, changes):
    store = Store.open(folder)
    for number in range(changes):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", f"New {number}")
    return store


def seqs(store):
    return [change.seq for change in store.changes()]


def test_the_journal_answers_for_the_rows_it_holds(cut_off):
    store = Store.open(cut_off)
    assert seqs(store) == [7, 6, 5, 4, 3, 2, 1]


def test_rows_that_only_look_archived_are_archived(cut_off):
    Store.open(cut_off).close()
    store = Store.open(cut_off)
    assert (cut_off / JOURNAL).read_bytes() == b""
    assert seqs(store) == [7, 6, 5, 4, 3, 2, 1]
    while store.undo(NOW):
        pass
    assert store.seq == 14


def test_a_change_that_is_nowhere_whole_is_told(cut_off):
    (cut_off / JOURNAL).write_bytes(b"")
    path = cut_off / HISTORY
    path.write_bytes(path.read_bytes().replace(b"Line 1", b"Line X"))
    store = Store.open(cut_off)
    with pytest.raises(DamagedError, match=r"history/2026-11\.jsonl holds a change"):
        seqs(store)


@pytest.mark.parametrize(("old", "new"), [(b'"chain":"00000000"}\n', b'"chain":"00000000"}J'), (b'"}\n', b'"}J')])
def test_two_rows_run_into_one_are_told(tmp_path, old, new):
    filled(tmp_path).close()
    path = tmp_path / HISTORY
    head, found, tail = path.read_bytes().rpartition(old)
    assert found
    path.write_bytes(head + new + tail)
    with pytest.raises(DamagedError, match=r"history/2026-11\.jsonl holds a change"):
        seqs(Store.open(tmp_path))
