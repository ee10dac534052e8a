"""Files that are not as the store left them: refused in a sentence, and untouched; or taken over, and told."""

import json
import os
import re

import pytest
from folder_case import NOW, abandon, add_student, bytes_of, content, filled, lines_of

from advisory.model import CheckIn, Student
from advisory.store import DamagedError, Store, StoreError
from advisory.store.disk.schema import FORMAT, NEEDS, SCHEMA
from advisory.store.synced import notice_of_syncing

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture
def closed(tmp_path):
    folder = tmp_path / "closed"
    filled(folder).close()
    return folder


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b"[1, 2]", "holds a list"),
        (b'"text"', "holds a str"),
        (b'{"_default": {"1": {"a": 1}}}', "is not a file that advisory wrote"),
        (b'{"name": "another program", "version": 3}', "is not a file that advisory wrote"),
        (b'{"_meta": {"1": 5}}', "is not a file that advisory wrote"),
        (b"\xff\xfe{", "line 1: it contains bytes that are not text"),
        (b"[" * 100_000, "advisory.json"),
    ],
)
def test_a_file_of_something_else_is_refused_and_untouched(closed, data, says):
    (closed / SNAPSHOT).write_bytes(data)
    before = bytes_of(closed)
    with pytest.raises(DamagedError, match=says):
        Store.open(closed)
    assert bytes_of(closed) == before


def test_half_a_file_is_refused_with_its_line(closed):
    data = (closed / SNAPSHOT).read_bytes()
    (closed / SNAPSHOT).write_bytes(data[: data.index(b"Line 1") + 3])
    with pytest.raises(DamagedError, match=r"advisory\.json, line 8"):
        Store.open(closed)


def test_every_shorter_file_is_refused(closed):
    data = (closed / SNAPSHOT).read_bytes().rstrip(b"\n}")
    for length in range(0, len(data), 7):
        (closed / SNAPSHOT).write_bytes(data[:length])
        with pytest.raises(DamagedError):
            Store.open(closed)


@pytest.mark.parametrize("key", ["format", "schema"])
@pytest.mark.parametrize("layout", ["ours", "any"])
def test_a_newer_file_is_refused_with_the_version_it_needs(closed, key, layout):
    path = closed / SNAPSHOT
    present = {"format": FORMAT, "schema": SCHEMA}[key]
    data = path.read_bytes().replace(b'"%b":%d' % (key.encode(), present), b'"%b":%d' % (key.encode(), present + 1))
    data = data.replace(b'"needs":"%b"' % NEEDS[-1].encode(), b'"needs":"3.4.0"')
    if layout == "any":
        data = json.dumps({**json.loads(data), "shelves": {"a": "b"}}).encode()
    path.write_bytes(data)
    with pytest.raises(DamagedError, match=r"needs version 3\.4\.0"):
        Store.open(closed)
    assert path.read_bytes() == data


def test_a_newer_journal_is_refused(tmp_path):
    abandon(filled(tmp_path))
    path = tmp_path / JOURNAL
    data = path.read_bytes().replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1))
    path.write_bytes(data.replace(NEEDS[-1].encode(), b"3.4.0"))
    with pytest.raises(DamagedError, match=r"newer advisory: it needs version 3\.4\.0"):
        Store.open(tmp_path)


def test_a_record_mended_by_hand_is_taken_over_and_told_once(closed):
    path = closed / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b"Line 1", b"Line one"))
    store = Store.open(closed)
    assert lines_of(store) == ["Line 0", "Line one", "Line 2"]
    assert ["changed outside" in notice for notice in store.notices] == [True]
    store.close()
    assert Store.open(closed).notices == ()
    assert b"Line 1" not in content(closed / "backups/edited-2026-11-23-0000004.json.gz")


def test_a_file_laid_out_anew_by_another_program_is_taken_over(closed):
    path = closed / SNAPSHOT
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=4))
    store = Store.open(closed)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    with store.change("Remove", NOW) as change:
        change.remove(change.need(CheckIn, "c0000001"))
    abandon(store)
    assert lines_of(Store.open(closed)) == ["Line 1", "Line 2"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"2":{"id":"c0000002"', b'"1":{"id":"c0000002"', '"1" appears twice'),
        (b'"2":{"id":"c0000002"', b'"two":{"id":"c0000002"', "Expected `int`"),
    ],
)
def test_an_edit_that_may_hide_a_record_is_refused(closed, old, new, says):
    path = closed / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    before = bytes_of(closed)
    with pytest.raises(DamagedError, match=says):
        Store.open(closed)
    assert bytes_of(closed) == before


@pytest.mark.parametrize(
    ("old", "new", "says", "left"),
    [
        (b'"given_name":"Maya"', b'"given_name":""', "\"students\", id 1, .*given name is ''", []),
        (b'"given_name":"Maya"', b'"given_name":7', r'"students", id 1, .*\$\.given_name', []),
        (b'"given_name":"Maya"', b'"given_nam":"Maya"', r'"students", id 1, .*given_nam', []),
        (b'"students":{', b'"studnets":{', 'no table called "studnets"', []),
        (b'"id":"c0000002"', b'"id":"c0000009"', "\"checkins\", id 2: the field id is 'c0000009'", [0, 2]),
        (b'"happened_on":"2026-11-23"', b'"happened_on":"soon"', r'"checkins", id 1, .*happened_on', [1, 2]),
        (
            b'"happened_on":"2026-11-23"',
            b'"happened_on":"0001-01-01"',
            "0001-01-01; it must be in the years 1900",
            [1, 2],
        ),
        (b'"student":"s0000001"', b'"student":"c0000002"', "c0000001 belongs to 'c0000002'", [1, 2]),
        (b'"student":"s0000001"', b'"student":"s0000007"', "c0000001 belongs to 's0000007'", [1, 2]),
        (b'"student":"s0000001"', b'"student":7', r"\$\.student", [1, 2]),
    ],
)
def test_an_edit_that_does_not_fit_is_left_out_told_and_kept(closed, old, new, says, left):
    path = closed / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    count = path.read_bytes().count(new)
    for _ in range(2):  # the second time, the program itself has written it, and its checksum is right
        store = Store.open(closed)
        assert lines_of(store) == [f"Line {number}" for number in left]
        assert any(re.search(says, notice) for notice in store.notices)
        assert path.read_bytes().count(new) == count
        with store.change("Add", NOW) as change:
            assert add_student(change, "Ben").id > "s0000001"
        store.close()
    assert b"Line 0" in path.read_bytes()


def test_what_is_left_out_comes_back_once_it_is_mended_by_hand(closed):
    path = closed / SNAPSHOT
    for old, new in ((b'"2026-11-23"', b'"0001-01-01"'), (b'"0001-01-01"', b'"2026-11-23"')):
        path.write_bytes(path.read_bytes().replace(old, new, 1))
        Store.open(closed).close()
    assert lines_of(Store.open(closed)) == ["Line 0", "Line 1", "Line 2"]
    assert Store.open(closed).notices == ()
    assert b"aside" not in path.read_bytes()


def test_a_record_added_by_hand_keeps_its_id(closed):
    path = closed / SNAPSHOT
    data = json.loads(path.read_bytes())
    data["students"]["41"] = {**data["students"]["1"], "id": "s0000041", "given_name": "Ben"}
    path.write_text(json.dumps(data))
    store = Store.open(closed)
    with store.change("Add", NOW) as change:
        assert add_student(change, "Next").id == "s0000042"


def test_a_missing_snapshot_beside_its_journal_is_refused(closed):
    store = Store.open(closed)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    abandon(store)
    (closed / SNAPSHOT).unlink()
    with pytest.raises(DamagedError, match=r"advisory\.json is missing: .* follows its change 4"):
        Store.open(closed)


def test_a_folder_with_a_past_and_no_files_is_not_a_new_one(closed):
    (closed / SNAPSHOT).unlink()
    (closed / JOURNAL).unlink()
    before = bytes_of(closed)
    with pytest.raises(DamagedError, match="history shows that there was one"):
        Store.open(closed)
    assert bytes_of(closed) == before


def test_a_first_journal_needs_no_snapshot(tmp_path):
    abandon(filled(tmp_path))
    assert not (tmp_path / SNAPSHOT).exists()
    assert lines_of(Store.open(tmp_path)) == ["Line 0", "Line 1", "Line 2"]


def test_an_older_snapshot_beside_a_journal_is_noticed(closed):
    older = (closed / SNAPSHOT).read_bytes()
    for name in ("Ben", "Cleo"):
        store = Store.open(closed)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        store.close() if name == "Ben" else abandon(store)
    (closed / SNAPSHOT).write_bytes(older)
    with pytest.raises(DamagedError, match="older than"):
        Store.open(closed)


def test_a_journal_of_another_history_is_refused(tmp_path):
    for name in ("Ben", "Cleo"):
        folder = tmp_path / name
        store = Store.open(folder)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        store.close()
        store = Store.open(folder)
        with store.change("Add", NOW) as change:
            add_student(change, name * 2)
        abandon(store)
    (tmp_path / "Ben" / JOURNAL).write_bytes((tmp_path / "Cleo" / JOURNAL).read_bytes())
    before = bytes_of(tmp_path / "Ben")
    with pytest.raises(DamagedError, match="two different histories"):
        Store.open(tmp_path / "Ben")
    assert bytes_of(tmp_path / "Ben") == before


def test_a_backup_and_its_journal_are_the_newer_snapshot(closed):
    store = Store.open(closed)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    other = closed.parent / "from a backup"
    other.mkdir()
    (other / SNAPSHOT).write_bytes(content(closed / "backups/advisory-2026-11-23-0000005.json.gz"))
    (other / JOURNAL).write_bytes(content(closed / "backups/advisory-2026-11-23-0000005.journal.jsonl.gz"))
    assert Store.open(other).all(Student) == Store.open(closed).all(Student)


def test_the_last_five_backups_are_kept_and_the_first_of_the_day(closed):
    for number in range(8):
        store = Store.open(closed)
        with store.change("Add", NOW) as change:
            add_student(change, f"Student {number}")
        store.close()
    kept = sorted(path.name for path in (closed / "backups").glob("*.json.gz"))
    assert kept == [f"advisory-2026-11-23-{seq:07d}.json.gz" for seq in (5, 8, 9, 10, 11, 12)]
    assert len(list((closed / "backups").iterdir())) == 12


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreError, match="can't be used"):
        Store.open(tmp_path / "data")


def test_a_synced_folder_is_named_as_a_risk(tmp_path):
    store = Store.open(tmp_path / "OneDrive - School" / "advisory")
    assert "synced by OneDrive" in store.notices[0]


def test_a_folder_that_can_only_be_read_is_read(closed, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_args: False)
    store = Store.open(closed)
    assert store.is_read_only
    assert "is read-only" in store.notices[0]
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    before = bytes_of(closed)
    with pytest.raises(StoreError, match="is read-only"), store.change("Add", NOW) as change:
        add_student(change)
    with pytest.raises(StoreError, match="is read-only"):
        store.undo(NOW)
    store.close()
    assert bytes_of(closed) == before


def test_a_reader_follows_a_writer(closed, monkeypatch):
    writer = Store.open(closed)
    monkeypatch.setattr(os, "access", lambda *_args: False)
    reader = Store.open(closed)
    assert not reader.refresh()
    with writer.change("Add", NOW) as change:
        add_student(change, "Ben")
    assert reader.refresh()
    assert len(reader.all(Student)) == 2
    (closed / JOURNAL).open("ab").write(b'{"seq":')
    assert reader.refresh()
    assert not reader.refresh()
    assert len(reader.all(Student)) == 2


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox (School)", "Dropbox"),
        ("OneDrive - Harbor View", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ms@school.example", "Google Drive"),
        ("iCloud Drive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("pCloudDrive", "pCloud"),
        ("Syncthing", "Syncthing"),
        ("My Dropbox", None),
        ("Documents", None),
    ],
)
def test_a_folder_of_a_cloud_service_is_known_by_its_name(tmp_path, folder, service):
    said = notice_of_syncing(tmp_path / folder / "advisory")
    assert said is None if service is None else f"is synced by {service}. Use advisory on one computer" in said
