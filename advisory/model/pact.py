"""A goal pact: one learning target, made by two and kept by two."""

from datetime import date
from typing import ClassVar

from .check_in import Revision
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


class Pact(Record, frozen=True, kw_only=True):
    """A pact in any state of its life. `confidence` is 1 to 5, the student's own; `revision` counts from 1."""

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
    revisions: tuple[Revision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    outcome: PactOutcome | None = None
    reflections: str = ""
    next_pact: str = ""

    def __post_init__(self) -> None:
        noun = "pact"
        need_text(self, noun, student=self.student, learning_target=self.learning_target)
        allow_text(self, noun, title=self.title, why=self.why, starting_point=self.starting_point)
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
