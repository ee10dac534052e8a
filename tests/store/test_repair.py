"""Repairing: afterwards the folder opens, what could be saved is there, and a copy of what was there is kept."""

import json
import os
import random
import shutil
import stat
import sys

import pytest
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, content, filled, lines_of
from golden_story import GOLDEN
from killed_case import killed_at

from advisory.model import KINDS, CheckIn, Leave, Student
from advisory.store import DamagedError, Drafts, Refused, Store, Unwritable
from advisory.store.disk.row import encode_header
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture
def home(tmp_path):
    """Four lines and Ben in the snapshot, of which a backup and history tell too; two lines and Cleo in the journal only."""
    folder = tmp_path / "home"
    filled(folder, 4).close()
    store = Store.open(folder)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    store = Store.open(folder)
    for number in (4, 5):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000002", f"Line {number} – “Zürich”")
    with store.change("Add", NOW) as change:
        add_student(change, "Cleo")
    abandon(store)
    return folder


TRUTH = {f"c000000{number + 1}" for number in range(6)} | {"s0000001", "s0000002", "s0000003"}


def agree(_question):
    return True


def refuse(question):
    pytest.fail(f"asked: {question}")


def edit(path, old, new, count=1):
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))


def records_in(folder):
    store = Store.open(folder)
    assert store.notices == ()
    records = {record.id: record for kind in KINDS for record in store.all(kind)}
    abandon(store)
    return records


def repaired(folder, confirm=refuse):
    """Repair; what was there is kept, there are no more findings, and it goes on."""
    before = bytes_of(folder)
    done = repair(folder, NOW, confirm)
    assert done.done
    kept = list(bytes_of(folder / "backups").values())
    assert all(before[name] in kept for name in (SNAPSHOT, JOURNAL) if name in before)
    assert [one for one in examine(folder).findings if not one.is_advice] == []
    records = records_in(folder)
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    assert store.undo(NOW).what == "Check-in"
    with pytest.raises(Refused, match=r"Records repaired.*can't be undone"):
        store.undo(NOW)
    assert len(list(store.changes())) >= 2
    abandon(store)
    return records


def test_a_folder_in_order_is_left_as_it_is(home):
    before = bytes_of(home)
    assert repair(home, NOW, refuse).done == ()
    assert bytes_of(home) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1'),
        (SNAPSHOT, b'"happened_on":"2026-11-23"', b'"happened_on":"soon"'),
        (SNAPSHOT, b'"given_name":"Maya"', b'"given_name":""'),
        (SNAPSHOT, b'"given_name":"Maya"', b'"given_name":"Maya","shoe":44'),
        (SNAPSHOT, b'"2":{"id":"c0000002"', b'"2":{"id":"c0000009"'),
        (SNAPSHOT, b'"2":{"id":"c0000002"', b'"7":{"id":"c0000002"'),
        (SNAPSHOT, b'"checkins":{\n', b'"chickens":{\n'),
        (SNAPSHOT, b'"checkins":{\n', b'"checkins":{'),
        (SNAPSHOT, b'"checkins":{\n', b'"chec'),
        (SNAPSHOT, b'},\n"3":{', b'},"3":{'),
        (SNAPSHOT, b'"exports":{}\n}\n', b""),
        (SNAPSHOT, b"{\n", b""),
        (SNAPSHOT, b'{\n"_meta":', b'{\n"_beta":'),
        (SNAPSHOT, b'"chain":"', b'"chain":"z'),
        (SNAPSHOT, b'"student":"s0000001"', b'"student":"s0000006"'),
        (SNAPSHOT, b'"terms":{}', b'"terms":[]'),
        (SNAPSHOT, b'"terms":{}', b'"terms":7'),
        (JOURNAL, b'"Line 4', b'"Line 5'),
        (JOURNAL, b'"journal":1', b'"journal":"x"'),
        (JOURNAL, b'"chain":"', b'"chain":"0'),
    ],
)
def test_nothing_is_lost_of_what_another_copy_or_a_checksum_tells(home, name, old, new):
    before = records_in(home)
    edit(home / name, old, new)
    assert repaired(home) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"Line 4', b'"Line four and more'),
        (b'"Line 4', b"Line 4"),
        (b'"what":"Check-in"', b'"what":Check'),
        (b'"seq":7', b""),
    ],
)
def test_the_lines_behind_a_damaged_one_are_saved(home, old, new):
    edit(home / JOURNAL, old, new)
    records = repaired(home)
    assert TRUTH - set(records) <= {"c0000005"}
    assert records["c0000006"].line.startswith("Line 5")


def test_a_damaged_line_of_many_records_loses_one(tmp_path):
    store = filled(tmp_path, 0)
    with store.change("Import", NOW) as change:
        for number in range(40):
            add_student(change, f"Student {number}")
    abandon(store)
    edit(tmp_path / JOURNAL, b'"given_name":"Student 20"', b'"given_name":"Student 20')
    assert len(repaired(tmp_path)) == 40


def test_a_record_changed_by_hand_stays_changed(home):
    edit(home / SNAPSHOT, b'"line":"Line 1"', b'"line":"Line one"')
    edit(home / SNAPSHOT, b'"given_name":"Maya"', b'"given_name":""')
    records = repaired(home)
    assert records["c0000002"].line == "Line one"
    assert records["s0000001"].given_name == "Maya"


def test_two_with_one_id_are_both_kept(home):
    edit(home / SNAPSHOT, b'"2":{"id":"c0000002"', b'"1":{"id":"c0000001"')
    records = repaired(home)
    assert {records[f"c000000{number}"].line for number in range(1, 8) if f"c000000{number}" in records} >= {
        "Line 0",
        "Line 1",
    }


def test_an_optional_field_that_does_not_fit_is_left_out_and_kept(home):
    shutil.rmtree(home / "backups")
    shutil.rmtree(home / "history")
    edit(home / SNAPSHOT, b'"line":"Line 1"', b'"line":"Line 1","feeling":99,"minutes":"ten"')
    record = repaired(home)["c0000002"]
    assert (record.line, record.feeling, record.minutes) == ("Line 1", None, None)
    (kept,) = home.glob("backups/unreadable-*.txt")
    assert b'"feeling":99,"minutes":"ten"' in kept.read_bytes()
    assert b"advisory.json, line 9" in kept.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600 or sys.platform == "win32"


def test_a_lost_student_gets_a_stand_in_for_the_notes(home):
    shutil.rmtree(home / "backups")
    shutil.rmtree(home / "history")
    edit(home / SNAPSHOT, b'"given_name":"Maya"', b'"given_name":')
    records = repaired(home)
    assert records["s0000001"].full_name == "Unknown s0000001"
    assert records["c0000001"].student == "s0000001"


def test_references_to_nothing_are_left_out(tmp_path):
    store = filled(tmp_path, 0)
    with store.change("Add", NOW) as change:
        add_check_in(change, "s0000001", pact="g0000009", tags=("a",))
    store.close()
    record = repaired(tmp_path)["c0000001"]
    assert (record.pact, record.tags) == ("", ("a",))


@pytest.mark.parametrize("damage", ["gone", "empty", "zeros", "list", "other"])
def test_a_lost_snapshot_is_taken_from_a_backup_and_nothing_is_lost(home, damage):
    before = records_in(home)
    data = {"empty": b"", "zeros": b"\0" * 5000, "list": b"[1]", "other": b'{"_default":{"1":{"a":1}}}'}
    (home / SNAPSHOT).unlink() if damage == "gone" else (home / SNAPSHOT).write_bytes(data[damage])
    untouched = bytes_of(home)
    assert repair(home, NOW, lambda _question: False).is_declined
    assert bytes_of(home) == untouched
    assert repaired(home, agree) == before


def test_without_backups_it_is_taken_from_history(home):
    before = records_in(home)
    shutil.rmtree(home / "backups")
    (home / SNAPSHOT).unlink()
    assert repaired(home, agree) == before


def test_with_nothing_to_take_it_from_nothing_is_done(home):
    shutil.rmtree(home / "backups")
    shutil.rmtree(home / "history")
    (home / SNAPSHOT).write_bytes(b"")
    (home / JOURNAL).unlink()
    before = bytes_of(home)
    assert repair(home, NOW, agree).is_declined
    assert bytes_of(home) == before


def test_a_journal_alone_gives_what_it_has(home):
    shutil.rmtree(home / "backups")
    shutil.rmtree(home / "history")
    (home / SNAPSHOT).unlink()
    lost = examine(home).findings[0]
    assert "takes the records from advisory.journal.jsonl, which begins with change 7" in str(lost)
    records = repaired(home, agree)
    assert {record_id for record_id in records if record_id != "s0000002"} == {"c0000005", "c0000006", "s0000003"}
    assert not examine(home).is_whole


def test_an_older_snapshot_beside_a_newer_journal_is_brought_up_to_date_from_history(tmp_path):
    older = tmp_path / "older.json"
    home = tmp_path / "home"
    filled(home, 6).close()
    shutil.copy(home / SNAPSHOT, older)
    for sitting in (range(6, 11), range(11, 13)):
        store = Store.open(home)
        for number in sitting:
            with store.change("Check-in", NOW) as change:
                add_check_in(change, "s0000001", f"Line {number}")
        store.close() if 6 in sitting else abandon(store)
    shutil.rmtree(home / "backups")
    shutil.copy(older, home / SNAPSHOT)
    done = repair(home, NOW, refuse).done
    assert "it ends with change 7, and history/2026-11.jsonl with change 12" in done[0]
    assert lines_of(Store.open(home)) == [f"Line {number}" for number in range(13)]
    assert examine(home).findings == ()


def test_a_journal_of_another_history_is_kept_aside(home):
    other = home.parent / "other"
    store = filled(other)
    store.close()
    store = Store.open(other)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Elsewhere")
    abandon(store)
    (home / JOURNAL).write_bytes((other / JOURNAL).read_bytes())
    untouched = bytes_of(home)
    assert repair(home, NOW, lambda _question: False).is_declined
    assert bytes_of(home) == untouched
    records = repaired(home, agree)
    assert set(records) == {"c0000001", "c0000002", "c0000003", "c0000004", "s0000001", "s0000002"}
    (kept,) = home.glob("backups/other-*.json*")
    restore(home, kept, NOW)
    assert "Elsewhere" in lines_of(Store.open(home))


def test_a_damaged_history_is_put_right_and_undo_stops_there(tmp_path):
    filled(tmp_path, 5).close()
    edit(tmp_path / "history/2026-11.jsonl", b"Line 2", b"Another line")
    repair(tmp_path, NOW, refuse)
    (finding,) = examine(tmp_path).findings
    assert finding.is_advice
    assert "it does not hold change 4, so that and what was changed before it can't be undone" in str(finding)
    store = Store.open(tmp_path)
    assert [store.undo(NOW).what for _ in range(2)] == ["Check-in: one-to-one"] * 2
    with pytest.raises(Refused, match="history does not hold change 4 any more"):
        store.undo(NOW)
    assert any(b"Another line" in data for data in bytes_of(tmp_path / "backups").values())


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_an_older_schema_is_repaired_too(tmp_path, schema):
    folder = tmp_path / "home"
    shutil.copytree(GOLDEN / f"schema-{schema}", folder)
    path = folder / SNAPSHOT
    path.write_bytes(path.read_bytes().replace(b'"given_name":"Ben"', b'"given_name":Ben'))
    repair(folder, NOW, refuse)
    store = Store.open(folder)
    assert len(store.all(Student)) in {2, 3}
    assert len(store.all(CheckIn)) == 4


@pytest.fixture
def brought_over(tmp_path):
    """A folder of schema 1 whose migration is in its journal alone, and behind it a leave that was added since."""
    folder = tmp_path / "home"
    shutil.copytree(GOLDEN / "schema-1", folder)
    store = Store.open(folder)
    with store.change("Leave", NOW) as change:
        change.add(Leave, student="s0000001", starts_on=NOW.date(), ends_on=NOW.date(), title="Trip")
    abandon(store)
    records = records_in(folder)
    (old,) = folder.glob("backups/before-schema-*.json.gz")
    (folder / SNAPSHOT).write_bytes(content(old))
    meta = json.loads(content(old))["_meta"]["1"]
    header = encode_header(meta["seq"], int(meta["chain"], 16))
    past = folder / "history/2026-11.jsonl"
    *before, migration = past.read_bytes().splitlines(keepends=True)
    past.write_bytes(b"".join(before))
    for later in folder.glob("backups/advisory-*-0000014.*"):
        later.unlink()
    (folder / JOURNAL).write_bytes(header + migration + (folder / JOURNAL).read_bytes().partition(b"\n")[2])
    assert records_in(shutil.copytree(folder, tmp_path / "aside")) == records
    return folder, records


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (SNAPSHOT, b'"grade":"10"', b'"grade":10'),
        (JOURNAL, b'"what":"Records brought', b'"what":Records brought'),
    ],
)
def test_what_was_added_behind_a_migration_that_was_stopped_stays(brought_over, name, old, new):
    folder, records = brought_over
    edit(folder / name, old, new)
    repair(folder, NOW, refuse)
    assert records_in(folder) == records


def test_an_older_document_that_no_step_expects_is_told(tmp_path):
    folder = tmp_path / "home"
    shutil.copytree(GOLDEN / "schema-1", folder)
    edit(folder / SNAPSHOT, b'"happened_on":"2026-11-12",', b"")
    before = bytes_of(folder)
    with pytest.raises(DamagedError) as told:
        examine(folder)
    assert str(told.value) == (
        'advisory.json is of schema 1, and a record could not be brought to schema 2: it has no "happened_on". Put the newest good copy '
        "from backups in its place with `advisory restore`. Nothing has been changed."
    )
    assert bytes_of(folder) == before


@pytest.mark.parametrize("place", ["", "backups"])
def test_where_nothing_can_be_written_it_says_so_and_changes_nothing(home, monkeypatch, place):
    before = bytes_of(home)
    monkeypatch.setattr(os, "access", lambda path, _mode: path != home / place)
    with pytest.raises(Unwritable) as told:
        repair(home, NOW, refuse)
    assert str(told.value) == (
        f"{home / place} is read-only, so nothing can be put right, and nothing was changed. Check its permissions, or copy the "
        "folder to a disk of your own and name the copy with --home."
    )
    assert bytes_of(home) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no modes")
def test_files_are_closed_to_others_and_tidied(home):
    (home / SNAPSHOT).chmod(0o644)
    home.chmod(0o755)
    (home / ".advisory.json.4711-1.tmp").write_bytes(b"{")
    Drafts(home).save("check_in", "s0000001", {"line": "Half"}, NOW)
    (home / "drafts/pact-s0000001.json").write_bytes(b"{")
    before = (home / JOURNAL).read_bytes()
    repair(home, NOW, refuse)
    assert [(finding.file, finding.is_advice) for finding in examine(home).findings] == [
        ("drafts/pact-s0000001.aside-1", True)
    ]
    assert (home / JOURNAL).read_bytes() == before  # the records are well, so they are not written
    assert (home / "drafts/pact-s0000001.aside-1").read_bytes() == b"{"
    assert len(Drafts(home).all()) == 1


def test_whoever_has_it_open_follows(home):
    store = Store.open(home)
    edit(home / JOURNAL, b'"Line 4', b'"Line four')
    repair(home, NOW, refuse)
    assert store.refresh()
    assert "Line four – “Zürich”" in lines_of(store)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    abandon(store)
    assert examine(home).findings == ()


def test_killed_at_any_moment_it_can_be_done_again(home, tmp_path):
    edit(home / JOURNAL, b'"Line 4', b'"Line four')
    for number in range(200):
        folder = tmp_path / f"stopped-{number}"
        shutil.copytree(home, folder)
        is_done = False
        with killed_at(number):
            repair(folder, NOW, refuse)
            is_done = True
        repair(folder, NOW, refuse)
        assert set(records_in(folder)) == TRUTH
        assert examine(folder).findings == ()
        if is_done:
            break
    assert number > 10


def test_one_flipped_bit_loses_nothing(home):
    before = records_in(home)
    chance = random.Random(20261123)
    for number in range(60):
        folder = home.parent / "flipped"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(home, folder)
        path = folder / (JOURNAL if number % 2 else SNAPSHOT)
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        repair(folder, NOW, refuse)
        records = records_in(folder)
        altered = [key for key in before if records.get(key) != before[key]]
        assert len(altered) <= 1, (path.name, number)
        assert set(records) == TRUTH
        assert examine(folder).findings == ()


@pytest.mark.parametrize("seed", range(6))
def test_any_damage_is_told_and_what_is_lost_never_silently(home, seed):
    """Noise, cuts, zeros, insertions and rows moved about: it opens afterwards, and a record gone had a finding."""
    chance = random.Random(seed)
    for _ in range(12):
        folder = home.parent / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(home, folder)
        for name in chance.sample([SNAPSHOT, JOURNAL, "history/2026-11.jsonl"], chance.choice((1, 1, 2))):
            _damage(folder / name, chance)
        before = bytes_of(folder)
        examination = examine(folder)
        assert bytes_of(folder) == before
        repair(folder, NOW, agree)
        store = Store.open(folder)
        lost = TRUTH - {record.id for kind in (Student, CheckIn) for record in store.all(kind)}
        abandon(store)
        assert examination.findings or not lost
        assert all(finding.is_advice for finding in examine(folder).findings)


def _damage(path, chance):
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    rows = bytes(data).splitlines(keepends=True)
    match chance.randrange(7):
        case 0:
            for _ in range(chance.randrange(1, 40)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        case 1:
            del data[at:]
        case 2:
            data[at : at + 200] = b"\0" * len(data[at : at + 200])
        case 3:
            data[at:at] = chance.choice([b"}", b'"', b"[1,2]", b"\n", b'{"id":"c0000001"}'])
        case 4:
            del data[at : at + chance.randrange(1, 100)]
        case 5:
            chance.shuffle(rows)
            data = bytearray(b"".join(rows))
        case _:
            rows.insert(chance.randrange(len(rows)), chance.choice(rows))
            data = bytearray(b"".join(rows))
    path.write_bytes(data)


def test_another_programs_layout_is_read_too(home):
    before = records_in(home)
    data = json.loads((home / SNAPSHOT).read_bytes())
    del data["checkins"]["2"]["line"], data["checkins"]["2"]["kind"]
    (home / SNAPSHOT).write_text(json.dumps(data, indent=4))
    assert repaired(home) == before
