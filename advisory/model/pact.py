"""Goal pacts: one learning target that a student and an advisor agree on and both work toward."""

from datetime import date, datetime
from typing import ClassVar

from msgspec import UNSET, UnsetType

from .record import Piece, Record, allow_text, need_order, need_range, need_text
from .words import Agreed, Observer, PactOutcome, PactStatus, ReviewEvery


class SuccessLine(Piece, frozen=True, kw_only=True):
    """One line of success evidence, and the day it was met."""

    text: str
    met_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        need_text(self, "success evidence", text=self.text)


class Commitment(Piece, frozen=True, kw_only=True):
    """One thing the student or the advisor does, how often, and the days it was done.

    `own_marks` are those of the days in `kept` that the student marked by their own hand.
    """

    text: str
    how_often: str = ""
    kept: tuple[date, ...] = ()
    own_marks: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        need_text(self, "commitment", text=self.text)


class OtherHelp(Piece, frozen=True, kw_only=True):
    """What somebody else does to help; `who` names them by role."""

    who: str
    text: str

    def __post_init__(self) -> None:
        need_text(self, "other help", who=self.who, text=self.text)


class Agreement(Piece, frozen=True, kw_only=True):
    """One party's agreement to one revision of a pact."""

    party: Observer
    name: str
    on: date
    how: Agreed
    revision: int


class PactWording(Piece, frozen=True, kw_only=True):
    """What some fields of a pact said before a change; fields that did not change are UNSET."""

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
    """One change to a pact's wording: what it said before, and the number of the revision that said it.

    `typo`: only a typo was corrected, so nobody was asked to agree again. `looked`: only the next review date moved,
    within the schedule both had agreed to.
    """

    at: datetime
    revision: int
    was: PactWording
    typo: bool = False
    looked: bool = False


class Pact(Record, frozen=True, kw_only=True):
    """One pact, in any status. `confidence` is 1 to 5, the student's own rating; `revision` counts from 1.

    Filled in when the pact closes: `reflections` is the student's own line, `comes_next` what the two do next,
    `next_pact` the id of the pact that continues this one.
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
        """The title, or the learning target when there is no title."""
        return self.title or self.learning_target

    @property
    def success_met(self) -> int:
        """How many lines of success evidence have been met."""
        return sum(line.met_on is not None for line in self.success_evidence)
