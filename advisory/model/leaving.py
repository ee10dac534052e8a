"""What was shared, and the note for a student's next advisor."""

from datetime import date
from typing import ClassVar

from .record import Record, allow_text, need_order, need_range, need_text
from .words import Audience


class ExportLog(Record, frozen=True, kw_only=True):
    """One thing that left the program: what, for whom, on which day, and the ids of the records that were in it.

    `to` is who got it, as far as the advisor named somebody; `file` the path it was written to, "" if it was copied;
    `file_sha256` tells whether what is there now is still what was written.
    `taken_in` are those of `rows` that would have stayed and were included on purpose; `left_out` counts what stayed here.
    A row may be gone since. `file_deleted_on` is the day the file was deleted from here.
    """

    table: ClassVar[str] = "exports"
    prefix: ClassVar[str] = "x"
    noun: ClassVar[str] = "share"

    given_on: date
    audience: Audience
    what: str
    to: str = ""
    file: str = ""
    students: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()
    left_out: int = 0
    file_deleted_on: date | None = None
    file_sha256: str = ""

    def __post_init__(self) -> None:
        need_text(self, "share", what=self.what)
        allow_text(self, "share", to=self.to, file=self.file, file_sha256=self.file_sha256)
        need_range("share", "left_out", self.left_out, 0, 1_000_000)
        need_order("share", "file_deleted_on", self.file_deleted_on, "given_on", self.given_on)


class TransitionNote(Record, frozen=True, kw_only=True):
    """What the next advisor of a student should know: strengths, what works for connecting, and what to go on with.

    It is written for staff. A student may have one for each time they are handed over; the latest one counts.
    """

    table: ClassVar[str] = "transitions"
    prefix: ClassVar[str] = "j"
    noun: ClassVar[str] = "transition note"

    student: str
    written_on: date
    strengths: str
    connecting: str
    peers: str = ""
    community: str = ""
    family: str = ""
    supports: str = ""
    go_on_with: str = ""

    def __post_init__(self) -> None:
        noun = "transition note"
        need_text(self, noun, student=self.student, strengths=self.strengths, connecting=self.connecting)
        allow_text(self, noun, peers=self.peers, community=self.community, family=self.family)
        allow_text(self, noun, supports=self.supports, go_on_with=self.go_on_with)
