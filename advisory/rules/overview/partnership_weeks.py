"""How the partnerships moved over a school year: students by stage, week by week, and each student's path."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from advisory.model import Partnership, StageMove, Student
from advisory.model.words import Direction, MoveReason, Stage
from advisory.rules.days.school_days import FIRST_MONTH, Calendar, school_year
from advisory.rules.partnership.stage_gate import LETTER, STAGES

from .summary import current_partnership

_DAYS = 7


class Trail(msgspec.Struct, frozen=True):
    """What is kept of one student's partnerships, none of it in the trash."""

    student: Student
    partnerships: Sequence[Partnership] = ()
    moves: Sequence[StageMove] = ()


class Step(NamedTuple):
    """A stage entered. The first step of a path has neither direction nor reason: there it began."""

    stage: Stage
    on: date
    direction: Direction | None = None
    reason_key: MoveReason | None = None


class StagePath(NamedTuple):
    """One student's steps in a school year, in their order; `left_on` when they left during it."""

    student_id: str
    steps: tuple[Step, ...]
    left_on: date | None = None

    def stage_on(self, day: date) -> Stage | None:
        """Where the partnership stood at the end of a day; None before it began, and from the day the student left."""
        if self.left_on is not None and self.left_on <= day:
            return None
        return next((step.stage for step in reversed(self.steps) if step.on <= day), None)


class Week(NamedTuple):
    """A school week by its Monday, and how many students stood in each stage at its end, or today."""

    monday: date
    counts: tuple[int, ...]
    """In the order of Stage."""


class PartnershipYear(NamedTuple):
    """The school year up to a day. Weeks without school, and those before anybody's partnership, are left out."""

    weeks: tuple[Week, ...]
    paths: tuple[StagePath, ...]


def partnership_year(trails: Iterable[Trail], calendar: Calendar, today: date) -> PartnershipYear:
    """Tell the school year of `today` up to it, the paths in the order of the trails."""
    first = calendar.school_day_from(date(school_year(today), FIRST_MONTH, 1))
    paths = tuple(path for trail in trails if (path := _path(trail, first, today)) is not None)
    weeks = (Week(monday, _counts(paths, _end(monday, today))) for monday in _school_weeks(first, today, calendar))
    return PartnershipYear(tuple(_from_the_first(weeks)), paths)


def path_words(path: StagePath, today: date, latest: int | None = None) -> str:
    """`R 31 Aug → A 5 Oct → back to R 9 Nov: tending trust`, or of a long path only so many of the latest steps."""
    steps = path.steps if latest is None else path.steps[-latest:]
    said = " → ".join(_step_words(step, today) for step in steps)
    before = "… → " if len(steps) < len(path.steps) else ""
    return before + said + (f" · left {_day(path.left_on, today)}" if path.left_on else "")


def _step_words(step: Step, today: date) -> str:
    if step.direction is not Direction.BACK:
        return f"{LETTER[step.stage]} {_day(step.on, today)}"
    tending = ": tending trust" if step.stage is Stage.RAPPORT else ""
    return f"back to {LETTER[step.stage]} {_day(step.on, today)}{tending}"


def _day(day: date, today: date) -> str:
    year = f" {day.year}" if school_year(day) != school_year(today) else ""
    return f"{day.day} {day:%b}{year}"


def _path(trail: Trail, first: date, today: date) -> StagePath | None:
    """The path since the student joined, at the earliest from the first school day, unless something of this year is older.

    None for who was not there this year.
    """
    student = trail.student
    if not student.is_current and (student.left_on is None or student.left_on <= first):
        return None
    year = school_year(today)
    moves = sorted(
        (move for move in trail.moves if school_year(move.moved_on) == year),
        key=lambda move: (move.moved_on, move.id),
    )
    now = current_partnership(trail.partnerships, today)
    stage = moves[0].from_stage if moves else now.stage if now else Stage.RAPPORT
    begun = max(first, student.joined_on or student.created_at.date())
    of_this_year = [move.moved_on for move in moves]
    if now is not None and now.school_year == year:
        of_this_year.append(now.entered_on)
    begins_on = min([begun, *of_this_year])
    if begins_on > today:
        return None
    steps = [
        Step(move.to_stage, move.moved_on, move.direction, move.reason_key) for move in moves if move.moved_on <= today
    ]
    return StagePath(student.id, (Step(stage, begins_on), *steps), None if student.is_current else student.left_on)


def _school_weeks(first: date, today: date, calendar: Calendar) -> Iterator[date]:
    monday = first - timedelta(days=first.weekday())
    while monday <= today:
        if calendar.days_between(monday - timedelta(days=1), monday + timedelta(days=_DAYS - 1)):
            yield monday
        monday += timedelta(days=_DAYS)


def _end(monday: date, today: date) -> date:
    return min(monday + timedelta(days=_DAYS - 1), today)


def _counts(paths: Sequence[StagePath], day: date) -> tuple[int, ...]:
    stood = [path.stage_on(day) for path in paths]
    return tuple(stood.count(stage) for stage in STAGES)


def _from_the_first(weeks: Iterable[Week]) -> Iterator[Week]:
    """From the first week in which anybody is counted."""
    has_begun = False
    for week in weeks:
        has_begun = has_begun or any(week.counts)
        if has_begun:
            yield week
