"""Days as people type them, and refusals for all that is none."""

from datetime import date, timedelta

import pytest
from each_row import each_row
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from record_case import TODAY

from advisory.model.day_order import choose_day_order
from advisory.model.words import ReviewEvery
from advisory.rules.days.day_words import format_day, next_review, read_day, short_day, typed_day, usual_target
from advisory.rules.refusal import Refusal

FEW = settings(max_examples=some(200), deadline=None)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@each_row(
    ("text", "day"),
    [
        ("today", date(2026, 11, 23)),
        (" Tod ", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 24)),
        ("tom", date(2026, 11, 24)),
        ("YESTERDAY", date(2026, 11, 22)),
        ("yest", date(2026, 11, 22)),
        ("fri", date(2026, 11, 27)),
        ("mon", date(2026, 11, 30)),
        ("+3", date(2026, 11, 26)),
        ("-2", date(2026, 11, 21)),
        ("+0", date(2026, 11, 23)),
        ("+٣", date(2026, 11, 26)),
        ("12/1", date(2026, 12, 1)),
        (" 12 / 01 ", date(2026, 12, 1)),
        ("11/23", date(2026, 11, 23)),
        ("9/14", date(2027, 9, 14)),
        ("2026-09-14", date(2026, 9, 14)),
        ("9/14/2026", date(2026, 9, 14)),
    ],
)
def test_a_day_to_come(text, day):
    assert read_day(text, TODAY) == day


@each_row(
    ("text", "day"),
    [
        ("fri", date(2026, 11, 20)),
        ("mon", date(2026, 11, 16)),
        ("9/14", date(2026, 9, 14)),
        ("12/1", date(2025, 12, 1)),
        ("11/23", date(2026, 11, 23)),
        ("-2", date(2026, 11, 21)),
    ],
)
def test_a_day_gone_by(text, day):
    assert read_day(text, TODAY, past=True) == day


@each_row(("text", "day"), [("9/11", date(2026, 11, 9)), ("14/9", date(2026, 9, 14))])
def test_the_day_may_come_before_the_month(text, day):
    assert read_day(text, TODAY, past=True, day_first=True) == day


@each_row(
    ("text", "day"),
    [
        ("jan 22", date(2027, 1, 22)),
        ("22 jan", date(2027, 1, 22)),
        ("Jan22", date(2027, 1, 22)),
        ("22nd January", date(2027, 1, 22)),
        ("Sept. 3", date(2027, 9, 3)),
        ("3. sep", date(2027, 9, 3)),
        ("jan 22, 2025", date(2025, 1, 22)),
        ("22 jan 2025", date(2025, 1, 22)),
        ("5 may", date(2027, 5, 5)),
        ("Fri Nov 27", date(2026, 11, 27)),
        ("Sunday, 22 Nov", date(2026, 11, 22)),  # the weekday tells that it has gone by
    ],
)
def test_a_month_by_its_name_stands_before_the_day_or_behind_it(text, day):
    assert [read_day(text, TODAY, day_first=first) for first in (False, True)] == [day, day]


@FEW
@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-30_000, 30_000), st.booleans(), st.booleans())
def test_what_a_box_holds_is_read_back_as_the_same_day(today, away, past, day_first):
    day = today + timedelta(days=away)
    choose_day_order(day_first=day_first)
    assert read_day(typed_day(day), today, past=past, day_first=not day_first) == day
    assert typed_day(None) == ""


@each_row(
    "text",
    [
        "",
        "m",
        "th",
        "someday",
        "²",
        "+²",
        "+",
        "-",
        "--3",
        "+-3",
        "+1_0",
        "1_1/4",
        "+9/14",
        "/",
        "13/13",
        "2/30",
        "½/3",
        "2/29",
        "2026-13-01",
        "0206-11-23",
        "9999-12-31",
        "0001-01-01",
        "9/14/0206",
        "jan 32",
        "30 feb",
        "sat nov 24",
        "+999999999999",
        "+99999",
        "9" * 5000,
        "+" + "9" * 5000,
        "\x1b[2J",
        "today tomorrow",
    ],
)
def test_what_is_no_day_is_refused_with_what_can_be_typed(text):
    with pytest.raises(Refusal) as refused:
        read_day(text, TODAY)
    assert "is not a date: type one such as today, fri, +3, 9/14, sep 14 or 2026-09-14." in str(refused.value)
    assert len(str(refused.value)) < 130


_TYPED = st.text("0123456789+-/ ²٣½_todayfrimn.", max_size=12) | st.text(max_size=12)


@FEW
@given(_TYPED, st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.booleans(), st.booleans())
@example(text="fri", today=date(2026, 11, 23), past=False, day_first=False)
@example(text="fry", today=date(2026, 11, 23), past=False, day_first=False)
def test_any_text_at_all_reads_or_is_refused(text, today, past, day_first):
    try:
        day = read_day(text, today, past=past, day_first=day_first)
    except Refusal:
        return
    assert abs(day.year - today.year) <= 100


@FEW
@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from(WEEKDAYS), st.integers(3, 9))
def test_a_weekday_is_the_nearest_one_that_is_not_today(today, name, letters):
    coming, gone = read_day(name[:letters], today), read_day(name[:letters], today, past=True)
    assert coming.weekday() == gone.weekday() == WEEKDAYS.index(name)
    assert 1 <= (coming - today).days <= 7
    assert 1 <= (today - gone).days <= 7


@FEW
@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-365, 365))
def test_a_day_comes_back_from_its_iso_form_and_from_its_distance(today, away):
    day = today + timedelta(days=away)
    assert read_day(day.isoformat(), today) == day
    assert read_day(f"{away:+d}", today) == day


@FEW
@given(
    st.dates(date(2001, 1, 1), date(2090, 1, 1)),
    st.booleans(),
    st.booleans(),
    st.dates(date(2025, 1, 1), date(2025, 12, 31)),
)
def test_a_month_and_a_day_lie_on_the_side_that_is_meant(today, past, day_first, meant):
    text = f"{meant.day}/{meant.month}" if day_first else f"{meant.month}/{meant.day}"
    day = read_day(text, today, past=past, day_first=day_first)
    assert (day.month, day.day) == (meant.month, meant.day)
    assert day <= today if past else day >= today


@each_row(
    ("day", "every", "review"),
    [
        (date(2026, 11, 23), ReviewEvery.WEEKLY, date(2026, 11, 30)),
        (date(2026, 11, 23), ReviewEvery.TWO_WEEKS, date(2026, 12, 7)),
        (date(2026, 11, 23), ReviewEvery.MONTHLY, date(2026, 12, 23)),
        (date(2026, 10, 31), ReviewEvery.MONTHLY, date(2026, 11, 30)),
        (date(2027, 1, 31), ReviewEvery.MONTHLY, date(2027, 2, 28)),
        (date(2028, 1, 30), ReviewEvery.MONTHLY, date(2028, 2, 29)),
        (date(2026, 12, 31), ReviewEvery.MONTHLY, date(2027, 1, 31)),
    ],
)
def test_the_next_review_ends_where_a_shorter_month_does(day, every, review):
    assert next_review(day, every) == review


@FEW
@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from(ReviewEvery))
def test_the_next_review_comes_before_the_usual_target(day, every):
    assert day < next_review(day, every) < usual_target(day) == day + timedelta(weeks=6)
    assert type(next_review(day, every)) is date


@each_row(
    ("away", "said"),
    [(0, "today"), (-1, "yesterday"), (1, "tomorrow"), (4, "Fri Nov 27"), (-21, "Mon Nov 2"), (40, "Sat Jan 2, 2027")],
)
def test_a_day_is_said_as_near_as_it_is(away, said):
    assert format_day(TODAY + timedelta(days=away), TODAY) == said


@each_row(
    ("day", "said"),
    [
        (date(2026, 8, 1), "Aug 1"),
        (date(2027, 7, 31), "Jul 31"),
        (date(2026, 7, 31), "Jul 31, 2026"),
        (date(2027, 8, 1), "Aug 1, 2027"),
        (None, "–"),
    ],
)
def test_a_day_of_another_school_year_is_said_with_its_year(day, said):
    assert short_day(day, TODAY) == said


@each_row("day_first", [True, False])
def test_a_day_that_can_mean_only_one_is_read_in_either_order(day_first):
    for text in ("22/1/2027", "1/22/2027"):
        assert read_day(text, TODAY, day_first=day_first) == date(2027, 1, 22)
    assert read_day("22/1", TODAY, day_first=day_first) == date(2027, 1, 22)
    assert read_day("11/22", TODAY, past=True, day_first=day_first) == date(2026, 11, 22)


def test_a_long_text_that_is_no_day_is_cut():
    with pytest.raises(Refusal, match=f"^“{'x' * 40}” is not a date"):
        read_day("x" * 41, TODAY)
