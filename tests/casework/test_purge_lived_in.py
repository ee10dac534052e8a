"""What is purged from a folder that was lived in for three years is in no byte of it, and the rest is as it was."""

import gzip
import json
import re
import shutil
from datetime import date, timedelta

import pytest
from caseload_case import everything
from format_programs import CHECK, HISTORY, REPLAY, run
from lived_in import PUT_BACK, Life
from msgspec.structs import replace

from advisory.casework.check_in.record import record_check_in
from advisory.casework.purge.empty_trash import due_in_trash, empty_trash
from advisory.casework.purge.old_private import old_private, purge_old_private
from advisory.casework.purge.report import report
from advisory.casework.redo import redo
from advisory.casework.undo import undo
from advisory.model import CheckIn, DefensePlan, Evidence, FollowUp, KnownWell
from advisory.model.reference import REFERENCES
from advisory.model.words import CheckInState, Visibility
from advisory.store import Refused
from advisory.store.doctor import examine

MARK = re.compile(r"no\d{4}ne|<\d{4}>|\w{3,5}only")
PRIVATE, JOT = Visibility.PRIVATE, CheckInState.JOT


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    life = Life(tmp_path_factory.mktemp("lived") / "home")
    life.live()
    return life


@pytest.fixture
def life(lived, tmp_path):
    """The same folder again, for one test."""
    again = Life(shutil.copytree(lived.folder, tmp_path / "home"))
    again.at, again.marked, again.when = lived.at + timedelta(minutes=5), lived.marked, lived.when
    return again


def contents(folder):
    """Everything that stands in any file and any name, as one text of bytes."""
    parts = []
    for path in sorted(folder.rglob("*")):
        parts.append(str(path.relative_to(folder)).encode())
        if path.is_file():
            data = path.read_bytes()
            parts += [data, gzip.decompress(data) if data[:2] == b"\x1f\x8b" else b""]
    return b"\n".join(parts)


def left_of(life, ids):
    """The marked texts of these records of which a mark is anywhere in the folder; no encoding of a text changes a mark."""
    data = contents(life.folder)
    there = {one.decode() for one in re.findall(rb"no\d{4}ne|<\d{4}>|\w{3,5}only", data)}
    return {text for one in ids for text in life.marked.get(one, ()) if there.intersection(MARK.findall(text))}


def findings(folder):
    return [one for one in examine(folder).findings if not one.is_advice]


def without(record, gone, before):
    """The record once no reference leads to what is gone; an event goes on under the first that is left of two or more."""
    fields = {}
    for name in REFERENCES.get(type(record), ()):
        value = getattr(record, name)
        if isinstance(value, tuple):
            fields[name] = tuple(one for one in value if one not in gone)
        elif value in gone:
            rest = [one.id for one in before.values() if name == "group" and getattr(one, "group", "") == value]
            left = [one for one in rest if one not in gone]
            fields[name] = min(left) if len(left) > 1 else ""
    if isinstance(record, DefensePlan):
        fields["artifacts"] = tuple(
            replace(one, came_from="" if one.came_from in gone else one.came_from) for one in record.artifacts
        )
    return replace(record, **fields)


def undone_until_refused(caseload):
    """How many changes could be undone, and why the next one can't be."""
    for count in range(1000):
        try:
            undo(caseload)
        except Refused as refused:
            return count, str(refused)
    raise AssertionError


def need_well(life, gone, before):
    """Nothing of what is gone in any byte, the rest record by record, and a folder that is in order and goes on."""
    caseload = life.open()
    assert caseload.store.notices == ()
    assert everything(caseload) == {key: without(one, gone, before) for key, one in before.items() if key not in gone}
    kept = {key for key in life.marked if key in before and key not in gone}
    assert left_of(life, gone) <= {text for key in kept for text in life.marked[key]}  # what was said to several
    assert left_of(life, kept) >= {life.marked[key][-1] for key in kept}
    assert findings(life.folder) == []
    assert [one.seq for one in caseload.store.changes()][-1] == 1
    assert "gone for good" in undone_until_refused(caseload)[1]
    record_check_in(caseload, next(iter(caseload.names)), "It goes on")
    caseload.store.close()
    life.open().store.close()
    assert findings(life.folder) == []


def test_private_lines_older_than_a_day(life):
    names = {path.name.split("-")[0] for path in (life.folder / "backups").iterdir()}
    assert names >= {"advisory", "backup", "before", "edited", "torn", "unreadable"}
    assert left_of(life, life.marked) == {text for texts in life.marked.values() for text in texts}
    caseload, day = life.open(), date(2026, 6, 1)
    before, preview = everything(caseload), old_private(caseload, day)
    gone = {record.id for record in preview.records}
    assert {type(before[one]) for one in gone} == {CheckIn, Evidence, FollowUp, KnownWell}
    assert gone == {
        one.id
        for one in before.values()
        if (isinstance(one, CheckIn) and one.happened_on < day and (one.visibility is PRIVATE or one.state is JOT))
        or (isinstance(one, KnownWell) and one.learned_on < day)
        or (isinstance(one, Evidence) and one.seen_on < day)
        or (
            isinstance(one, FollowUp)
            and one.done_on
            and one.source
            and before[one.source].visibility is PRIVATE
            and one.done_on < day
        )
    }
    assert (preview.older_contact, preview.older_one_to_one) == (0, 0)
    purged = purge_old_private(caseload, day)
    caseload.store.close()
    assert gone < set(purged.records)
    assert purged.drafts == 5
    undone = {one for one in life.marked if one.startswith("c") and one not in before and life.when[one] < day}
    assert undone - {PUT_BACK} == set(purged.records) - gone
    need_well(life, gone | undone, before)
    assert {path.name for path in (life.folder / "drafts").iterdir()} == {
        "note-s0000003.json",
        "editor-check_in-s0000002-line-4194304",
    }


def test_the_programs_of_the_format_read_what_is_left(life):
    """The two that replay and list; `advisory.json` by itself is the whole truth after a close."""
    caseload = life.open()
    past = [(one.seq, one.what) for one in caseload.store.changes()]
    caseload.store.purge(["s0000001", "c0000002"], caseload.now())
    there = everything(caseload)
    again = [(one.seq, one.what) for one in caseload.store.changes()]
    caseload.store.close()
    assert again == [(past[0][0] + 1, "Records purged"), *past]
    tables = json.loads(run(REPLAY, life.folder))
    assert {document["id"] for table in tables.values() for document in table.values()} == set(there)
    assert run(CHECK, life.folder) == "as the program wrote it\n"
    listed = [line.split(" ", 2) for line in run(HISTORY, life.folder).splitlines()]
    assert [(int(seq), what) for seq, _, what in listed] == again


def test_a_student_goes_with_everything_of_theirs(life):
    caseload = life.open()
    before = everything(caseload)
    purged = caseload.store.purge(["s0000001"], caseload.now())
    caseload.store.close()
    gone = {key for key, one in before.items() if key == "s0000001" or getattr(one, "student", "") == "s0000001"}
    assert gone <= set(purged.records)
    assert "A name that is gone is no longer covered" in report(purged)
    life.marked["s0000001"].append("Mayaonly")
    need_well(life, {*purged.records}, before)


def test_the_trash_empties_itself_once_a_day_and_says_so(life):
    caseload = life.open()
    before = everything(caseload)
    due = set(due_in_trash(caseload))
    assert due == {
        one.id for one in before.values() if one.deleted_at and life.at - one.deleted_at > timedelta(days=30)
    }
    assert 25 < len(due) < len([one for one in before.values() if one.deleted_at])
    assert empty_trash(caseload) == ""
    assert everything(caseload) == before
    life.at += timedelta(days=1)
    said = empty_trash(caseload)
    assert said.startswith(f"After 30 days in the trash. Gone for good: {len(due)} check-ins.")
    assert "could not be read, so they were deleted: backups/" in said
    assert empty_trash(caseload) == ""
    undone, why = undone_until_refused(caseload)
    assert undone > 10
    assert (
        why == "“Check-in deleted” can't be undone, nor what was changed before it: something in it is gone for good."
    )
    redone = iter(lambda: redo(caseload), None)
    assert len(list(redone)) == undone
    caseload.store.close()
    need_well(life, due, everything(life.open()) | {key: before[key] for key in due})
