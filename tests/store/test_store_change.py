"""One change: together or not at all, one line, and memory always what the disk says."""

import contextlib
import os
import re
import sys
from datetime import timedelta

import pytest
from folder_case import MONDAY, NOW, add_check_in, add_student, bytes_of, filled, lines_of
from msgspec.structs import replace

from advisory.model import CheckIn, FollowUp, RecordError, Student
from advisory.model.words import Party, PromiseStatus
from advisory.store import Conflict, Missing, Refused, Store


@pytest.fixture
def store(tmp_path):
    store = Store.open(tmp_path / "data")
    yield store
    store.close()


def test_a_new_record_gets_an_id_and_its_instants(store):
    with store.change("Add Maya", NOW) as change:
        maya = add_student(change)
    assert (maya.id, maya.created_at, maya.updated_at) == ("s0000001", NOW, NOW)
    assert store.get(Student, "s0000001") == maya
    assert store.seq == 1


def test_a_hundred_and_fifty_students_are_one_line(store):
    with store.change("Import a roster", NOW) as change:
        for number in range(150):
            add_student(change, f"Student {number}")
    rows = (store.folder / "advisory.journal.jsonl").read_bytes().splitlines()
    assert len(rows) == 2  # the header and the change
    assert len(store.all(Student)) == 150


def test_a_block_that_raises_leaves_memory_index_and_file_as_they_were(tmp_path):
    store = filled(tmp_path)
    before = bytes_of(tmp_path), lines_of(store), [c.id for c in store.check_ins_of("s0000001")]
    first = store.need(CheckIn, "c0000001")
    with contextlib.suppress(ZeroDivisionError), store.change("Never", NOW) as change:
        add_check_in(change, "s0000001", "Never there")
        change.put(replace(first, line="Never either"))
        change.remove(store.need(CheckIn, "c0000002"))
        raise ZeroDivisionError
    assert (bytes_of(tmp_path), lines_of(store), [c.id for c in store.check_ins_of("s0000001")]) == before
    assert store.need(CheckIn, "c0000001") == first
    with store.change("Next", NOW) as change:
        assert add_check_in(change, "s0000001").id == "c0000004"


def test_reading_the_store_inside_a_block_that_raises_keeps_nothing_of_it(store):
    with contextlib.suppress(ZeroDivisionError), store.change("Never", NOW) as change:
        maya = add_student(change)
        assert store.get(Student, maya.id) is None
        raise ZeroDivisionError
    assert store.get(Student, maya.id) is None


def test_a_block_that_changes_nothing_writes_nothing(tmp_path):
    store = filled(tmp_path)
    before = bytes_of(tmp_path)
    with store.change("Nothing", NOW + timedelta(days=1)) as change:
        maya = change.need(Student, "s0000001")
        assert change.put(maya, shown=maya) is maya
    assert bytes_of(tmp_path) == before
    assert store.seq == 4


def test_put_replaces_and_stamps(store):
    with store.change("Add Maya", NOW) as change:
        maya = add_student(change)
    later = NOW + timedelta(hours=1)
    with store.change("Edit Maya", later) as change:
        change.put(replace(maya, pronouns="she"), shown=maya)
    assert store.get(Student, maya.id) == replace(maya, pronouns="she", updated_at=later)


def test_an_edit_of_a_record_that_has_changed_since_shows_both(store):
    with store.change("Add Maya", NOW) as change:
        shown = add_student(change)
    with store.change("Edit Maya", NOW + timedelta(hours=1)) as change:
        stored = change.put(replace(shown, pronouns="she"))
    with pytest.raises(Conflict) as conflict, store.change("Edit Maya", NOW) as change:
        change.put(replace(shown, grade="10"), shown=shown)
    assert (conflict.value.shown, conflict.value.stored) == (shown, stored)
    assert store.get(Student, shown.id) == stored


def test_the_trash_keeps_what_is_removed(store):
    with store.change("Add", NOW) as change:
        maya = add_student(change)
        note = add_check_in(change, maya.id)
    with store.change("Remove", NOW + timedelta(hours=1)) as change:
        gone = change.remove(note)
    assert gone.deleted_at == NOW + timedelta(hours=1)
    assert (store.all(CheckIn), store.trash(CheckIn)) == ([], [gone])
    assert store.get(CheckIn, note.id) == gone
    assert list(store.check_ins_of(maya.id)) == list(store.recent_check_ins()) == []
    with store.change("Restore", NOW + timedelta(hours=2)) as change:
        back = change.restore(gone)
        assert change.restore(back) is back
    assert back == replace(note, updated_at=NOW + timedelta(hours=2))
    assert list(store.check_ins_of(maya.id)) == [back]
    assert store.trash(CheckIn) == []


def test_inside_a_change_one_reads_what_it_has_put(store):
    with store.change("Add", NOW) as change:
        maya, ben = add_student(change), add_student(change, "Ben")
        old = add_check_in(change, maya.id, happened_on=MONDAY - timedelta(days=3))
        new = add_check_in(change, maya.id)
        promise = change.add(
            FollowUp, student=maya.id, text="Bring lab notes", owner=Party.ADVISOR, status=PromiseStatus.OPEN
        )
        assert list(change.check_ins_of(maya.id)) == [old, new]
        assert change.of_student(FollowUp, maya.id) == [promise]
        assert change.all(Student) == [maya, ben]
        assert change.all(CheckIn) == [old, new]
        change.remove(old)
        assert list(change.check_ins_of(maya.id)) == [new]
    with store.change("Move a check-in to Ben", NOW) as change:
        moved = change.put(replace(new, student=ben.id))
        assert (list(change.check_ins_of(maya.id)), list(change.check_ins_of(ben.id))) == ([], [moved])
    assert (list(store.check_ins_of(maya.id)), list(store.check_ins_of(ben.id))) == ([], [moved])
    assert store.of_student(FollowUp, maya.id) == [promise]
    with store.change("Edit Ben's name and Maya's promise", NOW) as change:
        benny, kept = change.put(replace(ben, given_name="Benny")), change.put(replace(promise, text="Bring them"))
        assert (change.all(Student), change.all(FollowUp)) == ([maya, benny], [kept])
        assert type(change.check_ins_of(ben.id)) is type(store.check_ins_of(ben.id)), "all of them were decoded"
        assert (change.of_student(FollowUp, maya.id), change.of_student(FollowUp, ben.id)) == ([kept], [])
        other = change.add(FollowUp, student=maya.id, text="Call", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
        assert change.of_student(FollowUp, maya.id) == change.all(FollowUp) == [kept, other]


def test_the_log_is_newest_first_by_day_and_id(store):
    with store.change("Add", NOW) as change:
        maya = add_student(change)
        for line, days in (("a", 2), ("b", 0), ("c", 1), ("d", 0)):
            add_check_in(change, maya.id, line, happened_on=MONDAY - timedelta(days=days))
    assert [record.line for record in store.recent_check_ins()] == ["d", "b", "c", "a"]
    assert [record.line for record in store.check_ins_of(maya.id)] == ["a", "c", "b", "d"]
    assert store.check_ins_of(maya.id)[-1].line == "d"
    assert [record.line for record in store.check_ins_of(maya.id)[1:3]] == ["c", "b"]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"given_name": 5}, "given name is 5"),
        ({"given_name": " "}, "given name is ' '"),
        ({"contact_every": "7"}, "contact every is '7'"),
        ({"status": "at large"}, "status is 'at large'"),
        ({"joined_on": "yesterday"}, "joined on is 'yesterday'"),
        ({"focal_why": "half a pair \ud800"}, "focal why is "),
        ({"family_contacts": ({"name": "Ada"}, 3)}, "family contacts is "),
    ],
)
def test_a_value_of_a_wrong_type_is_refused_by_name(store, fields, says):
    with pytest.raises(RecordError, match=f"student: {re.escape(says)}"), store.change("Add", NOW) as change:
        add_student(change, **{"given_name": "Maya", **fields})
    assert store.all(Student) == []


def test_what_is_kept_is_what_a_restart_gives(store):
    with store.change("Add", NOW) as change:
        maya = change.add(Student, given_name="Zoë", family_name="Ramírez", joined_on="2026-09-01", status="on_leave")
    store.close()
    assert Store.open(store.folder).get(Student, maya.id) == maya


def test_a_field_that_the_record_does_not_have_is_a_mistake_of_the_program(store):
    with pytest.raises(TypeError, match="no field nickname"), store.change("Add", NOW) as change:
        add_student(change, nickname="May")


def test_a_failure_caught_inside_leaves_the_rest(store):
    with store.change("Add", NOW) as change:
        add_student(change)
        with pytest.raises(RecordError):
            add_student(change, "")
        add_student(change, "Ben")
    assert [student.given_name for student in store.all(Student)] == ["Maya", "Ben"]


def test_a_change_inside_another_is_refused(store):
    with store.change("Outer", NOW) as change:
        with pytest.raises(Refused, match="in progress"), store.change("Inner", NOW):
            pass
        with pytest.raises(Refused, match="in progress"):
            store.undo(NOW)
        add_student(change)
    assert len(store.all(Student)) == 1


def test_a_change_that_is_over_takes_nothing_more(store):
    with store.change("Add", NOW) as change:
        add_student(change)
    with pytest.raises(Refused, match="is over"):
        add_student(change, "Ben")


def test_a_closed_store_is_still_read(store):
    with store.change("Add", NOW) as change:
        maya = add_student(change)
    store.close()
    store.close()
    assert store.get(Student, maya.id) == maya
    with pytest.raises(Refused, match="is closed"), store.change("Add", NOW) as change:
        add_student(change)


def test_a_change_is_one_write_and_one_sync(store, monkeypatch):
    with store.change("First", NOW) as change:
        add_student(change)
    calls = []
    for name in ("write", "fdatasync", "fsync", "ftruncate", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *args, name=name, real=real: (calls.append(name), real(*args))[1])
    with store.change("Many", NOW) as change:
        for number in range(20):
            add_check_in(change, "s0000001", f"Line {number}")
    # and after it a write without a sync, which remembers the change's number
    assert calls == ["write", "fdatasync" if sys.platform == "linux" else "fsync", "write"]


def test_a_snapshot_is_on_the_disk_before_its_journal_is_emptied(store, monkeypatch):
    with store.change("First", NOW) as change:
        add_student(change)
    names: dict[int, str] = {}
    calls = []
    real_open, real_fsync, real_replace, real_truncate = os.open, os.fsync, os.replace, os.ftruncate

    def open_(path, *args):
        descriptor = real_open(path, *args)
        names[descriptor] = "temporary" if str(path).endswith(".tmp") else os.path.basename(path)  # noqa: PTH119
        return descriptor

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "fsync", lambda fd: (calls.append(f"sync {names.get(fd)}"), real_fsync(fd))[1])
    monkeypatch.setattr(os, "replace", lambda *args: (calls.append("rename"), real_replace(*args))[1])
    monkeypatch.setattr(os, "ftruncate", lambda *args: (calls.append("cut"), real_truncate(*args))[1])
    store._ledger._journal.close()
    store.close()
    assert [call for call in calls if call != "sync backups"] == [
        "sync temporary",
        "rename",
        "sync data",
        "sync data",  # the folder of history has just been made
        "sync 2026-11.jsonl",
        "sync history",
        "cut",
        "sync advisory.journal.jsonl",
    ]


def test_the_words_of_a_change_may_be_found_inside_it(store):
    with store.change("Add", NOW) as change:
        add_student(change)
        change.what = "Add Maya O."
    assert next(store.changes()).what == "Add Maya O."


def test_missing_records_are_told_in_a_sentence(store):
    assert store.get(Student, "s0000009") is store.get(Student, "nonsense") is store.get(Student, "c0000001") is None
    with pytest.raises(Missing, match="no student with the id 's0000009'"):
        store.need(Student, "s0000009")


def test_an_instant_without_a_time_zone_is_refused(store):
    with pytest.raises(ValueError, match="time zone"), store.change("Add", NOW.replace(tzinfo=None)):
        pass


def test_past_changes_name_the_students_they_touched(store):
    with store.change("Add", NOW) as change:
        maya, ben = add_student(change), add_student(change, "Ben")
    with store.change("Check-in: small group", NOW) as change:
        add_check_in(change, ben.id)
        add_check_in(change, maya.id)
    newest, oldest = store.changes()
    assert (newest.seq, newest.what, newest.students) == (2, "Check-in: small group", (ben.id, maya.id))
    assert (oldest.at, oldest.students, oldest.undoes) == (NOW, (maya.id, ben.id), None)
