"""Names as typed in a capture line: no spaces, separated by commas, each as short as the advisor likes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from advisory.model import Student

from .finding import find, fold

_BLANKS = str.maketrans("_.", "  ")
_TRAILING = ":,"
"""What may follow the names without being part of them, as in `ama: showed me the draft`."""


class NameToken(NamedTuple):
    """A name as typed, and its start and end in the line."""

    text: str
    start: int
    end: int


def read_names(line: str) -> tuple[NameToken, ...]:
    """The names at the beginning of a line, all in its first word. A space ends them, even after a comma."""
    names: list[NameToken] = []
    end = names_end(line)
    at = end - len(line[:end].lstrip())
    for text in line[at:end].rstrip(_TRAILING).split(","):
        if text:
            names.append(NameToken(text, at, at + len(text)))
        at += len(text) + 1
    return tuple(names)


def names_end(line: str) -> int:
    """The index where the names end, including a colon or comma after them."""
    first = re.match(r"\s*\S*", line)
    return first.end() if first else 0


def matching_students(token: str, students: Iterable[Student]) -> list[Student]:
    """The students a name token may mean, with `_` and `.` as spaces; the caller asks if there are several."""
    everyone = list(students)
    exact = [student for student in everyone if token and token in (student.id, student.student_number)]
    return exact or find(token.translate(_BLANKS), everyone)


def name_token(student: Student, students: Sequence[Student]) -> str:
    """The first readable token that means only this student among `students`, or else the id."""
    return next((token for token in _tokens(student) if matching_students(token, students) == [student]), student.id)


def _tokens(student: Student) -> Iterator[str]:
    given, family = student.given_name, student.family_name
    for name in (student.called, student.full_name, f"{given} {family}", f"{student.called} {given} {family}"):
        yield re.sub(r"[\s,:]+", "_", fold(name)).strip("_")
    if not re.search(r"[\s,:]", student.student_number):
        yield student.student_number


def completion(line: str, cursor: int, students: Sequence[Student]) -> list[tuple[Student, str]]:
    """The students the name under the cursor may mean, each with the completed line; none without a name there."""
    for name in read_names(line):
        if name.start <= cursor <= name.end:
            before, after = line[: name.start], line[name.end :]
            found = matching_students(name.text, students)
            return [(student, f"{before}{name_token(student, students)}{after}") for student in found]
    return []
