"""Read the people, classes and enrollments of a school from a OneRoster set (1.1 or 1.2)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from advisory.exchange.file.error import FileError
from advisory.exchange.roster.roster import RefusedLine

from .member import Member, is_active, read_member

_USER = (
    "sourcedId givenName familyName",
    "status enabledUser role identifier email grades preferredGivenName pronouns grade",
)
_CLASS = ("sourcedId title", "status classType")
_ENROLLMENT = ("classSourcedId userSourcedId role", "status beginDate endDate")
_ROLE = ("userSourcedId role", "status beginDate endDate grade")


class User(msgspec.Struct, frozen=True):
    """A person at the school: the columns of users.csv that a roster needs."""

    line: int
    id: str
    given_name: str
    family_name: str
    status: str
    enabled: str
    role: str
    student_number: str
    email: str
    grades: str
    preferred_name: str
    pronouns: str
    grade: str
    """Microsoft's SDS has one `grade`, here or in roles.csv, in place of OneRoster's `grades`."""

    @property
    def is_enabled(self) -> bool:
        """Whether the account is on. A school switches off the accounts of people who have left."""
        return self.enabled.casefold() != "false"


class ClassRow(msgspec.Struct, frozen=True):
    """An active class of the school."""

    line: int
    id: str
    title: str
    status: str
    kind: str


class Enrollment(msgspec.Struct, frozen=True):
    """The membership of a teacher or student in a class."""

    line: int
    class_id: str
    user_id: str
    role: str
    status: str
    begins: str
    ends: str

    def is_on(self, day: date) -> bool:
        """Whether it is active on a day, both ends included. Raises ValueError when a date cannot be read."""
        return is_active(self.status) and is_within(self.begins, self.ends, day)


class School(msgspec.Struct, frozen=True):
    """A whole set. `users` is by user id and `enrollments` by class id; a user may occur more than once in the file."""

    users: dict[str, list[User]]
    classes: dict[str, ClassRow]
    enrollments: dict[str, list[Enrollment]]
    students: frozenset[str]
    """The ids of the users who are students today by roles.csv (OneRoster 1.2)."""
    grades: dict[str, str]
    """The grade of each user for whom roles.csv has one."""
    refused: list[RefusedLine]
    notices: list[str]

    def active(self, user_id: str) -> list[User]:
        """The active rows of a user."""
        return [user for user in self.users.get(user_id, ()) if is_active(user.status)]

    def is_student(self, user: User) -> bool:
        """Whether the user is a student, by users.csv (1.1) or else by roles.csv (1.2)."""
        return user.role.casefold() == "student" if user.role else user.id in self.students


def read_school(path: Path, files: dict[str, bytes], today: date) -> School:
    """Read the set. Raises FileError when a required file or column is missing."""
    users = read_member(path, files, "users", *_USER)
    classes = read_member(path, files, "classes", *_CLASS)
    enrollments = read_member(path, files, "enrollments", *_ENROLLMENT)
    members = [users, classes, enrollments]
    students: frozenset[str] = frozenset()
    grades: dict[str, str] = {}
    if "roles" in files:
        roles = read_member(path, files, "roles", *_ROLE)
        students = frozenset(_students(roles, today))
        grades = {row.cells[0]: row.cells[-1] for row in roles.rows if row.cells[-1]}
        members.append(roles)
    elif "role" not in users.has:
        raise FileError(
            f"{path}: users.csv lacks the column role, and there is no roles.csv, so it does not say who is a student."
        )
    people: defaultdict[str, list[User]] = defaultdict(list)
    for row in users.rows:
        people[row.cells[0]].append(User(row.line, *row.cells))
    rooms = (ClassRow(row.line, *row.cells) for row in classes.rows)
    of_class: defaultdict[str, list[Enrollment]] = defaultdict(list)
    for row in enrollments.rows:
        of_class[row.cells[0]].append(Enrollment(row.line, *row.cells))
    return School(
        users=dict(people),
        classes={room.id: room for room in rooms if room.id and is_active(room.status)},
        enrollments=dict(of_class),
        students=students,
        grades=grades,
        refused=[refused for member in members for refused in member.refused],
        notices=[notice for member in members for notice in member.notices],
    )


def as_date(text: str) -> date | None:
    """The day of an ISO date or instant; None for "". Raises ValueError for anything else."""
    return date.fromisoformat(text[:10]) if text else None


def is_within(begins: str, ends: str, day: date) -> bool:
    """Whether a day lies between two dates, both included; "" sets no limit."""
    begin, end = as_date(begins), as_date(ends)
    return (begin is None or begin <= day) and (end is None or day <= end)


def _students(roles: Member, today: date) -> Iterator[str]:
    for row in roles.rows:
        user_id, role, status, begins, ends, _ = row.cells
        if role.casefold() == "student" and is_active(status) and _may_be_within(begins, ends, today):
            yield user_id


def _may_be_within(begins: str, ends: str, today: date) -> bool:
    try:
        return is_within(begins, ends, today)
    except ValueError:
        return True  # an unreadable date is no limit
