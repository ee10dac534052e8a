"""What a roster file holds once it is read: rows to offer, lines refused, and what the reader wants to say."""

from datetime import date
from pathlib import Path

import msgspec


class RosterRow(msgspec.Struct, frozen=True, gc=False):
    """One student as a file gives them; "" is what the file leaves out.

    `line` counts as an editor does, from 1 (in a OneRoster set: the line of users.csv). `source_id` begins with the
    system that gave it, as in `oneroster:stu-00003`; `grade` has lost its leading zeros.
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


class RefusedLine(msgspec.Struct, frozen=True, gc=False):
    """A line that is not offered: what it holds, and why it was refused."""

    line: int
    value: str
    why: str


class TermRow(msgspec.Struct, frozen=True, gc=False):
    """A term of the school's calendar, both ends included."""

    title: str
    starts_on: date
    ends_on: date
    source_id: str


class Roster(msgspec.Struct, frozen=True):
    """All that one file says about the students of one advisory; `format` is shown to a person, as in "OneRoster 1.1"."""

    format: str
    rows: tuple[RosterRow, ...]
    refused: tuple[RefusedLine, ...] = ()
    notices: tuple[str, ...] = ()
    terms: tuple[TermRow, ...] = ()


class SchoolClass(msgspec.Struct, frozen=True):
    """A class of a OneRoster set; `students` counts those enrolled today, `teachers` are names."""

    id: str
    title: str
    is_homeroom: bool
    teachers: tuple[str, ...]
    students: int


class ClassChoice(msgspec.Struct, frozen=True):
    """A OneRoster set of several classes, the likeliest advisory first: ask which, and read again with its id."""

    path: Path
    classes: tuple[SchoolClass, ...]
