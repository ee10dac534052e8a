"""What the store says about a folder's files and its own past: each sentence, whole."""

import json
from datetime import date

import msgspec
import pytest
from folder_case import NOW, add_check_in, add_student, filled
from graph_case import raw
from record_case import make

from advisory.model import CheckIn, KnownWell, Student
from advisory.model.record import RecordError
from advisory.store import DamagedError, Drafts, Refused, Store, StoreError
from advisory.store.codec import check_document, decode, encode
from advisory.store.codec import make as made_of
from advisory.store.disk.beside import last
from advisory.store.disk.open_folder import sentences
from advisory.store.disk.outside.about import about, names_in
from advisory.store.disk.outside.unusable import notice_of_unusable
from advisory.store.disk.row import NOTHING, Line, Misfit, encode_header, encode_line, read_header, read_line
from advisory.store.own_files import need_free_place
from advisory.store.undo import records_before, records_of, students_of, to_redo, to_undo

FULL = OSError(28, "No space left on device")


def test_the_sentences_about_the_files_of_a_folder(tmp_path):
    torn = "The last line of advisory.journal.jsonl is incomplete, as after a power outage during writing."
    assert (
        sentences.torn_kept("backups/torn-1") == f"{torn} It is kept in backups/torn-1; every change before it is safe."
    )
    for error, why in ((FULL, "No space left on device"), (OSError("odd"), "odd")):
        assert sentences.torn_stuck(error) == (
            f"{torn} It can't be set aside ({why}), and until it is nothing can be saved; every change before it is safe."
        )
        assert sentences.begun_stuck(error) == (
            f"The last restore, repair or purge is not finished, and can't be now ({why}): advisory.journal.jsonl, history or "
            "backups is not yet as it should be. The records are; the next start tries again."
        )
    finished = "A purge that was stopped before its end has been finished"
    assert sentences.purge_finished(1) == f"{finished}: 1 record is gone for good."
    assert sentences.purge_finished(1000) == f"{finished}: 1,000 records are gone for good."
    assert sentences.held_by_another(tmp_path, 5.4) == (
        f"Another advisory has been writing to {tmp_path} for 5 seconds, perhaps because it was suspended. What is on the disk "
        "is shown; what the other has not finished is not."
    )
    assert sentences.replaced_by_older(tmp_path, 3, 5) == (
        f"The files in {tmp_path} were replaced by older ones: they end with change 3, and this program has seen change 5. "
        "Close it and open it again to go on with the older ones."
    )
    rest = "so that and what was changed before it can't be undone. The records are not affected; `advisory doctor` looks for what is wrong."
    assert sentences.lacking(7, is_hidden=False) == f"history does not hold change 7 any more, {rest}"
    assert sentences.lacking(7, is_hidden=True) == (
        f"a file of history can't be read now, and no other holds change 7, {rest}"
    )
    assert sentences.one_wrong_bit("line 9") == (
        "advisory.json, line 9, has one wrong bit, as a bad disk leaves it. Its checksum tells which one, so you see what was "
        "saved; the next save writes it so, and `advisory doctor --repair` does it now. Copy this folder to another disk soon."
    )


def test_older_files_are_told_by_the_copies_by_history_and_by_the_last_change(tmp_path):
    filled(tmp_path).close()
    store = Store.open(tmp_path)
    for _ in range(2):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001")
    store.close()
    seq, chain = last.remembered(tmp_path)
    assert seq == 6
    assert sentences.older_than_past(tmp_path, 7, 0) == sentences.older_than_past(tmp_path, 6, chain) == ""
    cut = "A file was cut, or an older one was put in its place. Look for a newer copy of this folder before you write."
    other = "another change 6 was saved here than the one with which the files end"
    assert sentences.older_than_past(tmp_path, 6, chain + 1) == f"In {tmp_path} {other}. {cut}"
    for saved, missing in ((7, "change 7 is"), (8, "changes 7 to 8 are")):
        last.remember(tmp_path, saved, 1)
        assert sentences.older_than_past(tmp_path, 6, chain) == (
            f"In {tmp_path} change {saved} was the last one saved here, and the files end with change 6: {missing} missing. {cut}"
        )

    def older(name):
        return (
            f"advisory.json is older than {name}: it ends with change 5, and {name} with change 6. If that is not what you want, "
            "close this before you write anything; `advisory doctor --repair` brings back what came since."
        )

    assert sentences.older_than_past(tmp_path, 5, 0) == older("backups/advisory-2026-11-23-0000006.json.gz")
    for path in (tmp_path / "backups").iterdir():
        path.unlink()
    assert sentences.older_than_past(tmp_path, 5, 0) == older("history")


def test_the_records_that_cannot_be_used_are_told_with_two_reasons():
    end = "`advisory doctor` tells what is wrong, and `advisory doctor --repair` mends"
    several = "records in advisory.json can't be used and are left out; what they say stays in the file."
    for count, sentence in {
        1: f"A record in advisory.json can't be used and is left out; what it says stays in the file. why 0. {end} it.",
        2: f"2 {several} why 0. why 1. {end} them.",
        3: f"3 {several} why 0. why 1. And 1 more. {end} them.",
    }.items():
        assert notice_of_unusable({("checkins", one): f"why {one}" for one in range(count)}) == sentence


def test_a_notice_calls_a_record_by_kind_student_and_day():
    names = names_in(
        {"students": {1: raw(id="s1", given_name="Maya", family_name="Okafor"), 2: raw(id="s2"), 3: msgspec.Raw(b"5")}}
    )
    assert names == {"s1": "Maya Okafor", "s2": "student", "": ""}
    for table, documents, called in (
        ("students", [raw(preferred_name="May", given_name="Maya", family_name="Okafor")], "May Okafor"),
        ("students", [raw(given_name="Maya")], "Maya"),
        ("checkins", [msgspec.Raw(b"null"), raw(student="s1", happened_on="2026-11-12")], "check-in of Maya Okafor on Nov 12, 2026"),
        ("checkins", [raw(student="s9", happened_on="soon", due_on="2026-11-13")], "check-in on Nov 13, 2026"),
        ("evidence", [raw(student="s1")], "evidence of Maya Okafor"),
        ("bees", [raw(student="s1")], "record of bees of Maya Okafor"),
        ("checkins", [msgspec.Raw(b"5")], "record of checkins"),
        ("checkins", [], "record of checkins"),
    ):  # fmt: skip
        assert about(table, documents, names) == called


def line(seq, what="Check-in", **fields):
    return Line(seq, "2026-11-23T09:00:00.000Z", what, fields.pop("ops", []), **fields)


def undone(*newest_first, base="Begun", keeps=lambda _: False):
    found = to_undo(iter(newest_first), base, keeps)
    return found and found.seq


def test_undo_takes_the_newest_change_that_is_not_undone():
    assert undone() is None
    assert undone(line(2), line(1)) == 2
    assert undone(line(3, undoes=2), line(2), line(1)) == 1
    assert undone(line(4, redoes=2), line(3, undoes=2), line(2), line(1)) == 2
    assert undone(line(5, undoes=2), line(4, redoes=2), line(3, undoes=2), line(2), line(1)) == 1
    assert undone(line(2, "Shared with others"), line(1)) == 1
    assert undone(line(2, "Shared file deleted"), line(1)) == 1
    assert undone(line(2, purged=1), line(1)) == 1
    assert undone(line(2, "Begun"), line(1)) is None
    assert undone(line(2), line(1), keeps=lambda one: one.seq == 2) == 1
    for newest, words in (
        (
            line(2, lacks=1),
            "“Check-in” can't be undone, nor what was changed before it: something in it is gone for good.",
        ),
        (
            line(2, "Restored", schema=9),
            (
                "“Restored” can't be undone, nor what was changed before it. The records as they were then are in backups, under "
                "a name that begins with before-."
            ),
        ),
        (
            line(2, "Purged", schema=9, purged=1),
            (
                "Records were purged on Nov 23, 2026, and what was changed before that can't be undone: what they said is gone "
                "for good."
            ),
        ),
    ):
        with pytest.raises(Refused) as refused:
            undone(newest, line(1))
        assert str(refused.value) == words
    assert undone(line(3, undoes=2), line(2, lacks=1), line(1)) == 1


def test_redo_takes_the_change_undone_last():
    def redone(*newest_first):
        found = to_redo(iter(newest_first))
        return found and found.seq

    assert redone(line(2), line(1)) is None
    assert redone(line(3, undoes=2), line(2), line(1)) == 2
    assert redone(line(4, undoes=1), line(3, undoes=2), line(2), line(1)) == 1
    assert redone(line(5, redoes=1), line(4, undoes=1), line(3, undoes=2), line(2), line(1)) == 2
    assert redone(line(4, "Shared with others"), line(3, undoes=2), line(2), line(1)) == 2
    assert redone(line(4), line(3, undoes=2), line(2), line(1)) is None
    assert redone(line(4, redoes=2), line(3, undoes=2), line(2), line(1)) is None
    assert redone(line(2, redoes=1), line(1)) is None


def test_a_change_names_its_students_and_its_records():
    one, two = (msgspec.Raw(msgspec.json.encode(make(CheckIn, 1, line=text))) for text in ("before", "after"))
    operations = [
        ("students", "7", raw(), NOTHING), ("checkins", "1", two, one), ("checkins", None, raw(), NOTHING),
        ("bees", "3", raw(student="s0000003"), NOTHING), ("checkins", "1", NOTHING, two), ("terms", "1", raw(), NOTHING),
    ]  # fmt: skip
    assert students_of(operations) == ("s0000007", "s0000001", "s0000003")
    assert [one.line for one in records_of(operations)] == ["after", "after"]
    assert [one.line for one in records_before(operations)] == ["before"]


def test_a_row_keeps_what_a_line_says_and_a_bad_one_says_why():
    for fields in (
        {},
        {"undoes": 3},
        {"redoes": 3},
        {"schema": 9, "follows": 2, "records": "0000000a"},
        {"purged": 4, "lacks": 1},
    ):
        row, whole = encode_line(line(5, ops=[("checkins", "1", raw(id="c1"), NOTHING)], **fields), 7)
        assert (
            read_line(row, seed=7) == whole == msgspec.structs.replace(line(5, ops=whole.ops, **fields), crc=whole.crc)
        )
        assert read_line(row.replace(b"\n", b"\r\n"), seed=7) == whole
    assert whole.before == 4
    assert line(5, follows=2).before == 2
    header = encode_header(4, 0x77)
    assert (read_header(b"\xef\xbb\xbf" + header).base, read_header(header).chain) == (4, "00000077")
    for read, data, why, torn in (
        (read_line, row[:-1], "has no end", True),
        (read_line, row, "does not follow the line before it (its checksum differs)", False),
        (read_line, row[:8] + b"\0" + row[9:], "does not follow the line before it (its checksum differs)", True),
        (read_header, header[:-1], "has no end", True),
        (read_header, header[:-4], "is not the first line of a journal", True),
        (read_header, header.replace(b"00000077", b"77"), "is not the first line of a journal", False),
        (read_header, b"{}\n", "is not the first line of a journal", False),
    ):
        with pytest.raises(Misfit) as misfit:
            read(data, seed=8) if read is read_line else read(data)
        assert (str(misfit.value), misfit.value.torn) == (why, torn), data
    with pytest.raises(Misfit, match=r"^is not a change$"):
        read_line(b'{"seq":"x"}\n')


def test_a_value_that_a_record_cannot_hold_is_named():
    fields = {**{name: getattr(make(CheckIn, 1), name) for name in CheckIn.__struct_fields__}}
    for wrong, words in (
        ({"pact": 5}, "check-in: pact is 5; it must be what the field is for (Expected `str`, got `int`)"),
        ({"group": 5}, "check-in: group is 5; it must be what the field is for (Expected `str`, got `int`)"),
        ({"happened_on": date(1, 1, 1)}, "check-in: happened on is 0001-01-01; it must be in the years 1900 to 2199"),
    ):
        with pytest.raises(RecordError) as error:
            encode(msgspec.structs.replace(make(CheckIn, 1), **wrong))
        assert str(error.value) == words
    with pytest.raises(TypeError, match=r"^A check-in has no field hue, shoe$"):
        made_of(CheckIn, {**fields, "shoe": 1, "hue": 2})
    with pytest.raises(RecordError, match=r"^known-well fact: created at is empty; it must be given$"):
        made_of(KnownWell, {"id": "w0000001"})
    with pytest.raises(DamagedError) as damaged:
        check_document("bees", 1, raw())
    assert str(damaged.value).startswith('There is no table called "bees" in advisory; it has students, checkins, ')
    with pytest.raises(DamagedError) as other:
        decode(CheckIn, msgspec.Raw(msgspec.json.encode(make(CheckIn, 1))), 2)
    assert str(other.value) == "The table \"checkins\", id 2: the field id is 'c0000001'; it must be c0000002"
    with pytest.raises(DamagedError, match=r'^The table "checkins", id 2, does not hold a check-in: '):
        check_document("checkins", 2, raw(id="c0000002"))


def test_nothing_is_written_over_the_programs_own_files(tmp_path):
    home = tmp_path / "home"
    filled(home).close()
    Drafts(home).save("check_in", "", {"line": "x"}, NOW)
    (tmp_path / "link").symlink_to(home / "advisory.json")
    (tmp_path / "hard").hardlink_to(home / "history/2026-11.jsonl")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "inside").symlink_to(home, target_is_directory=True)
    own = (
        home / "advisory.json", home / "ADVISORY.lock", home / "settings.json", home / ".advisory.json.1.tmp", home / "history",
        home / "Backups", home / "history/x.csv", home / "drafts/x.json", home / "backups/x.csv", home / "backups/deep/x.csv",
        tmp_path / "link", tmp_path / "hard", tmp_path / "inside/advisory.json", tmp_path / "inside/drafts/y",
    )  # fmt: skip
    for path in own:
        with pytest.raises(Refused) as refused:
            need_free_place(home, path)
        assert str(refused.value) == (
            f"{path} is among the program's own files in {home}, and nothing else may be written there. Name a file in another "
            "folder."
        )
    for path in (
        home,
        home / "page.html",
        home / "mine/advisory.json",
        tmp_path / "x.csv",
        tmp_path / "loop",
        tmp_path / "a\0b",
    ):
        need_free_place(home, path)
    need_free_place(home, home / "backups/usb.json", is_backup=True)
    for path in (
        home / "backups/advisory-x.json",
        home / "backups/deep/x.json",
        home / "drafts/x.json",
        home / "backups",
    ):
        with pytest.raises(Refused):
            need_free_place(home, path, is_backup=True)


def test_what_happened_to_a_draft_is_told(tmp_path):
    drafts = Drafts(tmp_path)
    drafts.save("pact", "s0000001", {"title": "x"}, NOW)
    drafts.set_aside("pact", "s0000001")
    (tmp_path / "drafts/check_in.json").write_bytes(b"{")
    (tmp_path / "drafts/group.json").symlink_to(tmp_path / "nowhere")
    other = {"form": "sign", "student": "", "fields": {}, "at": "2026-11-23T09:05:00Z"}
    (tmp_path / "drafts/move.json").write_text(json.dumps(other))
    assert drafts.all() == []
    assert drafts.notices == [
        (
            f"Text that was not saved and could not be shown is in pact-s0000001.aside-1 in {tmp_path / 'drafts'}. Open it in an "
            "editor to copy the words, then delete it."
        ),
        (
            "drafts/move.json, text that was not saved, can't be read as a draft (it is called by another form or student than it "
            "holds, sign ). It is not offered again and is kept as drafts/move.aside-1: open that in an editor to copy the words."
        ),
        (
            "drafts/group.json is not a file but a folder, a pipe, a device or a broken link, so it was not opened. `advisory "
            "doctor --repair` moves it away."
        ),
        (
            "drafts/check_in.json, text that was not saved, can't be read as a draft (Input data was truncated). It is not offered "
            "again and is kept as drafts/check_in.aside-1: open that in an editor to copy the words."
        ),
    ]


def test_a_change_needs_a_time_zone_and_its_turn(tmp_path):
    store = Store.open(tmp_path)
    with pytest.raises(ValueError, match=r"^The instant of a change needs a time zone$"):
        store.change("x", NOW.replace(tzinfo=None)).__enter__()
    with store.change("Add", NOW) as change:
        add_student(change)
        add_check_in(change, "s0000001")
        with pytest.raises(Refused, match=r"^Another change is in progress; try again when it is done\.$"):
            store.change("Another", NOW).__enter__()
    with store.change("Begun", NOW) as change:
        add_student(change, "Ben")
        assert change.what == "Begun"
        change.what = "Done"
    assert [one.what for one in store.changes()] == ["Done", "Add"]
    assert [one.id for one in store.all(Student)] == ["s0000001", "s0000002"]
    assert store.all(CheckIn)[0].happened_on == date(2026, 11, 23)
    store.close()


def test_a_journal_that_cannot_be_read_is_told_with_the_folder(tmp_path, monkeypatch):
    store = filled(tmp_path, 1)

    def fails(_journal, _start):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("advisory.store.disk.journal.Journal.read_from", fails)
        with pytest.raises(StoreError) as told:
            store.changes()
    assert str(told.value) == f"The folder {tmp_path} can't be used: Input/output error."
    assert [one.what for one in store.changes()] == ["Check-in: one-to-one", "Add a student"]
