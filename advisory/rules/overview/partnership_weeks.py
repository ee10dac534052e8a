"""How partnerships moved during a school year: students per stage by week, and each student's path."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from advisory.model import Partnership, StageMove, Student
from advisory.model.words import Direction, MoveReason, Stage
from advisory.rules.days.day_words import short_day
from advisory.rules.days.school_days import Calendar, school_year
from advisory.rules.days.uncovered import year_span
from advisory.rules.partnership.stage_gate import LETTER, STAGES

from .summary import current_partnership

_DAYS = 7


class Trail(msgspec.Struct, frozen=True):
    """One student's partnerships and stage moves, none of them in the trash."""

    student: Student
    partnerships: Sequence[Partnership] = ()
    moves: Sequence[StageMove] = ()


class Step(NamedTuple):
    """Entering a stage. The first step of a path has no direction and no reason."""

    stage: Stage
    on: date
    direction: Direction | None = None
    reason_key: MoveReason | None = None


class StagePath(NamedTuple):
    """One student's steps in a school year, in order; `left_on` is set if the student left during it."""

    student_id: str
    steps: tuple[Step, ...]
    left_on: date | None = None

    def stage_on(self, day: date) -> Stage | None:
        """The stage at the end of a day; None before the path begins and once the student has left."""
        if self.left_on is not None and self.left_on <= day:
            return None
        return next((step.stage for step in reversed(self.steps) if step.on <= day), None)


class Week(NamedTuple):
    """A school week by its Monday, and the number of students in each stage at its end (this week: today)."""

    monday: date
    counts: tuple[int, ...]
    """In the order of Stage."""


class PartnershipYear(NamedTuple):
    """The school year so far, without weeks that have no school and those before the first partnership."""

    weeks: tuple[Week, ...]
    paths: tuple[StagePath, ...]


def partnership_year(trails: Iterable[Trail], calendar: Calendar, today: date) -> PartnershipYear:
    """Derive the school year from its beginning to `today`; paths are in the order of the trails."""
    first = calendar.school_day_from(year_span(school_year(today)).starts_on)
    paths = tuple(path for trail in trails if (path := _path(trail, first, today)) is not None)
    weeks = (Week(monday, _counts(paths, _end(monday, today))) for monday in _school_weeks(first, today, calendar))
    return PartnershipYear(tuple(_from_the_first(weeks)), paths)


def path_words(path: StagePath, today: date, latest: int | None = None) -> str:
    """`R 31 Aug → A 5 Oct → back to R 9 Nov: tending trust`; with `latest`, only that many of the last steps."""
    steps = path.steps if latest is None else path.steps[-latest:]
    words = " → ".join(_step_words(step, today) for step in steps)
    before = "… → " if len(steps) < len(path.steps) else ""
    return before + words + (f" · left {short_day(path.left_on, today)}" if path.left_on else "")


def _step_words(step: Step, today: date) -> str:
    if step.direction is not Direction.BACK:
        return f"{LETTER[step.stage]} {short_day(step.on, today)}"
    tending = ": tending trust" if step.stage is Stage.RAPPORT else ""
    return f"back to {LETTER[step.stage]} {short_day(step.on, today)}{tending}"


def _path(trail: Trail, first: date, today: date) -> StagePath | None:
    """A student's path in this school year, or None for a student who was not there this year.

    It begins on the first school day or, if later, the day the student joined; earlier if a record of this year is
    older.
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
    if now is not None and school_year(now.entered_on) == year:
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
    """The weeks from the first one in which anybody is counted."""
    has_begun = False
    for week in weeks:
        has_begun = has_begun or any(week.counts)
        if has_begun:
            yield week
