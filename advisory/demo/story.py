"""The parts of an invented student's story. Days are counted in school days ago; negative ones are in the future."""

from typing import Any, NamedTuple

import msgspec

from advisory.model.words import (
    AttemptResult,
    EvidenceSource,
    Facet,
    Independence,
    InsightStatus,
    Kind,
    LearnedHow,
    Level,
    Medium,
    MoveReason,
    NotMadeReason,
    Observer,
    PactOutcome,
    PactStatus,
    Party,
    ReviewEvery,
    Stage,
    Tone,
)


class Talk(NamedTuple):
    """A one-to-one with the student."""

    line: str
    says: str = ""
    feeling: int | None = None
    body: str = ""
    kind: Kind = Kind.ONE_TO_ONE
    ago: int | None = None
    """The day, if it matters. The other talks are spread evenly over the term."""


class Attempt(NamedTuple):
    """An attempt to reach the student that failed."""

    line: str
    reason: NotMadeReason
    medium: Medium = Medium.IN_PERSON


class Fact(NamedTuple):
    """A fact about the student."""

    facet: Facet
    text: str
    how: LearnedHow = LearnedHow.TOLD_ME


class Promise(NamedTuple):
    """A promise, with the days it was made and is due. `friday` makes it due next Friday instead."""

    text: str
    made: int
    due: int
    done: int | None = None
    owner: Party = Party.ADVISOR
    friday: bool = False
    dropped_why: str = ""


class Move(NamedTuple):
    """A move of the partnership to another stage."""

    ago: int
    to: Stage
    reason: str
    reason_key: MoveReason = MoveReason.SIGNS_SEEN
    override: bool = False


class Goal(NamedTuple):
    """A line of success evidence."""

    text: str
    met: int | None = None


class Pledge(NamedTuple):
    """A commitment of one side, and the days it was kept."""

    text: str
    how_often: str
    kept: tuple[int, ...] = ()


class Sight(NamedTuple):
    """A piece of evidence; `goal` is the number of its line of success evidence."""

    ago: int
    source: EvidenceSource
    seen: str
    level: Level
    independence: Independence
    goal: int | None = None
    next_step: str = ""


class Trial(NamedTuple):
    """An attempt to help, and its result."""

    strategy: str
    ago: int
    result: AttemptResult
    note: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A pact. `start` is the day it was agreed to, or drafted."""

    title: str
    target: str
    area: str
    why: str
    starting_point: str = ""
    goals: tuple[Goal, ...]
    theirs: tuple[Pledge, ...]
    mine: tuple[Pledge, ...]
    others: tuple[tuple[str, str], ...] = ()
    status: PactStatus = PactStatus.ACTIVE
    confidence: int = 3
    start: int
    review: int | None = None
    review_every: ReviewEvery = ReviewEvery.TWO_WEEKS
    yes_of: tuple[Observer, ...] = (Observer.STUDENT, Observer.ADVISOR)
    """Who agreed to it on its first day; ignored for a draft."""
    changed: tuple[int, str] | None = None
    """The day the target was reworded, and its earlier wording."""
    mended: tuple[int, str] | None = None
    """The day a typo in the target was fixed, and its earlier wording."""
    closed: int | None = None
    outcome: PactOutcome | None = None
    reflections: str = ""
    comes_next: str = ""
    goes_on: bool = False
    """Whether the story's next plan follows this one."""
    evidence: tuple[Sight, ...] = ()


class Insight(msgspec.Struct, frozen=True, kw_only=True):
    """An insight into how the student thinks about something."""

    noticed: int
    area: str
    thinking: str
    misconception: str
    builds_on: str = ""
    trials: tuple[Trial, ...] = ()
    self_corrects: int | None = None
    transferred_to: str = ""
    status: InsightStatus = InsightStatus.OPEN


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One student's story, oldest first. `student` is the record's fields; `threads` are topics to ask about."""

    key: str
    student: dict[str, Any]
    next_step: str
    threads: tuple[str, ...]
    touches: tuple[str, ...] = ()
    talks: tuple[Talk, ...] = ()
    started: tuple[str, ...] = ()
    celebrations: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    family_tone: Tone = Tone.NEUTRAL
    """How the advisor rates what was said with the family."""
    observed: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    jot: str = ""
    tags: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    moves: tuple[Move, ...] = ()
    plans: tuple[Plan, ...] = ()
    insights: tuple[Insight, ...] = ()
    promises: tuple[Promise, ...] = ()
    talked: int = 5
    """School days since the last one-to-one."""
    touched: int = 1
    """School days since the last contact of any kind."""
    absent_today: bool = False
    birthday_in: int | None = None
    """Days from today until the birthday. A birthday with a fixed date is in `student` instead."""

    @property
    def called(self) -> str:
        """The name the student signs with."""
        return f"{self.student.get('preferred_name') or self.student['given_name']} {self.student['family_name']}"
