"""When a birthday comes round again."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.rules.days.birthday import next_birthday

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@each_row(
    ("birthday", "today", "on"),
    [
        ("11-23", date(2026, 11, 23), date(2026, 11, 23)),
        ("11-22", date(2026, 11, 23), date(2027, 11, 22)),
        ("01-02", date(2026, 12, 30), date(2027, 1, 2)),
        ("02-29", date(2027, 2, 1), date(2027, 2, 28)),
        ("02-29", date(2028, 2, 1), date(2028, 2, 29)),
        ("02-29", date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_a_birthday_comes_round(birthday: str, today: date, on: date) -> None:
    assert next_birthday(birthday, today) == on


@given(DAYS, DAYS)
def test_it_is_always_to_come_and_never_more_than_a_year_away(born: date, today: date) -> None:
    on = next_birthday(f"{born:%m-%d}", today)
    assert today <= on <= today + timedelta(days=366)
    assert on.month == born.month
