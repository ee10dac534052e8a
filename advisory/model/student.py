"""Students and their family contacts."""

from contextlib import suppress
from datetime import date
from typing import ClassVar

from .record import Piece, Record, RecordError, allow_text, need_order, need_range, need_text
from .words import PronounsScope, Status

_LEAP_YEAR = 2024


class FamilyContact(Piece, frozen=True, kw_only=True):
    """A person in the student's family, and how to reach them."""

    name: str
    relation: str = ""
    language: str = ""
    phone: str = ""
    email: str = ""
    best_time: str = ""
    may_contact: bool = True

    def __post_init__(self) -> None:
        need_text(self, "family contact", name=self.name)


class Student(Record, frozen=True, kw_only=True):
    """One student. Students who leave are archived, not removed.

    `birthday` is `MM-DD`, without the year, which the program does not need. `contact_every` is school days between
    one-to-ones; None means the usual number (Intervals), which is smaller while the student is focal.
    """

    table: ClassVar[str] = "students"
    prefix: ClassVar[str] = "s"
    noun: ClassVar[str] = "student"

    given_name: str
    family_name: str
    preferred_name: str = ""
    pronounce: str = ""
    pronouns: str = ""
    pronouns_scope: PronounsScope = PronounsScope.ASK_ME
    grade: str = ""
    student_number: str = ""
    source_id: str = ""
    email: str = ""
    home_language: str = ""
    birthday: str = ""
    family_contacts: tuple[FamilyContact, ...] = ()
    joined_on: date | None = None
    left_on: date | None = None
    status: Status = Status.ACTIVE
    contact_every: int | None = None
    focal: bool = False
    focal_why: str = ""
    focal_since: date | None = None

    def __post_init__(self) -> None:
        noun = "student"
        need_text(self, noun, given_name=self.given_name, family_name=self.family_name)
        allow_text(self, noun, preferred_name=self.preferred_name, grade=self.grade, student_number=self.student_number)
        need_range(noun, "contact_every", self.contact_every, 1, 200)
        need_order(noun, "left_on", self.left_on, "joined_on", self.joined_on)
        if self.birthday and not _is_month_and_day(self.birthday):
            raise RecordError(noun, "birthday", self.birthday, "a month and a day such as 03-14")

    @property
    def called(self) -> str:
        """The name the student goes by."""
        return self.preferred_name or self.given_name

    @property
    def full_name(self) -> str:
        """The name the student goes by, then the family name."""
        return f"{self.called} {self.family_name}"

    @property
    def is_current(self) -> bool:
        """Whether the student is on the current caseload."""
        return self.deleted_at is None and self.status in {Status.ACTIVE, Status.ON_LEAVE}


def _is_month_and_day(text: str) -> bool:
    month, _, day = text.partition("-")
    if not (len(month) == len(day) == 2 and month.isdecimal() and day.isdecimal()):  # noqa: PLR2004 - MM-DD
        return False
    with suppress(ValueError):
        return bool(date(_LEAP_YEAR, int(month), int(day)))
    return False
