"""A goal pact: one learning target, made by two and kept by two."""

from datetime import date, datetime
from typing import ClassVar

from msgspec import UNSET, UnsetType

from .record import Piece, Record, allow_text, need_order, need_range, need_text
from .words import Agreed, Observer, PactOutcome, PactStatus, ReviewEvery


class SuccessLine(Piece, frozen=True, kw_only=True):
    """One thing by which both will know: text, and the day it was met."""

    text: str
    met_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        need_text(self, "success evidence", text=self.text)


class Commitment(Piece, frozen=True, kw_only=True):
    """What one side does, how often, and the days it was kept."""

    text: str
    how_often: str = ""
    kept: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        need_text(self, "commitment", text=self.text)


class OtherHelp(Piece, frozen=True, kw_only=True):
    """Somebody else's part: who (by role), and what."""

    who: str
    text: str

    def __post_init__(self) -> None:
        need_text(self, "other help", who=self.who, text=self.text)


class Agreement(Piece, frozen=True, kw_only=True):
    """One party's yes to one revision of the pact."""

    party: Observer
    name: str
    on: date
    how: Agreed
    revision: int


class PactWording(Piece, frozen=True, kw_only=True):
    """What some fields of a pact said before a change; those that did not change are unset."""

    learning_target: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    area: str | UnsetType = UNSET
    why: str | UnsetType = UNSET
    starting_point: str | UnsetType = UNSET
    success_evidence: tuple[SuccessLine, ...] | UnsetType = UNSET
    student_commitments: tuple[Commitment, ...] | UnsetType = UNSET
    advisor_commitments: tuple[Commitment, ...] | UnsetType = UNSET
    others: tuple[OtherHelp, ...] | UnsetType = UNSET
    confidence: int | UnsetType | None = UNSET
    start_on: date | UnsetType | None = UNSET
    review_every: ReviewEvery | UnsetType = UNSET
    next_review_on: date | UnsetType | None = UNSET
    target_on: date | UnsetType | None = UNSET


class PactRevision(Piece, frozen=True, kw_only=True):
    """One change of a pact's words: what they were, and which revision of the pact they belonged to.

    `typo`: marked as a slip of the fingers, so that nobody was asked to agree again. `looked`: only the day of the next
    look moved, in the rhythm that both agreed to.
    """

    at: datetime
    revision: int
    was: PactWording
    typo: bool = False
    looked: bool = False


class Pact(Record, frozen=True, kw_only=True):
    """A pact in any state of its life. `confidence` is 1 to 5, the student's own; `revision` counts from 1.

    `reflections` is the student's line at the end, `comes_next` what the two go on with, `next_pact` the id of a pact that
    goes on from this one.
    """

    table: ClassVar[str] = "pacts"
    prefix: ClassVar[str] = "g"
    noun: ClassVar[str] = "pact"

    student: str
    learning_target: str
    status: PactStatus
    title: str = ""
    area: str = ""
    why: str = ""
    starting_point: str = ""
    success_evidence: tuple[SuccessLine, ...] = ()
    student_commitments: tuple[Commitment, ...] = ()
    advisor_commitments: tuple[Commitment, ...] = ()
    others: tuple[OtherHelp, ...] = ()
    confidence: int | None = None
    start_on: date | None = None
    review_every: ReviewEvery = ReviewEvery.TWO_WEEKS
    next_review_on: date | None = None
    target_on: date | None = None
    revision: int = 1
    revisions: tuple[PactRevision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    outcome: PactOutcome | None = None
    closed_on: date | None = None
    reflections: str = ""
    comes_next: str = ""
    next_pact: str = ""

    def __post_init__(self) -> None:
        noun = "pact"
        need_text(self, noun, student=self.student, learning_target=self.learning_target)
        allow_text(self, noun, title=self.title, why=self.why, starting_point=self.starting_point)
        allow_text(self, noun, reflections=self.reflections, comes_next=self.comes_next)
        need_range(noun, "confidence", self.confidence, 1, 5)
        need_range(noun, "revision", self.revision, 1, 10_000)
        need_order(noun, "target_on", self.target_on, "next_review_on", self.next_review_on)

    @property
    def called(self) -> str:
        """The title, or where there is none the target itself."""
        return self.title or self.learning_target

    @property
    def success_met(self) -> int:
        """How many lines of success evidence have been met."""
        return sum(line.met_on is not None for line in self.success_evidence)
