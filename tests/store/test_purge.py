"""A purge takes records out of every byte of the folder, and leaves everything else as it was."""

import os
from datetime import timedelta

import msgspec
import pytest
from folder_case import NOW, add_check_in, add_student, bytes_of, content, filled, holding, lines_of

from advisory.model import CheckIn, Evidence, ExportLog, FollowUp, Indicator, Student
from advisory.model.words import Audience, EvidenceSource, Observer, Party, PromiseStatus, Stage
from advisory.store import Busy, DamagedError, Drafts, Missing, Refused, Store, write_file
from advisory.store.disk.row import encode_header
from advisory.store.disk.snapshot import Beginning, meta_of
from advisory.store.doctor import examine, repair
from advisory.store.purge.copies import Copies
from advisory.store.purge.unsaved import leftovers
from advisory.store.purged import Purged

SECRET = "what she told nobody else"


@pytest.fixture
def folder(tmp_path):
    """One student, a check-in that was edited, what came from it, an event, and two closes."""
    store = filled(tmp_path / "data")
    store.close()
    store = Store.open(tmp_path / "data")
    with store.change("Check-in: one-to-one", NOW) as change:
        secret = add_check_in(change, "s0000001", SECRET)
        promise = {"owner": Party.ADVISOR, "status": PromiseStatus.OPEN, "source": secret.id}
        change.add(FollowUp, student="s0000001", text="Ask again", **promise)
        sign = {"key": "listened", "stage": Stage.RAPPORT, "observed_on": NOW.date(), "by": Observer.ADVISOR}
        change.add(Indicator, student="s0000001", check_in=secret.id, **sign)
    with store.change("Check-in edited", NOW) as change:
        change.put(msgspec.structs.replace(change.need(CheckIn, secret.id), line=f"{SECRET}, “softer”"))
    store.close()
    return tmp_path / "data"


def test_no_byte_is_left_and_the_rest_is_as_it_was(folder):
    store = Store.open(folder)
    rest = [store.get(CheckIn, f"c000000{number}") for number in (1, 2, 3)]
    assert holding(folder, SECRET)
    purged = store.purge(["c0000004"], NOW)
    assert purged.records == ("c0000004",)
    assert store.get(CheckIn, "c0000004") is None
    assert [store.get(CheckIn, f"c000000{number}") for number in (1, 2, 3)] == rest
    assert store.all(FollowUp)[0].source == store.all(Indicator)[0].check_in == ""
    assert [change.what for change in store.changes()][:2] == ["Records purged", "Check-in edited"]
    assert [change.seq for change in store.changes()] == list(range(store.seq, 0, -1))
    store.close()
    assert holding(folder, SECRET, "c0000004") == []
    assert not examine(folder).findings
    assert Store.open(folder).notices == ()


def test_undo_ends_at_a_purge_and_says_why(folder):
    store = Store.open(folder)
    store.purge(["c0000004"], NOW)
    with pytest.raises(Refused, match=r"Records were purged on Nov 23, 2026, and what was changed before"):
        store.undo(NOW)
    with store.change("Add a student", NOW) as change:
        add_student(change, "Ben")
    assert store.undo(NOW).what == "Add a student"
    assert store.redo(NOW).what == "Add a student"


def test_numbers_are_not_given_again(folder):
    store = Store.open(folder)
    store.purge(["c0000004"], NOW)
    with store.change("Check-in: one-to-one", NOW) as change:
        assert add_check_in(change, "s0000001").id == "c0000005"


def test_a_student_goes_with_everything_of_theirs(folder):
    store = Store.open(folder)
    with store.change("Add a student", NOW) as change:
        ben = add_student(change, "Ben")
        add_check_in(change, ben.id, "Ben's own")
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", "never wanted")
    store.undo(NOW)
    store.purge(["s0000001"], NOW)
    assert [one.id for one in store.all(Student)] == [ben.id]
    assert [one.line for one in store.all(CheckIn)] == ["Ben's own"]
    assert store.all(FollowUp) == store.all(Indicator) == []
    store.close()
    assert holding(folder, "Maya", "never wanted", SECRET) == []
    assert not examine(folder).findings


def test_an_event_goes_on_under_the_next_check_in(folder):
    store = Store.open(folder)
    with store.change("Check-in: small group", NOW) as change:
        first = add_check_in(change, "s0000001")
        for record in (first, add_check_in(change, "s0000001"), add_check_in(change, "s0000001")):
            change.put(msgspec.structs.replace(record, group=first.id))
    store.purge([first.id], NOW)
    assert [one.group for one in store.all(CheckIn)[-2:]] == ["c0000006", "c0000006"]
    store.purge(["c0000006"], NOW)
    assert store.get(CheckIn, "c0000007").group == ""
    assert not examine(folder).findings


def test_another_process_that_is_open_follows(folder):
    one, other = Store.open(folder), Store.open(folder)
    assert other.get(CheckIn, "c0000004") is not None
    one.purge(["c0000004"], NOW)
    assert other.refresh()
    assert other.get(CheckIn, "c0000004") is None
    with other.change("Check-in: one-to-one", NOW + timedelta(minutes=1)) as change:
        add_check_in(change, "s0000001", "goes on")
    assert one.refresh()
    assert one.all(CheckIn)[-1].line == "goes on"


def test_what_is_not_there_is_refused(folder):
    store = Store.open(folder)
    before = bytes_of(folder)
    with pytest.raises(Missing, match="There is no check-in c0000009 to purge"):
        store.purge(["c0000001", "c0000009"], NOW)
    assert bytes_of(folder).keys() == before.keys()
    assert len(store.all(CheckIn)) == 4


def test_the_log_of_what_was_given_out_stays_with_ids_alone(folder):
    store = Store.open(folder)
    with store.change("Shared", NOW) as change:
        given = {"given_on": NOW.date(), "audience": Audience.FAMILY, "what": "conference page"}
        named = {"to": "Maya's mother", "file": "maya.html", "students": ("s0000001",), "rows": ("c0000004",)}
        log = change.add(ExportLog, **given, **named)
    store.purge(["c0000004"], NOW)
    assert store.get(ExportLog, log.id) == log
    store.purge(["s0000001"], NOW)
    assert store.get(ExportLog, log.id) == msgspec.structs.replace(log, to="", file="")
    store.close()
    assert holding(folder, "mother", "maya.html") == []
    assert not examine(folder).findings


def test_settings_and_leavings_of_other_programs(folder):
    """The settings lose the student, a file that was never finished goes, and what is not ours is named and left alone."""
    words = {"hope": ["s0000001", "s0000009"], "mark": ["s0000001"]}
    (folder / "settings.json").write_bytes(msgspec.json.encode({"theme": "advisory-light", "uncovered": words}))
    (folder / "settings.unreadable.json").write_bytes(b'{"uncovered": {"hope": ["s0000001"')
    (folder / "history" / ".2026-11.jsonl.4711-1.tmp").write_text(SECRET, encoding="utf-8")
    (folder / "drafts").mkdir()
    running = folder / "drafts" / f".note.json.{os.getppid()}-1.tmp"
    running.write_text("being written", encoding="utf-8")
    for name in ("advisory (1).json", "backups/holiday.jpg", "backups/notes.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    purged = Store.open(folder).purge(["s0000001"], NOW)
    settings = msgspec.json.decode((folder / "settings.json").read_bytes())
    assert settings == {"theme": "advisory-light", "uncovered": {"hope": ["s0000009"]}}
    assert purged.untouched == ("advisory (1).json", "backups/holiday.jpg", "backups/notes.json")
    assert running.exists()
    assert holding(folder, SECRET, "Maya", ".purged", "unreadable") == []


def test_what_a_running_program_writes_beside_the_settings_or_drafts_is_left_to_it(folder):
    (folder / "drafts").mkdir()
    left, running = 4711, os.getppid()
    names = [f"{place}{name}.{{}}-1.tmp" for place, name in (
        ("", ".settings.json"), ("drafts/", ".note.json"), ("", ".advisory.json"), ("history/", ".2026-11.jsonl"), ("backups/", ".x.json"),
    )]  # fmt: skip
    (folder / "backups").mkdir(exist_ok=True)
    for name in names:
        for process in (left, running):
            (folder / name.format(process)).touch()
    found = {str(path.relative_to(folder)) for path in leftovers(folder)}
    assert found == {name.format(left) for name in names} | {name.format(running) for name in names[2:]}


def test_a_wrong_bit_in_history_is_put_right_on_the_way(folder):
    month = folder / "history" / "2026-11.jsonl"
    month.write_bytes(month.read_bytes().replace(b"Line 1", b"Line 3", 1))
    store = Store.open(folder)
    assert store.purge(["c0000004"], NOW).lines == ()
    store.close()
    assert b"Line 1" in month.read_bytes()
    assert b"Line 3" not in month.read_bytes()
    assert not examine(folder).findings


def test_what_holds_nothing_of_what_goes_is_not_written_anew(folder):
    (folder / "settings.json").write_bytes(b'{"theme": "advisory-light"}')
    (folder / "settings.unreadable.json").write_bytes(b'{"uncovered": ')
    before = folder / "history" / "2026-10.jsonl"
    before.write_bytes(encode_header(0, 0))
    kept = [folder / "settings.json", folder / "settings.unreadable.json", before]
    there = [(path.stat().st_ino, path.read_bytes()) for path in kept]
    november = (folder / "history" / "2026-11.jsonl").stat().st_ino
    Store.open(folder).purge(["s0000001"], NOW)
    assert [(path.stat().st_ino, path.read_bytes()) for path in kept] == there
    assert (folder / "history" / "2026-11.jsonl").stat().st_ino != november


def test_a_draft_goes_for_words_of_what_goes_alone(folder):
    """Not for the key of a word or an instant, which stand in any, nor for what others hold as well."""
    store, shared = Store.open(folder), "Presented to the whole circle"
    with store.change("Evidence", NOW) as change:
        add_student(change, "Jordan")
        source = {"seen_on": NOW.date(), "source": EvidenceSource.DEFENSE_PRACTICE}
        mine = change.add(Evidence, student="s0000001", seen=shared, next_step="Maya draws it once more", **source)
        change.add(Evidence, student="s0000002", seen=shared, **source)
    drafts = Drafts(folder)
    seen = {"source": "defense_practice", "seen": shared, "said": NOW.isoformat().replace("+00:00", "Z")}
    drafts.save("evidence", "s0000002", seen, NOW)
    drafts.save("note", "s0000002", {"line": "Next: Maya draws it once more"}, NOW)
    assert store.purge([mine.id], NOW).drafts == 1
    assert [one.form for one in drafts.all()] == ["evidence"]


def test_a_history_that_is_no_folder_is_refused_with_what_to_do(folder):
    for path in (folder / "history").iterdir():
        path.unlink()
    (folder / "history").rmdir()
    (folder / "history").write_text("", encoding="utf-8")
    with pytest.raises(DamagedError, match=r"history.+doctor"):
        Store.open(folder).purge(["c0000004"], NOW)


def test_lines_of_the_past_that_can_not_be_read_go_and_are_told(folder):
    path = next((folder / "history").iterdir())
    path.write_bytes(path.read_bytes().replace(b'"line":"Line 1"', b'"line":"Line 1', 1))
    store = Store.open(folder)
    assert store.purge(["c0000004"], NOW).lines == ("1 in history/2026-11.jsonl",)
    store.close()
    assert holding(folder, SECRET) == []
    assert not [one for one in examine(folder).findings if not one.is_advice]


@pytest.mark.parametrize("snapshot", ["", "an older one"])
def test_a_repair_from_copies_brings_nothing_back(folder, snapshot):
    store = Store.open(folder)
    store.purge(["c0000004"], NOW)
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", "since then")
    lines = lines_of(store)
    store.close()
    (folder / "advisory.json").unlink()
    if snapshot:
        oldest = min(path for path in (folder / "backups").glob("advisory-*.json.gz") if ".journal." not in path.name)
        write_file(folder / "advisory.json", content(oldest))
    assert repair(folder, NOW, lambda _question: True).done
    assert not examine(folder).findings
    assert lines_of(Store.open(folder)) == lines
    assert holding(folder, SECRET, "c0000004") == []


def test_who_waits_is_told_that_it_is_a_purge(folder, monkeypatch):
    """Right from the beginning, when it still reads."""
    one, other = Store.open(folder), Store.open(folder)
    other._ledger.patience = 0
    said, read = [], Copies.documents

    def documents(copies):
        with pytest.raises(Busy) as busy:
            other.purge(["c0000001"], NOW)
        said.extend([str(busy.value), *Store.open(folder).notices])
        return read(copies)

    monkeypatch.setattr(Copies, "documents", documents)
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.PATIENCE", 0)
    one.purge(["s0000001"], NOW)
    assert [sentence.partition(" in ")[0] for sentence in said] == ["Another advisory is purging records"] * 2
    assert not (folder / "advisory.purge").exists()
    with pytest.raises(Missing):
        one.purge(["c0000009"], NOW)
    assert not (folder / "advisory.purge").exists()


def test_a_purge_of_nothing_changes_nothing(folder):
    store = Store.open(folder)
    before = bytes_of(folder)
    assert store.purge([], NOW) == Purged()
    assert (bytes_of(folder), store.seq) == (before, 6)


def test_what_only_the_past_still_knows_is_told_without_a_purge(folder, monkeypatch):
    store = Store.open(folder)
    with store.change("Check-in: one-to-one", NOW) as change:
        add_check_in(change, "s0000001", "never wanted")
    store.undo(NOW)
    with store.change("Check-in: one-to-one", NOW + timedelta(minutes=1)) as change:
        add_student(change, "Ben")
        add_check_in(change, "s0000002", "Ben's own")
    store.undo(NOW)

    def is_bens(table, document):
        return table == "checkins" and document["line"] == "Ben's own"

    before = bytes_of(folder)
    assert store.only_in_past([], lambda *_: False) == []
    assert store.only_in_past([], is_bens) == ["c0000006"]
    assert store.only_in_past(["s0000001"], is_bens) == ["c0000005", "c0000006"]
    assert bytes_of(folder) == before
    store.close()
    monkeypatch.setattr("advisory.store.disk.open_folder.ledger.open_lock", lambda _folder: "It is read-only.")
    assert Store.open(folder).only_in_past(["s0000001"], is_bens) == ["c0000005", "c0000006"]


def test_a_purge_needs_an_instant_with_a_time_zone_and_no_change_in_progress(folder):
    store = Store.open(folder)
    with pytest.raises(ValueError, match="The instant of a change needs a time zone"):
        store.purge(["c0000004"], NOW.replace(tzinfo=None))
    with store.change("Check-in", NOW), pytest.raises(Refused) as refused:
        store.purge(["c0000004"], NOW)
    assert str(refused.value) == "Another change is in progress; try again when it is done."
    assert store.get(CheckIn, "c0000004") is not None


def test_the_snapshot_says_which_change_took_the_place_of_all_records_and_that_no_journal_is_left_of_before(folder):
    store = Store.open(folder)
    store.purge(["c0000004"], NOW)
    begun = meta_of((folder / "advisory.json").read_bytes()).beginning
    header, line = (folder / "history" / "2026-11.jsonl").read_bytes().splitlines(keepends=True)[-2:]
    assert b'"what":"Records purged"' in line
    assert begun == Beginning((header + line).decode(), 0, "00000000")


def test_a_snapshot_with_a_wrong_bit_is_kept_as_it_was_before_a_purge_without_what_goes(folder):
    snapshot = folder / "advisory.json"
    snapshot.write_bytes(snapshot.read_bytes().replace(b"Line 1", b"Line 3"))
    store = Store.open(folder)
    assert "has one wrong bit" in store.notices[0]
    store.purge(["c0000004"], NOW)
    (kept,) = (folder / "backups").glob("edited-*.json.gz")
    assert [words in content(kept) for words in (b"Line 0", b"Line 3", SECRET.encode())] == [True, True, False]
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    store.close()
    assert Store.open(folder).notices == ()
