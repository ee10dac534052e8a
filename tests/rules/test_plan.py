"""The plan for the next periods: which day a talk stands for, when it took place, and what it does to who is next."""

from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from candidate_case import CASELOADS, candidate, order, promise
from examples import some
from hypothesis import given, settings
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.model import CheckIn, Leave, MeetingPattern, NoSchoolDay, PlannedTalk
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.plan import day_that_holds, next_choice, periods_after, refuse_day, took_place
from advisory.rules.next.suggestion import Reason, reason_words
from advisory.rules.next.who_next import who_next
from advisory.rules.refusal import Refusal

MAYA = "s0000001"
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (TODAY + timedelta(days=away) for away in range(1, 5))
NEXT_MONDAY = TODAY + timedelta(days=7)
ON_MONDAY_WEDNESDAY_FRIDAY = [make(MeetingPattern, weekdays=(0, 2, 4))]


def away(first, last=None) -> Leave:
    return make(Leave, student=MAYA, starts_on=first, ends_on=last or first)


def test_it_stands_for_the_chosen_day_whether_a_period_meets_then_or_not():
    for day in (TODAY, TUESDAY):
        assert day_that_holds(day, MAYA, ON_MONDAY_WEDNESDAY_FRIDAY, Calendar()) == day


def test_who_is_away_moves_on_to_the_next_period_and_so_does_a_day_off():
    leave = Calendar(leaves=[away(TUESDAY, WEDNESDAY)])
    assert day_that_holds(TUESDAY, MAYA, ON_MONDAY_WEDNESDAY_FRIDAY, leave) == FRIDAY
    assert day_that_holds(TUESDAY, MAYA, [], leave) == THURSDAY
    assert day_that_holds(TUESDAY, "s0000002", [], leave) == TUESDAY
    closed = Calendar(no_school=[make(NoSchoolDay, starts_on=WEDNESDAY, ends_on=FRIDAY)])
    assert day_that_holds(WEDNESDAY, MAYA, ON_MONDAY_WEDNESDAY_FRIDAY, closed) == NEXT_MONDAY


def test_who_is_away_for_longer_than_is_looked_at_still_has_a_day_to_come():
    long = Calendar(leaves=[away(TODAY, TODAY + timedelta(days=365))])
    assert day_that_holds(TODAY, MAYA, [], long) > TODAY + timedelta(days=90)


def test_the_key_goes_through_the_next_periods_and_then_asks():
    leave = Calendar(leaves=[away(WEDNESDAY)])
    soon = list(islice(periods_after(TODAY, MAYA, ON_MONDAY_WEDNESDAY_FRIDAY, leave), 3))
    assert soon == [FRIDAY, NEXT_MONDAY, NEXT_MONDAY + timedelta(days=2)]
    chosen = None
    for day in (*soon, None):
        chosen = next_choice(chosen, MAYA, ON_MONDAY_WEDNESDAY_FRIDAY, leave, TODAY)
        assert chosen == day


def test_it_took_place_with_a_one_to_one_that_day_or_later_or_after_it_was_planned():
    plan = make(PlannedTalk, student=MAYA, on=THURSDAY)

    def seen(on, at=NOW):
        return make(CheckIn, happened_on=on, created_at=at, updated_at=at)

    later = datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert not took_place(plan, None, TODAY)
    assert not took_place(plan, seen(TODAY), TODAY)
    assert took_place(plan, seen(THURSDAY), TODAY)
    assert took_place(plan, seen(FRIDAY), TODAY)
    assert took_place(plan, seen(TODAY, later), TODAY)
    assert not took_place(plan, seen(TODAY - timedelta(days=3), later), TODAY)


def test_a_day_is_refused_that_is_past_or_has_no_school():
    refuse_day(TODAY, TODAY, Calendar())
    with pytest.raises(Refusal, match=r"Nov 22, 2026 is in the past \(today is Nov 23, 2026\)"):
        refuse_day(TODAY - timedelta(days=1), TODAY, Calendar())
    with pytest.raises(Refusal, match="no school on Sat Nov 28; the next school day is Mon Nov 30"):
        refuse_day(TODAY + timedelta(days=5), TODAY, Calendar())


# Who is next


def test_who_is_planned_stands_first_and_says_so():
    planned = candidate("planned", 0, planned=True)
    promised = candidate("promised", 0, promise=promise(-3))
    both = candidate("both", 0, planned=True, promise=promise(0))
    assert order(candidate("quiet", 9), promised, planned, both) == ["both", "planned", "quiet", "promised"]
    told = who_next([planned, both], today=TODAY)
    assert [reason_words(one, TODAY) for one in told] == ["planned; you promised: lab notes", "planned"]


def test_one_in_three_is_still_whoever_waited_longest():
    planned = [candidate(f"planned {n}", n, planned=True) for n in range(5)]
    told = who_next([candidate("quiet", 9), candidate("quieter", 12), *planned], today=TODAY)
    assert [one.student_id for one in told[2::3]] == ["quieter", "quiet"]
    assert [one.reason for one in told[:2]] == [Reason.PLANNED] * 2


@settings(max_examples=some(60), deadline=None)
@given(CASELOADS)
def test_with_everybody_planned_the_order_is_as_with_nobody(candidates):
    nobody, everybody = ([replace(one, planned=planned) for one in candidates] for planned in (False, True))
    assert order(*everybody) == order(*nobody)
    assert {one.reason for one in who_next(everybody, today=TODAY)} <= {Reason.PLANNED}
