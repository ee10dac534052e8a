"""A journal cut exactly at the end of a line: the last change saved is remembered beside it, so that it is told."""

import os

import pytest
from folder_case import NOW, abandon, add_check_in, bytes_of, filled, lines_of

from advisory.store import Store
from advisory.store.disk.beside import last
from advisory.store.doctor import examine, repair

JOURNAL = "advisory.journal.jsonl"


@pytest.fixture
def home(tmp_path):
    """A student and three lines, all in the journal."""
    folder = tmp_path / "home"
    abandon(filled(folder, 3))
    return folder


def cut_lines(folder, count):
    path = folder / JOURNAL
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-count]))


def notices(folder):
    store = Store.open(folder)
    said = store.notices
    abandon(store)
    return said


def test_nothing_is_said_of_a_whole_folder(home):
    assert notices(home) == ()
    assert examine(home).findings == ()
    Store.open(home).close()
    assert notices(home) == ()


@pytest.mark.parametrize(("count", "says"), [(1, "change 4 is missing"), (2, "changes 3 to 4 are missing")])
def test_each_line_that_was_cut_off_is_told(home, count, says):
    cut_lines(home, count)
    (notice,) = notices(home)
    assert f"change 4 was the last one saved here, and the files end with change {4 - count}: {says}" in notice
    (finding,) = examine(home).findings
    assert says in str(finding)
    assert not finding.is_advice


def test_repair_goes_on_without_what_is_missing_and_says_so_once(home):
    cut_lines(home, 1)
    done = repair(home, NOW, pytest.fail).done
    assert done[0].startswith("Could not be brought back: ")
    assert "change 4 is missing" in done[0]
    examination = examine(home)
    (advice,) = examination.findings
    assert advice.is_advice
    assert "the repair of 2026-11-23 could not bring back all changes; if a newer copy of this folder" in str(advice)
    assert not examination.is_whole
    assert notices(home) == ()
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Line 1"]
    assert store.seq == 5
    abandon(store)


def test_a_missing_journal_is_told(home):
    store = Store.open(home)
    store.close()
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "In the journal")
    abandon(store)
    (home / JOURNAL).unlink()
    (notice,) = notices(home)
    assert "change 5 is missing" in notice


def test_another_change_of_the_same_number_is_told(home):
    last.remember(home, 4, 12345)
    (notice,) = notices(home)
    assert "another change 4 was saved here than the one with which the files end" in notice


def test_one_that_is_older_than_the_records_is_no_news(home):
    last.remember(home, 2, 12345)
    assert notices(home) == ()
    assert examine(home).findings == ()


@pytest.mark.parametrize("cut", range(1, 31))
def test_half_an_old_one_and_half_a_new_one_tell_nothing_new(home, cut):
    """As a power failure may leave it: whatever is read of it is one of the two, or nothing."""
    old, new = (home / last.NAME).read_bytes(), (5, 0xFEDCBA98)
    last.remember(home, *new)
    both = (home / last.NAME).read_bytes()[:cut] + old[cut:]
    (home / last.NAME).write_bytes(both)
    assert last.remembered(home) in {None, new, (4, int(old.split()[1], 16))}


@pytest.mark.parametrize("data", [b"", b"4", b"x" * 40, b"\0" * 22, b"-1 00000000\n", b"4 00000000 00000000\n"])
def test_a_file_that_does_not_tell_is_none(home, data):
    (home / last.NAME).write_bytes(data)
    assert last.remembered(home) is None
    assert notices(home) == ()


def test_a_change_is_saved_even_if_it_can_not_be_remembered(home):
    (home / last.NAME).unlink()
    (home / last.NAME).mkdir()
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Saved")
    abandon(store)
    assert "Saved" in lines_of(Store.open(home))


def read_only_notices(folder, monkeypatch):
    """What is said of a folder in which nothing may be written; the files stay as they are."""
    before = bytes_of(folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_args: False)
        said = notices_of(Store.open(folder))
    assert bytes_of(folder) == before
    return said


def notices_of(store):
    said = store.notices
    store.close()
    return said


def test_what_is_missing_is_told_in_a_read_only_folder_too(home, monkeypatch):
    cut_lines(home, 2)
    missing, read_only = read_only_notices(home, monkeypatch)
    assert "change 4 was the last one saved here" in missing
    assert "changes 3 to 4 are missing" in missing
    assert "is read-only" in read_only


def test_a_journal_gone_from_a_read_only_folder_is_told(home, monkeypatch):
    (home / JOURNAL).unlink()
    assert "changes 1 to 4 are missing" in read_only_notices(home, monkeypatch)[0]


def test_an_older_snapshot_in_a_read_only_folder_is_told(home, monkeypatch):
    Store.open(home).close()
    older = (home / "advisory.json").read_bytes()
    journal = (home / JOURNAL).read_bytes()
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Newer")
    store.close()
    (home / "advisory.json").write_bytes(older)
    (home / JOURNAL).write_bytes(journal)
    missing, _ = read_only_notices(home, monkeypatch)
    assert "it ends with change 4, and backups/advisory-2026-11-23-0000005.json.gz with change 5" in missing


@pytest.mark.parametrize(
    ("last_told", "says"),
    [
        ("later", "It had been reported as saved: advisory.last says so"),
        ("same", "advisory.last tells of nothing later that was reported as saved"),
        ("nothing", "Whether it had been reported as saved can't be told"),
    ],
)
def test_of_an_incomplete_line_only_what_is_known_is_said(home, monkeypatch, last_told, says):
    store = Store.open(home)
    seq, chain = store._ledger.state.seq, store._ledger.state.chain
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Cut in the middle")
    abandon(store)
    (home / JOURNAL).write_bytes((home / JOURNAL).read_bytes()[:-9])
    if last_told == "same":
        last.remember(home, seq, chain)
    elif last_told == "nothing":
        (home / last.NAME).unlink()
    *missing, _, left_out = read_only_notices(home, monkeypatch)
    assert left_out.endswith(f"{says}.")
    assert len(missing) == (last_told == "later")


def test_a_row_of_an_older_program_has_no_checksum_of_its_own(tmp_path):
    place = tmp_path / last.NAME
    for data, told in (
        (b"           4 0000002a\n", (4, 42)), (b"4 0000002a\n", (4, 42)), (b"4 0000002a", None), (b"4 0000002a 00000000\n", None),
    ):  # fmt: skip
        place.write_bytes(data)
        assert last.remembered(tmp_path) == told
    last.remember(tmp_path, 7, 255)
    assert (last.remembered(tmp_path), place.read_bytes()[:22]) == ((7, 255), b"           7 000000ff ")
