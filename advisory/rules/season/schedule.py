"""Proposals for the days and hours of a whole caseload, to be looked at and changed before anything is saved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from advisory.model import DefensePlan
from advisory.model.defense import USUAL_MINUTES
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal

from .clashes import overlaps
from .plan_life import refuse_minutes

_LONGEST_SPAN = 120
"""Days between the first and the last day; a longer one has a mistyped year or month."""


class Slot(NamedTuple):
    """A student's day and hour. The hour is None while it is open."""

    student_id: str
    held_on: date
    starts: time | None


class Hours(NamedTuple):
    """When defenses can be held on each day: from, until, how long each is, and the break between two."""

    starts: time
    ends: time
    minutes: int = USUAL_MINUTES
    pause: int = 15


def school_days_from(first: date, last: date, calendar: Calendar) -> list[date]:
    """The school days from one day to another. Refuses a last day before the first, and a span that is far too long."""
    away = (last - first).days
    if away < 0:
        raise Refusal("The last day is before the first. Turn the two around.")
    if away > _LONGEST_SPAN:
        raise Refusal(f"From the first day to the last are {away} days; {_LONGEST_SPAN} are the most. Check the dates.")
    return [day for day in (first + timedelta(days=on) for on in range(away + 1)) if calendar.is_school_day(day)]


def propose(
    students: Sequence[str],
    days: Iterable[date],
    hours: Hours,
    calendar: Calendar,
    taken: Sequence[DefensePlan] = (),
) -> list[Slot]:
    """A day and an hour for each student, in their order, where neither another defense is nor the student away.

    Refuses when there is not room for all, and says how much there is.
    """
    refuse_minutes(hours.minutes)
    school_days = [day for day in sorted(set(days)) if calendar.is_school_day(day)]
    if not school_days:
        raise Refusal("None of these days has school. Choose other days.")
    times = [at for day in school_days for at in _times(day, hours)]
    free = [at for at in times if not any(overlaps(at, hours.minutes, plan) for plan in taken)]
    waiting, slots = list(students), []
    for at in free:
        here = next((student for student in waiting if not calendar.is_away(student, at.date())), None)
        if here is not None:
            waiting.remove(here)
            slots.append(Slot(here, at.date(), at.time()))
    if waiting:
        raise Refusal(
            f"There is room for {len(slots)} of {len(students)} students in these days and hours. "
            "Add a day, begin earlier, end later, or shorten the time or the break."
        )
    return slots


def _times(day: date, hours: Hours) -> Iterator[datetime]:
    at, ends = datetime.combine(day, hours.starts), datetime.combine(day, hours.ends)
    while at + timedelta(minutes=hours.minutes) <= ends:
        yield at
        at += timedelta(minutes=hours.minutes + max(0, hours.pause))
