"""Rounds through everybody: a round ends when everybody who is here has had a one-to-one, and the next one begins.

A round is derived from the one-to-ones of one school year, and nothing of it is stored:

- It begins with a one-to-one, and ends on the day of the one-to-one after which everybody who is here that day was seen.
- Who is away that day, on leave or gone doesn't hold it open; after it they come first anyway, having waited longest.
- A newcomer joins the round that is open. Who came with the first students was there before them, too: a caseload
  entered in November may hold one-to-ones of October.
- A second one-to-one on the day that ends a round is the first of the next round.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from advisory.rules.days.school_days import Calendar

_DAY = timedelta(days=1)


class Talk(NamedTuple):
    """A one-to-one."""

    student_id: str
    on: date


class Member(NamedTuple):
    """A student, from the day they came until the day they left or went on leave; None for no such day."""

    student_id: str
    since: date | None = None
    until: date | None = None

    def belongs(self, day: date) -> bool:
        """Whether the student is on the caseload on a day, and not on leave altogether."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Finished(NamedTuple):
    """A round that is over: its first and last day, how many were seen in it, and its length in school days."""

    since: date
    until: date
    seen: int
    school_days: int


class Round(NamedTuple):
    """The round as of a day, for the students who are on the caseload on it; each list keeps the order of the members."""

    since: date | None = None
    """The day of its first one-to-one; None before the first one of the school year."""
    over_on: date | None = None
    """The day on which it ended; None while it is open."""
    seen: Sequence[str] = ()
    to_come: Sequence[str] = ()
    """Who is here today and not yet seen."""
    away: Sequence[str] = ()
    """Who is not yet seen and not here today."""
    school_days: int = 0
    """Its length so far."""
    earlier: Sequence[Finished] = ()
    """The rounds of this school year before it, the oldest first."""

    @property
    def students(self) -> int:
        """How many belong to it."""
        return len(self.seen) + len(self.to_come) + len(self.away)


def derive_round(members: Sequence[Member], talks: Iterable[Talk], calendar: Calendar, today: date) -> Round:
    """The round as of `today`, from the one-to-ones of one school year in any order; later ones are not looked at."""
    by_day = defaultdict[date, set[str]](set)
    for student_id, on in talks:
        by_day[on].add(student_id)
    return round_of_days(members, by_day, calendar, today)


def round_of_days(members: Sequence[Member], by_day: Mapping[date, set[str]], calendar: Calendar, today: date) -> Round:
    """The round as of `today`, from who had a one-to-one on each day of one school year; later days are not looked at."""
    by_day = {on: ids for on, ids in by_day.items() if ids and on <= today}
    members = _as_there(members, by_day)
    earlier: list[Finished] = []
    since: date | None = None
    over_on: date | None = None
    everybody = {one.student_id: one for one in members}
    seen, unseen = set[str](), set(everybody)

    def is_nobody_here(day: date) -> bool:
        """Whether none of the unseen is here on a day: they aren't on the caseload, or are away."""
        there = (one for one in unseen if everybody[one].belongs(day))
        return all(calendar.is_away(one, day) for one in there)

    for day in sorted(by_day):
        if since is None or over_on is not None:
            earlier += _finished(since, over_on, seen, calendar)
            since, over_on, seen, unseen = day, None, set(), set(everybody)
        unseen -= by_day[day]
        if not is_nobody_here(day):
            seen |= by_day[day]
            continue
        again = by_day[day] & seen
        seen |= by_day[day]
        over_on = day
        if again:
            earlier += _finished(since, over_on, seen, calendar)
            since, seen = day, again
            unseen = everybody.keys() - again
            over_on = day if is_nobody_here(day) else None
    there = [one.student_id for one in members if one.belongs(today)]
    waiting = [one for one in there if one not in seen]
    away = [one for one in waiting if calendar.is_away(one, today)]
    not_here = set(away)
    return Round(
        since,
        over_on,
        [one for one in there if one in seen],
        [one for one in waiting if one not in not_here],
        away,
        calendar.days_between(since - _DAY, over_on or today) if since else 0,
        earlier,
    )


def round_words(now: Round, interval: int, since: str, over_on: str) -> str:
    """How far the round is, and its length against the interval; the days are as the reader writes them.

    `14 of 22 this round, since Nov 9: 11 school days, interval 10`.
    """
    if now.since is None:
        return f"0 of {now.students} this round; it begins with the next one-to-one"
    length = f"{now.school_days} school day{'' if now.school_days == 1 else 's'}, interval {interval}"
    if now.over_on is not None:
        return f"everybody here was seen this round, {since} to {over_on}: {length}"
    return f"{len(now.seen)} of {now.students} this round, since {since}: {length}"


def earlier_words(now: Round) -> str:
    """The rounds of this school year that are over, with their lengths; "" if there are none."""
    days = [str(one.school_days) for one in now.earlier]
    if not days:
        return ""
    many = "1 round" if len(days) == 1 else f"{len(days)} rounds"
    lengths = " and ".join(filter(None, [", ".join(days[:-1]), days[-1]]))
    return f"{many} before it this school year, of {lengths} school day{'' if days == ['1'] else 's'}"


def _as_there(members: Sequence[Member], by_day: Mapping[date, set[str]]) -> list[Member]:
    """The members from the day they were met, if that is before they came; the first to come from the beginning."""
    came = [one.since or date.min for one in members]
    first = min(came, default=date.min)
    later = {one.student_id for one, on in zip(members, came, strict=True) if on != first}
    met: dict[str, date] = {}
    for day in sorted(by_day, reverse=True):
        met.update(dict.fromkeys(later & by_day[day], day))
    there: list[Member] = []
    for one, on in zip(members, came, strict=True):
        since = None if on == first else min(on, met.get(one.student_id, on))
        there.append(one if since == one.since else Member(one.student_id, since, one.until))
    return there


def _finished(since: date | None, until: date | None, seen: set[str], calendar: Calendar) -> list[Finished]:
    if since is None or until is None:
        return []
    return [Finished(since, until, len(seen), calendar.days_between(since - _DAY, until))]
