"""Any records may be purged from any past: doctor is well, the rest is as it was, and no byte of what went is left."""

import shutil
from datetime import timedelta

import msgspec
import pytest
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, filled
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.model import KINDS, CheckIn, FollowUp, Partnership, Record, StageMove, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import Direction, MoveReason, Party, PromiseStatus, Stage
from advisory.store import Refused, Store
from advisory.store.codec import KIND_OF, decode
from advisory.store.doctor import examine
from advisory.store.restore import read_backup, restore

TEXT = {Student: "given_name", CheckIn: "line", FollowUp: "text", Partnership: "next_step", StageMove: "reason"}


def everything(store: Store) -> dict[str, Record]:
    return {one.id: one for kind in KINDS for one in (*store.all(kind), *store.trash(kind))}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Three students in several sittings, with references of all sorts, an undo, a restore, and a journal left by a kill.

    What is written about a record has its own word.
    """
    place, word = tmp_path_factory.mktemp("any") / "data", iter(f"w{number:04}w" for number in range(1000))
    filled(place, 0).close()
    for sitting in range(4):
        store = Store.open(place)
        for _ in range(2):
            with store.change("Student added", NOW) as change:
                student = add_student(change, next(word)).id
                year = {"school_year": 2026, "entered_on": NOW.date(), "stage": Stage.ALLIANCE}
                partnership = change.add(Partnership, student=student, next_step=next(word), **year)
                way = {"from_stage": Stage.RAPPORT, "to_stage": Stage.ALLIANCE, "direction": Direction.FORWARD}
                moved = {"moved_on": NOW.date(), "reason_key": MoveReason.SIGNS_SEEN, "partnership": partnership.id}
                change.add(StageMove, student=student, reason=next(word), **way, **moved)
            with store.change("Group entry", NOW) as change:
                first = add_check_in(change, student, next(word))
                for one in (
                    first,
                    add_check_in(change, "s0000001", next(word)),
                    add_check_in(change, student, next(word)),
                ):
                    change.put(msgspec.structs.replace(one, group=first.id))
                promise = {"owner": Party.ADVISOR, "status": PromiseStatus.OPEN, "source": one.id}
                change.add(FollowUp, student=student, text=next(word), **promise)
            with store.change("Check-in edited", NOW) as change:
                change.put(msgspec.structs.replace(change.need(CheckIn, first.id), line=f"{next(word)} {next(word)}"))
                change.remove(change.need(CheckIn, one.id))
            store.undo(NOW)
        if sitting == 1:
            store.back_up(place / "backups" / "backup-2026-11-23.json.gz")
        if sitting < 3:
            store.close()
    abandon(store)
    restore(place, place / "backups" / "backup-2026-11-23.json.gz", NOW)
    store = Store.open(place)
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000002", next(word))
    abandon(store)
    return place


def without(record: Record, gone: set[str], before: dict[str, Record]) -> Record:
    fields = {name for name in REFERENCES.get(type(record), ()) if getattr(record, name) in gone}
    left = [
        one.id
        for one in before.values()
        if getattr(one, "group", "") == getattr(record, "group", 0) and one.id not in gone
    ]
    return msgspec.structs.replace(
        record, **{name: min(left) if name == "group" and len(left) > 1 else "" for name in fields}
    )


def edited(store):
    """What each change did to which record: its number, its words and the record's id, the newest first."""
    since = NOW - timedelta(days=1)
    return [(one.seq, one.what, (one.after or one.before)["id"]) for one in store.edits_since(since)]


def dangling(tables):
    """The references in a backup that lead nowhere."""
    records = [decode(KIND_OF[table], raw, number) for table, found in tables.items() for number, raw in found.items()]
    there = {record.id for record in records}
    named = [(one.id, name, getattr(one, name)) for one in records for name in REFERENCES.get(type(one), ())]
    return [one for one in named if isinstance(one[2], str) and one[2] and one[2] not in there]


@settings(max_examples=15)
@given(data=st.data())
def test_any_records_may_be_purged(template, tmp_path_factory, data):
    place = shutil.copytree(template, tmp_path_factory.mktemp("one") / "data")
    store = Store.open(place)
    before = everything(store)
    for at in range(data.draw(st.integers(1, 2), label="purges")):
        ids = data.draw(st.sets(st.sampled_from(sorted(before)), min_size=1, max_size=8), label=f"purged {at}")
        edits = edited(store)
        gone = set(store.purge(ids, NOW).records)
        assert ids <= gone
        assert edited(store) == [one for one in edits if one[2] not in gone]
        there = everything(store)
        assert there == {key: without(one, gone, before) for key, one in before.items() if key not in gone}
        assert [one.seq for one in store.changes()][-1] == 1
        with pytest.raises(Refused, match="Records were purged on"):
            store.undo(NOW)
        words = {word for one in gone & before.keys() for word in getattr(before[one], TEXT[type(before[one])]).split()}
        files = bytes_of(place)
        assert [name for name, held in files.items() if any(word.encode() in held for word in words - {"Maya"})] == []
        before = there
    store.close()
    for path in (place / "backups").glob("*.json.gz"):
        if ".journal." not in path.name:
            assert dangling(read_backup(path)[0].tables) == []
    assert not examine(place).findings
    again = Store.open(place)
    assert everything(again) == before
    assert again.notices == ()
    abandon(again)
