"""What does not go together in a season: one place or one panel member twice at one time, and days without school."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations, groupby
from typing import NamedTuple

from advisory.model import DefensePlan, Student
from advisory.model.day_order import show_day
from advisory.model.words import Word
from advisory.rules.days.school_days import Calendar, school_year
from advisory.rules.names.finding import fold

from .plan_life import is_upcoming


class ClashKind(Word):
    """What is wrong."""

    PLACE = "place", "one place twice at one time"
    PANEL = "panel", "one panel member twice at one time"
    NO_SCHOOL = "no_school", "a day without school"


class Clash(NamedTuple):
    """One thing to change. `what` is the place or the panel member's name; two plans, or one for NO_SCHOOL."""

    kind: ClashKind
    plans: tuple[DefensePlan, ...]
    what: str = ""


def clashes(plans: Iterable[DefensePlan], calendar: Calendar, today: date) -> list[Clash]:
    """All clashes among the upcoming plans, the earliest first."""
    upcoming = sorted((plan for plan in plans if is_upcoming(plan, today)), key=lambda plan: (plan.held_on, plan.id))
    found = [Clash(ClashKind.NO_SCHOOL, (plan,)) for plan in upcoming if not calendar.is_school_day(plan.held_on)]
    for _, of_day in groupby(upcoming, key=lambda plan: plan.held_on):
        found += [clash for pair in combinations(of_day, 2) if _overlap(*pair) for clash in _shared(*pair)]
    return sorted(found, key=lambda clash: (clash.plans[0].held_on, clash.plans[0].id))


def clash_words(clash: Clash, called: Callable[[str], str]) -> str:
    """A clash in a sentence; `called` gives a student's name."""
    names = " and ".join(called(plan.student) for plan in clash.plans)
    on = show_day(clash.plans[0].held_on, weekday=True)
    match clash.kind:
        case ClashKind.PLACE:
            return f"{names} are both in {clash.what} on {on} at the same time."
        case ClashKind.PANEL:
            return f"{clash.what} is on the panels of {names} on {on} at the same time."
        case _:
            return f"{names}: {on} has no school. Move the day."


def without_plan(students: Iterable[Student], plans: Iterable[DefensePlan], today: date) -> list[Student]:
    """The students who have no day in this school year yet, in the order given."""
    year = school_year(today)
    planned = {plan.student for plan in plans if school_year(plan.held_on) == year or is_upcoming(plan, today)}
    return [student for student in students if student.id not in planned]


def overlaps(starts: datetime, minutes: int, plan: DefensePlan) -> bool:
    """Whether a time of `minutes` minutes overlaps a plan's; a plan without an hour overlaps nothing."""
    if plan.held_at is None:
        return False
    return starts < plan.held_at + timedelta(minutes=plan.minutes) and plan.held_at < starts + timedelta(
        minutes=minutes
    )


def _overlap(one: DefensePlan, other: DefensePlan) -> bool:
    return one.held_at is not None and overlaps(one.held_at, one.minutes, other)


def _shared(one: DefensePlan, other: DefensePlan) -> Iterator[Clash]:
    if one.place.strip() and fold(one.place.strip()) == fold(other.place.strip()):
        yield Clash(ClashKind.PLACE, (one, other), one.place.strip())
    there = {fold(member.name.strip()) for member in other.panel}
    names: Sequence[str] = [member.name.strip() for member in one.panel if fold(member.name.strip()) in there]
    for name in dict.fromkeys(names):
        yield Clash(ClashKind.PANEL, (one, other), name)
