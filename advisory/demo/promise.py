"""Build the promises made to or by an invented student."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from advisory.model import FollowUp
from advisory.model.words import PromiseStatus

from .entry import Entry, entry
from .story import Promise, Story
from .timeline import Timeline

_MADE_MINUTE, _KEPT_MINUTE = 205, 215


def promises(story: Story, timeline: Timeline, check_ins: Mapping[date, Entry]) -> Iterator[Entry]:
    """The promises, each with the check-in of its day as the source, if there is one (`check_ins` is by day)."""
    for number, promise in enumerate(story.promises, 1):
        source = check_ins.get(timeline.day(promise.made))
        made_at = source.fields["created_at"] + timedelta(minutes=1) if source else None
        yield entry(
            FollowUp,
            f"{story.key}.promise.{number}",
            min(made_at or timeline.at(promise.made, _MADE_MINUTE), timeline.now),
            updated_at=_settled_at(promise, timeline),
            student=story.key,
            text=promise.text,
            owner=promise.owner,
            status=_status(promise),
            due_on=timeline.next_friday() if promise.friday else timeline.due(promise.due),
            source=source.key if source else "",
            done_on=None if promise.done is None else timeline.day(promise.done),
            dropped_why=promise.dropped_why,
        )


def _status(promise: Promise) -> PromiseStatus:
    if promise.dropped_why:
        return PromiseStatus.DROPPED
    return PromiseStatus.OPEN if promise.done is None else PromiseStatus.DONE


def _settled_at(promise: Promise, timeline: Timeline) -> datetime | None:
    settled = promise.due if promise.dropped_why else promise.done
    return None if settled is None else timeline.at(settled, _KEPT_MINUTE)
