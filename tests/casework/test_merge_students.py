"""Two records of one student become one, and two again by one undo."""

from datetime import date

import pytest
from caseload_case import begun, everything
from record_case import NOW, TODAY
from season_case import THE_DAY, planned

from advisory.casework.bring_back import bring_back
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.plan import plan_defense
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.merge import merge_lines, merge_students
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, DefensePlan, ExportLog, FollowUp, KnownWell, Pact, Partnership, StageMove, Student
from advisory.model.defense_words import DefenseType
from advisory.model.reference import REFERENCES
from advisory.model.words import Audience, Facet, LearnedHow, MoveReason, Stage
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
        f"{ours} stays, with everything of {theirs}: 1 check-in, 1 promise, 1 partnership, 1 stage move, 1 fact."
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


def test_the_steps_of_both_stay_and_the_stage_is_the_one_reached_last(caseload, twice):
    maya, other = twice
    set_next_step(caseload, maya.id, "ask about crew")
    set_next_step(caseload, other.id, "find a reader")
    move_stage(caseload, maya.id, Stage.ALLIANCE, "He asked", reason_key=MoveReason.OTHER)
    move_stage(caseload, other.id, Stage.COGNITIVE_INSIGHT, "Explained it", reason_key=MoveReason.OTHER)
    merge_students(caseload, maya.id, other.id)
    (partnership,) = caseload.store.of_student(Partnership, maya.id)
    assert (partnership.stage, partnership.next_step) == (Stage.COGNITIVE_INSIGHT, "ask about crew; find a reader")
    assert {move.partnership for move in caseload.stage_moves} == {partnership.id}


def test_two_days_ahead_of_one_type_are_refused_and_of_two_types_both_stay(caseload):
    plan = planned(caseload)
    other = add_student(caseload, given_name="Maya", family_name="Okafor")
    exhibition = plan_defense(caseload, other.id, THE_DAY, kind=DefenseType.EXHIBITION).plan
    twin = plan_defense(caseload, other.id, date(2027, 3, 11)).plan
    before = everything(caseload)
    for refused in (merge_lines, merge_students):
        with pytest.raises(Refusal, match=r"have a defense ahead: Thu Feb 11 and Thu Mar 11\. Delete one of the two"):
            refused(caseload, plan.student, other.id)
    assert everything(caseload) == before
    move_to_trash(caseload, DefensePlan, twin.id)
    merge_students(caseload, plan.student, other.id)
    assert [one.id for one in caseload.store.of_student(DefensePlan, plan.student)] == [plan.id, exhibition.id]
    assert bring_back(caseload, caseload.store.need(DefensePlan, twin.id)).student == plan.student


def test_a_line_of_a_group_that_says_the_same_about_both_stands_once(caseload, twice):
    ids = [one.id for one in twice]
    record_group(caseload, text="Circle", student_ids=ids)
    record_group(caseload, text="Walk", student_ids=ids, lines={ids[1]: "Spoke first"})
    assert "1 line of a group entry that says the same about both goes to the trash." in merge_lines(caseload, *ids)
    merge_students(caseload, *ids)
    lines = sorted(one.line for one in caseload.store.check_ins_of(ids[0]))
    assert lines == ["Asked about crew", "Circle", "Showed the draft", "Spoke first", "Walk"]


def test_what_was_given_out_about_the_other_was_about_the_one_that_stays(caseload, twice):
    maya, other = twice
    with caseload.store.change("By hand", NOW) as change:
        log = change.add(ExportLog, given_on=TODAY, audience=Audience.STAFF, what="page", students=(other.id, maya.id))
    merge_students(caseload, maya.id, other.id)
    assert caseload.store.need(ExportLog, log.id).students == (maya.id,)


def test_who_is_here_in_one_record_is_here(caseload, twice):
    maya, other = twice
    archive_student(caseload, maya.id)
    assert f"{caseload.names[maya.id]} is in the caseload again" in "\n".join(merge_lines(caseload, maya.id, other.id))
    assert merge_students(caseload, maya.id, other.id).is_current


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
