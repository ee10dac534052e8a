"""What was done to advisory.json outside the program: a wrong bit is told as that, an edit keeps both texts."""

import json
import shutil

import msgspec
import pytest
from folder_case import NOW, abandon, add_check_in, add_student, content, filled, lines_of, with_right_checksum

from advisory.model import CheckIn, Student
from advisory.store import Store
from advisory.store.disk import backup, packed
from advisory.store.disk.outside.about import about
from advisory.store.disk.snapshot import fits
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

SNAPSHOT = "advisory.json"


@pytest.fixture
def home(tmp_path):
    """Maya with three lines, and Ben, in the snapshot; backups and history tell of them too."""
    folder = tmp_path / "home"
    filled(folder).close()
    store = Store.open(folder)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    return folder


def edit(folder, old, new):
    path = folder / SNAPSHOT
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def one_more(folder):
    """Open, write one change, and close; what was said at the start."""
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    store.close()
    return store.notices


LINE_1, LINE_0 = b'"line":"Line 1"', b'"line":"Line 0"'  # the digits differ in one bit


def test_a_wrong_bit_in_a_note_is_told_as_damage_and_never_shown(home):
    edit(home, LINE_1, LINE_0)
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    (notice,) = store.notices
    assert notice.startswith("advisory.json, line 9, has one wrong bit, as a bad disk leaves it.")
    assert "`advisory doctor --repair`" in notice
    abandon(store)


def test_a_save_does_not_take_a_wrong_bit_for_an_edit(home):
    edit(home, LINE_1, LINE_0)
    one_more(home)
    assert fits((home / SNAPSHOT).read_bytes())
    store = Store.open(home)
    assert store.notices == ()
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2", "One more"]
    assert "Changed outside advisory" not in [change.what for change in store.changes()]
    abandon(store)
    assert any(LINE_0 in content(path).replace(b"c0000001", b"") for path in home.glob("backups/edited-*.json.gz"))
    assert examine(home).findings == ()


@pytest.mark.parametrize(
    "where", [b'"given_name":"Maya"', b'"checkins":{', b'"seq":5', b'"crc":"', b'"_meta"', b"}\n}\n"]
)
def test_doctor_puts_any_wrong_bit_right_exactly(home, where):
    right = (home / SNAPSHOT).read_bytes()
    at = right.index(where) + 1
    (home / SNAPSHOT).write_bytes(right[:at] + bytes([right[at] ^ 4]) + right[at + 1 :])
    (finding,) = examine(home).findings
    assert "has one wrong bit, as a bad disk leaves it" in str(finding)
    before = records(Store.open(home))
    repair(home, NOW, pytest.fail)
    assert examine(home).findings == ()
    assert records(Store.open(home)) == before


def records(store):
    return {record.id: record for kind in (Student, CheckIn) for record in store.all(kind)}


def test_an_edit_is_a_change_of_its_own_that_undo_takes_back(home):
    edit(home, LINE_1, b'"line":"Quite another line"')
    (notice,) = one_more(home)
    assert notice.startswith(
        "advisory.json was changed outside advisory: check-in of Maya Okafor on Nov 23, 2026 (line) changed. What was there before is kept."
    )
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Quite another line", "Line 2", "One more"]
    assert [change.what for change in store.changes()][:2] == ["Check-in", "Changed outside advisory"]
    texts = [
        (edit.before["line"], edit.after["line"])
        for edit in store.edits_of("s0000001")
        if edit.what.startswith("Ch") and edit.before
    ]
    assert texts == [("Line 1", "Quite another line")]
    store.undo(NOW)
    assert store.undo(NOW).what == "Changed outside advisory"
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    abandon(store)


def test_a_layout_of_another_program_changes_no_record(home):
    path = home / SNAPSHOT
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2))
    (notice,) = one_more(home)
    assert "but no record differs" in notice
    store = Store.open(home)
    assert "Changed outside advisory" not in [change.what for change in store.changes()]
    abandon(store)


def test_a_note_taken_out_by_hand_is_told_and_undo_brings_it_back(home):
    take_out(home, "checkins", "2")
    (notice,) = one_more(home)
    assert "check-in of Maya Okafor on Nov 23, 2026 taken out" in notice
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Line 2", "One more"]
    store.undo(NOW)
    store.undo(NOW)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    abandon(store)


def take_out(folder, table, number):
    path = folder / SNAPSHOT
    data = json.loads(path.read_bytes())
    del data[table][number]
    path.write_text(json.dumps(data))


def test_a_student_taken_out_by_hand_while_notes_stay_is_taken_back(home):
    take_out(home, "students", "1")
    (notice,) = one_more(home)
    assert notice.startswith(
        "advisory.json has no line for Maya Okafor, though there are records about them; it was taken from backups"
    )
    store = Store.open(home)
    assert store.need(Student, "s0000001").given_name == "Maya"
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2", "One more"]
    abandon(store)
    assert examine(home).findings == ()


def test_doctor_takes_a_missing_student_from_a_copy_too(home):
    take_out(home, "students", "1")
    repair(home, NOW, pytest.fail)
    store = Store.open(home)
    assert store.need(Student, "s0000001").given_name == "Maya"
    assert len(lines_of(store)) == 3
    abandon(store)


def test_a_student_taken_out_with_all_notes_is_gone(home):
    take_out(home, "students", "2")
    (notice,) = one_more(home)
    assert "Ben Okafor taken out" in notice
    store = Store.open(home)
    assert [student.id for student in store.all(Student)] == ["s0000001"]
    abandon(store)


def test_without_a_copy_to_compare_with_that_is_said(home):
    shutil.rmtree(home / "backups")
    edit(home, LINE_1, b'"line":"Quite another line"')
    (notice,) = one_more(home)
    assert "there is no copy left to compare it with" in notice


def test_a_copy_that_is_edited_damaged_or_of_a_later_change_is_not_compared_with(home):
    assert one_more(home) == ()
    first, newest = backup.pairs(home)
    assert (first.seq, newest.seq) == (5, 6)
    kept = content(newest.path)
    edit(home, LINE_1, b'"line":"Quite another line"')
    edited = (home / SNAPSHOT).read_bytes()
    other = kept.replace(b'"line":"Line 2"', b'"line":"Something else"')
    for data in (kept, other, b"{", with_right_checksum(other.replace(b'"seq":5', b'"seq":7'))):
        if b'"seq":7' in data:
            newest.journal.unlink()
        newest.path.write_bytes(packed.pack(data))
        (home / SNAPSHOT).write_bytes(edited)
        store = Store.open(home)
        told = "advisory.json was changed outside advisory: check-in of Maya Okafor on Nov 23, 2026 (line) changed."
        assert store.notices == (f"{told} What was there before is kept. Every record in it was checked and accepted.",)
        abandon(store)


def test_a_copy_of_before_a_restore_is_not_compared_with(home):
    before = backup.pairs(home)
    restore(home, before[-1].path, NOW)
    for _ in range(2):
        one_more(home)
    for pair in backup.pairs(home):
        if pair not in before:
            pair.path.unlink()
    edit(home, LINE_1, b'"line":"Quite another line"')
    store = Store.open(home)
    assert store.notices[0] == (
        "advisory.json was changed outside advisory, and there is no copy left to compare it with. Every record in it was "
        "checked and accepted."
    )
    abandon(store)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"kind":"one_to_one"', b'"kind":"oneonone"'),
        (b'"happened_on":"2026-11-23"', b'"happened_on":"soon"'),
        (LINE_1, b'"line":"Line 1","feeling":99'),
    ],
)
@pytest.mark.parametrize("starts", [0, 1, 3])
@pytest.mark.parametrize("gone", ["", "history", "backups"])
def test_a_record_that_an_edit_made_unusable_is_brought_back_also_after_starts(home, old, new, starts, gone):
    before = records(Store.open(home))
    if gone:
        shutil.rmtree(home / gone)
    edit(home, old, new)
    for _ in range(starts):
        Store.open(home).close()
    repair(home, NOW, pytest.fail)
    store = Store.open(home)
    assert records(store) == before
    assert store.notices == ()
    abandon(store)
    kept = "".join(path.read_text("utf-8") for path in (home / "backups").glob("unreadable-*.txt"))
    assert new.decode() in kept


def test_a_record_brought_back_is_as_it_was_last(home):
    store = Store.open(home)
    for text in ("Once more", "And again"):
        with store.change("Edit", NOW) as change:
            change.put(msgspec.structs.replace(change.need(CheckIn, "c0000002"), line=text))
    store.close()
    data = json.loads((home / SNAPSHOT).read_bytes())
    data["checkins"]["2"]["kind"] = "oneonone"
    (home / SNAPSHOT).write_text(json.dumps(data))
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Line 2"]
    store.close()
    repair(home, NOW, pytest.fail)
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "And again", "Line 2"]
    abandon(store)


def test_students_are_taken_back_though_their_whole_table_was_taken_out(home):
    tables = json.loads((home / SNAPSHOT).read_text("utf-8"))
    del tables["students"]
    (home / SNAPSHOT).write_text(json.dumps(tables))
    store = Store.open(home)
    assert store.notices[0].startswith("advisory.json has no line for Maya Okafor, though there are records about them")
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    abandon(store)


def test_a_notice_calls_a_record_by_its_kind_student_and_day():
    def called(table: str, **fields: str) -> str:
        return about(
            table, [msgspec.Raw(msgspec.json.encode({"student": "s0000001", **fields}))], {"s0000001": "Maya Okafor"}
        )

    days = (
        "happened_on",
        "seen_on",
        "noticed_on",
        "observed_on",
        "moved_on",
        "learned_on",
        "due_on",
        "starts_on",
        "held_on",
        "on",
    )
    for field in days:
        assert called("checkins", **{field: "2026-11-12"}) == "check-in of Maya Okafor on Nov 12, 2026"
    assert called("checkins", happened_on="soon") == called("checkins") == "check-in of Maya Okafor"
    assert called("shoes", student="s9") == "record of shoes"
