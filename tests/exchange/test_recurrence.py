"""The days on which an event comes again: as counted day by day, and never for ever."""

from datetime import date, timedelta
from itertools import islice

import pytest
from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.exchange.calendar.recurrence import OddRuleError, recurring_days

START = date(2026, 9, 1)
LAST = date(2028, 8, 31)
RULES = st.lists(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=HOURLY", "FREQ=", "INTERVAL=2", "INTERVAL=0",
                     "INTERVAL=9999999", "COUNT=3", "COUNT=-1", "UNTIL=20270101", "BYDAY=MO", "BYDAY=-1FR,2TU", "BYDAY=QQ", "BYMONTH=2",
                     "BYMONTH=13", "BYMONTHDAY=30", "BYMONTHDAY=x", "BYSETPOS=-1", "BYSETPOS=0", "BYEASTER=1", "WKST=SU", "=", "", "²"]),
    max_size=6,
).map(";".join)  # fmt: skip


def days(rule, starts_on=START, until=None):
    return list(recurring_days(rule, starts_on, until, LAST))


@given(st.integers(1, 30), st.integers(1, 40))
def test_every_so_many_days_so_many_times(interval, count):
    expected = [START + timedelta(days=interval * time) for time in range(1, count)]
    assert days(f"FREQ=DAILY;INTERVAL={interval};COUNT={count}") == [day for day in expected if day <= LAST]


@given(st.sets(st.integers(0, 6), min_size=1), st.dates(START, LAST))
def test_on_weekdays_until_a_day(weekdays, until):
    names = ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in weekdays)
    after = (START + timedelta(days=away) for away in range(1, (until - START).days + 1))
    expected = [day for day in after if day.weekday() in weekdays]
    assert days(f"FREQ=WEEKLY;BYDAY={names};UNTIL=21000101", until=until) == expected


@each_row(
    ("rule", "expected"),
    [
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", [date(2026, 11, 26), date(2027, 11, 25)]),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", [date(2027, 5, 31), date(2028, 5, 29)]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", [date(2028, 2, 29)]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", [date(2026, 10, 31), date(2026, 12, 31), date(2027, 1, 31)]),
        ("FREQ=YEARLY;INTERVAL=5", []),
    ],
)
def test_dates_and_weekdays_stay_where_they_are(rule, expected):
    assert days(rule) == expected


@each_row(
    ("rule", "why"),
    [
        ("FREQ=HOURLY", "more often than once a day"),
        ("COUNT=3", "more often than once a day"),
        ("FREQ=YEARLY;BYEASTER=1;BYWEEKNO=3", "by BYEASTER, BYWEEKNO, which is not understood"),
        ("FREQ=DAILY;INTERVAL=0", "by an odd INTERVAL"),
        ("FREQ=DAILY;COUNT=99999999", "by an odd COUNT"),
        ("FREQ=YEARLY;BYMONTH=13;BYDAY=1MO", "by an odd BYMONTH"),
        ("FREQ=MONTHLY;BYMONTHDAY=-32", "by an odd BYMONTHDAY"),
        ("FREQ=DAILY;BYSETPOS=2", "by an odd BYSETPOS"),
        ("FREQ=DAILY;BYDAY=QQ", "by a rule that can't be read"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "on days that never come"),
    ],
)
def test_a_rule_no_school_needs_is_refused(rule, why):
    with pytest.raises(OddRuleError, match=why):
        days(rule)


@settings(deadline=None, max_examples=some(60))
@given(RULES, st.dates(date(1990, 1, 1), date(2200, 12, 31)))
def test_any_rule_gives_days_in_order_or_is_refused(rule, starts_on):
    try:
        found = list(islice(recurring_days(rule, starts_on, None, LAST), 100))
    except OddRuleError:
        return
    assert found == sorted(set(found))
    assert all(starts_on < day <= LAST for day in found)
