"""Partnerships by school year, the signs seen in them, their stage moves, and the catalog of signs."""

import re
from datetime import date
from typing import ClassVar

from .plausible import need_year
from .record import Record, RecordError, allow_text, need_text
from .words import Direction, MoveReason, Observer, Stage

LONGEST_KEY = 40
_KEY = re.compile(rf"[a-z0-9_]{{1,{LONGEST_KEY}}}")


class Partnership(Record, frozen=True, kw_only=True):
    """The partnership with one student in one school year, and its stage. `school_year` is 2026 for 2026-27."""

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
        need_year("partnership", "school_year", self.school_year)
        allow_text(self, "partnership", next_step=self.next_step)


class Indicator(Record, frozen=True, kw_only=True):
    """One sign seen. `key` names a sign in the catalogue; `line` or `check_in` says where it was seen."""

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
    """One move to another stage, with the ids of the signs seen by then. `override`: the gate was not met."""

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
    """One change the advisor made to the built-in catalog of signs: a sign reworded, hidden or added.

    `key` (lower-case letters, digits and underscores) is what an Indicator refers to and never changes.
    `students_doing`: the sign is something the student does, not the advisor.
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
