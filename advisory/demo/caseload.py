"""Build the whole invented advisory around a day."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

import msgspec

from advisory.model import Leave, MeetingPattern, NoSchoolDay, Student, Term
from advisory.rules.days.uncovered import covers, summer

from . import agreement, bond, history, knowledge, promise, season, transition
from .entry import Entry, entry
from .stories import STORIES
from .story import Story
from .timeline import Timeline

_SEED = 22
_FOCAL_SINCE = 20
"""School days ago."""
_YOUNGEST_GRADE = "9"
_SCHOOL_WEEK = (0, 1, 2, 3, 4)


class DemoCaseload(msgspec.Struct, frozen=True):
    """All records to create, in chronological order, so that each refers only to earlier ones."""

    entries: tuple[Entry, ...]


PERIOD = (time(9, 40), time(10, 10))
"""When the invented advisory meets, unless another period is asked for."""


def school_day_near(day: date) -> date:
    """The school day that the demo stands on: that day, the Friday before a weekend, or in the summer the nearest one."""
    holiday = summer(day.year)
    if covers([holiday], day):
        before, after = holiday.starts_on - timedelta(days=1), holiday.ends_on + timedelta(days=1)
        day = before if day - before <= after - day else after
    back = timedelta(days=max(0, day.weekday() - _SCHOOL_WEEK[-1]))
    is_in_summer = covers([summer(day.year)], day - back)
    return day + timedelta(days=7 - day.weekday()) if is_in_summer else day - back


def period_around(at: time) -> tuple[time, time]:
    """Half an hour that a time lies in, eight minutes after its beginning, on one day."""
    day = datetime.combine(date(2000, 1, 3), at)
    starts = max(day - timedelta(minutes=8), day.replace(hour=0, minute=0, second=0))
    ends = min(starts + timedelta(minutes=30), day.replace(hour=23, minute=59))
    return starts.time().replace(second=0, microsecond=0), ends.time().replace(second=0, microsecond=0)


def demo_caseload(today: date, now: datetime, period: tuple[time, time] = PERIOD) -> DemoCaseload:
    """The advisory as it would be on `today`; `now` is an aware datetime. The same day always gives the same records.

    Only due dates, reviews and targets are after `today`, and no record is created after `now`.
    """
    timeline, rng = Timeline(today, now), Random(_SEED)  # noqa: S311 - no secret depends on it
    entries = [*_school(timeline, period)]
    for minute, story in enumerate(STORIES, 1):
        entries += [_student(story, timeline, minute), bond.partnership(story, timeline, minute)]
    entries += history.group_events(STORIES, timeline)
    for story in STORIES:
        entries += _story(story, timeline, rng)
    entries += season.defenses(timeline)
    entries += transition.transition_notes(timeline)
    return DemoCaseload(tuple(sorted(entries, key=lambda made: made.fields["created_at"])))


def _story(story: Story, timeline: Timeline, rng: Random) -> Iterator[Entry]:
    yield from knowledge.facts(story, timeline)
    for number in range(1, len(story.plans) + 1):
        yield agreement.pact(story, number, timeline)
        yield from agreement.evidence(story, number, timeline)
    check_ins = history.check_ins(story, timeline, rng)
    by_day = {seen.fields["happened_on"]: seen for seen in check_ins if seen.fields["counts_contact"]}
    yield from check_ins
    yield from knowledge.insights(story, timeline)
    yield from bond.signs(story, timeline, by_day)
    yield from bond.moves(story, timeline)
    yield from promise.promises(story, timeline, by_day)
    if story.absent_today:
        day = timeline.day(0)
        yield entry(
            Leave,
            f"{story.key}.away",
            timeline.at(0, 1),
            student=story.key,
            starts_on=day,
            ends_on=day,
            title="not here",
        )


def _student(story: Story, timeline: Timeline, minute: int) -> Entry:
    years = 0 if story.student["grade"] == _YOUNGEST_GRADE else 1
    joined_on = timeline.first_day - timedelta(weeks=52 * years)
    student = story.student
    if story.birthday_in is not None:
        student = {**student, "birthday": f"{timeline.today + timedelta(days=story.birthday_in):%m-%d}"}
    if "focal" in student:
        student = {**student, "focal_since": timeline.day(_FOCAL_SINCE)}
    return entry(Student, story.key, timeline.first(minute), joined_on=joined_on, **student)


def _school(timeline: Timeline, period: tuple[time, time]) -> Iterator[Entry]:
    at = timeline.first(0)
    yield entry(Term, "term", at, title=timeline.title, starts_on=timeline.starts_on, ends_on=timeline.ends_on)
    for number, closed in enumerate(timeline.closed, 1):
        yield entry(
            NoSchoolDay,
            f"no_school.{number}",
            at,
            title=closed.title,
            starts_on=closed.starts_on,
            ends_on=closed.ends_on,
        )
    yield entry(MeetingPattern, "meeting", at, weekdays=_SCHOOL_WEEK, starts=period[0], ends=period[1])
