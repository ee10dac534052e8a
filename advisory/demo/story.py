"""What is told of one invented student. Days are school days ago; a negative number is that many school days ahead."""

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
)


class Talk(NamedTuple):
    """A talk of some minutes, alone with the student."""

    line: str
    says: str = ""
    feeling: int | None = None
    body: str = ""
    kind: Kind = Kind.ONE_TO_ONE
    ago: int | None = None
    """The day, where it matters; otherwise the talks lie evenly over the term."""


class Attempt(NamedTuple):
    """A contact that was not made."""

    line: str
    reason: NotMadeReason
    medium: Medium = Medium.IN_PERSON


class Fact(NamedTuple):
    """One thing known well."""

    facet: Facet
    text: str
    how: LearnedHow = LearnedHow.TOLD_ME


class Promise(NamedTuple):
    """A promise made and due on a day; `friday` overrules `due` with the Friday to come."""

    text: str
    made: int
    due: int
    done: int | None = None
    owner: Party = Party.ADVISOR
    friday: bool = False
    dropped_why: str = ""


class Move(NamedTuple):
    """One move of the partnership."""

    ago: int
    to: Stage
    reason: str
    reason_key: MoveReason = MoveReason.SIGNS_SEEN
    override: bool = False


class Goal(NamedTuple):
    """One line of success evidence."""

    text: str
    met: int | None = None


class Pledge(NamedTuple):
    """One side's commitment, and the days it was kept."""

    text: str
    how_often: str
    kept: tuple[int, ...] = ()


class Sight(NamedTuple):
    """One piece of evidence; `goal` is its line of success evidence."""

    ago: int
    source: EvidenceSource
    seen: str
    level: Level
    independence: Independence
    goal: int | None = None
    next_step: str = ""


class Trial(NamedTuple):
    """A strategy tried."""

    strategy: str
    ago: int
    result: AttemptResult
    note: str = ""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A pact. `start` is the day it was agreed to (a draft's: first written)."""

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
    """Who agreed to it on its first day; of a draft nobody."""
    changed: tuple[int, str] | None = None
    """The day a target was put into other words, and what it said before."""
    mended: tuple[int, str] | None = None
    """The day a typo in the target was mended, and what it said before."""
    closed: int | None = None
    outcome: PactOutcome | None = None
    reflections: str = ""
    comes_next: str = ""
    goes_on: bool = False
    """Whether the story's next plan goes on from this one."""
    evidence: tuple[Sight, ...] = ()


class Insight(msgspec.Struct, frozen=True, kw_only=True):
    """How the student thinks about something."""

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
    """Everything of one student, oldest first. `student` holds the fields of the record; `threads` fit after "asked about"."""

    key: str
    student: dict[str, Any]
    next_step: str
    threads: tuple[str, ...]
    touches: tuple[str, ...] = ()
    talks: tuple[Talk, ...] = ()
    started: tuple[str, ...] = ()
    celebrations: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
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
    """Days from today until the birthday, for one that is to be near; `student` holds those that keep their date."""

    @property
    def called(self) -> str:
        """The name to sign with."""
        return f"{self.student.get('preferred_name') or self.student['given_name']} {self.student['family_name']}"
