"""Signs seen and the next step: what is kept, what is refused, and that nothing but the advisor moves a stage."""

from datetime import date, timedelta

import pytest
from caseload_case import begun, everything
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import hide_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.trash import move_to_trash
from advisory.model import Indicator, Partnership
from advisory.model.words import Observer, Stage
from advisory.rules.refusal import Refusal
from advisory.store import Missing


def test_a_sign_is_kept_with_its_stage_its_day_who_saw_it_and_in_what(caseload):
    book = begun(caseload)
    made = add_sign(
        caseload,
        book.maya.id,
        "showed_unfinished",
        by=Observer.STUDENT,
        line=" Half a page ",
        check_in=book.check_in.id,
    )
    assert (made.stage, made.observed_on, made.by) == (Stage.RAPPORT, TODAY, Observer.STUDENT)
    assert (made.line, made.check_in) == ("Half a page", book.check_in.id)
    assert caseload.summary(book.maya.id).gate.seen == 1


def test_a_sign_of_another_stage_is_kept_there_and_moves_nothing(caseload):
    maya = begun(caseload).maya
    assert add_sign(caseload, maya.id, "self_corrected").stage is Stage.COGNITIVE_INSIGHT
    for key in ("listened", "helped", "student_started"):
        add_sign(caseload, maya.id, key)
    assert caseload.summary(maya.id).gate.is_met
    assert caseload.summary(maya.id).stage in {None, Stage.RAPPORT}


def test_a_hidden_sign_can_still_be_noted(caseload):
    hide_sign(caseload, "listened")
    assert add_sign(caseload, begun(caseload).maya.id, "listened").key == "listened"


def test_an_unknown_key_a_day_to_come_and_somebody_elses_check_in_are_refused(caseload):
    book = begun(caseload)
    before = caseload.store.seq
    with pytest.raises(Refusal, match="no sign “sat_on_the_steps”"):
        add_sign(caseload, book.maya.id, "sat_on_the_steps")
    with pytest.raises(Refusal, match="still to come"):
        add_sign(caseload, book.maya.id, "listened", observed_on=TODAY + timedelta(days=1))
    with pytest.raises(Refusal, match="another student"):
        add_sign(caseload, book.left.id, "listened", check_in=book.check_in.id)
    with pytest.raises(Missing):
        add_sign(caseload, book.maya.id, "listened", check_in="c0000099")
    assert caseload.store.seq == before


def test_a_sign_removed_stays_in_the_moves_that_named_it_and_comes_back(caseload):
    maya = begun(caseload).maya
    sign = add_sign(caseload, maya.id, "listened", observed_on=date(2026, 11, 2))
    move = move_stage(caseload, maya.id, Stage.ALLIANCE, "Because")
    move_to_trash(caseload, Indicator, sign.id)
    assert caseload.store.of_student(Indicator, maya.id) == []
    assert caseload.store.need(type(move), move.id).indicators == (sign.id,)
    assert caseload.store.undo(NOW).what == "Sign deleted"
    assert caseload.store.of_student(Indicator, maya.id) == [sign]


def test_the_next_step_is_set_changed_and_taken_away_and_the_stage_stays(caseload):
    maya = begun(caseload).maya
    first = set_next_step(caseload, maya.id, " Ask about crew ")
    assert (first.next_step, first.stage, first.school_year) == ("Ask about crew", Stage.RAPPORT, 2026)
    move_stage(caseload, maya.id, Stage.ALLIANCE, "Because")
    assert caseload.summary(maya.id).partnership.next_step == "Ask about crew"
    set_next_step(caseload, maya.id, "")
    (kept,) = caseload.store.of_student(Partnership, maya.id)
    assert (kept.next_step, kept.stage) == ("", Stage.ALLIANCE)


def test_the_same_next_step_again_changes_nothing(caseload):
    maya = begun(caseload).maya
    set_next_step(caseload, maya.id, "Ask about crew")
    before = caseload.store.seq, everything(caseload)
    set_next_step(caseload, maya.id, "Ask about crew ")
    assert (caseload.store.seq, everything(caseload)) == before


def test_the_next_step_is_carried_into_the_next_school_year(caseload):
    maya = begun(caseload).maya
    set_next_step(caseload, maya.id, "Ask about rowing crew")
    next_year = Caseload(caseload.store, today=lambda: date(2027, 9, 6), now=caseload.now)
    move_stage(next_year, maya.id, Stage.ALLIANCE, "She asked for it")
    assert next_year.summary(maya.id).partnership.school_year == 2027
    assert next_year.summary(maya.id).partnership.next_step == "Ask about rowing crew"
