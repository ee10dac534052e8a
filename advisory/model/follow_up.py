"""Promises, made by the advisor or by somebody else."""

from datetime import date
from typing import ClassVar

from .record import Piece, Record, RecordError, allow_text, need_text
from .words import Party, PromiseStatus


class Snooze(Piece, frozen=True, kw_only=True):
    """One postponement of a promise: when it was made, the old due date and the new one."""

    on: date
    was_due_on: date | None
    due_on: date


class FollowUp(Record, frozen=True, kw_only=True):
    """One promise. `owner` is who owes it; `source` is the id of the record it came from, if any."""

    table: ClassVar[str] = "followups"
    prefix: ClassVar[str] = "f"
    noun: ClassVar[str] = "promise"

    student: str
    text: str
    owner: Party
    status: PromiseStatus
    due_on: date | None = None
    source: str = ""
    done_on: date | None = None
    dropped_why: str = ""
    snoozed: tuple[Snooze, ...] = ()

    def __post_init__(self) -> None:
        noun = "promise"
        need_text(self, noun, student=self.student, text=self.text)
        allow_text(self, noun, dropped_why=self.dropped_why)
        if (self.status is PromiseStatus.DONE) != (self.done_on is not None):
            raise RecordError(noun, "done_on", self.done_on, "a date when the promise is done, and empty otherwise")
        if (self.status is PromiseStatus.DROPPED) != bool(self.dropped_why.strip()):
            raise RecordError(noun, "dropped_why", self.dropped_why, "one line when it is dropped, and empty otherwise")

    @property
    def is_mine(self) -> bool:
        """Whether the advisor owes it and it is still open."""
        return self.owner is Party.ADVISOR and self.is_open

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept and not in the trash."""
        return self.status is PromiseStatus.OPEN and self.deleted_at is None
