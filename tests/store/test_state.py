"""Snapshot and journal together: what is read while another writes, which rows count, and which numbers are given next."""

import pytest
from graph_case import chain, put, raw, state, step

from advisory.store import DamagedError
from advisory.store.disk import backup, history, snapshot, writing
from advisory.store.disk import state as of_files
from advisory.store.disk.beside import last
from advisory.store.disk.journal import split_header
from advisory.store.disk.open_folder import beginning, purged, sentences
from advisory.store.disk.row import encode_header, hexed, read_header
from advisory.store.disk.snapshot import Beginning
from advisory.store.disk.state import read_files, read_state

ONE, TWO, THREE = chain((4, 0x77), [put(1, "a")], [put(2, "b")], [put(3, "c")])


def written(folder, there, *steps, base=(4, 0x77), saved="then"):
    """A folder with a snapshot of some records, and a journal that goes on from a change."""
    if there is not None:
        data = snapshot.dump(there.everything, seq=there.seq, chain=there.chain, next_ids=there.next_ids, saved=saved)
        (folder / "advisory.json").write_bytes(data)
    rows = encode_header(*base) + b"".join(one.row for one in steps)
    (folder / "advisory.journal.jsonl").write_bytes(rows)
    return len(rows)


def read(folder):
    return read_files(folder / "advisory.json", folder / "advisory.journal.jsonl", lambda _tables: {})


def lines(found):
    return {number: bytes(document) for number, document in found.tables["checkins"].items()}


def test_the_rows_behind_the_snapshot_are_applied(tmp_path):
    size = written(tmp_path, state(put(1, "a"), seq=5, chain=ONE.after[1]), ONE, TWO)
    found = read(tmp_path)
    assert lines(found) == {1: bytes(put(1, "a")[2]), 2: bytes(put(2, "b")[2])}
    assert ((found.seq, found.chain), found.at) == (TWO.after, "2026-11-23T09:00:06.000Z")
    assert (found.end, found.rows, found.next_ids) == (size, 3, {"checkins": 3})
    assert (found.edited, found.wrong_bit, found.has_aside, found.beginning) == (False, "", False, None)
    edited = (tmp_path / "advisory.json").read_bytes().replace(b'"line":"a"', b'"line":"by hand"')
    (tmp_path / "advisory.json").write_bytes(edited)
    found = read(tmp_path)
    assert found.edited
    assert lines(found)[1] == bytes(put(1, "by hand")[2])


def test_a_journal_without_news_leaves_the_snapshot_as_it_is(tmp_path):
    written(tmp_path, state(put(1, "a"), seq=5, chain=ONE.after[1]), ONE)
    found = read(tmp_path)
    assert (found.seq, found.at, found.rows) == (5, "then", 2)
    written(tmp_path, state(put(1, "a"), seq=4, chain=0x77))
    assert (read(tmp_path).seq, read(tmp_path).rows) == (4, 1)


def test_files_that_do_not_belong_together_are_refused_with_the_line(tmp_path):
    nothing = "Nothing has been changed."
    there = state(put(1, "a"), seq=5, chain=ONE.after[1])
    bad = chain((5, 0x99), [put(2, "b")])[0]
    for source, steps, base, sentence in (
        (there, [ONE, bad], (4, 0x77), f"advisory.journal.jsonl, line 3 does not follow the line before it (its checksum differs). {nothing} "),
        (there, [THREE], TWO.after, f"advisory.json is older than advisory.journal.jsonl: it ends with change 5, and the journal follows change 6. Put back the advisory.json that belongs to it. {nothing}"),
        (there, [], (4, 0x77), "advisory.journal.jsonl and advisory.json do not belong together: they come from two different histories. "),
        (None, [TWO], ONE.after, "advisory.json is missing: advisory.journal.jsonl follows its change 5. "),
        (there, [ONE, step(ONE.after, put(2, "b"), schema=9)], (4, 0x77), "advisory.journal.jsonl and advisory.json do not belong together: their records are of schema 8 and 9. "),
    ):  # fmt: skip
        (tmp_path / "advisory.json").unlink(missing_ok=True)
        written(tmp_path, source, *steps, base=base)
        if "of schema" in sentence:
            journal = tmp_path / "advisory.journal.jsonl"
            journal.write_bytes(journal.read_bytes().replace(b'"schema":9', b'"schema":8', 1))
        with pytest.raises(DamagedError) as refused:
            read(tmp_path)
        assert str(refused.value)[: len(sentence)] == sentence


def test_a_number_is_not_given_again_after_a_migration_or_an_edit(tmp_path):
    old = state(("no_school_days", "7", raw(id="n0000007", student="s1"), raw()), schema=2)
    old.migrate(3)
    assert (old.schema, old.next_ids["leaves"], old.next_ids["no_school_days"]) == (3, 2, 8)
    written(tmp_path, state(put(1, "a"), seq=4, chain=0x77))
    path = tmp_path / "advisory.json"
    path.write_bytes(path.read_bytes().replace(b'"1":{"id":"c0000001"', b'"9":{"id":"c0000009"'))
    assert read(tmp_path).next_ids == {"checkins": 10}
    path.write_bytes(path.read_bytes().replace(b'"schema":9', b'"schema":8'))
    (tmp_path / "advisory.journal.jsonl").unlink()
    assert read(tmp_path).next_ids == {"checkins": 2}
    there = state()
    for number, following in ((5, 6), (6, 7), (2, 7)):
        there.put(put(number, "x"))
        assert there.next_ids == {"checkins": following}
    there.put(("checkins", None, raw(), raw()))
    assert there.next_ids == {"checkins": 7}
    there.put(("checkins", None, of_files.NOTHING, raw()))
    assert (there.tables, there.next_ids) == ({}, {})
    there.put(("bees", None, raw(), of_files.NOTHING))
    assert (there.tables, there.next_ids) == ({"bees": {}}, {})


def test_files_are_read_again_while_another_writes_them(tmp_path, monkeypatch):
    damaged, read_ok = DamagedError("half"), state(put(1, "a"))

    def reading(stamps, results):
        """What comes of it, and how often was read, if both files are stamped so before and after each time."""
        seen, outcomes, calls = iter(stamps), iter(results), []

        def read_once(*_pair, **_options):
            calls.append(1)
            if isinstance(outcome := next(outcomes, results[-1]), Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(of_files, "stamp", lambda _path: next(seen))
        monkeypatch.setattr(of_files, "read_files", read_once)
        try:
            return read_state(tmp_path, lambda _tables: {}).stamps, len(calls)
        except DamagedError as error:
            return error, len(calls)

    def pairs(*numbers):
        return [number for number in numbers for _ in ("advisory.json", "advisory.journal.jsonl")]

    assert reading(pairs(1, 1), [read_ok]) == ((1, 1), 1)
    assert reading(pairs(1, 2, 2, 3, 3, 3), [read_ok]) == ((3, 3), 3)
    assert reading(pairs(1, 2, 2, 2), [damaged, read_ok]) == ((2, 2), 2)
    assert reading(pairs(1, 1), [damaged]) == (damaged, 1)
    assert reading(pairs(*range(99)), [damaged]) == (damaged, 20)
    assert reading(pairs(*range(99)), [read_ok]) == ((38, 38), 20)


def test_what_replaced_all_records_is_a_purge_if_its_mark_names_the_same_change(tmp_path):
    begun = Beginning((encode_header(4, 0x77) + ONE.row).decode(), 0, "00000000")
    assert not beginning.is_of_purge(tmp_path, begun)
    for seq, crc, is_purge in (
        (5, ONE.line.crc, True), (6, ONE.line.crc, False), (50, ONE.line.crc, False), (5, hexed(ONE.after[1] + 1), False),
    ):  # fmt: skip
        purged.put_mark(tmp_path, purged.Mark(seq, crc, 1, ""))
        assert beginning.is_of_purge(tmp_path, begun) is is_purge


def test_it_is_finished_once_history_has_it_and_the_old_journal_is_empty(tmp_path):
    rows = encode_header(4, 0x77) + ONE.row
    there = state(seq=5)
    there.beginning = Beginning(rows.decode(), 3, "352441c2")
    assert not beginning.is_finished(tmp_path, there)
    (tmp_path / "advisory.journal.jsonl").write_bytes(b"abc")
    for _ in range(2):
        beginning.finish(tmp_path, there.beginning)
        assert (tmp_path / "history" / "2026-11.jsonl").read_bytes() == rows
        assert (tmp_path / "advisory.journal.jsonl").read_bytes() == b""
        (tmp_path / "advisory.journal.jsonl").write_bytes(b"")
    assert beginning.is_finished(tmp_path, there)
    there.has_old_journal = True
    assert not beginning.is_finished(tmp_path, there)
    (tmp_path / "advisory.journal.jsonl").write_bytes(b"another")
    beginning.finish(tmp_path, there.beginning)
    assert (tmp_path / "advisory.journal.jsonl").read_bytes() == b"another"


def test_the_highest_number_is_that_of_any_file(tmp_path):
    assert beginning.highest_seq(tmp_path) == 0
    written(tmp_path, state(put(1, "a"), seq=3), base=(0, 0))
    assert beginning.highest_seq(tmp_path) == 3
    written(tmp_path, None, ONE, TWO)
    assert beginning.highest_seq(tmp_path) == 6
    history.archive(tmp_path, encode_header(6, TWO.after[1]) + THREE.row)
    assert beginning.highest_seq(tmp_path) == 7
    last.remember(tmp_path, 8, 1)
    assert beginning.highest_seq(tmp_path) == 8
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "advisory-2026-11-23-0000009.json.gz").touch()
    assert (beginning.highest_seq(tmp_path), backup.newest(tmp_path).seq) == (9, 9)
    (tmp_path / "advisory.json").write_bytes(b" " * 4086 + b'\n"seq":99,' + b'\n"seq":999,')
    assert beginning.highest_seq(tmp_path) == 99


def test_a_journal_says_which_program_wrote_it():
    header = encode_header(4, 0x77)
    assert split_header(header + ONE.row) == (read_header(header), header, ONE.row)
    assert split_header(b"") == (None, b"", b"")
    for torn in (header[:-1], header[:-9]):
        assert split_header(torn) == (None, b"", torn)
    for old, new, error in (
        (b'"journal":1', b'"journal":0', "advisory.journal.jsonl, line 1 is not the first line of a journal. Nothing has been changed."),
        (b'"schema":9', b'"schema":0', "advisory.journal.jsonl, line 1 is not the first line of a journal. Nothing has been changed."),
        (b'"journal":1', b'"journal":2', "advisory.journal.jsonl was written by a newer advisory"),
        (b'"schema":9', b'"schema":10', "advisory.journal.jsonl was written by a newer advisory"),
        (b'"base":4', b'"base":x', "advisory.journal.jsonl, line 1 is not the first line of a journal."),
    ):  # fmt: skip
        with pytest.raises(DamagedError) as refused:
            split_header(header.replace(old, new))
        assert str(refused.value)[: len(error)] == error
    for bad in (header[:-9] + b"\n", header.replace(b"0077", b"\0\0\0\0")):
        with pytest.raises(DamagedError, match="line 1 is not the first line of a journal"):
            split_header(bad + ONE.row)


def test_one_wrong_bit_is_told_with_its_line(tmp_path):
    written(tmp_path, state(put(1, "a"), put(2, "b"), seq=4, chain=0x77))
    path = tmp_path / "advisory.json"
    right = path.read_bytes()
    for old, new, line in (
        (b'"line":"a"', b'"line":"c"', "line 4"),
        (b'"line":"b"', b'"line":"c"', "line 5"),
        (b'"seq":4', b'"seq":5', "line 2"),
    ):
        path.write_bytes(right.replace(old, new))
        found = read(tmp_path)
        assert (found.wrong_bit, found.edited, lines(found)[1]) == (line, False, bytes(put(1, "a")[2]))
        as_it_stands = (
            read_files(path, tmp_path / "advisory.journal.jsonl", lambda _tables: {}, put_right=False)
            if line != "line 2"
            else None
        )
        assert as_it_stands is None or (as_it_stands.wrong_bit, as_it_stands.edited) == ("", True)


def test_a_document_set_aside_is_there_again_once_it_is_written_anew():
    there = state(put(1, "a"), put(2, "b"))
    there.set_aside({("checkins", 1): "why", ("checkins", 2): "why not"})
    there.put(put(1, "c"))
    assert lines(there) == {1: bytes(put(1, "c")[2])}
    assert (there.aside, there.why) == ({"checkins": {2: put(2, "b")[2]}}, {("checkins", 2): "why not"})


def fails(*_args, **_options):
    raise OSError(5, "Input/output error")


def test_where_history_cannot_be_read_nothing_counts_as_finished_or_as_later(tmp_path, monkeypatch):
    there = state(seq=5)
    there.beginning = Beginning((encode_header(4, 0x77) + ONE.row).decode(), 0, "00000000")
    beginning.finish(tmp_path, there.beginning)
    assert beginning.is_finished(tmp_path, there)
    assert sentences.older_than_past(tmp_path, 4, 0x77) != ""
    monkeypatch.setattr(history, "months", fails)
    assert not beginning.is_finished(tmp_path, there)
    assert sentences.older_than_past(tmp_path, 4, 0x77) == ""


def test_a_pair_that_fails_half_way_is_taken_back(tmp_path, monkeypatch):
    written(tmp_path, state(put(1, "a")))
    monkeypatch.setattr(backup, "read_regular", fails)
    with pytest.raises(OSError, match="Input/output error"):
        backup.keep_pair(tmp_path / "advisory.json", 5, "2026-11-23", b"", edited=False)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_month_of_history_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    history.archive(tmp_path, encode_header(4, 0x77) + ONE.row)
    monkeypatch.setattr(history, "read_regular", fails)
    with pytest.raises(DamagedError) as told:
        list(history.changes_backwards(tmp_path, b"", seq=5, chain=ONE.after[1]))
    assert str(told.value) == (
        "history/2026-11.jsonl can't be read (Input/output error), so what it holds can't be undone now."
    )


def test_a_lock_that_nobody_may_open_makes_the_folder_read_only(tmp_path, monkeypatch):
    def may_not(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writing, "KernelLock", may_not)
    assert writing.open_lock(tmp_path) == (
        f"{tmp_path} is read-only, so nothing can be changed in it. Check its permissions."
    )
