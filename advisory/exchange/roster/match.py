"""Match the rows of a roster to the students of the caseload, by the surest identifier first and never by a guess."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from advisory.model import Student
from advisory.rules.names.finding import fold

from .ambiguous import Ambiguous
from .likeness import IDENTIFIERS, differs, identifier_key, name_key
from .namesake import match_names
from .roster import RosterRow, field_label


class Matches(msgspec.Struct, frozen=True):
    """Every row once, in the file's order: matched to a student, new, or ambiguous."""

    pairs: tuple[tuple[RosterRow, Student], ...]
    new: tuple[RosterRow, ...]
    ambiguous: tuple[Ambiguous, ...]


def match_rows(rows: Sequence[RosterRow], students: Sequence[Student]) -> Matches:
    """Match by source id, then student number, then email, then name. No student is matched twice."""
    claims: dict[RosterRow, Student] = {}
    doubts: dict[RosterRow, Ambiguous] = {}
    for identifier in IDENTIFIERS:
        _claim_by(identifier, rows, students, claims, doubts)
    claimed = {student.id for student in claims.values()}
    named = match_names(
        [row for row in rows if row not in claims],
        [student for student in students if student.id not in claimed],
    )
    claims.update(named.pairs)
    unclear = {one.row: one for one in named.unclear}
    _give_up_taken_numbers(rows, students, claims, unclear)
    claimed = {student.id for student in claims.values()}
    for row, doubt in doubts.items():
        left = tuple(student for student in doubt.candidates if student.id not in claimed)
        if left and row not in claims and row not in unclear:
            unclear[row] = Ambiguous(row, left, doubt.why)
    return Matches(
        pairs=tuple((row, claims[row]) for row in rows if row in claims),
        new=tuple(row for row in rows if row not in claims and row not in unclear),
        ambiguous=tuple(unclear[row] for row in rows if row in unclear),
    )


def _claim_by(
    identifier: str,
    rows: Sequence[RosterRow],
    students: Sequence[Student],
    claims: dict[RosterRow, Student],
    doubts: dict[RosterRow, Ambiguous],
) -> None:
    """Match rows to the students who share this identifier with them.

    It is doubtful if a surer identifier contradicts it and the name differs (a sister's address, a reused number), or if
    no part of the name is the same. The advisor is asked about doubts that no other identifier and no name resolves.
    """
    claimed = {student.id for student in claims.values()}
    holders: defaultdict[str, list[Student]] = defaultdict(list)
    for student in students:
        if (value := getattr(student, identifier)) and student.id not in claimed:
            holders[identifier_key(identifier, value)].append(student)
    surer = IDENTIFIERS[: IDENTIFIERS.index(identifier)]
    for row in rows:
        if row in claims or not (found := holders.get(identifier_key(identifier, getattr(row, identifier)))):
            continue
        likely = [one for one in found if _has_name(row, one)] if len(found) > 1 else found
        against = next((other for one in likely for other in surer if differs(other, row, one)), "")
        if len(likely) != 1:
            why = f"{len(found)} students have the {field_label(identifier)} {getattr(row, identifier)}"
        elif against and not _has_name(row, likely[0]):
            why = f"the {field_label(identifier)} is the same, but the {field_label(against)} and the name are not"
        elif not _shares_a_name(row, likely[0]):
            why = (
                f"the {field_label(identifier)} is the same, but no part of the name is: another school's file, perhaps"
            )
        else:
            claims[row] = likely[0]
            found.remove(likely[0])
            continue
        doubts.setdefault(row, Ambiguous(row, tuple(found), why))


def _has_name(row: RosterRow, student: Student) -> bool:
    return (name_key(row.given_name), name_key(row.family_name)) == (
        name_key(student.given_name),
        name_key(student.family_name),
    )


def _shares_a_name(row: RosterRow, student: Student) -> bool:
    """Whether they have any name in common, ignoring accents."""
    theirs = {fold(name) for name in (row.given_name, row.preferred_name, row.family_name) if name}
    return bool(
        theirs & {fold(name) for name in (student.given_name, student.preferred_name, student.family_name) if name}
    )


def _give_up_taken_numbers(
    rows: Sequence[RosterRow],
    students: Sequence[Student],
    claims: dict[RosterRow, Student],
    unclear: dict[RosterRow, Ambiguous],
) -> None:
    """Make a row ambiguous if another student would have its student number too after the import."""
    while True:
        renumbered = {student.id: row.student_number for row, student in claims.items() if row.student_number}
        holders: defaultdict[str, list[Student]] = defaultdict(list)
        for student in students:
            if number := renumbered.get(student.id, student.student_number):
                holders[number].append(student)
        for row in rows:
            mine = claims.get(row)
            others = [s for s in holders.get(row.student_number, ()) if mine is None or s.id != mine.id]
            if row.student_number and others and row not in unclear:
                break
        else:
            return
        candidates = (*([mine] if mine else []), *others)
        why = f"student number {row.student_number} is already that of {others[0].full_name}"
        unclear[row] = Ambiguous(row, candidates, why)
        claims.pop(row, None)
