"""The plan for the next periods: which day a planned talk stands for now, and whether it has taken place.

Nothing is written by looking: a student who is away on the day moves on to the next period in which they are here; a talk
whose day has passed drops out.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from advisory.model import CheckIn, MeetingPattern, PlannedTalk
from advisory.model.day_order import show_date, show_day
from advisory.rules.days.period import next_period_on
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal

PERIODS = 3
"""How many of the next periods the key goes through before it asks for a day."""
_LOOKED_AT = 80
"""How many periods ahead a student who is away is looked for: about half a school year."""


class Planned(NamedTuple):
    """A talk still to come: the day it stands for, and the day that was chosen, which may be earlier."""

    student_id: str
    on: date
    chosen_on: date


def day_that_holds(chosen_on: date, student_id: str, patterns: Sequence[MeetingPattern], calendar: Calendar) -> date:
    """The chosen day if there is school and the student is here, or else the next period when that is so.

    For a student who is away all the while it is the last period looked at.
    """
    day = chosen_on
    for _ in range(_LOOKED_AT):
        if calendar.is_school_day(day) and not calendar.is_away(student_id, day):
            break
        day = next_period_on(patterns, calendar, day)
    return day


def periods_after(
    after: date, student_id: str, patterns: Sequence[MeetingPattern], calendar: Calendar
) -> Iterator[date]:
    """The days of the next periods after a day on which the student is here, the first first."""
    while True:
        after = day_that_holds(next_period_on(patterns, calendar, after), student_id, patterns, calendar)
        yield after


def next_choice(
    planned_on: date | None, student_id: str, patterns: Sequence[MeetingPattern], calendar: Calendar, today: date
) -> date | None:
    """The day the key would choose next: the next period, the one after the day planned, or None after a few of them."""
    soon = list(islice(periods_after(today, student_id, patterns, calendar), PERIODS))
    if planned_on is None:
        return soon[0]
    return next((day for day in soon if day > planned_on), None)


def took_place(plan: PlannedTalk, last: CheckIn | None, made_on: date) -> bool:
    """Whether the talk has taken place: `last` is the student's last one-to-one, `made_on` the day the plan was made.

    A one-to-one on the chosen day or later is the planned one, and so is an earlier one that came after the plan was made.
    """
    if last is None:
        return False
    is_after = last.created_at > plan.updated_at and last.happened_on >= made_on
    return is_after or last.happened_on >= plan.on


def refuse_day(on: date, today: date, calendar: Calendar) -> None:
    """Refuse to plan a talk for a day that is past, or one without school."""
    if on < today:
        raise Refusal(f"{show_date(on)} is in the past (today is {show_date(today)}). Choose today or a later day.")
    if not calendar.is_school_day(on):
        school = calendar.school_day_from(on)
        instead = f"; the next school day is {show_day(school, weekday=True)}" if school > on else ""
        raise Refusal(f"There is no school on {show_day(on, weekday=True)}{instead}. Choose another day.")
