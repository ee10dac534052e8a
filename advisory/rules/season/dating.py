"""The dates of milestones, counted back from the day: on school days, in order, and never before today."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from advisory.model import Milestone
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.days.school_days import Calendar

from .milestones import ListedMilestone

_FURTHEST = 200
"""How many days to look for a school day: longer than a summer."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Dated(NamedTuple):
    """Milestones with their dates; the open ones that have another date than before, and those closer together than usual."""

    milestones: tuple[Milestone, ...]
    moved: tuple[Milestone, ...]
    closer: tuple[Milestone, ...]


def listed(milestones: Iterable[ListedMilestone], day: date) -> tuple[Milestone, ...]:
    """The milestones of the list that are not hidden, for a new plan, all of them on the day until they are dated."""
    return tuple(
        Milestone(key=one.key, label=one.label, days_before=one.days_before, due_on=day, mine=one.mine)
        for one in milestones
        if not one.hidden
    )


def dated(milestones: Iterable[Milestone], day: date, today: date, calendar: Calendar) -> Dated:
    """The milestones dated for a day. What is ready keeps its date; the day itself is the day, school day or not.

    What would fall before today is spread over the school days that are left until the next milestone; where these are
    fewer than what is spread over them, the next ones are spread with it.
    """
    ordered = sorted(milestones, key=lambda one: -one.days_before)
    usual = {one.key: usual_date(one.days_before, day, calendar) for one in ordered if not _is_ready(one)}
    before = [one for one in ordered if one.key in usual and one.days_before > 0]
    spread = _spread([(one.key, usual[one.key]) for one in before], day, today, calendar) if today <= day else {}
    due = usual | spread
    new = tuple(one if _is_ready(one) else replace(one, due_on=due[one.key]) for one in ordered)
    was = {one.key: one.due_on for one in ordered}
    moved = tuple(one for one in new if one.is_open and one.due_on != was[one.key])
    closer = tuple(one for one in new if one.is_open and spread.get(one.key, usual.get(one.key)) != usual.get(one.key))
    return Dated(new, moved, closer)


def usual_date(days_before: int, day: date, calendar: Calendar) -> date:
    """The school day `days_before` days before a day, or the last one before that; after the day, the first one from then on."""
    wanted = day - timedelta(days=days_before)
    if days_before == 0:
        return day
    step = -1 if days_before > 0 else 1
    days = (wanted + timedelta(days=step * away) for away in range(_FURTHEST))
    return next(filter(calendar.is_school_day, days), wanted)


def closer_sentence(closer: Sequence[Milestone]) -> str:
    """`Four milestones are closer together than usual.`; "" for none."""
    count = len(closer)
    if not count:
        return ""
    number = _NUMBERS[count].capitalize() if count < len(_NUMBERS) else str(count)
    return f"{number} {'milestone is' if count == 1 else 'milestones are'} closer together than usual."


def _is_ready(milestone: Milestone) -> bool:
    return milestone.status is MilestoneStatus.READY


def _spread(usual: Sequence[tuple[str, date]], day: date, today: date, calendar: Calendar) -> dict[str, date]:
    """The keys whose usual date is before today, with new dates; with them those that would stand in their way."""
    count = sum(on < today for _, on in usual)
    if not count:
        return {}
    days: list[date] = []
    while True:
        until = usual[count][1] if count < len(usual) else day
        days = list(_school_days(today, until, calendar))
        if len(days) >= count or count == len(usual):
            break
        count += 1
    days = days or [day]
    places = (max(0, (number + 1) * len(days) // count - 1) for number in range(count))
    return {key: days[place] for (key, _), place in zip(usual, places, strict=False)}


def _school_days(first: date, before: date, calendar: Calendar) -> Iterator[date]:
    days = (first + timedelta(days=away) for away in range((before - first).days))
    return filter(calendar.is_school_day, days)
