"""What is kept of the past: the last five saves, the first of each day for thirty days, of each month for a year."""

from datetime import date, timedelta

import pytest
from folder_case import NOW, abandon, add_student, filled, lines_of

from advisory.store import Store
from advisory.store.disk import backup

SNAPSHOT = "advisory.json"


def saved(folder, days, at_a_time=1):
    """Save on each of these days; what is kept after each is handed out."""
    snapshot, seq = folder / SNAPSHOT, 0
    for day in days:
        for _ in range(at_a_time):
            seq += 1
            snapshot.unlink(missing_ok=True)
            snapshot.write_bytes(b"%d" % seq)
            backup.keep_pair(snapshot, seq, f"{day}T09:00:00Z", b"", edited=False)
        yield backup.pairs(folder)


def days_from(first, count):
    return [first + timedelta(days=number) for number in range(count)]


def test_after_four_hundred_days_there_are_days_and_months(tmp_path):
    *_, kept = saved(tmp_path, days_from(date(2026, 1, 1), 400))
    days = [pair.day for pair in kept]
    last = date(2026, 1, 1) + timedelta(days=399)
    assert days[-30:] == [str(last - timedelta(days=back)) for back in reversed(range(30))]
    months = [day for day in days if day.endswith("-01")]
    assert len(months) == 12
    assert len(kept) == len({*days[-30:], *months})


def test_of_a_day_the_first_stays_and_the_last_five(tmp_path):
    *_, kept = saved(tmp_path, days_from(date(2026, 11, 23), 3), at_a_time=9)
    assert [pair.seq for pair in kept] == [1, 10, 19, 23, 24, 25, 26, 27]


def test_a_clock_that_leaps_empties_nothing(tmp_path):
    days = [*days_from(date(2026, 11, 1), 10), date(2099, 1, 1), *days_from(date(2026, 11, 11), 10)]
    *_, kept = saved(tmp_path, days)
    assert [pair.day for pair in kept] == [str(day) for day in days]


def test_what_is_kept_for_a_reason_is_never_pruned(tmp_path):
    (tmp_path / SNAPSHOT).write_bytes(b"0")
    first = backup.keep_before(tmp_path / SNAPSHOT, "restore", 0, "2020-01-01")
    torn = backup.set_aside(tmp_path, b"torn", 1)
    backup.keep_pair(tmp_path / SNAPSHOT, 0, "2020-01-01", b"", edited=True)
    for _ in saved(tmp_path, days_from(date(2026, 1, 1), 40)):
        pass
    assert (tmp_path / first).read_bytes() == b"0"
    assert (tmp_path / torn).exists()
    assert (tmp_path / "backups/edited-2020-01-01-0000000.json").exists()


def test_two_edited_by_hand_are_both_kept(tmp_path):
    filled(tmp_path).close()
    for old, new in ((b"Line 2", b"Line A"), (b"Line A", b"Line B")):
        path = tmp_path / SNAPSHOT
        path.write_bytes(path.read_bytes().replace(old, new))
        Store.open(tmp_path).close()
    kept = [path.read_bytes() for path in tmp_path.glob("backups/edited-*.json")]
    assert sorted(data[data.index(b"Line ", data.index(b"Line 1") + 1) :][:6] for data in kept) == [
        b"Line A",
        b"Line B",
    ]


def test_backups_without_a_day_in_their_name_are_known(tmp_path):
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups/advisory-0000005.json").write_bytes(b"5")
    assert [(pair.seq, pair.day) for pair in backup.pairs(tmp_path)] == [(5, "")]


def test_they_are_the_same_file_where_the_disk_can(tmp_path):
    filled(tmp_path).close()
    inode = (tmp_path / SNAPSHOT).stat().st_ino
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    (pair,) = backup.pairs(tmp_path)
    assert pair.path.stat().st_ino == inode


def test_a_disk_without_links_gets_copies(tmp_path, monkeypatch):
    filled(tmp_path).close()
    data = (tmp_path / SNAPSHOT).read_bytes()
    monkeypatch.setattr("os.link", lambda *_args: (_ for _ in ()).throw(OSError("no links here")))
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    (pair,) = backup.pairs(tmp_path)
    assert pair.path.read_bytes() == data


@pytest.fixture
def put_back(tmp_path):
    """A folder into which its first snapshot was put back by hand, after two more saves."""
    filled(tmp_path).close()
    older = (tmp_path / SNAPSHOT).read_bytes()
    for name in ("Ben", "Cleo"):
        store = Store.open(tmp_path)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        store.close()
    (tmp_path / SNAPSHOT).write_bytes(older)
    return tmp_path


def test_an_older_snapshot_beside_an_empty_journal_is_noticed(put_back):
    store = Store.open(put_back)
    (notice,) = store.notices
    newest = "backups/advisory-2026-11-23-0000006.json"
    assert f"ends with change 4, and {newest} with change 6." in notice
    assert f"`advisory restore {newest}` brings it back" in notice
    abandon(store)
    assert Store.open(put_back).notices


def test_whoever_goes_on_with_it_is_told_no_more_and_loses_nothing(put_back):
    store = Store.open(put_back)
    with store.change("Add", NOW) as change:
        add_student(change, "Dora")
    store.close()
    store = Store.open(put_back)
    assert store.notices == ()
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert sorted(path.name for path in put_back.glob("backups/*0000006*")) == [
        "aside-2026-11-23-0000006.journal.jsonl",
        "aside-2026-11-23-0000006.json",
    ]
