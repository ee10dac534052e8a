"""Looking: each thing that can be wrong is told in one sentence with its place and what to do, and nothing is changed."""

import json
import os
import shutil
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import msgspec
import pytest
from each_row import each_row
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, filled
from golden_story import GOLDEN
from record_case import make

from advisory.model import CheckIn, FollowUp, Pact, StageMove, Student
from advisory.model.words import Direction, MoveReason, Party, PromiseStatus, Stage
from advisory.store import DamagedError, Drafts, Store
from advisory.store.doctor import examine, repair
from advisory.store.doctor.comparison import compare
from advisory.store.doctor.mending import what_is_wrong
from advisory.store.doctor.place import Placed

if TYPE_CHECKING:
    from advisory.store.doctor.report import Report

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture
def home(tmp_path):
    """Two saves, and three changes in the journal, the last of which is a student's."""
    folder = tmp_path / "home"
    filled(folder).close()
    store = Store.open(folder)
    with store.change("Add", NOW) as change:
        add_student(change, "Ben")
    store.close()
    store = Store.open(folder)
    for number in (3, 4):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000002", f"Line {number}")
    with store.change("Add", NOW) as change:
        add_student(change, "Cleo")
    abandon(store)
    return folder


def told(folder):
    before = bytes_of(folder)
    examination = examine(folder)
    assert bytes_of(folder) == before
    return [str(finding) for finding in examination.findings]


def edit(path, old, new):
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def test_a_folder_in_order_has_no_findings(home):
    assert told(home) == []
    store = Store.open(home)
    store.close()
    assert told(home) == []


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_the_golden_folders_are_in_order(schema, tmp_path):
    folder = tmp_path / "home"
    shutil.copytree(GOLDEN / f"schema-{schema}", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert told(folder) == []
    Store.open(folder).close()
    assert told(folder) == []


def test_an_empty_folder_is_told_apart(tmp_path):
    assert examine(tmp_path).is_empty


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "nothing in it can be read"),
        (b"[1]", "nothing in it"),
        (b"\xff\xfe", "nothing in it"),
        (b'{"a":{"1":{}}}', "advisory"),
    ],
)
def test_a_file_of_something_else_is_told_with_where_the_records_are(home, data, says):
    (home / SNAPSHOT).write_bytes(data)
    found = told(home)
    assert says in found[0]
    assert "`advisory doctor --repair`" in found[0]


def test_a_missing_snapshot_is_told(home):
    (home / SNAPSHOT).unlink()
    assert "advisory.json: it is missing; `advisory doctor --repair` takes the records from backups/" in told(home)[0]
    assert examine(home).is_readable


def test_a_folder_of_which_nothing_is_left_is_told(home):
    (home / SNAPSHOT).write_bytes(b"")
    shutil.rmtree(home / "backups")
    shutil.rmtree(home / "history")
    (home / JOURNAL).unlink()
    examination = examine(home)
    assert not examination.is_readable
    assert "put a copy of your own in its place" in str(examination.findings[0])


def test_an_older_snapshot_put_back_is_told(tmp_path):
    folder = tmp_path / "home"
    filled(folder).close()
    older = (folder / SNAPSHOT).read_bytes()
    for name in ("Ben", "Cleo"):
        store = Store.open(folder)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        store.close()
    (folder / SNAPSHOT).write_bytes(older)
    assert ["an older one was put back" in sentence for sentence in told(folder)] == [True]


def test_a_torn_last_line_is_advice(home):
    (home / JOURNAL).open("ab").write(b'{"seq":9,"at"')
    (finding,) = examine(home).findings
    assert finding.is_advice
    assert "the last line is incomplete" in str(finding)


def test_dangling_ids_of_every_field_are_told(tmp_path):
    store = Store.open(tmp_path)
    with store.change("Add", NOW) as change:
        add_student(change)
        add_check_in(change, "s0000001", group="c0000007", pact="g0000001", insight="k0000001")
        maya = {"student": "s0000001"}
        change.add(FollowUp, **maya, text="x", owner=Party.ADVISOR, status=PromiseStatus.OPEN, source="q0000001")
        change.add(
            StageMove, **maya, partnership="p0000001", from_stage=Stage.RAPPORT, to_stage=Stage.ALLIANCE,
            moved_on=NOW.date(), direction=Direction.FORWARD, reason_key=MoveReason.SIGNS_SEEN, reason="x",
            indicators=("i0000001", "i0000002"),
        )  # fmt: skip
    store.close()
    found = told(tmp_path)
    for part in (
        "group is c0000007", "pact is g0000001", "insight is k0000001", "source is q0000001", "partnership is p0000001",
        "indicators is i0000001", "indicators is i0000002",
    ):  # fmt: skip
        assert [part in sentence for sentence in found].count(True) == 1, part
    assert len(found) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no modes")
def test_what_others_may_open_is_told(home):
    (home / SNAPSHOT).chmod(0o644)
    (home / "backups").chmod(0o755)
    found = told(home)
    assert "advisory.json: others on this computer may open it (its mode is 644, it should be 600)" in found[0]
    assert found[1].startswith("backups: others on this computer may open it (its mode is 755, it should be 700)")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no owners here")
def test_what_belongs_to_somebody_else_is_told(home, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert "belongs to another user" in told(home)[0]


@pytest.mark.parametrize(
    "name",
    [
        "advisory (1).json",
        "advisory 2.json",
        "advisory-LAPTOP.json",
        "advisory (Ana's conflicted copy 2026-11-23).json",
        "advisory.sync-conflict-20261123-090500-ABCDEFG.json",
        "advisory.journal (conflicted copy).jsonl",
        "history/2026-11 (1).jsonl",
        "history/2026-11.sync-conflict-20261123-090500-ABCDEFG.jsonl",
    ],
)
def test_conflict_copies_are_told_here_and_at_the_start(home, name):
    shutil.copy(home / SNAPSHOT, home / name)
    (home / name).chmod(0o600)
    assert told(home)[0].startswith(f"{name}: it looks like a copy that a cloud service made")
    store = Store.open(home)
    assert name in store.notices[0]
    abandon(store)


def test_a_synced_folder_is_advice(home):
    synced = home.parent / "Dropbox" / "advisory"
    shutil.copytree(home, synced)
    synced.chmod(0o700)
    (finding,) = examine(synced).findings
    assert finding.is_advice
    assert "synced by Dropbox; use advisory on one computer at a time" in str(finding)


def test_leftovers_and_unreadable_drafts_are_told(home):
    (home / ".advisory.json.4711-1.tmp").write_bytes(b"{")
    (home / ".advisory.json.4711-1.tmp").chmod(0o600)
    Drafts(home).save("check_in", "s0000001", {"line": "Half"}, NOW)
    (home / "drafts/pact-s0000001.json").write_bytes(b"{")
    (home / "drafts/pact-s0000001.json").chmod(0o600)
    found = told(home)
    assert ".advisory.json.4711-1.tmp: a program was killed while it wrote this file" in found[0]
    assert "drafts/pact-s0000001.json: this text that was not saved can't be read" in found[1]
    assert len(found) == 2


@pytest.mark.parametrize("field", ["format", "schema"])
def test_one_of_a_newer_program_is_left_alone(home, field):
    edit(home / SNAPSHOT, b'"%b":' % field.encode(), b'"%b":9' % field.encode())
    before = bytes_of(home)
    with pytest.raises(DamagedError, match="newer advisory"):
        examine(home)
    assert bytes_of(home) == before


def test_in_the_middle_of_a_change_it_looks_and_says_what_it_cannot_be_sure_of(home, monkeypatch):
    monkeypatch.setattr(sys.modules["advisory.store.doctor.examine"], "PATIENCE", 0.05)
    store = Store.open(home)
    with store.change("Slow", NOW):
        (found,) = examine(home).findings
    assert found.is_advice
    assert "another advisory has been writing here" in str(found)
    assert "what it has not finished may look broken here" in str(found)
    store.close()


def test_a_file_laid_out_by_another_program_is_looked_through_by_line(home):
    path = home / SNAPSHOT
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2).replace('"Line 2"', "5"))
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if '"3": {' in line and '"c0000003"' in lines[n])
    found = told(home)
    assert any(
        f"advisory.json, line {number}: the check-in c0000003: Expected `str`" in sentence for sentence in found
    ), found


def test_a_record_taken_out_by_hand_is_told(home):
    path = home / SNAPSHOT
    data = json.loads(path.read_bytes())
    del data["checkins"]["2"]
    path.write_text(json.dumps(data))
    assert any("the check-in c0000002 is in its backup but not here" in sentence for sentence in told(home))


def test_what_the_store_refuses_has_a_finding(home):
    for old, new in ((b"}", b""), (b",", b";"), (b":", b"")):
        folder = home.parent / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(home, folder)
        edit(folder / SNAPSHOT, old, new)
        assert examine(folder).findings
        with pytest.raises(DamagedError, match="`advisory doctor`"):
            Store.open(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"kind"', b'"kins"'),
        (b"s0000001", b"s000001"),
        (b'"student":"s0000001"', b'"student":"c0000002"'),
        (b'"2026-11-23"', b'"0001-01-01"'),
    ],
)
def test_what_the_store_leaves_out_has_a_finding_and_repair_mends_it(home, old, new):
    edit(home / SNAPSHOT, old, new)
    store = Store.open(home)
    assert any("can't be used" in notice for notice in store.notices)
    store.close()
    assert examine(home).findings
    repair(home, NOW, lambda _question: True)
    assert told(home) == []
    assert not any("can't be used" in notice for notice in Store.open(home).notices)


def test_records_in_the_trash_are_no_findings(home):
    store = Store.open(home)
    with store.change("Remove", NOW) as change:
        change.remove(change.need(CheckIn, "c0000001"))
    store.close()
    assert told(home) == []


@each_row(
    ("kind", "fields", "wrong"),
    [
        (
            Pact,
            {"success_evidence": [{"text": " "}]},
            ("success_evidence", "success evidence: text is ' '; it must be a text that is not empty"),
        ),
        (Pact, {"success_evidence": [{"text": "x", "shoe": 1}]}, ("success_evidence", "there is no field 'shoe'")),
        (Student, {"shoe": 1}, ("shoe", "there is no field 'shoe'")),
        (
            Student,
            {"given_name": " "},
            ("given_name", "student: given name is ' '; it must be a text that is not empty"),
        ),
        (Student, {"joined_on": "soon"}, ("joined_on", "Invalid RFC3339 encoded date - at `$.joined_on`")),
        (Student, {}, None),
    ],
)
def test_what_is_wrong_names_the_field_of_the_record(kind, fields, wrong):
    document = msgspec.json.decode(msgspec.json.encode(make(kind)))
    assert what_is_wrong(kind, {**document, **fields}, 1) == wrong


def test_a_record_with_one_wrong_bit_is_told_and_taken_from_the_copy_and_one_that_was_edited_stays():
    said: list[tuple[str, ...]] = []
    report = SimpleNamespace(
        add=lambda _placed, what, do: said.append((what, do)),
        keep=lambda _placed, why: said.append((why,)),
        add_meant=lambda _placed, what, _do, field: said.append((what, field)),
    )
    documents = ({"id": "c0000001", "line": "Lane 1"}, {"id": "c0000002", "line": "Another line"})
    book = {("checkins", at): Placed("checkins", at, one, SNAPSHOT, at) for at, one in enumerate(documents, 1)}
    copies = {("checkins", at): {"id": f"c000000{at}", "line": f"Line {at}"} for at in (1, 2)}
    copies["checkins", 1]["line"] = "Lene 1"  # a and e differ in one bit
    compare(book, copies, cast("Report", report))
    assert said == [
        (
            "the check-in c0000001 has one wrong bit, as a bad disk leaves it",
            "`advisory doctor --repair` takes the record from a backup",
        ),
        ("taken from a backup instead",),
        ("the check-in c0000002 differs from its backup in line", "line"),
    ]
    assert [one.document["line"] for one in book.values()] == ["Lene 1", "Another line"]
