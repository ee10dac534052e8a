"""The defense season: a plan that brings one student to their day, and the advisor's list of milestones."""

import re
from datetime import date, datetime, time
from typing import ClassVar

from .defense_words import DefenseOutcome, DefenseType, MilestoneStatus, Reflection
from .partnership import LONGEST_KEY
from .record import Piece, Record, RecordError, allow_text, need_range, need_text

USUAL_MINUTES = 75
FEWEST_MINUTES, MOST_MINUTES = 10, 240
MOST_DAYS_BEFORE, MOST_DAYS_AFTER = 200, 30
_KEY = re.compile(rf"[a-z0-9_]{{1,{LONGEST_KEY}}}")


class PanelMember(Piece, frozen=True, kw_only=True):
    """Somebody who is asked to sit on the panel, and the days they were asked and said yes."""

    name: str
    role: str = ""
    asked_on: date | None = None
    confirmed_on: date | None = None

    def __post_init__(self) -> None:
        need_text(self, "panel member", name=self.name)
        allow_text(self, "panel member", role=self.role)


class Artifact(Piece, frozen=True, kw_only=True):
    """One piece of work the student shows. `shows` is the growth it is evidence of, `where` the place it is kept.

    `came_from` is the id of the pact, evidence or insight it was taken over from; it may be gone since.
    """

    title: str
    subject: str = ""
    shows: str = ""
    where: str = ""
    reflection: Reflection = Reflection.NONE
    came_from: str = ""

    def __post_init__(self) -> None:
        need_text(self, "artifact", title=self.title)
        allow_text(self, "artifact", subject=self.subject, shows=self.shows, where=self.where)


class Milestone(Piece, frozen=True, kw_only=True):
    """One step on the way. `days_before` the day, negative after it, is what its date is counted from; `mine` is the advisor's.

    `done_on` is there exactly when it is ready.
    """

    key: str
    label: str
    days_before: int
    due_on: date
    mine: bool = False
    status: MilestoneStatus = MilestoneStatus.TO_DO
    done_on: date | None = None

    def __post_init__(self) -> None:
        noun = "milestone"
        need_text(self, noun, key=self.key, label=self.label)
        need_range(noun, "days_before", self.days_before, -MOST_DAYS_AFTER, MOST_DAYS_BEFORE)
        if (self.status is MilestoneStatus.READY) != (self.done_on is not None):
            raise RecordError(noun, "done_on", self.done_on, "a date when the milestone is ready, and empty otherwise")

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in {MilestoneStatus.TO_DO, MilestoneStatus.DOING}


class Practice(Piece, frozen=True, kw_only=True):
    """One practice: before whom, what glowed, what can grow, and the next step that was agreed."""

    on: date
    before: str = ""
    glows: tuple[str, ...] = ()
    grows: tuple[str, ...] = ()
    next_step: str = ""

    def __post_init__(self) -> None:
        allow_text(self, "practice", before=self.before, next_step=self.next_step)
        for text in (*self.glows, *self.grows):
            need_text(self, "practice", text=text)


class DefensePlan(Record, frozen=True, kw_only=True):
    """One student's way to one day. `starts` is the hour by the school's clock, None while it is open.

    `claim` is the question or claim the student defends. `feeling_before` is 1 to 5, as the student says, with their
    words in `feeling_says`. `feedback_on` is when wows and wonders were given, before any outcome but a postponement.
    A plan that `follows` another is one more turn; `to_change` says what will be different.
    """

    table: ClassVar[str] = "defenses"
    prefix: ClassVar[str] = "d"
    noun: ClassVar[str] = "defense plan"

    student: str
    held_on: date
    type: DefenseType = DefenseType.DEFENSE
    starts: time | None = None
    minutes: int = USUAL_MINUTES
    place: str = ""
    claim: str = ""
    panel: tuple[PanelMember, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    practices: tuple[Practice, ...] = ()
    feeling_before: int | None = None
    feeling_says: str = ""
    wows: tuple[str, ...] = ()
    wonders: tuple[str, ...] = ()
    feedback_on: date | None = None
    outcome: DefenseOutcome | None = None
    defend_again_on: date | None = None
    celebration: str = ""
    celebrated_on: date | None = None
    follows: str = ""
    to_change: str = ""

    def __post_init__(self) -> None:
        noun = "defense plan"
        need_text(self, noun, student=self.student)
        allow_text(self, noun, place=self.place, claim=self.claim, feeling_says=self.feeling_says)
        allow_text(self, noun, celebration=self.celebration, to_change=self.to_change)
        need_range(noun, "minutes", self.minutes, FEWEST_MINUTES, MOST_MINUTES)
        need_range(noun, "feeling_before", self.feeling_before, 1, 5)
        for text in (*self.wows, *self.wonders):
            need_text(self, noun, feedback=text)
        if self.is_over and self.feedback_on is None:
            raise RecordError(
                noun, "feedback_on", self.feedback_on, "a date, because feedback comes before the outcome"
            )
        if (self.outcome is DefenseOutcome.DEFEND_AGAIN) != (self.defend_again_on is not None):
            raise RecordError(
                noun, "defend_again_on", self.defend_again_on, "a date when they defend again, and empty otherwise"
            )
        if bool(self.celebration.strip()) != (self.celebrated_on is not None):
            raise RecordError(
                noun, "celebrated_on", self.celebrated_on, "a date when it was celebrated, and empty otherwise"
            )

    @property
    def held_at(self) -> datetime | None:
        """The day and the hour, without a time zone; None while the hour is open."""
        return None if self.starts is None else datetime.combine(self.held_on, self.starts)

    @property
    def is_over(self) -> bool:
        """Whether it took place and has its outcome; a postponed one has not."""
        return self.outcome in {DefenseOutcome.PASSED, DefenseOutcome.DEFEND_AGAIN}


class CatalogueMilestone(Record, frozen=True, kw_only=True):
    """One change the advisor made to the built-in list of milestones: one reworded, moved, hidden or added.

    `key` never changes. Plans made before keep their milestones as they were.
    """

    table: ClassVar[str] = "milestones"
    prefix: ClassVar[str] = "b"
    noun: ClassVar[str] = "milestone of the list"

    key: str
    label: str
    days_before: int
    mine: bool = False
    hidden: bool = False

    def __post_init__(self) -> None:
        noun = "milestone of the list"
        need_text(self, noun, key=self.key, label=self.label)
        need_range(noun, "days_before", self.days_before, -MOST_DAYS_AFTER, MOST_DAYS_BEFORE)
        if not _KEY.fullmatch(self.key):
            raise RecordError(noun, "key", self.key, f"of small letters, digits and _, at most {LONGEST_KEY}")
