"""The school's calendar: terms, no-school days, leaves, when the period meets, the usual intervals, planned talks."""

from datetime import date, time
from typing import ClassVar

from .record import Record, RecordError, allow_text, need_order, need_range, need_text

SUNDAY = 6
CONTACT_EVERY = 10
"""School days between one-to-ones until the advisor sets another number; FOCAL_CONTACT_EVERY for focal students."""
FOCAL_CONTACT_EVERY = 5
LONGEST_INTERVAL = 200


class Term(Record, frozen=True, kw_only=True):
    """A span of days when school is in session, first and last included."""

    table: ClassVar[str] = "terms"
    prefix: ClassVar[str] = "t"
    noun: ClassVar[str] = "term"

    title: str
    starts_on: date
    ends_on: date
    source_id: str = ""

    def __post_init__(self) -> None:
        need_text(self, "term", title=self.title)
        need_order("term", "ends_on", self.ends_on, "starts_on", self.starts_on)


class NoSchoolDay(Record, frozen=True, kw_only=True):
    """One or more days without school for everybody, first and last included."""

    table: ClassVar[str] = "no_school_days"
    prefix: ClassVar[str] = "n"
    noun: ClassVar[str] = "no-school day"

    starts_on: date
    ends_on: date
    title: str = ""

    def __post_init__(self) -> None:
        allow_text(self, "no-school day", title=self.title)
        need_order("no-school day", "ends_on", self.ends_on, "starts_on", self.starts_on)


class Leave(Record, frozen=True, kw_only=True):
    """One or more days when one student is away while school goes on, first and last included."""

    table: ClassVar[str] = "leaves"
    prefix: ClassVar[str] = "l"
    noun: ClassVar[str] = "leave"

    student: str
    starts_on: date
    ends_on: date
    title: str = ""

    def __post_init__(self) -> None:
        need_text(self, "leave", student=self.student)
        need_order("leave", "ends_on", self.ends_on, "starts_on", self.starts_on)


class MeetingPattern(Record, frozen=True, kw_only=True):
    """When the advisory period meets: weekdays (0 is Monday) and start and end by the school's clock."""

    table: ClassVar[str] = "meeting_patterns"
    prefix: ClassVar[str] = "q"
    noun: ClassVar[str] = "meeting pattern"

    weekdays: tuple[int, ...]
    starts: time
    ends: time

    def __post_init__(self) -> None:
        for day in self.weekdays:
            if not 0 <= day <= SUNDAY:
                raise RecordError("meeting pattern", "weekdays", day, "from 0 (Monday) to 6 (Sunday)")
        if self.ends <= self.starts:
            raise RecordError("meeting pattern", "ends", self.ends.isoformat(), "later than it starts")


class Intervals(Record, frozen=True, kw_only=True):
    """School days between one-to-ones for most students. At most one such record, none until the advisor sets it."""

    table: ClassVar[str] = "intervals"
    prefix: ClassVar[str] = "v"
    noun: ClassVar[str] = "intervals"

    contact_every: int = CONTACT_EVERY
    focal_contact_every: int = FOCAL_CONTACT_EVERY

    def __post_init__(self) -> None:
        need_range("intervals", "contact_every", self.contact_every, 1, LONGEST_INTERVAL)
        need_range("intervals", "focal_contact_every", self.focal_contact_every, 1, LONGEST_INTERVAL)


class PlannedTalk(Record, frozen=True, kw_only=True):
    """One student to talk with in the period of one day; if the student is away then, in the next one they are here."""

    table: ClassVar[str] = "planned_talks"
    prefix: ClassVar[str] = "a"
    noun: ClassVar[str] = "planned talk"

    student: str
    on: date

    def __post_init__(self) -> None:
        need_text(self, "planned talk", student=self.student)
