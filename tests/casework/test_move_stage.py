"""Moving the partnership: one on or any number back, with a reason, and the gate soft."""

from datetime import date

import pytest
from caseload_case import begun
from record_case import NOW, TODAY, make

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.student.archive import archive_student
from advisory.model import Indicator, Pact, Partnership, StageMove
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.refusal import Refusal

RAPPORT, ALLIANCE, INSIGHT = Stage


def see(caseload, *keys):
    fields = {name: getattr(make(Indicator), name) for name in ("student", "stage", "observed_on", "by")}
    with caseload.store.change("Signs", NOW) as change:
        return [change.add(Indicator, **fields, key=key).id for key in keys]


def partnerships(caseload):
    return caseload.store.of_student(Partnership, "s0000001")


def test_on_through_a_gate_that_is_met(caseload):
    begun(caseload)
    signs = see(caseload, "listened", "helped", "student_started")
    move = move_stage(caseload, "s0000001", ALLIANCE, " Asked for a target ")
    assert (move.from_stage, move.to_stage, move.direction) == (RAPPORT, ALLIANCE, Direction.FORWARD)
    assert (move.reason, move.reason_key, move.override) == ("Asked for a target", MoveReason.SIGNS_SEEN, False)
    assert (move.indicators, move.moved_on) == (tuple(signs), TODAY)
    assert [(one.stage, one.entered_on) for one in partnerships(caseload)] == [(ALLIANCE, TODAY)]


def test_on_through_a_gate_that_is_not_met_is_marked_and_claims_no_signs(caseload):
    begun(caseload)
    see(caseload, "listened")
    move = move_stage(caseload, "s0000001", ALLIANCE, "She asked, and I believe her")
    assert (move.override, move.reason_key) == (True, MoveReason.OTHER)
    assert caseload.summary("s0000001").stage is ALLIANCE


def test_a_reason_key_that_is_given_is_kept(caseload):
    begun(caseload)
    move = move_stage(caseload, "s0000001", ALLIANCE, "x", reason_key=MoveReason.NEW_CIRCUMSTANCES)
    assert move.reason_key is MoveReason.NEW_CIRCUMSTANCES


@pytest.mark.parametrize(
    ("to_stage", "what"),
    [(RAPPORT, "Partnership: back to Rapport: tending trust"), (ALLIANCE, "Partnership: back to Alliance")],
)
def test_back_is_always_allowed_and_deletes_nothing(caseload, to_stage, what):
    begun(caseload)
    for stage in (ALLIANCE, INSIGHT):
        move_stage(caseload, "s0000001", stage, "on")
    signs = see(caseload, "listened")
    move = move_stage(caseload, "s0000001", to_stage, "I cancelled twice", reason_key=MoveReason.I_BROKE_A_COMMITMENT)
    assert (move.direction, move.override, move.reason_key) == (Direction.BACK, False, MoveReason.I_BROKE_A_COMMITMENT)
    assert next(caseload.store.changes()).what == what
    assert len(caseload.store.of_student(StageMove, "s0000001")) == 3
    assert [sign.id for sign in caseload.store.of_student(Indicator, "s0000001")] == signs


def test_a_reason_key_or_the_signs_say_enough_without_a_line(caseload):
    begun(caseload)
    see(caseload, "listened", "helped", "student_started")
    assert move_stage(caseload, "s0000001", ALLIANCE, " ").reason == "signs seen"
    back = move_stage(caseload, "s0000001", RAPPORT, "", reason_key=MoveReason.LONG_ABSENCE)
    assert (back.reason, back.reason_key) == ("long absence", MoveReason.LONG_ABSENCE)


def test_a_gate_that_is_met_is_no_reason_to_go_back(caseload):
    begun(caseload)
    for stage in (ALLIANCE, INSIGHT):
        move_stage(caseload, "s0000001", stage, "on")
    assert caseload.summary("s0000001").gate.is_met
    with pytest.raises(Refusal, match="Type one line on what"):
        move_stage(caseload, "s0000001", ALLIANCE, "")
    back = move_stage(caseload, "s0000001", ALLIANCE, "I cancelled twice")
    assert (back.reason, back.reason_key, back.override) == ("I cancelled twice", MoveReason.OTHER, False)


@pytest.mark.parametrize("key", [None, MoveReason.OTHER, MoveReason.SIGNS_SEEN])
def test_where_nothing_says_why_a_line_is_asked_for(caseload, key):
    begun(caseload)
    before = caseload.store.seq
    with pytest.raises(Refusal, match="Type one line on what"):
        move_stage(caseload, "s0000001", ALLIANCE, " ", reason_key=key)
    assert caseload.store.seq == before


@pytest.mark.parametrize(("pause", "status"), [(True, PactStatus.PAUSED), (False, PactStatus.ACTIVE)])
def test_going_back_keeps_or_pauses_an_open_pact(caseload, pause, status):
    book = begun(caseload)
    fields = {"student": book.maya.id, "learning_target": "I can", "status": PactStatus.ACTIVE}
    with caseload.store.change("Pact", NOW) as change:
        active = change.add(Pact, **fields)
    move_stage(caseload, book.maya.id, ALLIANCE, "on", pause_pact=True)
    assert caseload.store.need(Pact, active.id).status is PactStatus.ACTIVE
    move_stage(caseload, book.maya.id, RAPPORT, "back", pause_pact=pause)
    assert caseload.store.need(Pact, active.id).status is status
    assert caseload.store.need(Pact, book.pact.id).status is PactStatus.DRAFT


def test_a_new_school_year_begins_where_the_last_one_stood(caseload):
    book = begun(caseload)
    move_stage(caseload, book.maya.id, ALLIANCE, "on")
    next_year = Caseload(caseload.store, today=lambda: date(2027, 9, 6), now=caseload.now)
    assert next_year.summary(book.maya.id).stage is ALLIANCE
    before = caseload.store.seq
    move = move_stage(next_year, book.maya.id, INSIGHT, "on")
    assert caseload.store.seq == before + 1
    old, new = partnerships(caseload)
    assert (old.school_year, old.stage) == (2026, ALLIANCE)
    assert (new.school_year, new.stage, new.entered_on) == (2027, INSIGHT, date(2027, 9, 6))
    assert (move.partnership, move.from_stage) == (new.id, ALLIANCE)
    caseload.store.undo(NOW)
    assert partnerships(caseload) == [old]


def test_leaving_moves_no_stage(caseload):
    book = begun(caseload)
    move_stage(caseload, book.maya.id, ALLIANCE, "on")
    archive_student(caseload, book.maya.id)
    assert [one.stage for one in partnerships(caseload)] == [ALLIANCE]
