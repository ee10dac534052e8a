"""The partnership with one student in one school year, the signs seen in it, its moves, and the catalogue of signs."""

import re
from datetime import date
from typing import ClassVar

from .record import Record, RecordError, allow_text, need_text
from .words import Direction, MoveReason, Observer, Stage

LONGEST_KEY = 40
_KEY = re.compile(rf"[a-z0-9_]{{1,{LONGEST_KEY}}}")


class Partnership(Record, frozen=True, kw_only=True):
    """Where the partnership stands. `school_year` is its first calendar year: 2026 for 2026-27."""

    table: ClassVar[str] = "partnerships"
    prefix: ClassVar[str] = "p"
    noun: ClassVar[str] = "partnership"

    student: str
    school_year: int
    stage: Stage
    entered_on: date
    next_step: str = ""

    def __post_init__(self) -> None:
        need_text(self, "partnership", student=self.student)
        allow_text(self, "partnership", next_step=self.next_step)


class Indicator(Record, frozen=True, kw_only=True):
    """A sign seen. `key` is the catalogue's; `line` or `check_in` says what it was seen in."""

    table: ClassVar[str] = "indicators"
    prefix: ClassVar[str] = "i"
    noun: ClassVar[str] = "sign"

    student: str
    key: str
    stage: Stage
    observed_on: date
    by: Observer
    line: str = ""
    check_in: str = ""

    def __post_init__(self) -> None:
        need_text(self, "sign", student=self.student, key=self.key)
        allow_text(self, "sign", line=self.line)


class StageMove(Record, frozen=True, kw_only=True):
    """One move of the partnership, with the signs there were at that moment (ids). `override`: the gate was not met."""

    table: ClassVar[str] = "stage_moves"
    prefix: ClassVar[str] = "m"
    noun: ClassVar[str] = "stage move"

    student: str
    partnership: str
    from_stage: Stage
    to_stage: Stage
    moved_on: date
    direction: Direction
    reason_key: MoveReason
    reason: str
    indicators: tuple[str, ...] = ()
    override: bool = False

    def __post_init__(self) -> None:
        need_text(self, "stage move", student=self.student, partnership=self.partnership, reason=self.reason)
        stages = list(Stage)
        forward = stages.index(self.to_stage) > stages.index(self.from_stage)
        if self.from_stage is self.to_stage:
            raise RecordError("stage move", "to_stage", self.to_stage.value, "another stage than the one it leaves")
        if forward != (self.direction is Direction.FORWARD):
            raise RecordError("stage move", "direction", self.direction.value, "forward" if forward else "back")


class CatalogueSign(Record, frozen=True, kw_only=True):
    """Where the advisor's catalogue of signs differs from the program's own: a sign reworded, hidden or added.

    `key`, of small letters, digits and underscores, is what an Indicator names and never changes; `students_doing` says
    that it shows the student acting.
    """

    table: ClassVar[str] = "catalogue"
    prefix: ClassVar[str] = "y"
    noun: ClassVar[str] = "sign of the catalogue"

    key: str
    stage: Stage
    label: str
    students_doing: bool = False
    hidden: bool = False

    def __post_init__(self) -> None:
        noun = "sign of the catalogue"
        need_text(self, noun, key=self.key, label=self.label)
        if not _KEY.fullmatch(self.key):
            raise RecordError(noun, "key", self.key, f"of small letters, digits and _, at most {LONGEST_KEY}")
