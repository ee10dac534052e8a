"""Numbers, days and words that no record may hold, each refused in a sentence that says what is allowed."""

from datetime import date, time

import pytest
from each_row import each_row
from record_case import make

from advisory.model import (
    CatalogueSign,
    CheckIn,
    DefensePlan,
    Intervals,
    Leave,
    MeetingPattern,
    NoSchoolDay,
    Pact,
    RecordError,
    Settings,
    StageMove,
    Student,
    Term,
)
from advisory.model.school import CONTACT_EVERY, FOCAL_CONTACT_EVERY, LONGEST_INTERVAL
from advisory.model.words import Direction, NotMadeReason, Stage

RANGES = [
    (Student, "contact_every", 1, 200),
    (CheckIn, "minutes", 0, 1440),
    (CheckIn, "feeling", 1, 5),
    (Pact, "confidence", 1, 5),
    (Pact, "revision", 1, 10_000),
    (DefensePlan, "minutes", 10, 240),
    (DefensePlan, "feeling_before", 1, 5),
    (Intervals, "contact_every", 1, 200),
    (Intervals, "focal_contact_every", 1, 200),
]
EARLY, LATE = date(2026, 11, 23), date(2026, 11, 24)
ORDERS = [
    (Student, "joined_on", "left_on"),
    (Pact, "next_review_on", "target_on"),
    (Term, "starts_on", "ends_on"),
    (NoSchoolDay, "starts_on", "ends_on"),
    (Leave, "starts_on", "ends_on"),
]


@each_row(("kind", "field", "low", "high"), RANGES)
def test_a_number_lies_within_its_range(kind, field, low, high):
    for allowed in (low, high):
        assert getattr(make(kind, **{field: allowed}), field) == allowed
    for value in (low - 1, high + 1):
        with pytest.raises(RecordError) as refused:
            make(kind, **{field: value})
        assert (
            str(refused.value) == f"{kind.noun}: {field.replace('_', ' ')} is {value}; it must be from {low} to {high}"
        )


def test_the_idle_shade_lies_within_its_range():
    assert [Settings(idle_shade=minutes).idle_shade for minutes in (0, 240)] == [0, 240]
    for minutes in (-1, 241):
        with pytest.raises(RecordError, match=f"settings: idle shade is {minutes}; it must be from 0 to 240"):
            Settings(idle_shade=minutes)


@each_row(("kind", "first", "second"), ORDERS)
def test_one_day_may_not_come_before_the_other(kind, first, second):
    make(kind, **{first: EARLY, second: EARLY})
    with pytest.raises(RecordError) as refused:
        make(kind, **{first: LATE, second: EARLY})
    assert str(refused.value) == (
        f"{kind.noun}: {second.replace('_', ' ')} is '2026-11-23'; "
        f"it must be on or after {first.replace('_', ' ')} (2026-11-24)"
    )


@each_row(("kind", "first", "second"), ORDERS[:2])
def test_a_day_alone_comes_before_no_other(kind, first, second):
    assert getattr(make(kind, **{second: EARLY, first: None}), second) == EARLY
    assert getattr(make(kind, **{first: EARLY, second: None}), first) == EARLY


@each_row("birthday", ["03-14", "02-29", "12-31"])
def test_a_birthday_is_a_month_and_a_day(birthday):
    assert make(Student, birthday=birthday).birthday == birthday


@each_row("birthday", ["2010-03-14", "13-01", "02-30", "3-14", "03/14", "00-10", "soon", "²²-01", "-"])
def test_what_is_no_birthday_is_refused(birthday):
    with pytest.raises(RecordError, match="a month and a day such as 03-14") as refused:
        make(Student, birthday=birthday)
    assert repr(birthday) in str(refused.value)


@each_row("day", [-1, 7])
def test_a_weekday_is_one_of_seven(day):
    with pytest.raises(RecordError, match=f"weekdays is {day}"):
        make(MeetingPattern, weekdays=(0, day))


@each_row("ends", [time(9, 40), time(9)])
def test_the_period_ends_later_than_it_starts(ends):
    with pytest.raises(RecordError, match="later than it starts"):
        make(MeetingPattern, ends=ends)


@each_row("field", ["counts_contact", "counts_one_to_one"])
def test_an_attempt_counts_as_no_contact_and_the_flag_that_was_set_is_named(field):
    flags = {"counts_contact": False, "counts_one_to_one": False, field: True}
    with pytest.raises(RecordError) as refused:
        make(CheckIn, contact_made=False, **flags)
    assert refused.value.field == field
    assert str(refused.value).endswith("it must be off, because the contact was not made")


def test_an_attempt_without_flags_is_kept_with_its_reason():
    attempt = make(
        CheckIn,
        contact_made=False,
        counts_contact=False,
        counts_one_to_one=False,
        not_made_reason=NotMadeReason.ABSENT,
    )
    assert attempt.not_made_reason is NotMadeReason.ABSENT


def test_a_contact_that_was_made_has_no_reason_why_it_was_not():
    with pytest.raises(RecordError, match="not made reason is 'absent'; it must be empty"):
        make(CheckIn, not_made_reason=NotMadeReason.ABSENT)


@each_row("tag", ["", "two words", "tab\there"])
def test_a_tag_is_one_word(tag):
    with pytest.raises(RecordError, match="words without spaces"):
        make(CheckIn, tags=("crew", tag))


@each_row(
    ("from_stage", "to_stage", "direction", "field"),
    [
        (Stage.RAPPORT, Stage.RAPPORT, Direction.FORWARD, "to_stage"),
        (Stage.RAPPORT, Stage.ALLIANCE, Direction.BACK, "direction"),
        (Stage.COGNITIVE_INSIGHT, Stage.RAPPORT, Direction.FORWARD, "direction"),
    ],
)
def test_a_move_goes_where_it_says(from_stage, to_stage, direction, field):
    with pytest.raises(RecordError) as refused:
        make(StageMove, from_stage=from_stage, to_stage=to_stage, direction=direction)
    assert refused.value.field == field


def test_a_long_value_is_cut_in_the_sentence():
    assert str(RecordError("pact", "learning_target", "x" * 500, "shorter")) == (
        f"pact: learning target is '{'x' * 58}…; it must be shorter"
    )


@each_row("key", ["Listened", "sat down", "sat-down", "é", "x" * 41])
def test_a_key_of_the_catalogue_is_plain(key):
    with pytest.raises(RecordError, match="small letters"):
        make(CatalogueSign, key=key)


def test_the_usual_intervals_are_two_weeks_of_school_and_one():
    assert (CONTACT_EVERY, FOCAL_CONTACT_EVERY, LONGEST_INTERVAL) == (10, 5, 200)
