"""What a school's calendar may not say is refused in a sentence that names the other one."""

from datetime import date, time

import pytest
from each_row import each_row
from record_case import make

from advisory.model import MeetingPattern, Term
from advisory.rules.days.calendar_check import refuse_odd_hours, refuse_odd_span, refuse_shared_days
from advisory.rules.refusal import Refusal

FIRST = date(2026, 8, 31)
AUTUMN = make(Term)
PERIOD = make(MeetingPattern)


@each_row("ends_on", [FIRST, date(2027, 8, 31)])
def test_days_of_a_day_to_a_year_are_fine(ends_on):
    refuse_odd_span("A term", FIRST, ends_on)


def test_the_last_day_can_not_come_before_the_first():
    with pytest.raises(Refusal, match="A term can't end before the first day: Aug 31, 2026 to Aug 30, 2026"):
        refuse_odd_span("A term", FIRST, date(2026, 8, 30))


def test_a_year_typed_wrongly_is_asked_about():
    with pytest.raises(Refusal, match="can't last 36,634 days: Aug 31, 2026 to Dec 18, 2126"):
        refuse_odd_span("Days without school", FIRST, date(2126, 12, 18))


@each_row(
    ("starts_on", "ends_on"),
    [(date(2026, 12, 18), date(2027, 1, 8)), (date(2026, 8, 1), FIRST), (date(2026, 10, 1), date(2026, 10, 1))],
)
def test_a_term_on_the_days_of_another_is_refused_by_its_name(starts_on, ends_on):
    with pytest.raises(Refusal, match="overlaps Autumn, which runs from Aug 31, 2026 to Dec 18, 2026"):
        refuse_shared_days(starts_on, ends_on, [AUTUMN])


@each_row(("starts_on", "ends_on"), [(date(2026, 12, 19), date(2027, 6, 11)), (date(2026, 8, 1), date(2026, 8, 30))])
def test_a_term_beside_another_is_fine(starts_on, ends_on):
    refuse_shared_days(starts_on, ends_on, [AUTUMN])


@each_row(("starts", "ends"), [(time(10, 10), time(10, 40)), (time(9), time(9, 40))])
def test_periods_may_follow_each_other_and_meet_at_the_same_time_on_other_days(starts, ends):
    refuse_odd_hours((0, 1), starts, ends, [PERIOD])
    refuse_odd_hours((1, 3), PERIOD.starts, PERIOD.ends, [PERIOD])


def test_a_period_at_the_time_of_another_is_refused_with_the_days_they_share():
    with pytest.raises(Refusal, match="On Mon Fri you already have a period at that time, 09:40-10:10"):
        refuse_odd_hours((0, 1, 4), time(10, 9), time(11), [PERIOD])


def test_a_period_needs_a_weekday_and_hours():
    with pytest.raises(Refusal, match="On which weekdays"):
        refuse_odd_hours((), time(9), time(10), [])
    with pytest.raises(Refusal, match="A period must end after it starts; 10:00-10:00 does not"):
        refuse_odd_hours((0,), time(10), time(10), [])
