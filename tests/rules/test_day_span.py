"""Two days typed as people do: a snow day gone by, next year's term, one day alone."""

from datetime import date, timedelta

import pytest
from each_row import each_row
from hypothesis import assume, given
from hypothesis import strategies as st
from record_case import TODAY

from advisory.rules.days.day_span import read_span
from advisory.rules.refusal import Refusal


@each_row(
    ("first", "last", "span"),
    [
        ("11/9", "11/13", (date(2026, 11, 9), date(2026, 11, 13))),
        ("12/24", "1/3", (date(2026, 12, 24), date(2027, 1, 3))),
        ("8/31", "12/18", (date(2026, 8, 31), date(2026, 12, 18))),
        ("1/4", "6/11", (date(2027, 1, 4), date(2027, 6, 11))),
        ("today", "", (TODAY, TODAY)),
        ("yesterday", "today", (date(2026, 11, 22), TODAY)),
        ("11/9", "fri", (date(2026, 11, 9), date(2026, 11, 13))),
        ("11/9", "9/5", (date(2026, 11, 9), date(2027, 9, 5))),
        ("11/9", "9/6", (date(2026, 11, 9), date(2026, 9, 6))),
        ("fri", "+7", (date(2026, 11, 20), date(2026, 11, 30))),
        ("2025-11-09", "2025-11-13", (date(2025, 11, 9), date(2025, 11, 13))),
        ("2026-11-13", "2026-11-09", (date(2026, 11, 13), date(2026, 11, 9))),
    ],
)
def test_the_first_is_the_nearer_and_the_last_comes_after_it(first, last, span):
    assert read_span(first, last, TODAY) == span


def test_in_august_the_school_year_lies_ahead():
    assert read_span("8/31", "6/11", date(2026, 8, 10)) == (date(2026, 8, 31), date(2027, 6, 11))


def test_day_first_holds_for_both():
    assert read_span("9/11", "13/11", TODAY, day_first=True) == (date(2026, 11, 9), date(2026, 11, 13))


@each_row(("first", "last"), [("", ""), ("soon", ""), ("11/9", "later")])
def test_what_is_no_day_is_refused(first, last):
    with pytest.raises(Refusal, match="is not a date: type one such as"):
        read_span(first, last, TODAY)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 150), st.integers(0, 150))
def test_days_of_half_a_year_around_need_no_year(today, before, length):
    starts_on = today - timedelta(days=before)
    ends_on = starts_on + timedelta(days=length)
    assume((2, 29) not in {(starts_on.month, starts_on.day), (ends_on.month, ends_on.day)})
    assert read_span(f"{starts_on:%m/%d}", f"{ends_on:%m/%d}", today) == (starts_on, ends_on)
