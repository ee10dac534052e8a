"""Restoring: checked first, what was there kept, whole or not at all, and told to whoever has the folder open."""

import gzip
import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, content, filled, lines_of
from golden_story import GOLDEN
from killed_case import killed_at
from msgspec.structs import replace

from advisory.model import CheckIn, ExportLog, Student
from advisory.model.words import Audience
from advisory.store import Busy, DamagedError, Missing, Refused, Store, StoreError, WriteError
from advisory.store.disk import packed
from advisory.store.disk.backup import journal_beside
from advisory.store.disk.schema import NEEDS, SCHEMA
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture
def backup(tmp_path):
    """Two lines are in it; the folder goes on to four, of which the last is in its journal only."""
    store = filled(tmp_path / "home", 2)
    store.back_up(tmp_path / "usb.json")
    store.close()
    store = Store.open(tmp_path / "home")
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Line 2")
    store.close()
    store = Store.open(tmp_path / "home")
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Line 3")
    abandon(store)
    return tmp_path / "usb.json"


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def reopened(folder):
    store = Store.open(folder)
    assert store.notices == ()
    return store


def test_what_was_there_is_kept_and_can_be_restored_too(home, backup):
    done = restore(home, backup, NOW)
    assert (done.students, done.check_ins, done.seq) == (1, 2, 3)
    assert lines_of(reopened(home)) == ["Line 0", "Line 1"]
    restore(home, home / done.kept, NOW)
    assert lines_of(reopened(home)) == ["Line 0", "Line 1", "Line 2", "Line 3"]


def test_one_of_the_kept_pairs_is_restored_with_its_journal(home, backup):
    (pair,) = home.glob("backups/advisory-*-0000004.json.gz")
    assert len(json.loads(content(pair))["checkins"]) == 2
    assert restore(home, pair, NOW).seq == 4
    assert lines_of(reopened(home)) == ["Line 0", "Line 1", "Line 2"]


def test_a_folder_is_restored_from_another_folder(home, backup, tmp_path):
    filled(tmp_path / "other", 1).close()
    assert restore(home, tmp_path / "other", NOW).check_ins == 1
    assert lines_of(reopened(home)) == ["Line 0"]


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_a_backup_of_an_older_schema_is_brought_over(home, backup, schema):
    assert restore(home, GOLDEN / f"schema-{schema}", NOW).students == 3
    assert len(reopened(home).all(CheckIn)) == 4


def test_whoever_has_it_open_follows(home, backup):
    other = Store.open(home)
    restore(home, backup, NOW)
    assert other.refresh()
    assert lines_of(other) == ["Line 0", "Line 1"]
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    assert other.undo(NOW).what == "Check-in"
    with pytest.raises(Refused, match="restored as of 2026-11-23”"):
        other.undo(NOW)
    other.close()
    assert lines_of(reopened(home)) == ["Line 0", "Line 1"]


def test_it_waits_for_nobody_in_the_middle_of_a_change(home, backup, monkeypatch):
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.PATIENCE", 0.05)
    other = Store.open(home)
    before = (home / SNAPSHOT).read_bytes()
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Slow")
        with pytest.raises(Busy):
            restore(home, backup, NOW)
    assert (home / SNAPSHOT).read_bytes() == before
    assert lines_of(other)[-1] == "Slow"


def test_its_past_is_the_backups_past(home, backup):
    restore(home, backup, NOW)
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    told = [(change.seq, change.what) for change in store.changes()]
    assert told == [
        (7, "Check-in"),
        (6, "Records restored as of 2026-11-23"),
        (3, "Check-in: one-to-one"),
        (2, "Check-in: one-to-one"),
        (1, "Add a student"),
    ]


def test_ids_are_not_those_of_the_other_history(home, backup):
    restore(home, backup, NOW)
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        assert add_check_in(change, "s0000001").id == "c0000003"


@pytest.mark.parametrize("damage", ["empty", "half", "journal", "gone", "rubbish"])
def test_a_folder_that_does_not_open_is_restored_and_kept_as_it_is(home, backup, damage):
    path = home / (JOURNAL if damage == "journal" else SNAPSHOT)
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(
            {"empty": b"", "half": data[:400], "rubbish": b"\xff" * 99}.get(damage, data.replace(b"seq", b"sqe"))
        )
    before = bytes_of(home)
    with pytest.raises(DamagedError, match="`advisory doctor`"):
        Store.open(home)
    done = restore(home, backup, NOW)
    assert lines_of(reopened(home)) == ["Line 0", "Line 1"]
    kept = home / done.kept
    if damage != "gone":
        assert content(kept) == before[SNAPSHOT]
    assert content(kept if damage == "gone" else journal_beside(kept)) == before[JOURNAL]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (b"Line 1", b"Line X", ["Line 0", "Line X"]),
        (b'"happened_on":"2026-11-23"', b'"happened_on":"0001-01-01"', ["Line 1"]),
        (b'"given_name":"Maya"', b'"given_name":""', []),
        (b'"checkins":{\n', b'"chickens":{\n', []),
    ],
)
def test_a_backup_that_was_changed_is_told_and_what_can_be_used_is_restored(home, backup, old, new, lines):
    backup.write_bytes(backup.read_bytes().replace(old, new, 1))
    assert restore(home, backup, NOW).edited
    store = Store.open(home)
    assert lines_of(store) == lines
    assert ["can't be used" in notice for notice in store.notices] == [True] * (new != b"Line X")
    assert new in (home / SNAPSHOT).read_bytes()
    assert b"Line 0" in (home / SNAPSHOT).read_bytes()


def test_a_backup_that_is_not_json_is_refused(home, backup):
    backup.write_bytes(backup.read_bytes().replace(b"}", b"", 1))
    before = bytes_of(home)
    with pytest.raises(Refused, match=r"usb\.json can't be restored from; your records are as they were"):
        restore(home, backup, NOW)
    assert bytes_of(home) == before


def test_a_newer_folder_is_not_written_over(home, backup):
    path = home / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":7'))
    before = bytes_of(home)
    with pytest.raises(DamagedError, match="newer advisory"):
        restore(home, backup, NOW)
    assert bytes_of(home) == before


def test_killed_at_any_moment_it_is_the_one_or_the_other(home, backup, tmp_path):
    outcomes = set()
    for number in range(200):
        folder = tmp_path / f"stopped-{number}"
        shutil.copytree(home, folder)
        is_done = False
        with killed_at(number):
            restore(folder, backup, NOW)
            is_done = True
        store = reopened(folder)
        found = lines_of(store)
        outcomes.add(len(found))
        assert found in (["Line 0", "Line 1", "Line 2", "Line 3"], ["Line 0", "Line 1"])
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", "Goes on")
        assert store.undo(NOW).what == "Check-in"
        store.close()
        assert reopened(folder).all(Student)
        if is_done:
            break
    assert outcomes == {2, 4}
    assert number > 15


@pytest.fixture
def stopped(home, backup):
    """A restore over a damaged snapshot that was killed right behind its rename: the journal is the old one still."""
    path = home / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"line":"Line 1"', b'"line":"Line 1'))
    for number in range(200):
        folder = home.with_name(f"stopped-{number}")
        shutil.copytree(home, folder)
        with killed_at(number):
            restore(folder, backup, NOW)
        if (folder / SNAPSHOT).read_bytes() != path.read_bytes():
            break
    assert b"Line 3" in (folder / JOURNAL).read_bytes()
    return folder


def test_stopped_behind_its_rename_it_is_done_and_the_next_start_tidies(stopped):
    row = json.loads((stopped / SNAPSHOT).read_bytes())["_meta"]["1"]["beginning"]["rows"]
    assert row not in b"".join(path.read_bytes() for path in stopped.glob("history/*")).decode()
    (told,) = map(str, examine(stopped).findings)
    assert "the last restore, repair or purge was stopped before its end; its records are all here" in told
    store = reopened(stopped)
    assert lines_of(store) == ["Line 0", "Line 1"]
    assert next(change.what for change in store.changes()) == "Records restored as of 2026-11-23"
    abandon(store)
    assert (stopped / JOURNAL).read_bytes() == b""
    assert (stopped / "history/2026-11.jsonl").read_bytes().decode().endswith(row)
    assert examine(stopped).findings == ()
    before = bytes_of(stopped)
    abandon(reopened(stopped))
    assert bytes_of(stopped) == before


def test_a_repair_finishes_it_too(stopped):
    done = repair(stopped, NOW, lambda _question: False)
    assert done.done == ("The last restore, repair or purge, which was stopped before its end, was finished",)
    assert examine(stopped).findings == ()
    assert lines_of(reopened(stopped)) == ["Line 0", "Line 1"]


def test_stopped_there_it_can_be_read_where_nothing_can_be_written(stopped, monkeypatch):
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.open_lock", lambda _folder: "It is read-only.")
    before = bytes_of(stopped)
    store = Store.open(stopped)
    assert (lines_of(store), store.notices) == (["Line 0", "Line 1"], ("It is read-only.",))
    assert bytes_of(stopped) == before


def test_while_the_disk_lets_nobody_finish_it_all_can_be_read_and_nothing_is_written(stopped):
    with killed_at(0, lambda: OSError(5, "Input/output error")):
        store = Store.open(stopped)
        assert lines_of(store) == ["Line 0", "Line 1"]
        (told,) = store.notices
        assert told.startswith(
            "The last restore, repair or purge is not finished, and can't be now (Input/output error)"
        )
        with pytest.raises(StoreError, match="Input/output error"), store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", "Too early")
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    store.close()
    assert lines_of(reopened(stopped)) == ["Line 0", "Line 1", "Goes on"]


def test_an_edited_one_is_not_written_anew_before_it_is_finished(stopped, monkeypatch):
    """Without its `beginning`, it would stand beside a journal that does not follow it."""
    path = stopped / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"line":"Line 1"', b'"line":"Mended"'))

    def fails(_journal, _end):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("advisory.store.disk.journal.Journal.cut", fails)
        Store.open(stopped).close()
    store = Store.open(stopped)
    assert lines_of(store) == ["Line 0", "Mended"]
    store.close()
    assert lines_of(reopened(stopped)) == ["Line 0", "Mended"]


def test_whoever_has_it_open_follows_one_that_was_stopped(home, backup):
    store = Store.open(home)
    path = home / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"line":"Line 1"', b'"line":"Line 1'))
    for number in range(200):
        was = path.read_bytes()
        with killed_at(number):
            restore(home, backup, NOW)
        if path.read_bytes() != was:
            break
    store.refresh()
    assert lines_of(store) == ["Line 0", "Line 1"]
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    store.close()
    assert lines_of(reopened(home)) == ["Line 0", "Line 1", "Goes on"]


def test_a_backup_of_an_open_folder_has_what_is_in_its_journal(home, backup, tmp_path):
    store = Store.open(home)
    other = Store.open(home)
    with other.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.back_up(tmp_path / "now.json")
    assert len(json.loads((tmp_path / "now.json").read_bytes())["students"]) == 2


def test_what_a_killed_program_left_is_gone_afterwards(home, backup):
    leftover = home / ".advisory.json.4711-1.tmp"
    leftover.write_bytes(b"half")
    restore(home, backup, NOW)
    assert not leftover.exists()


def test_the_change_after_it_is_beyond_every_number_in_the_files(tmp_path):
    """Far down in the journal too; but what a record says is no number of a change."""
    home = tmp_path / "home"
    store = filled(home, 30)
    store.back_up(tmp_path / "usb.json")
    store.close()
    store = Store.open(home)
    for number in range(30):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", f"More {number}")
    abandon(store)
    path = home / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"30":{"id"', b'"30":{"seq":99999,"id"'))  # so that it doesn't open
    kept = restore(home, tmp_path / "usb.json", NOW).kept
    assert kept == "backups/before-restore-2026-11-23-0000061.json.gz"
    assert reopened(home).seq == 62


@pytest.mark.parametrize("is_compressed", [True, False])
def test_what_holds_more_than_any_backup_is_refused_before_it_is_read(home, tmp_path, monkeypatch, is_compressed):
    """A compressed one is counted while it is unpacked; neither is ever in memory."""
    before = bytes_of(home)
    path = tmp_path / ("large.json.gz" if is_compressed else "large.json")
    if is_compressed:
        with gzip.open(path, "wb", compresslevel=1) as file:
            for _ in range(257):
                file.write(bytes(1 << 20))
    else:
        with path.open("wb") as file:
            file.truncate(300 << 20)
    monkeypatch.setattr("advisory.store.restore.read_files", None)
    with pytest.raises(Refused, match="holds more than 256 MB, which no backup does"):
        restore(home, path, NOW)
    assert bytes_of(home) == before


def test_on_a_disk_that_fails_at_any_call_it_says_what_is_true(home, backup, tmp_path):
    """Either nothing was restored, and the sentence says so, or it was, and no sentence says that nothing changed."""
    outcomes = set()
    for number in range(200):
        folder = tmp_path / f"failed-{number}"
        shutil.copytree(home, folder)
        told = ""
        with killed_at(number, lambda: OSError(28, "No space left on device")):
            try:
                restore(folder, backup, NOW)
            except StoreError as error:
                told = str(error)
        store = Store.open(folder)
        is_restored = len(lines_of(store)) == 2
        assert lines_of(store) == (["Line 0", "Line 1"] if is_restored else [f"Line {n}" for n in range(4)])
        assert ("as they were" in told or "can't be used" in told) == (not is_restored), told
        if told:
            assert "No space left on device" in told
        outcomes.add((is_restored, bool(told)))
        store.close()
        restore(folder, backup, NOW)
        assert lines_of(reopened(folder)) == ["Line 0", "Line 1"]
        if not told:
            break
    assert outcomes == {(False, True), (True, True), (True, False)}
    assert number > 15


def test_what_was_shared_since_stays_shared(tmp_path):
    """Also where ids were given anew meanwhile: a share keeps what it meant, and nobody gets an id that it names."""
    home, given = tmp_path / "home", {"given_on": NOW.date(), "audience": Audience.FAMILY}
    store = filled(home, 1)
    with store.change("Shared with others", NOW) as change:
        first = change.add(ExportLog, what="page", file="a.html", students=("s0000001",), rows=("c0000001",), **given)
    store.back_up(tmp_path / "usb.json")
    later = NOW + timedelta(minutes=1)
    with store.change("Shared with others", later) as change:
        change.put(replace(first, file_deleted_on=NOW.date()))
        rows = tuple(add_check_in(change, "s0000001", f"Line {number}").id for number in (1, 2))
        change.add(ExportLog, what="page", rows=("c0000001", *rows), taken_in=rows, **given)
    store.close()
    done = restore(home, tmp_path / "usb.json", later)
    store = reopened(home)
    logs = store.all(ExportLog)
    assert (done.shares, [one.file_deleted_on for one in logs]) == (2, [NOW.date(), None])
    assert logs[1].rows == ("c0000001", "c0000002", "c0000003")
    with pytest.raises(Refused, match="can't be undone"):
        store.undo(later)
    at = later + timedelta(minutes=1)
    with store.change("Shared with others", at) as change:
        new = add_check_in(change, "s0000001", "since")
        change.add(ExportLog, what="another page", rows=(new.id,), **given)
    assert new.id == "c0000004"
    store.close()
    (home / "advisory.json").unlink()
    assert repair(home, NOW, lambda _question: True).done
    assert [one.rows for one in reopened(home).all(ExportLog)][1:] == [logs[1].rows, ("c0000004",)]
    restore(home, home / done.kept, at)
    back = reopened(home).all(ExportLog)
    assert [(one.id, one.what) for one in back] == [
        ("x0000001", "page"),
        ("x0000002", "page"),
        ("x0000003", "another page"),
    ]
    assert restore(home, tmp_path / "usb.json", at).shares == 3
    assert not examine(home).findings
    other = filled(tmp_path / "other", 1)
    with other.change("Shared with others", at) as change:
        change.add(ExportLog, what="of another folder", students=("s0000001", "not an id"), **given)
    other.close()
    restore(home, tmp_path / "other", at)
    assert [(one.id, one.what) for one in reopened(home).all(ExportLog)] == [
        ("x0000001", "of another folder"), ("x0000002", "page"), ("x0000003", "another page"), ("x0000004", "page"),
    ]  # fmt: skip


def test_what_cannot_be_read_is_kept_under_the_name_of_the_restore(tmp_path):
    home, other = tmp_path / "home", tmp_path / "other"
    for folder in (home, other):
        filled(folder).close()
    (home / "advisory.json").write_bytes(b"{")
    kept = restore(home, other, NOW).kept
    assert kept == "backups/before-restore-2026-11-23-0000004.json.gz"
    before = bytes_of(home)
    with pytest.raises(Refused) as refused:
        restore(home, home / kept, NOW)
    assert str(refused.value).startswith(f"{home / kept} can't be restored from; your records are as they were. ")
    assert bytes_of(home) == before


def test_what_there_is_nothing_to_restore_from_is_refused(home, backup):
    before = bytes_of(home)
    for named in (home, home / SNAPSHOT, SNAPSHOT):
        with pytest.raises(Refused) as refused:
            restore(home, Path(named), NOW)
        assert str(refused.value) == f"{home / SNAPSHOT} is the file in use, so there is nothing to restore from it."
    with pytest.raises(Missing) as missing:
        restore(home, Path("usb.json"), NOW)
    assert str(missing.value) == (
        f"There is no file usb.json to restore from. Name a backup; they are kept in {home / 'backups'}."
    )
    assert bytes_of(home) == before


@pytest.mark.parametrize("name", ["usb.json", "before-repair-2026-11-23-0000004.json"])
def test_a_copy_of_a_newer_version_is_refused_by_its_name(home, backup, name):
    path = home / "backups" / name
    path.write_bytes(backup.read_bytes().replace(b'"format":1', b'"format":7'))
    with pytest.raises(Refused) as refused:
        restore(home, path, NOW)
    assert str(refused.value) == (
        f"{path} can't be restored from; your records are as they were. {name} was written by a newer advisory: it needs version "
        f"{NEEDS[-1]}, and this one reads format 1, schema {SCHEMA}. Install that version. Nothing has been changed."
    )


def test_a_backup_among_the_programs_own_tells_of_a_full_disk(home, backup, monkeypatch):
    store = Store.open(home)
    path = home / "backups" / "before-the-trip.json"
    store.back_up(path)
    assert restore(home.with_name("elsewhere"), path, NOW).check_ins == 4

    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("advisory.store.restore.write_atomically", full)
    with pytest.raises(WriteError) as told:
        store.back_up(path.with_name("after-the-trip.json"))
    assert str(told.value) == (
        f"{home / 'backups' / 'after-the-trip.json'} could not be written (No space left on device). Free up disk space, then "
        "try again."
    )


def test_a_compressed_copy_counts_with_what_it_holds(home, monkeypatch, tmp_path):
    filled(tmp_path / "other").close()
    held = (tmp_path / "other" / "advisory.json").read_bytes()
    copy = tmp_path / "copy.json.gz"
    copy.write_bytes(packed.pack(held))
    monkeypatch.setattr("advisory.store.restore.LARGEST", len(held) - 1)
    with pytest.raises(Refused, match="holds more than 0 MB, which no backup does; your records are as they were"):
        restore(home, copy, NOW)
    monkeypatch.setattr("advisory.store.restore.LARGEST", len(held))
    assert restore(home, copy, NOW)


def test_a_copy_kept_by_hand_is_never_written_over(home):
    store = Store.open(home)
    for path in (home / "backups" / "mine.json.gz", home.parent / "mine.json"):
        store.back_up(path)
        before = path.read_bytes()
        with pytest.raises(Refused, match=r"is there already|among the program's own files"):
            store.back_up(path)
        assert path.read_bytes() == before
    abandon(store)
