"""Build the partnership with an invented student: its stage, signs and moves."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from advisory.model import Indicator, Partnership, StageMove
from advisory.model.words import Observer, Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.partnership.signs import SIGN
from advisory.rules.partnership.stage_gate import direction

from .entry import Entry, entry
from .story import Story
from .timeline import LONGEST_AGO, Timeline

_MOVE_MINUTE = 230
_NEWEST_SIGN = 2


def partnership(story: Story, timeline: Timeline, minute: int) -> Entry:
    """The partnership as it is today, begun on the first day of the term."""
    last = story.moves[-1] if story.moves else None
    return entry(
        Partnership,
        f"{story.key}.partnership",
        timeline.first(minute),
        updated_at=timeline.at(last.ago, _MOVE_MINUTE) if last else None,
        student=story.key,
        school_year=school_year(timeline.today),
        stage=last.to if last else Stage.RAPPORT,
        entered_on=timeline.day(last.ago) if last else timeline.first_day,
        next_step=story.next_step,
    )


def signs(story: Story, timeline: Timeline, check_ins: Mapping[date, Entry]) -> Iterator[Entry]:
    """The signs of each stage, spread over its days, each seen in the nearest check-in (`check_ins` is by day)."""
    for stage in Stage:
        seen = [(key, line) for key, line in story.signs if SIGN[key].stage is stage]
        oldest, newest = _days_of(stage, story)
        for number, (key, line) in enumerate(seen):
            evenly = oldest - (oldest - newest) * number // max(len(seen) - 1, 1)
            days = [ago for ago in range(newest, oldest + 1) if timeline.day(ago) in check_ins]
            ago = min(days, key=lambda day, evenly=evenly: abs(day - evenly), default=evenly)  # type: ignore[misc] # a default argument binds the loop's value
            source = check_ins.get(timeline.day(ago))
            at = source.fields["created_at"] + timedelta(minutes=1) if source else timeline.at(ago, 0)
            yield entry(
                Indicator,
                f"{story.key}.{key}",
                min(at, timeline.now),
                student=story.key,
                key=key,
                stage=stage,
                observed_on=timeline.day(ago),
                by=Observer.STUDENT if key == "reported_unprompted" else Observer.ADVISOR,
                line=line,
                check_in=source.key if source else "",
            )


def moves(story: Story, timeline: Timeline) -> Iterator[Entry]:
    """The moves from one stage to another, each with the signs of the stage it left."""
    stage = Stage.RAPPORT
    for number, move in enumerate(story.moves, 1):
        yield entry(
            StageMove,
            f"{story.key}.move.{number}",
            timeline.at(move.ago, _MOVE_MINUTE),
            student=story.key,
            partnership=f"{story.key}.partnership",
            from_stage=stage,
            to_stage=move.to,
            moved_on=timeline.day(move.ago),
            direction=direction(stage, move.to),
            reason_key=move.reason_key,
            reason=move.reason,
            indicators=tuple(f"{story.key}.{key}" for key, _ in story.signs if SIGN[key].stage is stage),
            override=move.override,
        )
        stage = move.to


def _days_of(stage: Stage, story: Story) -> tuple[int, int]:
    """The oldest and newest day, in school days ago, on which signs of a stage were seen."""
    entered = next((move.ago - 1 for move in story.moves if move.to is stage), LONGEST_AGO)
    if stage is Stage.RAPPORT:
        entered = LONGEST_AGO
    left = next((move.ago + 1 for move in story.moves if move.ago < entered), _NEWEST_SIGN)
    return entered, left
