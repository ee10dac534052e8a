"""Build a term of check-ins with an invented student."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, TypeVar

from advisory.model import CheckIn
from advisory.model.words import CheckInState, Kind, Medium, NotMadeReason, PartOfDay, Party, Tone, Visibility
from advisory.rules.check_in.contact import default_counts

from .entry import Entry, entry
from .story import Attempt, Story
from .timeline import LONGEST_AGO, Timeline
from .touch import ABOUT, GROUPS, MISSED, PLAIN, STAFF

_FEWEST, _MOST = 20, 28
_FIRST_TALK = (46, LONGEST_AGO)
_KNOWN_SINCE = 38
_PARTS = (PartOfDay.ADVISORY,) * 5 + (PartOfDay.BEFORE_SCHOOL, PartOfDay.MIDDAY, PartOfDay.AFTER_SCHOOL)
_GROUP_MINUTE = 3
T = TypeVar("T")


def check_ins(story: Story, timeline: Timeline, rng: Random) -> list[Entry]:
    """All check-ins of one student except those of group events; each kind is oldest first."""
    return list(_History(story, timeline, rng).entries())


def group_events(stories: Sequence[Story], timeline: Timeline) -> Iterator[Entry]:
    """One check-in for each student at each group event. The first one's key is the group."""
    present = [story.key for story in stories if story.talks]
    for number, (ago, kind, line, keys) in enumerate(GROUPS, 1):
        members = keys or present
        for key in members:
            yield _check_in(
                f"group.{number}.{key}",
                timeline,
                ago,
                _GROUP_MINUTE,
                student=key,
                kind=kind,
                line=line,
                group=f"group.{number}.{members[0]}",
                part_of_day=PartOfDay.ADVISORY,
            )


class _History:
    """The check-ins of one student, at most one per school day, since more would look unlikely."""

    def __init__(self, story: Story, timeline: Timeline, rng: Random) -> None:
        self._story, self._timeline, self._rng = story, timeline, rng
        self._talked = _talk_days(story, rng)
        nearest = story.touched + 1 if story.talks else 1
        self._free = [ago for ago in range(nearest, LONGEST_AGO + 1) if ago not in self._talked]
        rng.shuffle(self._free)
        self._count = 0

    def entries(self) -> Iterator[Entry]:
        yield from self._one_to_ones()
        yield from self._highlights()
        yield from self._from_others()
        yield from self._missed()
        if self._story.talks:
            yield from self._touches()
        if self._story.jot:
            yield self._add(self._story.touched, Kind.QUICK_TOUCH, self._story.jot, state=CheckInState.JOT)

    def _one_to_ones(self) -> Iterator[Entry]:
        for ago, talk in zip(self._talked, self._story.talks, strict=True):
            review = talk.kind is Kind.PACT_REVIEW
            yield self._add(
                ago,
                talk.kind,
                talk.line,
                minutes=self._rng.randint(6, 18),
                student_says=talk.says,
                feeling=talk.feeling,
                body=talk.body,
                pact=f"{self._story.key}.pact" if review else "",
                visibility=Visibility.SHAREABLE if review else Visibility.PRIVATE,
            )

    def _highlights(self) -> Iterator[Entry]:
        for ago, line in self._spread(self._story.started):
            medium = Medium.EMAIL if line.startswith(("Emailed", "Sent")) else Medium.IN_PERSON
            yield self._add(ago, Kind.QUICK_TOUCH, line, initiator=Party.STUDENT, medium=medium)
        for ago, line in self._spread(self._story.celebrations):
            visibility = self._rng.choice((Visibility.SHAREABLE, Visibility.PRIVATE))
            yield self._add(ago, Kind.CELEBRATION, line, tone=Tone.CELEBRATE, visibility=visibility)

    def _from_others(self) -> Iterator[Entry]:
        for ago, line in self._spread(self._story.family):
            people = self._story.student.get("family_contacts", ())
            person, tone = people[0].name if people else "", self._story.family_tone
            said = {"medium": Medium.PHONE, "initiator": Party.FAMILY, "tone": tone, "person": person}
            if tone is Tone.CELEBRATE:
                said["visibility"] = Visibility.SHAREABLE
            yield self._add(ago, Kind.FAMILY_CONTACT, line, **said)
        for ago, line in self._spread(self._story.observed):
            yield self._add(ago, Kind.OBSERVATION, line)
        for ago, line in self._spread(self._rng.sample(STAFF, self._rng.randint(0, 1))):
            yield self._add(ago, Kind.STAFF_CONTACT, line, initiator=Party.STAFF, visibility=Visibility.STAFF)

    def _missed(self) -> Iterator[Entry]:
        missed = self._story.attempts or self._rng.sample(MISSED, self._rng.randint(1, 2))
        days = self._spread(missed, LONGEST_AGO)
        if self._story.absent_today:
            days.append((0, Attempt("Not here today.", NotMadeReason.ABSENT)))
        for ago, attempt in days:
            reached = {"contact_made": False, "not_made_reason": attempt.reason, "medium": attempt.medium}
            yield self._add(ago, Kind.QUICK_TOUCH, attempt.line, **reached)

    def _touches(self) -> Iterator[Entry]:
        story, rng = self._story, self._rng
        wanted = rng.randint(_FEWEST, _MOST) - self._count - len(story.touches)
        of_threads = wanted // 2
        about = [line.format(thread) for line in ABOUT for thread in story.threads]
        lines = [*story.touches, *rng.sample(about, of_threads), *rng.sample(PLAIN, wanted - of_threads - 1), ""]
        rng.shuffle(lines)
        if story.touched not in self._talked:
            self._free.append(story.touched)
        for line in lines:
            tags = (rng.choice(story.tags),) if not line or rng.randrange(5) == 0 else ()
            yield self._add(self._free.pop(), Kind.QUICK_TOUCH, line, minutes=rng.choice((None, 1, 2, 3)), tags=tags)

    def _spread(self, things: Sequence[T], oldest: int = _KNOWN_SINCE) -> list[tuple[int, T]]:
        """A free day for each thing, oldest first; by default none in the first weeks, which are too early for them."""
        days = [ago for ago in self._free if ago <= oldest][: len(things)]
        self._free = [ago for ago in self._free if ago not in days]
        return list(zip(sorted(days, reverse=True), things, strict=True))

    def _add(self, ago: int, kind: Kind, line: str, **more: Any) -> Entry:
        self._count += 1
        key = f"{self._story.key}.check_in.{self._count}"
        minute, part_of_day = self._rng.randint(5, 200), self._rng.choice(_PARTS)
        return _check_in(
            key,
            self._timeline,
            ago,
            minute,
            student=self._story.key,
            kind=kind,
            line=line,
            part_of_day=part_of_day,
            **more,
        )


def _talk_days(story: Story, rng: Random) -> list[int]:
    """How many school days ago each talk was: evenly over the term, except those with a day of their own."""
    first, last = rng.randint(*_FIRST_TALK), story.talked
    steps = max(len(story.talks) - 1, 1)
    evenly = (first - round((first - last) * number / steps) for number in range(len(story.talks)))
    return [ago if talk.ago is None else talk.ago for ago, talk in zip(evenly, story.talks, strict=True)]


def _check_in(key: str, timeline: Timeline, ago: int, minute: int, *, kind: Kind, **more: Any) -> Entry:
    counts = default_counts(kind, contact_made=more.get("contact_made", True))
    return entry(
        CheckIn,
        key,
        timeline.at(ago, minute),
        happened_on=timeline.day(ago),
        kind=kind,
        counts_contact=counts.contact,
        counts_one_to_one=counts.one_to_one,
        **{"visibility": Visibility.PRIVATE, **more},
    )
