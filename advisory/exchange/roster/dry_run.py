"""Work out what an import would do: who is new, changed, missing or ambiguous. Nothing is written here."""

from collections.abc import Sequence
from typing import Any

import msgspec

from advisory.model import Student
from advisory.model.words import Status

from .ambiguous import Ambiguous
from .likeness import is_same
from .match import match_rows
from .roster import RefusedLine, Roster, RosterRow

_FROM_FILE = ("given_name", "family_name", "grade", "student_number", "email", "source_id")
"""The school knows these best: a new value in the file replaces the present one."""
_FROM_ADVISOR = ("preferred_name", "pronouns")
"""The advisor knows these best: the file only fills in what is empty."""


class Changed(msgspec.Struct, frozen=True):
    """A student whose record the file changes: the old and new value of each field ("" is nothing).

    A returning student was archived, graduated, transferred or in the trash. Among their fields, `status` becomes
    active, and `left_on` and `deleted_at` become empty.
    """

    row: RosterRow
    student: Student
    fields: dict[str, tuple[str, str]]
    is_returning: bool = False


class DryRun(msgspec.Struct, frozen=True):
    """What an import would do. `missing` are the current students who are not in the file."""

    format: str
    new: tuple[RosterRow, ...]
    changed: tuple[Changed, ...]
    unchanged: tuple[tuple[RosterRow, Student], ...]
    missing: tuple[Student, ...]
    ambiguous: tuple[Ambiguous, ...]
    refused: tuple[RefusedLine, ...]
    notices: tuple[str, ...]

    @property
    def is_no_change(self) -> bool:
        """Whether the import would change no student. Ambiguous rows and missing students change nothing."""
        return not self.new and not self.changed

    @property
    def returning(self) -> tuple[Changed, ...]:
        """The changed students who had left the caseload."""
        return tuple(changed for changed in self.changed if changed.is_returning)


def compare(roster: Roster, students: Sequence[Student]) -> DryRun:
    """What importing this roster would do. `students` should include those who left, so that they are matched too."""
    matches = match_rows(roster.rows, students)
    changed: list[Changed] = []
    unchanged: list[tuple[RosterRow, Student]] = []
    for row, student in matches.pairs:
        change = _change(row, student)
        if change.fields:
            changed.append(change)
        else:
            unchanged.append((row, student))
    matched = {student.id for _, student in matches.pairs}
    matched.update(student.id for unclear in matches.ambiguous for student in unclear.candidates)
    return DryRun(
        format=roster.format,
        new=matches.new,
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        missing=tuple(student for student in students if student.is_current and student.id not in matched),
        ambiguous=matches.ambiguous,
        refused=roster.refused,
        notices=roster.notices,
    )


def fields_of(row: RosterRow) -> dict[str, str]:
    """The fields of a new Student that the row fills in."""
    return {field: text for field in (*_FROM_FILE, *_FROM_ADVISOR) if (text := getattr(row, field))}


def values_of(changed: Changed) -> dict[str, Any]:
    """The new values of a changed student, in the types of Student."""
    values: dict[str, Any] = {field: new for field, (_, new) in changed.fields.items()}
    if "status" in values:
        values["status"] = Status(values["status"])
    return {field: None if field in {"left_on", "deleted_at"} else value for field, value in values.items()}


def _change(row: RosterRow, student: Student) -> Changed:
    fields: dict[str, tuple[str, str]] = {}
    for field in _FROM_FILE:
        ours, theirs = getattr(student, field), getattr(row, field)
        if theirs and not is_same(field, ours, theirs):
            fields[field] = (ours, theirs)
    if is_same("preferred_name", student.preferred_name, row.given_name):
        fields.pop("given_name", None)  # a list of preferred names says nothing about given names
    for field in _FROM_ADVISOR:
        if (theirs := getattr(row, field)) and not getattr(student, field):
            fields[field] = ("", theirs)
    if not student.is_current:
        fields |= _return(student)
    return Changed(row, student, fields, is_returning=not student.is_current)


def _return(student: Student) -> dict[str, tuple[str, str]]:
    fields: dict[str, tuple[str, str]] = {}
    if student.status not in {Status.ACTIVE, Status.ON_LEAVE}:
        fields["status"] = (student.status.value, Status.ACTIVE.value)
        if student.left_on:
            fields["left_on"] = (student.left_on.isoformat(), "")
    if student.deleted_at:
        fields["deleted_at"] = (student.deleted_at.isoformat(), "")
    return fields
