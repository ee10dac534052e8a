"""What is marked while a pact runs, and when its next look is."""

from datetime import date, timedelta

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import NOW, TODAY, make

from advisory.model import Commitment, NoSchoolDay, Pact, SuccessLine
from advisory.model.day_order import show_date
from advisory.model.words import Observer, PactOutcome, PactStatus, ReviewEvery
from advisory.rules.days.school_days import Calendar
from advisory.rules.pact.keeping import (
    Marked,
    commitments,
    kept_so_far,
    kept_this_month,
    text_of,
    times_words,
    unmarked,
    usual_review_on,
    with_kept,
    with_marks,
    with_met,
    with_next_review,
    with_own_mark,
    without_kept,
)
from advisory.rules.refusal import Refusal

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
STUDENT, ADVISOR = Observer.STUDENT, Observer.ADVISOR
SCHOOL = Calendar()


def pact(**fields: object) -> Pact:
    kept = {
        "status": PactStatus.ACTIVE,
        "start_on": TODAY - WEEK,
        "success_evidence": (SuccessLine(text="one"), SuccessLine(text="two", met_on=TODAY)),
        "student_commitments": (Commitment(text="draws"), Commitment(text="reads", kept=(TODAY - DAY,))),
        "advisor_commitments": (Commitment(text="brings"),),
    }
    return make(Pact, **{**kept, **fields})


@given(st.lists(st.sampled_from(["own", "kept", "earlier", "back", "earlier back"]), max_size=8))
def test_own_marks_are_always_among_the_kept_days_and_the_advisor_s_marks_never_are(steps: list[str]) -> None:
    now, advisors = pact(), {TODAY - DAY}
    for step in steps:
        day = TODAY - DAY if "earlier" in step else TODAY
        if step == "own" and day not in now.student_commitments[1].kept:
            now = with_own_mark(now, 1, TODAY)
        elif step in {"kept", "earlier"}:
            advisors |= set() if day in now.student_commitments[1].kept else {day}
            now = with_kept(now, STUDENT, 1, day, TODAY)
        elif "back" in step:
            advisors.discard(day)
            now = without_kept(now, STUDENT, 1, day)
        one = now.student_commitments[1]
        assert set(one.own_marks) <= set(one.kept)
        assert set(one.kept) - set(one.own_marks) == advisors


def test_a_line_is_met_on_a_day_and_not_met_again() -> None:
    assert [line.met_on for line in with_met(pact(), 0, TODAY, TODAY).success_evidence] == [TODAY, TODAY]
    assert [line.met_on for line in with_met(pact(), 1, None, TODAY).success_evidence] == [None, None]


def test_a_commitment_of_either_side_is_kept_once_a_day_in_the_order_of_days() -> None:
    kept = with_kept(pact(), STUDENT, 1, TODAY, TODAY)
    kept = with_kept(with_kept(kept, STUDENT, 1, TODAY - WEEK, TODAY), STUDENT, 1, TODAY, TODAY)
    assert [one.kept for one in commitments(kept, STUDENT)] == [(), (TODAY - WEEK, TODAY - DAY, TODAY)]
    mine = with_kept(pact(), ADVISOR, 0, TODAY, TODAY)
    assert [one.kept for one in commitments(mine, ADVISOR)] == [(TODAY,)]
    assert mine.student_commitments == pact().student_commitments
    back = without_kept(kept, STUDENT, 1, TODAY - DAY)
    assert [one.kept for one in commitments(back, STUDENT)] == [(), (TODAY - WEEK, TODAY)]


def test_a_mark_lies_between_the_beginning_and_today_in_a_pact_that_two_keep() -> None:
    for mark in (lambda one, on: with_met(one, 0, on, TODAY), lambda one, on: with_kept(one, STUDENT, 0, on, TODAY)):
        mark(pact(), TODAY - WEEK)
        mark(pact(start_on=None), TODAY - 9 * WEEK)
        mark(pact(status=PactStatus.PAUSED), TODAY)
        with pytest.raises(Refusal, match=f"{show_date(TODAY + DAY)} is still to come"):
            mark(pact(), TODAY + DAY)
        with pytest.raises(Refusal, match=f"began {show_date(TODAY - WEEK)}"):
            mark(pact(), TODAY - WEEK - DAY)
    for status in set(PactStatus) - {PactStatus.ACTIVE, PactStatus.PAUSED}:
        over = pact(status=status)
        for mark in (
            lambda one: with_met(one, 0, TODAY, TODAY),
            lambda one: with_kept(one, STUDENT, 0, TODAY, TODAY),
            lambda one: without_kept(one, STUDENT, 1, TODAY - DAY),
        ):
            with pytest.raises(Refusal, match=f"This pact is {status.said}: you can only mark lines while it runs"):
                mark(over)


CLOSED = Calendar((), [make(NoSchoolDay, starts_on=date(2026, 12, 7), ends_on=date(2026, 12, 8))])


@each_row(
    ("fields", "calendar", "look"),
    [
        ({}, SCHOOL, date(2026, 12, 7)),
        ({"review_every": ReviewEvery.WEEKLY}, SCHOOL, date(2026, 11, 30)),
        ({}, CLOSED, date(2026, 12, 9)),
        ({"target_on": date(2026, 12, 7)}, SCHOOL, date(2026, 12, 7)),
        ({"target_on": date(2026, 12, 6)}, SCHOOL, date(2026, 12, 6)),
        ({"target_on": TODAY + DAY}, SCHOOL, TODAY + DAY),
        ({"target_on": TODAY}, SCHOOL, None),
    ],
)
def test_the_next_look_is_a_school_day_of_the_rhythm_and_not_behind_the_end(fields, calendar, look) -> None:
    assert usual_review_on(pact(**fields), TODAY, calendar) == look


def test_the_next_look_moves_within_the_rhythm_and_asks_nobody() -> None:
    one = pact(next_review_on=TODAY, target_on=date(2027, 1, 4))
    for on in (TODAY + DAY, date(2026, 12, 7)):
        moved = with_next_review(one, on, NOW, TODAY, SCHOOL)
        assert (moved.next_review_on, moved.revision) == (on, 1)
        assert [(was.was.next_review_on, was.looked) for was in moved.revisions] == [(TODAY, True)]
    assert with_next_review(one, TODAY, NOW, TODAY, SCHOOL) is one
    assert with_next_review(pact(), date(2026, 12, 7), NOW, TODAY, SCHOOL).next_review_on == date(2026, 12, 7)


@each_row(
    ("fields", "on", "sentence"),
    [
        ({}, date(2026, 12, 8), "every two weeks, so no later than Mon Dec 7. To choose a later day"),
        ({"target_on": date(2026, 12, 8)}, date(2026, 12, 8), "no later than Mon Dec 7"),
        ({"target_on": date(2026, 12, 8)}, date(2026, 12, 9), "review earlier, or end later"),
        ({"target_on": TODAY}, TODAY + DAY, "review earlier, or end later"),
        ({}, TODAY - DAY, f"{show_date(TODAY - DAY)} is in the past"),
        ({"start_on": TODAY + 2 * DAY}, TODAY + DAY, "the pact only begins on Wed Nov 25, 2026"),
    ],
)
def test_a_look_gone_by_or_too_late_is_refused(fields, on, sentence) -> None:
    with pytest.raises(Refusal, match=sentence):
        with_next_review(pact(**fields), on, NOW, TODAY, SCHOOL)


def test_the_marks_of_this_month_are_counted_over_all_parts() -> None:
    days = (date(2026, 10, 31), date(2026, 11, 1), TODAY, date(2025, 11, 23))
    assert kept_this_month([Commitment(text="a", kept=days), Commitment(text="b", kept=(TODAY,))], TODAY) == 3


@each_row(
    ("start_on", "kept", "shown"),
    [
        (TODAY, (), ("", "")),
        (TODAY, (TODAY,), ("✓", "1 of 1 week")),
        (TODAY - DAY, (), ("", "")),  # a Sunday: its week had no school day
        (TODAY - 4 * DAY, (), ("·", "0 of 1 week")),
        (TODAY - 3 * WEEK, (TODAY - 2 * WEEK,), ("·✓·", "1 of 3 weeks")),
        (TODAY - 3 * WEEK, (TODAY - 2 * WEEK, TODAY), ("·✓·✓", "2 of 4 weeks")),
        (TODAY - 30 * WEEK, (TODAY - WEEK, TODAY - WEEK + DAY), ("·····✓", "1 of the last 6 weeks")),
    ],
)
def test_only_weeks_in_which_it_could_be_kept_are_counted(start_on, kept, shown) -> None:
    done = Commitment(text="draws", kept=kept)
    assert kept_so_far(pact(start_on=start_on), done, TODAY, SCHOOL) == shown


def test_what_could_not_be_kept_is_left_out_for_the_weeks_off_after_the_end_and_by_days() -> None:
    done = Commitment(text="draws", kept=(TODAY - 3 * WEEK,))
    off = make(NoSchoolDay, starts_on=TODAY - 2 * WEEK, ends_on=TODAY - WEEK - DAY, title="Break")
    assert kept_so_far(pact(start_on=TODAY - 3 * WEEK), done, TODAY, Calendar((), (off,))).marks == "✓·"
    closed = {"status": PactStatus.CLOSED, "outcome": PactOutcome.MET, "closed_on": TODAY - 2 * WEEK - 3 * DAY}
    assert kept_so_far(pact(start_on=TODAY - 3 * WEEK, **closed), done, TODAY, SCHOOL).marks == "✓"
    daily = Commitment(text="draws", how_often="Every day", kept=(TODAY - WEEK, TODAY - 4 * DAY))
    assert kept_so_far(pact(), daily, TODAY, SCHOOL) == ("✓", "2 of 5 school days")


def test_what_is_done_daily_counts_from_the_first_day_to_the_last_that_is_over() -> None:
    tuesday = date(2026, 11, 17)
    one = Commitment(text="reads", how_often="daily", kept=(tuesday + DAY,))
    assert kept_so_far(pact(start_on=tuesday), one, TODAY, SCHOOL).words == "1 of 4 school days"
    marked = Commitment(text="reads", how_often="every day", kept=(tuesday + DAY, TODAY))
    assert kept_so_far(pact(start_on=tuesday), marked, TODAY, SCHOOL).words == "2 of 5 school days"


def test_the_lines_to_go_through_in_a_talk_are_those_without_a_mark_and_are_marked_together() -> None:
    one = pact(student_commitments=(Commitment(text="draws"), Commitment(text="reads", kept=(TODAY,))))
    lines = unmarked(one, TODAY)
    assert lines == [Marked(0, STUDENT), Marked(0), Marked(0, ADVISOR)]
    assert [text_of(one, line) for line in lines] == ["draws", "one", "brings"]
    now = with_marks(one, lines, TODAY)
    assert unmarked(now, TODAY) == []
    assert now.success_evidence[0].met_on == TODAY
    assert now.student_commitments[0].kept == now.advisor_commitments[0].kept == (TODAY,)
    assert unmarked(now, TODAY + DAY) == [Marked(0, STUDENT), Marked(1, STUDENT), Marked(0, ADVISOR)]
    assert [times_words(count) for count in (0, 1, 2)] == ["0 times", "1 time", "2 times"]
