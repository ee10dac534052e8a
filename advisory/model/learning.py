"""What the advisor learns about a student: evidence of learning, cognitive insights, and known-well facts."""

from datetime import date
from typing import ClassVar

from .record import Piece, Record, allow_text, need_text
from .words import (
    AttemptResult,
    EvidenceSource,
    Facet,
    Independence,
    InsightStatus,
    LearnedHow,
    Level,
    Visibility,
)


class Evidence(Record, frozen=True, kw_only=True):
    """One formative observation of one learning target on one date.

    `target` is the wording of the learning target on that date, because a pact may reword its target later; it is empty
    when the evidence belongs to no pact. `level` and `independence` are None when nobody rated them; they describe this
    target on this date, never the student. `visibility` says who may read what was `seen`.
    """

    table: ClassVar[str] = "evidence"
    prefix: ClassVar[str] = "e"
    noun: ClassVar[str] = "evidence"

    student: str
    seen_on: date
    source: EvidenceSource
    seen: str
    level: Level | None = None
    independence: Independence | None = None
    pact: str = ""
    target: str = ""
    success_line: str = ""
    next_step: str = ""
    visibility: Visibility = Visibility.PRIVATE

    def __post_init__(self) -> None:
        need_text(self, "evidence", student=self.student, seen=self.seen)
        allow_text(self, "evidence", target=self.target)


class Attempt(Piece, frozen=True, kw_only=True):
    """One strategy tried with a student, and its result."""

    strategy: str
    on: date | None = None
    result: AttemptResult = AttemptResult.NOT_TRIED
    note: str = ""

    def __post_init__(self) -> None:
        need_text(self, "attempt", strategy=self.strategy)


class CognitiveInsight(Record, frozen=True, kw_only=True):
    """How a student thinks about something now, the specific misconception, and what has been tried."""

    table: ClassVar[str] = "insights"
    prefix: ClassVar[str] = "k"
    noun: ClassVar[str] = "insight"

    student: str
    noticed_on: date
    thinking: str
    misconception: str
    status: InsightStatus
    pact: str = ""
    area: str = ""
    builds_on: str = ""
    attempts: tuple[Attempt, ...] = ()
    self_corrects_on: date | None = None
    transferred_to: str = ""

    def __post_init__(self) -> None:
        need_text(self, "insight", student=self.student, thinking=self.thinking, misconception=self.misconception)


class KnownWell(Record, frozen=True, kw_only=True):
    """One fact about a student, and how the advisor learned it."""

    table: ClassVar[str] = "known_well"
    prefix: ClassVar[str] = "w"
    noun: ClassVar[str] = "known-well fact"

    student: str
    facet: Facet
    text: str
    learned_on: date
    how: LearnedHow
    sensitive: bool = False
    visibility: Visibility = Visibility.PRIVATE

    def __post_init__(self) -> None:
        need_text(self, "known-well fact", student=self.student, text=self.text)
