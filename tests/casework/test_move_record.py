"""Each reference of a record that is moved: what goes along, what is left out, what is refused, and what is said of it."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from record_case import REQUIRED, TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import members_of, promised_besides
from advisory.caseload.history.history import record_history
from advisory.casework.check_in.capture import capture
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.artifact import take_over
from advisory.casework.defense.plan import plan_defense
from advisory.casework.learning.edit_evidence import edit_evidence
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.note_insight import note_insight
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.move_record import move_record
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.casework.undo import undo
from advisory.casework.whose.going_along import going_along
from advisory.model import CheckIn, DefensePlan, Evidence, FollowUp, Indicator, KnownWell, Leave, StageMove, Student
from advisory.model.defense_words import DefenseType
from advisory.model.words import EvidenceSource, Facet, Kind, LearnedHow, Medium, Stage
from advisory.rules.capture.reading import PromiseRead, Reading
from advisory.rules.refusal import Refusal
from advisory.store import Missing

DUE = TODAY + timedelta(days=3)


@pytest.fixture
def three(caseload: Caseload) -> list[Student]:
    names = (("Amina", "Yusuf"), ("Jordan", "Reed"), ("Kai", "Tran"))
    return [add_student(caseload, given_name=given, family_name=family) for given, family in names]


def test_a_check_in_takes_its_promises_and_signs_along_and_leaves_the_pact_and_the_insight(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    pact = draft_pact(caseload, amina.id, "I can begin by myself")
    insight = note_insight(caseload, amina.id, thinking="Adds the tops", misconception="Two numbers")
    read = Reading(happened_on=TODAY, text="Showed the draft", promises=(PromiseRead("bring notes", DUE),))
    made = capture(caseload, read, [amina.id])
    seen = edit_check_in(caseload, made.check_ins[0], pact=pact.id, insight=insight.id)
    sign = add_sign(caseload, amina.id, "listened", check_in=seen.id)
    for key in ("says_name", "showed_unfinished"):
        add_sign(caseload, amina.id, key)
    move_stage(caseload, amina.id, Stage.ALLIANCE, "Asked for a target")
    moves = caseload.store.all(StageMove)
    seen = edit_check_in(caseload, seen, minutes=5)
    assert caseload.store.all(StageMove) == moves
    before = going_along(caseload, seen, jordan.id).sentences
    moved = move_record(caseload, seen, jordan.id)
    assert before == (
        "The pact is Amina Yusuf's, so it is left out.",
        "The insight is Amina Yusuf's, so it is left out.",
        "1 promise made in it goes along.",
        "1 sign seen in it goes along.",
        "The move to Alliance on Nov 23 no longer counts that sign.",
    )
    assert isinstance(moved, CheckIn)
    assert (moved.pact, moved.insight, moved.line) == ("", "", "Showed the draft")
    assert moved.revisions[-1].was == {"student": amina.id, "pact": pact.id, "insight": insight.id}
    assert caseload.store.need(FollowUp, made.promises[0].id).student == jordan.id
    assert caseload.store.need(Indicator, sign.id).student == jordan.id
    (move,) = caseload.store.of_student(StageMove, amina.id)
    assert sign.id not in move.indicators
    assert len(move.indicators) == 2
    undo(caseload)
    assert caseload.store.need(Indicator, sign.id).student == amina.id
    assert caseload.store.need(CheckIn, seen.id) == seen


def test_the_history_of_the_right_student_does_not_name_the_other(caseload: Caseload, three: list[Student]) -> None:
    amina, jordan, _ = three
    move_record(caseload, record_check_in(caseload, amina.id, "Laughed"), jordan.id)
    rows = [(row.what, row.field, row.was, row.now) for row in record_history(caseload.store, jordan.id)]
    assert rows[0] == ("Check-in moved to another student", "student", "another student", "this student")
    assert not any("Amina" in word for row in rows for word in row)
    left = next(record_history(caseload.store, amina.id))
    assert (left.field, left.was, left.now) == ("student", "this student", "another student")


def test_a_line_of_a_group_stays_in_it_unless_the_student_has_one_there(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, kai = three
    made = record_group(caseload, text="Circle", student_ids=[amina.id, kai.id], kind=Kind.SMALL_GROUP)
    with pytest.raises(Refusal, match="Kai Tran is in this group entry too"):
        move_record(caseload, made[0], kai.id)
    moved = move_record(caseload, made[0], jordan.id)
    assert isinstance(moved, CheckIn)
    assert {one.student for one in members_of(caseload, moved)} == {jordan.id, kai.id}


def test_a_promise_to_a_group_is_listed_with_another_of_it_and_any_other_forgets_the_note(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, kai = three
    there = [amina.id, jordan.id]
    made = record_group(
        caseload, text="Circle", student_ids=there, promises=[PromiseRead("bring chairs", DUE)], promised_to=[amina.id]
    )
    (promise,) = caseload.store.of_student(FollowUp, amina.id)
    moved = move_record(caseload, promise, jordan.id)
    assert isinstance(moved, FollowUp)
    assert (moved.source, promised_besides(caseload, moved)) == (made[1].id, 1)
    assert going_along(caseload, moved, kai.id).sentences == (
        "The note it came from is Jordan Reed's, so it is left out.",
    )
    again = move_record(caseload, moved, kai.id)
    assert isinstance(again, FollowUp)
    assert (again.source, again.text, again.due_on) == ("", "bring chairs", DUE)


def test_evidence_is_moved_without_the_pact_it_was_about_and_a_fact_as_it_is(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    pact = draft_pact(caseload, amina.id, "I can begin by myself")
    seen = record_evidence(caseload, amina.id, "Began alone", source=EvidenceSource.QUIZ, pact=pact.id)
    moved = edit_evidence(caseload, seen, student=jordan.id, seen="Began by himself")
    assert (moved.student, moved.pact, moved.target, moved.seen) == (jordan.id, "", "", "Began by himself")
    assert caseload.store.seq == seq_of(caseload, "Evidence moved to another student")
    work = record_evidence(caseload, amina.id, "The letter", source=EvidenceSource.WORK_SAMPLE)
    plan = plan_defense(caseload, amina.id, TODAY + timedelta(days=60)).plan
    plan = take_over(caseload, plan, work.id)
    assert going_along(caseload, work, jordan.id).sentences == (
        "The defense plan of Amina Yusuf keeps what it took over from it.",
    )
    move_record(caseload, work, jordan.id)
    assert caseload.store.need(DefensePlan, plan.id).artifacts == (replace(plan.artifacts[0], came_from=""),)
    fact = learn_fact(caseload, amina.id, Facet.HOPES, "To build boats", how=LearnedHow.TOLD_ME)
    assert move_record(caseload, fact, jordan.id).student == jordan.id
    assert caseload.store.of_student(KnownWell, amina.id) == []


def seq_of(caseload: Caseload, what: str) -> int:
    newest = next(caseload.store.changes())
    assert newest.what == what
    return newest.seq


def test_who_was_here_only_by_the_wrong_note_is_away_again_and_the_other_is_here(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    for one in (amina, jordan):
        mark_away(caseload, one.id, TODAY - timedelta(days=1), TODAY + timedelta(days=1))
    seen = record_check_in(caseload, amina.id, "Talked")
    assert "Amina Yusuf is marked as not here on Nov 23 again." in going_along(caseload, seen, jordan.id).sentences
    move_record(caseload, seen, jordan.id)
    assert [caseload.calendar.is_away(one.id, TODAY) for one in (amina, jordan)] == [True, False]
    assert len(caseload.store.of_student(Leave, amina.id)) == 3


def test_an_attempt_and_a_call_of_that_day_do_not_say_that_they_were_here(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    mark_away(caseload, amina.id, TODAY, TODAY)
    seen = record_check_in(caseload, amina.id, "Talked")
    record_check_in(caseload, amina.id, "Knocked", contact_made=False)
    record_check_in(caseload, amina.id, "Rang", medium=Medium.PHONE)
    assert going_along(caseload, seen, jordan.id).here_again == (amina.id, TODAY)
    for mended in ({"contact_made": False}, {"medium": Medium.PHONE}):
        assert going_along(caseload, edit_check_in(caseload, seen, **mended), jordan.id).here_again is None
        undo(caseload)


def test_evidence_of_a_pact_that_is_the_right_students_already_keeps_it_and_its_target(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    pact = draft_pact(caseload, jordan.id, "I can begin by myself")
    with caseload.store.change("By hand", caseload.now()) as change:
        fields = REQUIRED[Evidence] | {"student": amina.id, "pact": pact.id, "target": pact.learning_target}
        seen = change.add(Evidence, **fields)
    assert going_along(caseload, seen, jordan.id) == ({}, (), None, ())
    moved = move_record(caseload, seen, jordan.id)
    assert moved == replace(seen, student=jordan.id, updated_at=moved.updated_at)


def test_two_plans_that_took_over_from_one_piece_keep_it_in_one_sentence(
    caseload: Caseload, three: list[Student]
) -> None:
    amina, jordan, _ = three
    work = record_evidence(caseload, amina.id, "The letter", source=EvidenceSource.WORK_SAMPLE)
    for kind in (DefenseType.DEFENSE, DefenseType.EXHIBITION):
        plan = plan_defense(caseload, amina.id, TODAY + timedelta(days=60), kind=kind).plan
        take_over(caseload, plan, work.id)
    along = going_along(caseload, work, jordan.id)
    assert along.sentences == ("The defense plan of Amina Yusuf keeps what it took over from it.",)
    assert len(along.others) == 2


def test_nobody_is_guessed_and_the_same_student_is_no_change(caseload: Caseload, three: list[Student]) -> None:
    amina, _, _ = three
    promise = make_promise(caseload, amina.id, "bring notes")
    seq = caseload.store.seq
    assert move_record(caseload, promise, amina.id) == promise
    with pytest.raises(Missing):
        move_record(caseload, promise, "s0000099")
    assert caseload.store.seq == seq
