"""What changed in a student's records, when, from what to what."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from record_case import REQUIRED, TODAY

from advisory.caseload.history.history import record_history
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, Commitment, KnownWell, Pact, SuccessLine
from advisory.model.day_order import show_date
from advisory.model.words import EvidenceSource, Independence, Kind, Level, PactStatus, Stage, Visibility
from advisory.store import Store

GOLDEN = Path(__file__).parents[1] / "store/golden"


@pytest.fixture
def maya(caseload):
    return add_student(caseload, given_name="Maya", family_name="Okafor")


def told(caseload, student):
    return [(row.what, row.record, row.field, row.was, row.now) for row in record_history(caseload.store, student.id)]


def test_an_edit_is_told_with_what_it_was(caseload, maya):
    note = record_check_in(caseload, maya.id, "Private words", minutes=5)
    edit_check_in(caseload, note, line="Other words", visibility=Visibility.STAFF, minutes=None)
    rows = told(caseload, maya)
    edits = {row[2:] for row in rows if row[0] == rows[0][0]}
    assert edits == {
        ("note", "Private words", "Other words"), ("visibility", "private", "staff"), ("minutes", "5", ""),
    }  # fmt: skip
    assert rows[0][1] == "check-in c0000001"


def test_whose_a_new_record_is_goes_without_saying_and_a_sensitive_fact_without_its_words(caseload, maya):
    with caseload.store.change("Learned", caseload.now()) as change:
        fact = change.add(
            KnownWell, **{**REQUIRED[KnownWell], "student": maya.id, "text": "thunder", "sensitive": True}
        )
        plain = change.add(KnownWell, **{**REQUIRED[KnownWell], "student": maya.id, "text": "boats"})
    with caseload.store.change("Edited", caseload.now()) as change:
        change.put(replace(fact, text="lightning"))
        change.put(replace(plain, text="rain", sensitive=True))
    with caseload.store.change("Open", caseload.now()) as change:
        change.put(replace(change.need(KnownWell, fact.id), text="storms", sensitive=False))
        change.add(KnownWell, **{**REQUIRED[KnownWell], "student": maya.id, "text": "trains"})
    rows = told(caseload, maya)
    new = {row[1:] for row in rows if row[0] == "Open"}
    assert new == {
        ("known-well fact w0000001", "text", "(sensitive)", "(sensitive)"),
        ("known-well fact w0000001", "sensitive", "yes", "no"),
        ("known-well fact w0000003", "text", "", "trains"),
        ("known-well fact w0000003", "area", "", "hopes"),
        ("known-well fact w0000003", "learned on", "", "Nov 23, 2026"),
        ("known-well fact w0000003", "learned how", "", "told you"),
    }
    texts = [row[3:] for row in rows if row[2] == "text" and row[0] != "Open"]
    hidden = texts[0][0]
    assert texts == [(hidden, hidden), (hidden, hidden), ("", hidden), ("", hidden)]
    assert "student" not in {row[2] for row in rows}


def test_newest_comes_first_and_instants_are_the_changes(caseload, maya):
    record_check_in(caseload, maya.id, "One")
    make_promise(caseload, maya.id, "bring lab notes", due_on=date(2026, 11, 27))
    rows = list(record_history(caseload.store, maya.id))
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert ("promise f0000001", "due on", "", "Nov 27, 2026") in {row[1:] for row in told(caseload, maya)}


def test_a_default_that_was_changed_is_told_with_the_default(caseload, maya):
    edit_student(caseload, maya, focal=True, grade="10")
    assert {row[2:] for row in told(caseload, maya)[:2]} == {("focal", "no", "yes"), ("grade", "", "10")}


def test_the_parts_of_a_piece_stand_behind_each_other_and_pieces_apart(caseload, maya):
    with caseload.store.change("Pact", caseload.now()) as change:
        change.add(
            Pact,
            student=maya.id,
            learning_target="argue",
            status=PactStatus.DRAFT,
            success_evidence=(SuccessLine(text="Draws it"), SuccessLine(text="Says why", met_on=TODAY)),
            student_commitments=(Commitment(text="read", how_often="daily"), Commitment(text="write")),
        )
    assert ("", "Draws it; Says why, Nov 23, 2026") in {row[3:] for row in told(caseload, maya)}
    assert ("what the student will do", "", "read, daily; write") in {row[2:] for row in told(caseload, maya)}


def test_trash_undo_and_redo_are_told(caseload, maya):
    note = record_check_in(caseload, maya.id, "One")
    gone = move_to_trash(caseload, CheckIn, note.id)
    since = f"Nov 23, 2026 {gone.deleted_at.astimezone():%H:%M}"
    assert told(caseload, maya)[0][1:] == ("check-in c0000001", "in the trash since", "", since)
    caseload.store.undo(caseload.now())
    caseload.store.redo(caseload.now())
    fields = [(row[0].split(":")[0], row[2], bool(row[3]), bool(row[4])) for row in told(caseload, maya)][:3]
    assert fields[0] == ("Redid", "in the trash since", False, True)
    assert fields[1] == ("Undid", "in the trash since", True, False)
    assert fields[2][1:] == ("in the trash since", False, True)


def test_no_other_student_is_named_and_nothing_of_theirs_told(caseload, maya):
    ben = add_student(caseload, given_name="Ben", family_name="Reed")
    record_check_in(caseload, ben.id, "Of Ben alone")
    moved = record_check_in(caseload, ben.id, "On the wrong student", kind=Kind.OBSERVATION)
    with caseload.store.change("Check-in moved", caseload.now()) as change:
        change.put(replace(change.need(CheckIn, moved.id), student=maya.id))
    rows = told(caseload, maya)
    assert ("Check-in moved", "check-in c0000002", "student", "another student", "this student") in rows
    assert ("Check-in moved", "check-in c0000002", "student", "this student", "another student") in told(caseload, ben)
    text = str(rows)
    assert "Ben" not in text
    assert ben.id not in text
    assert "Of Ben alone" not in text


def test_no_id_of_another_record_is_told_but_what_it_is(caseload, maya):
    note = record_check_in(caseload, maya.id, "Laid half a page on my desk")
    add_sign(caseload, maya.id, "showed_unfinished", check_in=note.id)
    move_stage(caseload, maya.id, Stage.ALLIANCE, "She asked what we could work on")
    pact = draft_pact(caseload, maya.id, "I can compare fractions", title="fractions")
    how = {"source": EvidenceSource.QUIZ, "level": Level.THERE, "independence": Independence.ON_OWN}
    record_evidence(caseload, maya.id, "Five of six", pact=pact.id, **how)
    promised = make_promise(caseload, maya.id, "bring lab notes")
    with caseload.store.change("Promise edited", caseload.now()) as change:
        change.put(replace(promised, source=note.id))
    caseload.store.undo(caseload.now())
    rows = told(caseload, maya)
    told_of = {row[2:] for row in rows}
    for fields in (
        ("sign", "", "student showed unfinished work"),
        ("seen in", "", f"check-in of {show_date(TODAY)}"),
        ("signs at that time", "", "student showed unfinished work"),
        ("pact", "", "“fractions”"),
        ("came from", f"check-in of {show_date(TODAY)}", ""),
    ):
        assert fields in told_of
    for _, _, field, was, now in rows:
        assert "partnership" not in field
        assert not re.search(r"_|[a-z]\d{7}", f"{field} {was} {now}")


def test_it_goes_back_behind_a_restart_and_an_older_schema(tmp_path):
    shutil.copytree(GOLDEN / "schema-1", tmp_path / "home")
    store = Store.open(tmp_path / "home")
    rows = list(record_history(store, "s0000001"))
    assert ("learning target", "I can add fractions", "I can explain why fractions divide") in {
        (row.field, row.was, row.now) for row in rows
    }
    assert ("happened on", "", "2026-11-12") in {(row.field, row.was, row.now) for row in rows}
    assert rows[-1].what == "Students added" or rows[-1].what == "School set up"
    store.close()


def test_what_was_added_and_taken_back_is_told_as_it_was(caseload, maya):
    add_sign(caseload, maya.id, "listened")
    caseload.store.undo(caseload.now())
    rows = told(caseload, maya)
    added = {row[1:] for row in rows if row[0] == "Sign noted"}
    assert added == {
        ("sign i0000001", "sign", "", "listened without an agenda"),
        ("sign i0000001", "stage", "", "Rapport"),
        ("sign i0000001", "observed on", "", "Nov 23, 2026"),
        ("sign i0000001", "seen by", "", "advisor"),
    }
    back = {row[1:] for row in rows if row[0] == "Undid: Sign noted"}
    assert back == {(record, field, now, was) for record, field, was, now in added}
