"""Work out what an import would do: who is new, changed, missing or ambiguous. Nothing is written here."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from advisory.model import Student
from advisory.model.words import Status

from .ambiguous import Ambiguous
from .likeness import is_capitals_of, is_same, name_key
from .match import Matches, match_rows
from .roster import RefusedLine, Roster, RosterRow
from .standing import EXPECTED

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


class Left(msgspec.Struct, frozen=True):
    """A row of somebody who has left, according to the file (`row.status`) or by the caseload, or who isn't here yet.

    `student` is who it is in the caseload, if they are known there.
    """

    row: RosterRow
    student: Student | None = None

    @property
    def stays(self) -> bool:
        """Whether the caseload has them as having left, and the file as being here."""
        return self.student is not None and not self.student.is_current and not self.row.status

    @property
    def leaves(self) -> bool:
        """Whether the caseload has them as being here, and the file as having left."""
        return self.student is not None and self.student.is_current and self.row.status not in {"", EXPECTED}


ASK, ADD, SAME, LEAVE_OUT = "ask", "add", "same", "leave-out"


class Wanted(msgspec.Struct, frozen=True):
    """What the advisor decided about those an import doesn't take by itself.

    `returning` takes back those who had left, `with_left` adds those whom the file has as having left (as having left),
    and `unsure` says what becomes of rows that only the advisor can match: ASK, ADD them as new students, take the one
    candidate there is for the SAME, or LEAVE_OUT.
    """

    returning: bool = False
    with_left: bool = False
    unsure: str = ASK


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
    left: tuple[Left, ...] = ()

    @property
    def is_no_change(self) -> bool:
        """Whether the import would change no student. Ambiguous rows and missing students change nothing."""
        return not self.new and not self.changed

    @property
    def returning(self) -> tuple[Changed, ...]:
        """The changed students who had left the caseload."""
        return tuple(changed for changed in self.changed if changed.is_returning)

    @property
    def leaving(self) -> tuple[Student, ...]:
        """The current students who have left, according to the file."""
        return tuple(one.student for one in self.left if one.student and one.leaves)

    @property
    def left_as(self) -> dict[str, Status]:
        """How those who are leaving left, by student id."""
        return {one.student.id: Status(one.row.status) for one in self.left if one.student and one.leaves}


_NOTHING_WANTED = Wanted()


def compare(roster: Roster, students: Sequence[Student], wanted: Wanted = _NOTHING_WANTED) -> DryRun:
    """What importing this roster would do. `students` should include those who left, so that they are matched too."""
    matches = match_rows(roster.rows, students)
    pairs, new, ambiguous = _decide(matches, wanted)
    changed: list[Changed] = []
    unchanged: list[tuple[RosterRow, Student]] = []
    taken = tuple(row for row in new if not row.status or (wanted.with_left and row.status != EXPECTED))
    left = [Left(row) for row in new if row.status and (row.status == EXPECTED or not wanted.with_left)]
    for row, student in pairs:
        if row.status or not (student.is_current or wanted.returning):
            left.append(Left(row, student))
            continue
        change = _change(row, student)
        if change.fields:
            changed.append(change)
        else:
            unchanged.append((row, student))
    matched = {student.id for _, student in pairs}
    matched.update(student.id for unclear in ambiguous for student in unclear.candidates)
    return DryRun(
        format=roster.format,
        new=taken,
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        missing=tuple(student for student in students if student.is_current and student.id not in matched),
        ambiguous=ambiguous,
        refused=roster.refused,
        notices=roster.notices,
        left=tuple(sorted(left, key=lambda one: one.row.line)),
    )


def _decide(
    matches: Matches, wanted: Wanted
) -> tuple[Sequence[tuple[RosterRow, Student]], Sequence[RosterRow], tuple[Ambiguous, ...]]:
    """The pairs, the new rows and the open ones, once the advisor's word about the open ones is taken."""
    pairs, new, unclear = list(matches.pairs), list(matches.new), list(matches.ambiguous)
    if wanted.unsure == ASK:
        return pairs, new, tuple(unclear)
    if wanted.unsure == ADD:
        numbers = {one.student_number for open_one in unclear for one in open_one.candidates}
        added = [one.row for one in unclear if not (one.row.student_number and one.row.student_number in numbers)]
        return pairs, sorted([*new, *added], key=lambda row: row.line), tuple(o for o in unclear if o.row not in added)
    taken = {student.id for _, student in pairs}
    open_ones: list[Ambiguous] = []
    for one in unclear:
        if wanted.unsure == SAME and len(one.candidates) == 1 and one.candidates[0].id not in taken:
            taken.add(one.candidates[0].id)
            pairs.append((one.row, one.candidates[0]))
        elif wanted.unsure != LEAVE_OUT:
            open_ones.append(one)
    return sorted(pairs, key=lambda pair: pair[0].line), new, tuple(open_ones)


def fields_of(row: RosterRow) -> dict[str, Any]:
    """The fields of a new Student that the row fills in; for one who has left, when and how."""
    fields: dict[str, Any] = {field: text for field in (*_FROM_FILE, *_FROM_ADVISOR) if (text := getattr(row, field))}
    if row.status and row.status != EXPECTED:
        fields |= {"status": Status(row.status), "joined_on": None}
        if row.left_on:
            fields["left_on"] = date.fromisoformat(row.left_on)
    return fields


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
        if theirs and not is_same(field, ours, theirs) and not is_capitals_of(field, ours, theirs):
            fields[field] = (ours, theirs)
    if row.is_guessed and _has_whole_name(row, student):
        fields.pop("given_name", None)  # only where the given name ends differs, and the file doesn't say
        fields.pop("family_name", None)
    if is_same("preferred_name", student.preferred_name, row.given_name):
        fields.pop("given_name", None)  # a list of preferred names says nothing about given names
    for field in _FROM_ADVISOR:
        if (theirs := getattr(row, field)) and not getattr(student, field):
            fields[field] = ("", theirs)
    if not student.is_current:
        fields |= _return(student)
    return Changed(row, student, fields, is_returning=not student.is_current)


def _has_whole_name(row: RosterRow, student: Student) -> bool:
    """Whether a row with the whole name in one piece has the student's, by the given or the preferred name.

    Which part is the given name is a guess too: OMAR Tran may be a given name in capitals, or a family name.
    """
    wholes = {name_key(f"{row.given_name} {row.family_name}"), name_key(f"{row.family_name} {row.given_name}")}
    return not wholes.isdisjoint(
        name_key(f"{given} {student.family_name}") for given in (student.given_name, student.called)
    )


def _return(student: Student) -> dict[str, tuple[str, str]]:
    fields: dict[str, tuple[str, str]] = {}
    if student.status not in {Status.ACTIVE, Status.ON_LEAVE}:
        fields["status"] = (student.status.value, Status.ACTIVE.value)
        if student.left_on:
            fields["left_on"] = (student.left_on.isoformat(), "")
    if student.deleted_at:
        fields["deleted_at"] = (student.deleted_at.isoformat(), "")
    return fields
