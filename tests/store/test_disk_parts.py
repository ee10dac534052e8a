"""The parts that keep the files, by themselves: when a snapshot is due, what is packed, what an edit changed, what a purge left."""

import errno
import gzip
import os
from pathlib import Path

import msgspec
import pytest
from graph_case import put, raw, state, take

from advisory.model import CheckIn
from advisory.store import DamagedError, Refused, WriteError
from advisory.store.disk import backup, packed, snapshot, stamp
from advisory.store.disk.files import cant_write
from advisory.store.disk.open_folder import purged, saving
from advisory.store.disk.outside import damage, edited
from advisory.store.disk.outside.about import about, names_in
from advisory.store.disk.row import NOTHING, Line, encode_header
from advisory.store.disk.snapshot import Beginning
from advisory.store.disk.wrong_bit import differ_in_one_bit

NAMES = {"s1": "Maya Okafor"}


def test_a_snapshot_is_written_when_its_journal_is_worth_it():
    large = 160 * saving.SMALL
    for snapshot_size, journal_size, at_close in (
        (saving.SMALL, 0, True), (saving.SMALL + 1, 0, False), (large, large // 16, False), (large, large // 16 + 1, True),
    ):  # fmt: skip
        assert saving.is_due_at_close(snapshot_size, journal_size) is at_close
    most = saving.LARGEST_JOURNAL
    for snapshot_size, journal_size, at_once in (
        (0, most, False), (0, most + 1, True), (50 * most, 10 * most, False), (50 * most, 10 * most + 1, True),
    ):  # fmt: skip
        assert saving.is_due_at_once(snapshot_size, journal_size) is at_once


def test_only_the_journal_that_a_snapshot_replaced_counts_as_replaced():
    assert Beginning("", 3, "352441c2").has_replaced(b"abc")
    assert not Beginning("", 3, "352441c3").has_replaced(b"abc")
    assert not Beginning("", 4, "352441c2").has_replaced(b"abc")
    assert not Beginning("", 0, "00000000").has_replaced(b"")


def test_what_is_packed_comes_back_and_what_cannot_be_is_said(tmp_path, monkeypatch):
    data = b"words " * 50
    for whole in (data, b"", b"\x1f\x8bno gzip", gzip.compress(b"x")[:-4]):
        assert packed.unpack(packed.pack(whole), "x.gz") == whole
    once = packed.pack(data)
    assert packed.pack(once) == once
    assert packed.unpack(once + gzip.compress(b"more"), "x.gz") == data + b"more"
    assert packed.unpack(data, "x") == data
    path = tmp_path / "x.json"
    assert packed.either(path) == path
    assert packed.write(path, data, replace=False) == packed.packed_name(path) == packed.either(path)
    assert packed.plain_name(packed.packed_name(path)) == packed.plain_name(path) == path
    assert packed.read(tmp_path / "x.json.gz") == packed.read_top(tmp_path / "x.json.gz") == data
    damaged = tmp_path / "y.gz"
    damaged.write_bytes(once[:14] + bytes([once[14] ^ 255]) + once[15:])
    assert packed.read_whatever(damaged) == damaged.read_bytes()
    torn = "y.gz can't be decompressed (its end is missing): it was not copied whole."
    for bad, why in ((once[:-3], torn), (once[:20], torn)):
        damaged.write_bytes(bad)
        with pytest.raises(DamagedError) as said:
            packed.read(damaged)
        assert str(said.value) == why
    damaged.write_bytes(b"\x1f\x8bno gzip")
    for read in (packed.read, packed.read_top):
        with pytest.raises(
            DamagedError, match=r"^y\.gz can't be decompressed \(.*\): the disk or a copy damaged it\.$"
        ):
            read(damaged)
    monkeypatch.setattr(packed, "LARGEST", len(data))
    assert packed.unpack(once, "x.gz") == data
    monkeypatch.setattr(packed, "LARGEST", len(data) - 1)
    with pytest.raises(DamagedError, match=r"^x\.gz holds more than 0 GB, which no file of advisory does\.$"):
        packed.unpack(once, "x.gz")
    small = packed.pack(b"one")  # each file that was joined counts, not the last alone
    monkeypatch.setattr(packed, "LARGEST", len(data) + 3)
    assert packed.unpack(small + once, "x.gz") == b"one" + data
    monkeypatch.setattr(packed, "LARGEST", len(data) + 2)
    with pytest.raises(DamagedError, match=r"^x\.gz holds more than 0 GB"):
        packed.unpack(small + once, "x.gz")


def test_a_file_that_is_no_snapshot_says_why():
    remedy = "Fix it there, or replace it with one of the copies in backups. Nothing has been changed."
    meta = b'{"_meta":{"1":{"format":1,"schema":1,"seq":1,"chain":"%b","next":{}}}}'
    for data, why in (
        (b"", "x is empty, which advisory never leaves behind."),
        (b'{"a":1,"a":2}', 'x: "a" appears twice in the same place.'),
        (b"{", "x, line 1: Expecting property name enclosed in double quotes (column 2)."),
        (b'{\n"\xff":1}', "x, line 2: it contains bytes that are not text."),
        (b"[" * 100_000, "x is nested deeper than any file of advisory."),
        (b"[1]", "x holds a list, not advisory's tables."),
        (b"{}", "x is not a file that advisory wrote (there is no _meta)."),
        (meta % b"z", "x is not a file that advisory wrote (invalid literal for int() with base 16: 'z')."),
        (meta.replace(b'"format":1', b'"format":0') % b"00000000", "x is not a file that advisory wrote (format 0, schema 1)."),
        (meta.replace(b'"schema":1', b'"schema":0') % b"00000000", "x is not a file that advisory wrote (format 1, schema 0)."),
    ):  # fmt: skip
        with pytest.raises(DamagedError) as said:
            snapshot.parse(data, "x")
        assert str(said.value) == f"{why} {remedy}", data[:40]
    assert snapshot.parse(meta % b"00000000", "x").edited


def test_the_metadata_stand_in_the_first_two_lines():
    whole = snapshot.dump({"terms": {}, "checkins": {1: raw(id="c1")}}, seq=7, chain=10, next_ids={}, saved="x")
    meta = snapshot.parse(whole, "x").meta
    assert (meta.seq, meta.chain, meta.saved) == (7, "0000000a", "x")
    for top in (whole, whole[: whole.index(b"checkins")], b"\xef\xbb\xbf" + whole):
        assert snapshot.meta_of(top) == meta
    for top in (b"", b"{}", snapshot.HEAD, whole[2:], whole.replace(b'"0000000a"', b'"z"'), whole[: whole.index(b"}")]):
        assert snapshot.meta_of(top) is None
    assert snapshot.fits(whole)
    for other in (
        whole[2:],
        whole.replace(b"crc", b"crd"),
        whole.replace(b"c1", b"c2"),
        whole[:-1],
        b"",
        snapshot.HEAD,
    ):
        assert not snapshot.fits(other)


def test_check_ins_that_stand_elsewhere_than_the_program_writes_them_are_read_at_once():
    there = {"students": {1: raw(id="s1")}, "checkins": {1: raw(id="c1"), 2: raw(id="c2")}, "followups": {}}
    for tables, is_lazy in (
        (there, True),
        ({**there, "checkins": {}}, False),
        ({"students": there["students"], "checkins": there["checkins"]}, False),
        ({"checkins": there["checkins"], "followups": {}}, True),
        ({"followups": {1: raw(id="f1")}, "checkins": there["checkins"]}, False),
    ):
        whole = snapshot.dump(tables, seq=1, chain=0, next_ids={}, saved="")
        for lazy in (False, True):
            found = snapshot.parse(whole, "x", lazy=lazy)
            assert hasattr(found.tables["checkins"], "read_as") is (lazy and is_lazy)
            assert {name: dict(documents) for name, documents in found.tables.items()} == tables


def test_a_few_documents_of_a_large_table_are_found_without_reading_it():
    documents = {number: raw(id=f"c{number:07d}", line="x" * (number % 50)) for number in range(1, 5001) if number % 7}
    data = snapshot.dump(
        {"students": {}, "checkins": documents, "followups": {}}, seq=1, chain=0, next_ids={}, saved=""
    )
    unread = snapshot.parse(data, "x", lazy=True).tables["checkins"]
    for number in (1, 2, 2500, 2501, 4999, 5000):
        if number in documents:
            assert unread[number] == documents[number]
    unread[6000] = raw(id="new")
    assert unread[6000] == raw(id="new")
    assert unread._text is not None
    assert 7 not in unread
    assert dict(unread) == {**documents, 6000: raw(id="new")}
    small = {number: documents[number] for number in range(1, 7)}
    data = snapshot.dump({"students": {}, "checkins": small, "followups": {}}, seq=1, chain=0, next_ids={}, saved="")
    unread = snapshot.parse(data, "x", lazy=True).tables["checkins"]
    assert unread[1] == small[1]
    assert unread._text is None
    unread = snapshot.parse(data, "x", lazy=True).tables["checkins"]
    found = unread.read_as(msgspec.defstruct("Id", [("id", str)]))
    assert [one.id for one in found.values()] == [f"c{number:07d}" for number in small]
    del unread[3]
    assert unread.read_as(CheckIn) is None
    assert sorted(unread) == [1, 2, 4, 5, 6]


def test_an_edit_is_the_operations_that_make_it():
    before = {"checkins": {1: raw(id="c1", line="a"), 2: raw(id="c2"), 3: raw(id="c3")}, "bees": {}}
    after = {"checkins": {1: msgspec.Raw(b'{"line": "a", "id": "c1"}'), 2: raw(id="c2", line="b"), 4: raw(id="c4")}}
    found = edited._difference(before, after)
    assert found == [
        ("checkins", "2", raw(id="c2", line="b"), raw(id="c2")), ("checkins", "3", NOTHING, raw(id="c3")),
        ("checkins", "4", raw(id="c4"), NOTHING),
    ]  # fmt: skip
    assert edited._notice_of(found, NAMES) == (
        "advisory.json was changed outside advisory: check-in (line) changed; check-in added; check-in taken out. What was "
        "there before is kept."
    )
    assert edited._notice_of([], NAMES) == "advisory.json was changed outside advisory, but no record differs."
    assert edited._notice_of(None, NAMES) == (
        "advisory.json was changed outside advisory, and there is no copy left to compare it with."
    )
    there = state(put(1, "a"))
    assert edited._replay(there, [Line(1, "", "", [("checkins", "1", NOTHING, put(1, "a")[2])])])
    assert there.tables == {"checkins": {}}
    assert edited._replay(there, [Line(1, "", "", [("checkins", None, raw(), raw(x=1))])])
    assert not edited._replay(there, [Line(1, "", "", [("checkins", "1", NOTHING, put(1, "a")[2])])])
    gone = [("students", "1", NOTHING, raw(id="s1")), ("students", "2", NOTHING, raw(id="s2")), take(1)]
    assert edited._orphaning(gone, {"checkins": {1: raw(student="s2"), 2: msgspec.Raw(b"5")}}) == gone[1:2]
    assert edited._orphaning([("students", "1", raw(id="s1"), NOTHING)], {"checkins": {1: raw(student="s1")}}) == []


def test_an_edit_is_a_change_as_of_when_the_file_was_written():
    there = state(seq=4)
    assert edited.as_change(there, [take(1)]) == Line(5, "1970-01-01T00:00:00.000Z", edited.WORDS, [take(1)])
    there.stamps = ((1, 2, 1_795_424_700_500_000_000), None)
    assert edited.as_change(there, []) == Line(5, "2026-11-23T09:05:00.500Z", "Changed outside advisory", [])


def test_damage_differs_in_one_bit_or_stands_under_another_number():
    assert differ_in_one_bit(b"abc", b"abb")
    for other in (b"abc", b"ab", b"abcd", b"abd", b"cba"):
        assert not differ_in_one_bit(b"abc", other), other
    one_bit = ("checkins", "1", raw(line="b"), raw(line="c"))
    edit = ("checkins", "2", raw(line="b"), raw(line="d"))
    moved, away = ("checkins", "5", raw(line="x"), NOTHING), ("checkins", "4", NOTHING, raw(line="x"))
    far, from_far = ("checkins", "9", raw(line="y"), NOTHING), ("checkins", "6", NOTHING, raw(line="y"))
    assert damage.wrong_bits([one_bit, edit, moved, away, far, from_far]) == [one_bit, moved, away]
    assert damage.wrong_bits([away, moved]) == [moved, away]
    there = state(("checkins", "1", raw(line="b"), NOTHING), moved)
    damage.take_back(there, [one_bit, moved, away], lambda tables: {("checkins", 4): "why"})
    assert there.everything == {"checkins": {1: raw(line="c"), 4: raw(line="x")}}
    assert (there.aside, there.why) == ({"checkins": {4: raw(line="x")}}, {("checkins", 4): "why"})
    rest = "You see what the copies say; the damaged file is kept in backups when it is written again. Copy this folder to another disk soon."
    assert damage.notice_of([one_bit], NAMES) == (
        "advisory.json has one wrong bit in this record, as a bad disk leaves it: it differs from the copies in backups and "
        f"history by no more: check-in. {rest}"
    )
    assert damage.notice_of([one_bit, away, moved], NAMES) == (
        "advisory.json has one wrong bit in each of these, as a bad disk leaves it: they differ from the copies in backups and "
        f"history by no more: check-in, check-in. {rest}"
    )
    assert damage.first_of(["a", "b", "c"]) == "a, b, c"
    assert damage.first_of(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_what_a_purge_put_in_place_is_on_the_disk(tmp_path, monkeypatch):
    synced = []
    for name in ("history", "drafts"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_bytes(b"old")
    purged.stage(tmp_path / "history" / "a", b"new")
    purged.stage(tmp_path / "drafts" / "a", b"")
    monkeypatch.setattr(purged, "sync_folder", synced.append)
    purged.sync_staged(tmp_path)
    assert set(synced) == {tmp_path / "history", tmp_path / "drafts"}
    synced.clear()
    purged.put_in_place(tmp_path)
    assert [synced.count(tmp_path / name) for name in ("history", "drafts")] == [1, 2]


def test_what_a_purge_staged_is_put_in_place_or_taken_back(tmp_path):
    mark = purged.Mark(7, "0000000a", 3, "2026-11-23")
    assert purged.mark_in(tmp_path) is None
    assert not purged.take_back(tmp_path)
    purged.put_mark(tmp_path, mark)
    assert purged.mark_in(tmp_path) == mark
    assert not purged.counts(tmp_path, mark)
    (tmp_path / "history").mkdir()
    (tmp_path / "drafts" / "editor-x").mkdir(parents=True)
    for name in ("history/a.jsonl", "history/b.jsonl", "drafts/editor-x/words.txt"):
        (tmp_path / name).write_bytes(b"old")

    def stage():
        purged.stage(tmp_path / "history/a.jsonl", b"new")
        purged.stage(tmp_path / "history/b.jsonl", b"")
        purged.stage(tmp_path / "drafts/editor-x", b"")
        purged.sync_staged(tmp_path)

    def there():
        return sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())

    stage()
    assert len(there()) == 7
    assert purged.take_back(tmp_path)
    assert there() == ["drafts/editor-x/words.txt", "history/a.jsonl", "history/b.jsonl"]
    assert (tmp_path / "history/a.jsonl").read_bytes() == b"old"
    stage()
    assert purged.take_back(tmp_path)
    stage()
    purged.put_mark(tmp_path, mark)
    data = snapshot.dump({}, seq=7, chain=10, next_ids={}, saved="")
    (tmp_path / "advisory.json").write_bytes(data)
    assert purged.counts(tmp_path, mark)
    assert not purged.counts(tmp_path, purged.Mark(8, "0000000a", 3, ""))
    assert not purged.counts(tmp_path, purged.Mark(7, "0000000b", 3, ""))
    assert not purged.take_back(tmp_path)
    assert len(there()) == 8
    purged.put_in_place(tmp_path)
    assert there() == ["advisory.json", "history/a.jsonl"]
    assert (tmp_path / "history/a.jsonl").read_bytes() == b"new"
    purged.put_in_place(tmp_path)
    (tmp_path / purged.NAME).write_bytes(b"{")
    assert purged.mark_in(tmp_path) == purged.NO_CHANGE_YET
    assert purged.take_back(tmp_path)
    assert [*(tmp_path / "drafts").iterdir()] == []


def test_an_old_snapshot_that_no_journal_follows_is_packed_too(tmp_path):
    (tmp_path / "backups").mkdir()
    plain = tmp_path / "backups" / "advisory-2026-11-20-0000007.json"
    plain.write_bytes(b"{}\n")
    backup.tidy(tmp_path)
    assert [path.name for path in plain.parent.iterdir()] == [f"{plain.name}.gz"]


def test_an_error_that_is_not_of_the_disk_is_a_refusal():
    for error, kind, words in (
        (ValueError("embedded null byte"), Refused, "a\0b could not be written: embedded null byte."),
        (OSError(errno.EACCES, "No entry"), Refused, "a\0b could not be written: No entry."),
        (OSError(errno.ENOSPC, "Full"), WriteError, "a\0b could not be written (Full). Free up disk space"),
    ):
        told = cant_write(Path("a\0b"), error)
        assert (type(told), str(told)[: len(words)]) == (kind, words)


def test_a_stamp_is_of_a_file_that_can_be_looked_at(tmp_path, monkeypatch):
    path, loop = tmp_path / "x", tmp_path / "loop"
    path.write_bytes(b"abc")
    loop.symlink_to(loop)
    with path.open("rb") as file:
        assert stamp.stamp(str(path)) == stamp.stamp_of_open(file.fileno()) == (
            path.stat().st_ino, 3, path.stat().st_mtime_ns,
        )  # fmt: skip
    assert stamp.stamp(str(tmp_path / "none")) is stamp.stamp(str(loop)) is None

    def fail(_path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "stat", fail)
    with pytest.raises(PermissionError):
        stamp.stamp(str(path))


def test_a_copy_of_a_later_change_without_a_journal_is_put_aside_alone(tmp_path):
    (tmp_path / "backups").mkdir()
    (tmp_path / "advisory.json").write_bytes(b"now")
    for seq, suffix in ((3, ""), (4, ""), (5, "")):
        (tmp_path / "backups" / f"advisory-2026-11-20-000000{seq}.json{suffix}").write_bytes(b"%d" % seq)
    made = backup.keep_pair(tmp_path / "advisory.json", 4, "2026-11-23T09:05:00.000Z", b"rows", edited=False)
    kept = "advisory-2026-11-23-0000004"
    assert [path.name for path in made] == [f"{kept}.journal.jsonl.gz", f"{kept}.json.gz"]
    assert {path.name: packed.read(path) for path in (tmp_path / "backups").iterdir()} == {
        "advisory-2026-11-20-0000003.json": b"3",
        "advisory-2026-11-20-0000004.json": b"4",
        "aside-2026-11-20-0000005.json": b"5",
        f"{kept}.journal.jsonl.gz": b"rows",
        f"{kept}.json.gz": b"now",
    }


def test_a_save_that_fails_takes_away_only_the_copies_that_it_made(tmp_path, monkeypatch):
    path = tmp_path / "advisory.json"
    path.write_bytes(b"old")

    def save(data):
        saving.write_snapshot(path, data, encode_header(0, 0), seq=4, at="2026-11-23T09:05:00.000Z", edited=False)

    def copies():
        return {one.name: packed.read(one) for one in (tmp_path / "backups").iterdir()}

    def fail(_source, _target):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(saving, "replace", fail)
        with pytest.raises(OSError, match="Input/output error"):
            save(b"new")
    assert (path.read_bytes(), copies()) == (b"old", {})
    save(b"new")
    kept = copies()
    assert sorted(kept.values()) == [b"old", encode_header(0, 0)]
    with monkeypatch.context() as patch:
        patch.setattr(saving, "replace", fail)
        with pytest.raises(OSError, match="Input/output error"):
            save(b"newer")
    assert (path.read_bytes(), set(copies())) == (b"new", set(kept))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["advisory.json", "backups", "history"]


def test_a_record_is_called_by_its_kind_its_student_and_its_first_day():
    days = [
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
    ]
    for at, field in enumerate(days):
        later = dict.fromkeys(days[at + 1 :], "2027-01-01")
        earlier = dict.fromkeys(days[:at], "soon")
        assert about("checkins", [raw(**earlier, **later, **{field: "2026-11-12"})], {}) == "check-in on Nov 12, 2026"
    names = names_in(
        {
            "students": {
                1: raw(id="s1", given_name="Maya", family_name="Okafor"),
                2: raw(id="s2", preferred_name="Jo", given_name="Joseph"),
                3: msgspec.Raw(b"[]"),
                4: raw(id=4),
            }
        }
    )
    assert names == {"s1": "Maya Okafor", "s2": "Jo", "": "", "4": "student"}
    assert names_in({}) == {}
    for table, documents, words in (
        ("checkins", [raw(student="s1", happened_on="2026-11-12")], "check-in of Maya Okafor on Nov 12, 2026"),
        ("checkins", [NOTHING, msgspec.Raw(b"[]"), raw(student="s2")], "check-in of Jo"),
        ("checkins", [raw(student="s9")], "check-in"),
        ("checkins", [raw()], "check-in"),
        ("students", [NOTHING, raw(family_name="Okafor")], "Okafor"),
        ("students", [raw()], "student"),
        ("bees", [raw(student="s1")], "record of bees of Maya Okafor"),
        ("bees", [NOTHING], "record of bees"),
        ("checkins", [], "record of checkins"),
    ):
        assert about(table, documents, names) == words
