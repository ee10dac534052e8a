"""Build the defense season of the invented advisory: days near and far, one that is over, and one more turn."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import msgspec

from advisory.model import Artifact, DefensePlan, Milestone, NoSchoolDay, PanelMember, Practice, Term
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus, Reflection
from advisory.rules.days.school_days import Calendar
from advisory.rules.season.dating import dated, listed, usual_date
from advisory.rules.season.milestones import MILESTONES, THE_DAY

from .entry import Entry, entry
from .timeline import Timeline

_MADE_MINUTE, _TOUCHED_MINUTE = 230, 235
_FAR = timedelta(weeks=9)
_DOING, _READY = MilestoneStatus.DOING, MilestoneStatus.READY


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One plan. `held` and `made` are school days ago; without `held` the day is nine weeks away. `fields` are DefensePlan's."""

    key: str
    student: str
    made: int
    held: int | None = None
    behind: tuple[str, ...] = ()
    """Milestones whose day has come and that are not ready."""
    steps: tuple[tuple[str, int], ...] = ()
    """The steps of one more turn, with the days before the day; without them the milestones are those of the list."""
    fields: dict[str, Any]


def defenses(timeline: Timeline) -> Iterator[Entry]:
    """The plans, each after the pacts its artifacts come from."""
    calendar = _calendar(timeline)
    for turn in _turns(timeline):
        day = _far_day(timeline, calendar) if turn.held is None else timeline.day(turn.held)
        yield entry(
            DefensePlan,
            turn.key,
            timeline.at(turn.made, _MADE_MINUTE),
            updated_at=timeline.at(min(1, turn.made), _TOUCHED_MINUTE),
            student=turn.student,
            held_on=day,
            milestones=tuple(_milestones(turn, day, timeline, calendar)),
            **turn.fields,
        )


def _calendar(timeline: Timeline) -> Calendar:
    made: dict[str, Any] = {"created_at": timeline.now, "updated_at": timeline.now}
    term = Term(id="t0000001", title=timeline.title, starts_on=timeline.starts_on, ends_on=timeline.ends_on, **made)
    closed = [
        NoSchoolDay(id=f"n{number:07d}", starts_on=days.starts_on, ends_on=days.ends_on, **made)
        for number, days in enumerate(timeline.closed, 1)
    ]
    return Calendar([term], closed)


def _far_day(timeline: Timeline, calendar: Calendar) -> date:
    """Nine weeks away; where that is in a summer, the last school day before it."""
    day = timeline.today + _FAR
    return day if calendar.is_school_day(day) else usual_date(1, day, calendar)


def _milestones(turn: Turn, day: date, timeline: Timeline, calendar: Calendar) -> Iterator[Milestone]:
    made_on, today = timeline.day(turn.made), timeline.today
    fresh = listed(MILESTONES, day)
    if turn.steps:
        own = [
            Milestone(key=f"step_{number}", label=label, days_before=before, due_on=day)
            for number, (label, before) in enumerate(turn.steps, 1)
        ]
        fresh = (*own, *(one for one in fresh if one.days_before <= 0))
    is_over = "outcome" in turn.fields
    for one in dated(fresh, day, made_on, calendar).milestones:
        if one.key in turn.behind:
            yield msgspec.structs.replace(one, status=_DOING)
        elif one.due_on < today and (one.key != THE_DAY or is_over):
            yield msgspec.structs.replace(one, status=_READY, done_on=one.due_on)
        else:
            yield one


def _turns(timeline: Timeline) -> Iterator[Turn]:
    asked, yes = timeline.day(9), timeline.day(6)
    yield Turn(
        key="nia.defense",
        student="nia",
        made=40,
        held=-3,
        fields={
            "starts": time(9),
            "minutes": 75,
            "place": "Library",
            "claim": "I know a thing when I can draw it, close the book and tell it.",
            "panel": (
                PanelMember(name="Ms Lindgren", role="biology", asked_on=asked, confirmed_on=yes),
                PanelMember(name="Mr Osei", role="caretaker", asked_on=asked, confirmed_on=yes),
            ),
            "artifacts": (
                Artifact(
                    title="draw, close, tell",
                    subject="biology",
                    shows="Tells a page back without the book",
                    reflection=Reflection.DONE,
                    came_from="nia.pact",
                ),
                Artifact(
                    title="The mural, in five photos", subject="art", shows="Plans for six people", where="gym wall"
                ),
            ),
            "practices": (
                Practice(
                    on=timeline.day(7),
                    before="you",
                    glows=("The radish is a better opening than any sentence",),
                    grows=("The middle goes by too fast to follow",),
                    next_step="Breathe at each drawing",
                ),
                Practice(on=timeline.day(4), before="the mural crew", glows=("Answers with a question back",)),
            ),
        },
    )
    yield Turn(
        key="samir.defense",
        student="samir",
        made=30,
        held=-10,
        behind=("outline",),
        fields={
            "starts": time(10, 30),
            "place": "Room 12",
            "claim": "Nothing has one cause.",
            "artifacts": (
                Artifact(
                    title="more than one cause",
                    subject="history",
                    shows="Webs before essays",
                    reflection=Reflection.DRAFT,
                    came_from="samir.pact",
                ),
            ),
            "panel": (PanelMember(name="Ms Ferro", role="history", asked_on=timeline.day(3)),),
        },
    )
    for student, claim in (("anneliese", "I choose, and the rest waits on a shelf."), ("leila", "")):
        yield Turn(key=f"{student}.defense", student=student, made=5, fields={"claim": claim, "place": "Library"})
    yield Turn(
        key="mateus.benchmark",
        student="mateus",
        made=35,
        held=8,
        fields={
            "type": DefenseType.BENCHMARK,
            "starts": time(9),
            "minutes": 60,
            "place": "Room 12",
            "claim": "Why does it float?",
            "artifacts": (Artifact(title="a boat that floats, and why", subject="physics", came_from="mateus.pact"),),
            "practices": (Practice(on=timeline.day(12), before="you", glows=("Shows the boat before the numbers",)),),
            "feeling_before": 4,
            "feeling_says": "Like before the water.",
            "wows": ("He let us load the hull until it tipped",),
            "wonders": ("What would sink first in salt water?",),
            "feedback_on": timeline.day(8),
            "outcome": DefenseOutcome.PASSED,
            "celebration": "The boat swam in the fountain; everybody came",
            "celebrated_on": timeline.day(7),
        },
    )
    first: dict[str, Any] = {
        "type": DefenseType.BENCHMARK,
        "starts": time(11),
        "minutes": 60,
        "place": "Room 12",
        "claim": "A report is for somebody who was not there.",
        "artifacts": (Artifact(title="lab reports", subject="science", came_from="noah_brandt.pact"),),
    }
    again = timeline.day(-18)
    yield Turn(
        key="noah_brandt.benchmark",
        student="noah_brandt",
        made=23,
        held=12,
        fields={
            **first,
            "wows": ("The beehive drawing",),
            "wonders": ("How would somebody who was not there repeat it?",),
            "feedback_on": timeline.day(12),
            "outcome": DefenseOutcome.DEFEND_AGAIN,
            "defend_again_on": again,
        },
    )
    yield Turn(
        key="noah_brandt.again",
        student="noah_brandt",
        made=11,
        held=-18,
        steps=(("One report that a stranger repeats", 18), ("Tell it to the younger group", 9)),
        fields={
            **first,
            "follows": "noah_brandt.benchmark",
            "to_change": "Begin with what somebody else would have to do",
        },
    )
