"""Two records of one student become one, and two again by one undo."""

from datetime import date

import pytest
from caseload_case import begun, everything
from msgspec.structs import replace
from record_case import NOW, REQUIRED, TODAY
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
from advisory.rules.capture.reading import PromiseRead
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

    assert merge_lines(caseload, maya.id, other.id) == [
        f"{ours} stays, with everything of {theirs}: 1 check-in, 1 promise, 1 partnership, 1 stage move, 1 fact.",
        f"Filled in from {theirs}: grade “10”, email “maya@new.example”.",
        f"Left out, because {ours} has another: student number “77”.",
        f"The other record, {theirs}, goes to the trash. One undo separates them again.",
    ]
    assert everything(caseload) == before


def test_of_a_record_that_says_nothing_nothing_is_filled_in_also_if_both_have_left(caseload, twice):
    maya, other = twice[0], add_student(caseload, given_name="Maya", family_name="Okafor")
    for one in (maya, other):
        archive_student(caseload, one.id)
    ours, theirs = caseload.names[maya.id], caseload.names[other.id]
    assert merge_lines(caseload, maya.id, other.id) == [
        f"{ours} stays, with everything of {theirs}: 1 partnership.",
        f"The other record, {theirs}, goes to the trash. One undo separates them again.",
    ]


def test_a_record_with_nothing_at_all_says_so(caseload, twice):
    """As one that another program, or somebody's own hand, wrote into the file."""
    maya = twice[0]
    with caseload.store.change("by hand", NOW) as change:
        other = change.add(Student, given_name="Maya", family_name="Okafor")
    ours, theirs = caseload.names[maya.id], caseload.names[other.id]
    assert merge_lines(caseload, maya.id, other.id)[0] == (
        f"{ours} stays, with everything of {theirs}: nothing is written there yet."
    )


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


def test_where_neither_moved_the_stage_is_that_of_the_one_that_stays(caseload):
    maya, other = (add_student(caseload, given_name="Maya", family_name="Okafor") for _ in range(2))
    with caseload.store.change("By hand", NOW) as change:
        (theirs,) = change.of_student(Partnership, other.id)
        change.put(replace(theirs, stage=Stage.ALLIANCE))
    ours = caseload.store.of_student(Partnership, maya.id)
    merge_students(caseload, maya.id, other.id)
    assert [one.stage for one in caseload.store.of_student(Partnership, maya.id)] == [one.stage for one in ours]


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


def test_a_line_in_which_a_promise_was_made_and_one_of_no_group_stay_beside_the_same_one(caseload, twice):
    ids = [one.id for one in twice]
    promised = {"promises": [PromiseRead("bring chairs", TODAY)], "promised_to": ids[1:]}
    _, source = record_group(caseload, text="Circle", student_ids=ids, **promised)
    record_group(caseload, text="Walk", student_ids=ids[::-1])
    with caseload.store.change("Two notes at once", NOW) as change:
        for one in ids:
            change.add(CheckIn, **REQUIRED[CheckIn] | {"student": one, "line": "Apart"})
    merge_students(caseload, *ids)
    lines = sorted(one.line for one in caseload.store.check_ins_of(ids[0]))
    assert lines == ["Apart", "Apart", "Asked about crew", "Circle", "Circle", "Showed the draft", "Walk"]
    assert [one.source for one in caseload.store.of_student(FollowUp, ids[0]) if one.text == "bring chairs"] == [
        source.id
    ]


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
