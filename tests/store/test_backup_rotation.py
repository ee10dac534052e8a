"""What is kept of the past: the last five saves, the first of each day for thirty days, of each month for a year."""

from datetime import date, timedelta

import pytest
from folder_case import NOW, abandon, add_student, bytes_of, content, filled, lines_of

from advisory.store import Store
from advisory.store.disk import backup
from advisory.store.disk.open_folder import saving

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
            backup.tidy(folder)
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
    assert content(tmp_path / first) == b"0"
    assert (tmp_path / torn).exists()
    assert (tmp_path / "backups/edited-2020-01-01-0000000.json.gz").exists()


def test_two_edited_by_hand_are_both_kept(tmp_path):
    filled(tmp_path).close()
    for old, new in ((b"Line 2", b"Line A"), (b"Line A", b"Line B")):
        path = tmp_path / SNAPSHOT
        path.write_bytes(path.read_bytes().replace(old, new))
        Store.open(tmp_path).close()
    kept = [content(path) for path in tmp_path.glob("backups/edited-*.json.gz")]
    assert sorted(data[data.index(b"Line ", data.index(b"Line 1") + 1) :][:6] for data in kept) == [
        b"Line A",
        b"Line B",
    ]


def test_backups_without_a_day_in_their_name_are_known(tmp_path):
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups/advisory-0000005.json").write_bytes(b"5")
    assert [(pair.seq, pair.day) for pair in backup.pairs(tmp_path)] == [(5, "")]


def test_a_save_that_fails_leaves_no_copy(tmp_path, monkeypatch):
    """Or five closes on a full disk would push out the last five copies that differ."""
    filled(tmp_path).close()
    before = bytes_of(tmp_path)
    for name in ("Ben", "Cleo", "Dora"):
        store = Store.open(tmp_path)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        with monkeypatch.context() as patch:
            patch.setattr(saving, "replace", lambda *_args: (_ for _ in ()).throw(OSError("the disk fails")))
            store.close()
    after = bytes_of(tmp_path)
    assert {name for name in after if name not in before} == {"advisory.unwritten.txt"}
    assert after["advisory.json"] == before["advisory.json"]


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
    newest = "backups/advisory-2026-11-23-0000006.json.gz"
    assert f"ends with change 4, and {newest} with change 6." in notice
    assert "`advisory doctor --repair` brings back what came since" in notice
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
        "aside-2026-11-23-0000006.journal.jsonl.gz",
        "aside-2026-11-23-0000006.json.gz",
    ]
