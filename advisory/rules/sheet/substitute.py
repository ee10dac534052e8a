"""The page for a substitute: who is here that day, how names are pronounced, and what else they need to know; no more."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import NamedTuple

from advisory.model import CheckIn, DefensePlan, PlannedTalk
from advisory.model.day_order import show_day
from advisory.model.words import Status
from advisory.rules.days.hour_words import time_words
from advisory.rules.season.plan_life import called

from .given import Given
from .sheet_page import Line, Section, SheetKind, SheetPage

_ROOM = 4


class Hours(NamedTuple):
    """When the period meets on that day."""

    starts: time
    ends: time


def substitute_page(circle: Sequence[Given], hours: Sequence[Hours]) -> SheetPage:
    """The page for the period of one day with these students."""
    first = circle[0]
    here, away = ([one for one in circle if _is_away(one) is gone] for gone in (False, True))
    when = " and ".join(f"{time_words(period.starts)} to {time_words(period.ends)}" for period in hours)
    count = f"{len(here)} expected" + (f", {len(away)} away" if away else "")
    sections = (
        Section("The circle", tuple(_topics(circle))),
        _table("Here", here),
        _table("Away", away),
        Section("What you want the advisor to know", room=_ROOM),
    )
    return SheetPage(
        kind=SheetKind.SUBSTITUTE,
        title="For the substitute",
        name=first.advisory,
        for_whom=" · ".join(filter(None, (show_day(_day(first), weekday=True, year=True), when, count))),
        sections=sections,
        foot=first.foot,
    )


def _table(heading: str, students: Sequence[Given]) -> Section:
    """The names, how they are pronounced, and what is needed on the day; a column without any entry is left off."""
    rows = [
        (one, (one.student.full_name, one.student.pronounce, one.student.pronouns, *_needs(one))) for one in students
    ]
    columns = ("Name", "Say it", "Pronouns", "On this day")
    shown = [at for at in range(len(columns)) if any(cells[at] for _, cells in rows)]
    lines = tuple(Line(cells[0], _rows(one), cells=tuple(cells[at] for at in shown)) for one, cells in rows)
    return Section(heading, lines, columns=tuple(columns[at] for at in shown)) if lines else Section(heading)


def _needs(given: Given) -> tuple[str]:
    plans = [f"{called(plan.type)}{_when(plan)}" for plan in _plans(given)]
    return (", ".join([*plans, *("a talk was planned" for _ in _talks(given))]),)


def _plans(given: Given) -> list[DefensePlan]:
    return [plan for plan in given.of(DefensePlan) if plan.held_on == _day(given) and plan.outcome is None]


def _talks(given: Given) -> list[PlannedTalk]:
    return [plan for plan in given.of(PlannedTalk) if plan.on == _day(given)]


def _day(given: Given) -> date:
    """The day the page is about: the first of the days asked for."""
    return given.span.starts_on


def _when(plan: DefensePlan) -> str:
    hour = f" at {time_words(plan.starts)}" if plan.starts else ""
    return f"{hour}, {plan.place}" if plan.place else hour


def _rows(given: Given) -> tuple[str, ...]:
    return (given.student.id, *(one.id for one in (*_plans(given), *_talks(given))))


def _topics(circle: Sequence[Given]) -> Iterator[Line]:
    """What the circle is about, where it is written down already."""
    found = [one for given in circle for one in given.of(CheckIn) if one.happened_on == _day(given) and one.topic]
    for topic in dict.fromkeys(one.topic for one in found):
        yield Line(topic, tuple(one.id for one in found if one.topic == topic))


def _is_away(given: Given) -> bool:
    return given.student.status is Status.ON_LEAVE or given.calendar.is_away(given.student.id, _day(given))
