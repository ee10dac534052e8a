"""Names as a capture line holds them: without a blank, a comma between them, and each as little of a name as tells whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from advisory.model import Student

from .finding import find, fold

_BLANKS = str.maketrans("_.", "  ")
_BEHIND = ":,"
"""What may stand behind the names and is no part of them, as in `ama: showed me the draft`."""


class NameToken(NamedTuple):
    """A name as it was typed, and from where to where in the line."""

    text: str
    start: int
    end: int


def read_names(line: str) -> tuple[NameToken, ...]:
    """The names with which a line begins: those in its first word. A blank ends them, also one behind a comma."""
    names: list[NameToken] = []
    end = names_end(line)
    at = end - len(line[:end].lstrip())
    for text in line[at:end].rstrip(_BEHIND).split(","):
        if text:
            names.append(NameToken(text, at, at + len(text)))
        at += len(text) + 1
    return tuple(names)


def names_end(line: str) -> int:
    """Where the names part ends, with the colon or comma behind it."""
    first = re.match(r"\s*\S*", line)
    return first.end() if first else 0


def fitting(token: str, students: Iterable[Student]) -> list[Student]:
    """The students a name token may mean, `_` and `.` standing for a blank; the caller asks when there are several."""
    everyone = list(students)
    exact = [student for student in everyone if token and token in {student.id, student.student_number}]
    return exact or find(token.translate(_BLANKS), everyone)


def name_token(student: Student, students: Sequence[Student]) -> str:
    """The shortest readable token that means this student and nobody else among `students`; else the id."""
    return next((token for token in _tokens(student) if fitting(token, students) == [student]), student.id)


def _tokens(student: Student) -> Iterator[str]:
    given, family = student.given_name, student.family_name
    for name in (student.called, student.full_name, f"{given} {family}", f"{student.called} {given} {family}"):
        yield re.sub(r"[\s,:]+", "_", fold(name)).strip("_")
    if not re.search(r"[\s,:]", student.student_number):
        yield student.student_number


def completion(line: str, cursor: int, students: Sequence[Student]) -> list[tuple[Student, str]]:
    """Whom the name under the cursor may mean, each with the line as it then reads; nobody where no name stands."""
    for name in read_names(line):
        if name.start <= cursor <= name.end:
            before, behind = line[: name.start], line[name.end :]
            found = fitting(name.text, students)
            return [(student, f"{before}{name_token(student, students)}{behind}") for student in found]
    return []
