"""What a roster holds once it is read: rows to offer, refused lines, and notices."""

from datetime import date
from pathlib import Path

import msgspec


class RosterRow(msgspec.Struct, frozen=True, gc=False):
    """One student in a file; "" is what the file leaves out.

    `line` counts from 1 (in a OneRoster set, the lines of users.csv). `source_id` begins with the system that gave it,
    as in `oneroster:stu-00003`; `grade` has no leading zeros. `is_guessed` says that the file has the whole name in one
    piece, so that where the given name ends is a guess. `status` says that they are no longer at the school (a Status of
    one who left, since `left_on` if the file says so) or not yet ("expected"). `doubt` is why only the advisor can say
    whether this is a student to take in. `own_id` is this program's own id, in a file that it wrote.
    """

    line: int
    given_name: str
    family_name: str
    preferred_name: str = ""
    pronouns: str = ""
    student_number: str = ""
    source_id: str = ""
    grade: str = ""
    email: str = ""
    is_guessed: bool = False
    status: str = ""
    left_on: str = ""
    doubt: str = ""
    own_id: str = ""


def field_label(field: str) -> str:
    """The name of a field in a sentence, such as `student number`."""
    return field.replace("_", " ")


class RefusedLine(msgspec.Struct, frozen=True, gc=False):
    """A line that was refused: what it holds, and why."""

    line: int
    value: str
    why: str


class TermRow(msgspec.Struct, frozen=True, gc=False):
    """A term of the school's calendar, both ends included."""

    title: str
    starts_on: date
    ends_on: date
    source_id: str


class OtherDay(msgspec.Struct, frozen=True):
    """Another day to read a class as of, and what there is to say about it in a sentence."""

    day: date
    about: str


class Roster(msgspec.Struct, frozen=True):
    """What one file says about the students of one advisory. `format` is a name to show, such as "OneRoster 1.1"."""

    format: str
    rows: tuple[RosterRow, ...]
    refused: tuple[RefusedLine, ...] = ()
    notices: tuple[str, ...] = ()
    terms: tuple[TermRow, ...] = ()
    header_key: str = ""
    """The key under which the columns the advisor named for this file are remembered; "" if they named none."""
    other: OtherDay | None = None
    """A day on which the class has other students: before its term begins, or after it has ended."""


class SchoolClass(msgspec.Struct, frozen=True):
    """A class of a OneRoster set. `students` is how many are enrolled today; `teachers` are names."""

    id: str
    title: str
    is_homeroom: bool
    teachers: tuple[str, ...]
    students: int


class SheetChoice(msgspec.Struct, frozen=True):
    """The sheets of a workbook that may hold the roster: ask which one, and read again with its name."""

    path: Path
    sheets: tuple[str, ...]


class ClassChoice(msgspec.Struct, frozen=True):
    """The classes of a OneRoster set, the likeliest advisory first: ask which one, and read again with its id."""

    path: Path
    classes: tuple[SchoolClass, ...]
