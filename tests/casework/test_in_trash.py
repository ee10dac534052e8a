"""What is deleted stands in the trash by kind, comes back one by one, and a student's whole file together."""

from datetime import date

import pytest
from caseload_case import begun, everything
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import LISTED, counted, in_trash
from advisory.casework.bring_back import bring_back, bring_back_student
from advisory.casework.calendar.remove import remove_from_calendar
from advisory.casework.calendar.term import add_term
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.discard import discard_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student, whole_file
from advisory.casework.student.merge import merge_students
from advisory.casework.trash import REMOVED, move_to_trash
from advisory.casework.undo import undo
from advisory.model import CheckIn, FollowUp, Pact, Record, Student
from advisory.model.words import EvidenceSource, Facet, LearnedHow, PactStatus, Status
from advisory.rules.refusal import Refusal


def living(caseload: Caseload) -> dict[str, Record]:
    return {
        key: replace(one, updated_at=one.created_at) for key, one in everything(caseload).items() if not one.deleted_at
    }


def test_of_students_deleted_at_one_instant_each_comes_back_with_their_own(caseload):
    ids = [add_student(caseload, given_name=name, family_name="Reed").id for name in ("Ann", "Ben")]
    for one in ids:
        record_check_in(caseload, one, "x")
    caseload.now = lambda: NOW
    for one in ids:
        delete_student(caseload, one)
    bring_back_student(caseload, ids[0])
    assert [one.student for one in caseload.store.all(CheckIn)] == ids[:1]


def test_every_kind_that_a_verb_removes_is_listed_and_brought_back(caseload):
    book = begun(caseload)
    maya = book.maya.id
    learn_fact(caseload, maya, Facet.HOPES, "Boats", how=LearnedHow.TOLD_ME)
    record_evidence(caseload, maya, "Began alone", source=EvidenceSource.QUIZ)
    note_insight(caseload, maya, "Adds the tops", "Two numbers")
    add_sign(caseload, maya, "listened")
    term = add_term(caseload, "Autumn", date(2026, 8, 31), date(2026, 12, 18))
    before, summary = living(caseload), caseload.summary(maya)
    removed = [kind for kind in REMOVED if caseload.store.all(kind)]
    for kind in removed:
        for record in caseload.store.all(kind):
            if record.id == term.id:
                remove_from_calendar(caseload, term)
            else:
                move_to_trash(caseload, kind, record.id)
    discard_pact(caseload, book.pact)
    gone = in_trash(caseload)
    assert {type(one.record) for one in gone} == {*removed, Pact}
    assert set(REMOVED) <= set(LISTED)
    assert {one.name for one in gone} == {"Maya Okafor", ""}
    assert next(one for one in gone if isinstance(one.record, CheckIn)).day == TODAY
    for one in gone:
        bring_back(caseload, one.record)
    assert living(caseload) == before
    assert caseload.summary(maya) == replace(summary, pact=caseload.store.need(Pact, book.pact.id))
    assert in_trash(caseload) == []


def test_the_last_deleted_of_a_kind_comes_first(caseload):
    book = begun(caseload)
    other = record_check_in(caseload, book.maya.id, "Laughed at the title")
    for check_in in (other, book.check_in):
        move_to_trash(caseload, CheckIn, check_in.id)
    assert [one.record.id for one in in_trash(caseload)] == [book.check_in.id, other.id]


def test_a_whole_file_goes_together_and_comes_back_as_it_was(caseload):
    book = begun(caseload)
    early = record_check_in(caseload, book.maya.id, "Deleted before")
    move_to_trash(caseload, CheckIn, early.id)
    before, summary = living(caseload), caseload.summary(book.maya.id)
    assert counted(whole_file(caseload, book.maya.id)) == "1 check-in, 1 promise, 1 partnership, 1 pact"
    delete_student(caseload, book.maya.id)
    assert caseload.everyone == [book.left]
    assert caseload.follow_ups == []
    with pytest.raises(Refusal, match=r"Maya Okafor is in the trash already\."):
        delete_student(caseload, book.maya.id)
    student, single = in_trash(caseload)
    assert (student.name, counted(student.file)) == ("Maya Okafor", "1 check-in, 1 promise, 1 partnership, 1 pact")
    assert single.record.id == early.id
    with pytest.raises(Refusal, match=r"Maya Okafor is in the trash\. Bring them back first"):
        bring_back(caseload, single.record)
    bring_back(caseload, student.record)
    assert living(caseload) == before
    assert caseload.summary(book.maya.id).one_to_one == summary.one_to_one
    assert caseload.store.need(CheckIn, early.id).deleted_at
    undo(caseload)
    assert caseload.everyone == [book.left]


def test_who_had_left_comes_from_the_trash_as_they_were_and_a_name_typed_anew_makes_them_active(caseload):
    maya = begun(caseload).maya
    archive_student(caseload, maya.id, Status.GRADUATED)
    delete_student(caseload, maya.id)
    back = bring_back(caseload, caseload.store.need(Student, maya.id))
    assert (back.status, back.deleted_at) == (Status.GRADUATED, None)
    delete_student(caseload, maya.id)
    back = bring_back_student(caseload, maya.id, grade="11")
    assert (back.status, back.left_on, back.grade) == (Status.ACTIVE, None, "11")
    with pytest.raises(Refusal, match="is in the caseload already"):
        bring_back_student(caseload, maya.id)


def test_a_number_given_to_another_meanwhile_is_not_taken_back(caseload):
    maya = begun(caseload).maya
    delete_student(caseload, maya.id)
    for name, number in ((("Jun", "Sato"), "0042"), (("Kai", "Tran"), "0077")):
        add_student(caseload, given_name=name[0], family_name=name[1], student_number=number)
    seq = caseload.store.seq
    with pytest.raises(Refusal, match="Student number 0042 already belongs to Jun Sato"):
        bring_back(caseload, caseload.store.need(Student, maya.id))
    assert caseload.store.seq == seq
    with pytest.raises(Refusal, match="Student number 0077 already belongs to Kai Tran"):
        bring_back_student(caseload, maya.id, student_number="0077")
    back = bring_back_student(caseload, maya.id, student_number="0043")
    assert (back.student_number, back.deleted_at) == ("0043", None)


def test_a_discarded_pact_is_a_draft_again_and_a_merged_record_is_listed_with_what_went_with_it(caseload):
    book = begun(caseload)
    with pytest.raises(Refusal, match=r"That pact is not in the trash\."):
        bring_back(caseload, book.pact)
    discard_pact(caseload, book.pact)
    (gone,) = in_trash(caseload)
    assert bring_back(caseload, gone.record).status is PactStatus.DRAFT
    merge_students(caseload, book.maya.id, book.left.id)
    (gone,) = in_trash(caseload)
    assert (gone.name, counted(gone.file)) == ("Kai Tran", "1 partnership")
    assert caseload.store.of_student(FollowUp, book.maya.id)
