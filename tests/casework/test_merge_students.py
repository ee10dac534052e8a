"""Two records of one student become one, and two again by one undo."""

import pytest
from caseload_case import begun, everything
from record_case import NOW

from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.merge import merge_lines, merge_students
from advisory.model import CheckIn, FollowUp, KnownWell, Pact, Partnership, StageMove, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import Facet, LearnedHow, MoveReason, Stage
from advisory.rules.refusal import Refusal


@pytest.fixture
def twice(caseload):
    """Maya, and the second record of her that an import with another address made, with a life of its own."""
    maya = begun(caseload).maya
    other = add_student(
        caseload, given_name="Maya", family_name="Okafor", email="maya@new.example", student_number="77", grade="10"
    )
    record_check_in(caseload, other.id, "Asked about crew")
    make_promise(caseload, other.id, "find the form")
    learn_fact(caseload, other.id, Facet.INTERESTS, "rows", how=LearnedHow.TOLD_ME)
    move_stage(caseload, other.id, Stage.ALLIANCE, "She asked", reason_key=MoveReason.OTHER)
    return maya, other


def test_what_a_merge_would_do_is_said_before(caseload, twice):
    maya, other = twice
    ours, theirs = caseload.names[maya.id], caseload.names[other.id]
    before = everything(caseload)

    first, *more = merge_lines(caseload, maya.id, other.id)

    assert first == (
        f"{ours} stays, with everything of {theirs}: 1 check-in, 1 promise, 1 partnership, 1 stage move, 1 known-well fact."
    )
    assert more[-1] == f"The other record, {theirs}, goes to the trash. One undo separates them again."
    assert everything(caseload) == before


def test_what_is_refused_is_refused_before_too(caseload, twice):
    maya, _ = twice
    with pytest.raises(Refusal, match="is one record already"):
        merge_lines(caseload, maya.id, maya.id)


def test_everything_of_the_other_goes_to_the_one_that_stays(caseload, twice):
    maya, other = twice
    before = {kind: len(caseload.store.all(kind)) for kind in REFERENCES}

    merge_students(caseload, maya.id, other.id)

    for kind in REFERENCES:
        assert caseload.store.of_student(kind, other.id) == []
        assert len(caseload.store.all(kind)) == before[kind] - (kind is Partnership)
    assert {one.line for one in caseload.store.of_student(CheckIn, maya.id)} == {"Showed the draft", "Asked about crew"}
    assert {one.text for one in caseload.store.of_student(FollowUp, maya.id)} == {"bring lab notes", "find the form"}
    assert len(caseload.store.of_student(KnownWell, maya.id)) == len(caseload.store.of_student(Pact, maya.id)) == 1
    assert [one.called for one in caseload.students] == ["Maya"]


def test_what_the_one_that_stays_lacks_is_filled_in_and_nothing_replaced(caseload, twice):
    merged = merge_students(caseload, *(one.id for one in twice))

    assert (merged.student_number, merged.email, merged.grade) == ("0042", "maya@new.example", "10")


@pytest.mark.parametrize("turned", [False, True])
def test_the_partnership_that_moved_stays_with_its_moves(caseload, twice, turned):
    kept, other = reversed(twice) if turned else twice
    merge_students(caseload, kept.id, other.id)

    (partnership,) = caseload.store.of_student(Partnership, kept.id)
    (move,) = caseload.store.of_student(StageMove, kept.id)
    assert partnership.stage is Stage.ALLIANCE
    assert move.partnership == partnership.id


def test_one_undo_takes_them_apart_again(caseload, twice):
    maya, other = twice
    before = everything(caseload)
    merge_students(caseload, maya.id, other.id)
    assert caseload.store.need(Student, other.id).deleted_at

    caseload.store.undo(NOW)
    assert everything(caseload) == before


def test_a_record_is_not_merged_with_itself(caseload, twice):
    before = everything(caseload)
    with pytest.raises(Refusal, match=r"Maya Okafor is one record already\. Name two"):
        merge_students(caseload, twice[0].id, twice[0].id)
    assert everything(caseload) == before
