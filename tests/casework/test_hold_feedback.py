"""A feedback conversation becomes a check-in, a promise and a next step; the day is a pact's next review."""

from datetime import date, timedelta

import pytest
from caseload_case import begun
from msgspec.structs import replace
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.hold_feedback import Whose, hold_feedback
from advisory.model import CheckIn, FollowUp, Pact, PactWording, Partnership
from advisory.model.words import Kind, PactStatus, Stage, Visibility
from advisory.rules.refusal import Refusal

FRIDAY = TODAY + timedelta(days=4)
SAID = {
    "saw": "The first claim has its evidence",
    "difficulty": "The second claim stands alone",
    "student_says": "I thought one was enough",
}


def with_pact(
    caseload: Caseload, status: PactStatus = PactStatus.ACTIVE, review_on: date | None = None, **fields
) -> Pact:
    pact = begun(caseload).pact
    with caseload.store.change("Agreed", NOW) as change:
        return change.put(replace(pact, status=status, title="essay", next_review_on=review_on, **fields))


def test_what_was_said_becomes_a_private_one_to_one_of_today_and_nothing_else(caseload):
    maya = begun(caseload).maya
    promises, partnerships = caseload.store.all(FollowUp), caseload.store.all(Partnership)
    held = hold_feedback(caseload, maya.id, **SAID)
    stored = caseload.store.need(CheckIn, held.check_in.id)
    assert (stored.line, stored.body, stored.student_says) == tuple(SAID.values())
    assert (stored.kind, stored.happened_on, stored.visibility) == (Kind.ONE_TO_ONE, TODAY, Visibility.PRIVATE)
    assert (stored.counts_one_to_one, stored.pact) == (True, "")
    assert held == (stored, None, None, "", None)
    assert caseload.store.all(FollowUp) == promises
    assert caseload.store.all(Partnership) == partnerships


def test_with_an_active_pact_it_is_its_review(caseload):
    pact = with_pact(caseload)
    held = hold_feedback(caseload, pact.student, **SAID)
    assert (held.check_in.kind, held.check_in.pact) == (Kind.PACT_REVIEW, pact.id)


@pytest.mark.parametrize("status", [one for one in PactStatus if one is not PactStatus.ACTIVE])
def test_a_pact_in_another_state_is_left_out_of_it(caseload, status):
    pact = with_pact(caseload, status)
    held = hold_feedback(caseload, pact.student, **SAID)
    assert (held.check_in.kind, held.check_in.pact) == (Kind.ONE_TO_ONE, "")


@pytest.mark.parametrize(
    ("whose", "promised", "step"),
    [(Whose.MINE, True, False), (Whose.OURS, False, True), (Whose.BOTH, True, True)],
)
def test_the_next_action_goes_where_it_belongs(caseload, whose, promised, step):
    maya = begun(caseload).maya
    held = hold_feedback(caseload, maya.id, **SAID, next_action=" Find one source ", whose=whose, again_on=FRIDAY)
    promise = held.promise
    assert (promise is not None) == promised == (held.look_again is None)
    if promise:
        assert (promise.text, promise.due_on, promise.source) == ("Find one source", FRIDAY, held.check_in.id)
        assert promise.is_mine
    assert held.next_step == ("Find one source" if step else "")
    steps = [one.next_step for one in caseload.store.of_student(Partnership, maya.id)]
    assert steps == ["Find one source" if step else ""]


def test_the_next_step_begins_this_years_partnership_where_last_years_stood(caseload):
    maya = begun(caseload).maya
    (partnership,) = caseload.store.of_student(Partnership, maya.id)
    last_year = replace(partnership, school_year=2025, stage=Stage.ALLIANCE, entered_on=date(2025, 9, 1))
    with caseload.store.change("Last year", NOW) as change:
        last_year = change.put(last_year)
    hold_feedback(caseload, maya.id, **SAID, next_action="Find one source", whose=Whose.OURS)
    before, now = caseload.store.of_student(Partnership, maya.id)
    assert before == last_year
    assert (now.next_step, now.stage, now.school_year) == ("Find one source", Stage.ALLIANCE, 2026)


def test_a_day_without_a_promise_of_its_own_becomes_one(caseload):
    maya = begun(caseload).maya
    held = hold_feedback(caseload, maya.id, **SAID, next_action="Find one source", whose=Whose.OURS, again_on=FRIDAY)
    assert (held.look_again.text, held.look_again.due_on) == ("review what you two talked about", FRIDAY)
    assert held.look_again.source == held.check_in.id


def test_the_day_is_the_next_review_of_an_active_pact_and_nobody_is_asked_to_agree_again(caseload):
    pact = with_pact(caseload, review_on=TODAY)
    held = hold_feedback(caseload, pact.student, **SAID, next_action="Find one source", again_on=FRIDAY)
    now = caseload.store.need(Pact, pact.id)
    (looked,) = now.revisions
    assert now == replace(pact, next_review_on=FRIDAY, revisions=(looked,), updated_at=now.updated_at)
    assert (looked.looked, looked.was, looked.revision) == (True, PactWording(next_review_on=TODAY), pact.revision)
    assert (held.review_on, held.promise.due_on, held.look_again) == (FRIDAY, FRIDAY, None)
    caseload.store.undo(NOW)
    assert caseload.store.need(Pact, pact.id) == pact


def test_without_a_day_and_on_the_day_it_has_a_pact_stays_as_it_is(caseload):
    pact = with_pact(caseload, review_on=FRIDAY)
    assert hold_feedback(caseload, pact.student, **SAID, again_on=FRIDAY).look_again is None
    assert hold_feedback(caseload, pact.student, **SAID).review_on is None
    assert caseload.store.need(Pact, pact.id) == pact


def test_a_day_after_the_pact_s_end_is_refused_and_nothing_is_written(caseload):
    pact = with_pact(caseload, review_on=TODAY, target_on=FRIDAY)
    before = caseload.store.seq
    with pytest.raises(Refusal, match="review earlier, or end later"):
        hold_feedback(caseload, pact.student, **SAID, again_on=FRIDAY + timedelta(days=1))
    assert caseload.store.seq == before
    assert hold_feedback(caseload, pact.student, **SAID, again_on=FRIDAY).review_on == FRIDAY


def test_today_is_a_day_and_no_day_is_none(caseload):
    maya = begun(caseload).maya
    assert hold_feedback(caseload, maya.id, **SAID, again_on=TODAY).look_again.due_on == TODAY
    assert hold_feedback(caseload, maya.id, **SAID, next_action="Find one source").promise.due_on is None


def test_a_day_beyond_the_rhythm_is_agreed_to_by_both(caseload):
    pact = with_pact(caseload, review_on=TODAY)
    with pytest.raises(Refusal, match="no later than Mon Dec 7"):
        hold_feedback(caseload, pact.student, **SAID, again_on=TODAY + timedelta(weeks=3))
    assert caseload.store.need(Pact, pact.id) == pact
