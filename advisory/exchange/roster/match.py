"""Match the rows of a roster to the students of the caseload, by the surest identifier first and never by a guess."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from advisory.model import Student
from advisory.rules.names.finding import fold

from .ambiguous import Ambiguous
from .likeness import IDENTIFIERS, differs, identifier_key, whole_key
from .namesake import ask_about_middle_names, match_names
from .roster import RosterRow, field_label


class Matches(msgspec.Struct, frozen=True):
    """Every row once, in the file's order: matched to a student, new, or ambiguous."""

    pairs: tuple[tuple[RosterRow, Student], ...]
    new: tuple[RosterRow, ...]
    ambiguous: tuple[Ambiguous, ...]


def match_rows(rows: Sequence[RosterRow], students: Sequence[Student]) -> Matches:
    """Match by our own id, source id, student number, email with a name, then name. No student is matched twice."""
    claims: dict[RosterRow, Student] = {}
    doubts: dict[RosterRow, Ambiguous] = {}
    _claim_own(rows, students, claims)
    for identifier in IDENTIFIERS:
        _claim_by(identifier, rows, students, claims, doubts)
    merged = _merged(students)
    _hand_on(claims, merged)
    claimed = {student.id for student in claims.values()}
    named = match_names(
        [row for row in rows if row not in claims],
        [student for student in students if student.id not in claimed and student.id not in merged],
    )
    claims.update(named.pairs)
    unclear = {one.row: one for one in named.unclear}
    _give_up_taken_numbers(rows, [one for one in students if one.id not in merged], claims, unclear)
    claimed = {student.id for student in claims.values()}
    for row, doubt in doubts.items():
        left = tuple(one for one in doubt.candidates if one.id not in claimed and one.id not in merged)
        if left and row not in claims and row not in unclear:
            unclear[row] = Ambiguous(row, left, doubt.why)
    open_rows = [row for row in rows if row not in claims and row not in unclear]
    free = [one for one in students if one.id not in claimed and one.id not in merged]
    unclear.update((one.row, one) for one in ask_about_middle_names(open_rows, free))
    for row, why in (*_said_twice(rows, claims), *((row, row.doubt) for row in rows if row.doubt)):
        if row not in claims and row not in unclear:
            unclear[row] = Ambiguous(row, (), why)
    return Matches(
        pairs=tuple((row, claims[row]) for row in rows if row in claims),
        new=tuple(row for row in rows if row not in claims and row not in unclear),
        ambiguous=tuple(unclear[row] for row in rows if row in unclear),
    )


def _merged(students: Sequence[Student]) -> dict[str, Student]:
    """The id of each record in the trash → the student of the same name who isn't: the two were merged, as a rule."""
    live: defaultdict[str, list[Student]] = defaultdict(list)
    gone = [student for student in students if student.deleted_at]
    for student in students if gone else ():
        if not student.deleted_at:
            live[whole_key(student)].append(student)
    return {one.id: live[whole_key(one)][0] for one in gone if len(live[whole_key(one)]) == 1}


def _hand_on(claims: dict[RosterRow, Student], merged: dict[str, Student]) -> None:
    """Let the student who was merged with a record in the trash have its rows, such as those with its number."""
    taken = {student.id for student in claims.values()}
    for row, student in list(claims.items()):
        heir = merged.get(student.id)
        if heir and heir.id not in taken:
            claims[row] = heir
            taken.add(heir.id)


def _claim_own(rows: Sequence[RosterRow], students: Sequence[Student], claims: dict[RosterRow, Student]) -> None:
    """Match the rows of our own export by our own id. In another caseload the id is somebody else's: the name tells."""
    by_id = {student.id: student for student in students}
    for row in rows:
        student = by_id.get(row.own_id) if row.own_id else None
        if student and _shares_a_name(row, student):
            claims[row] = by_id.pop(row.own_id)


def _claim_by(
    identifier: str,
    rows: Sequence[RosterRow],
    students: Sequence[Student],
    claims: dict[RosterRow, Student],
    doubts: dict[RosterRow, Ambiguous],
) -> None:
    """Match rows to the students who share this identifier with them.

    It is no sign at all if a surer one differs and so does the given name (a sister's address). It is doubtful if a surer
    one differs and the name is the same, or if the name isn't: any part of it for an id or a number, the given name for
    an address. The advisor is asked about doubts that no other identifier and no name resolves.
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
        if against and identifier == "email" and not any(_shares_given(row, one) for one in likely):
            continue
        if len(likely) != 1:
            why = f"{len(found)} students have the {field_label(identifier)} {getattr(row, identifier)}"
        elif against:
            same = "and the name are the same" if _has_name(row, likely[0]) else "is the same"
            why = f"the {field_label(identifier)} {same}, but the {field_label(against)} is not"
        elif identifier == "email" and not _shares_given(row, likely[0]):
            why = "the email is the same, but the given name is not"
        elif not _shares_a_name(row, likely[0]):
            why = (
                f"the {field_label(identifier)} is the same, but no part of the name is: another school's file, perhaps"
            )
        else:
            claims[row] = likely[0]
            found.remove(likely[0])
            continue
        doubts.setdefault(row, Ambiguous(row, tuple(found), why))


def _said_twice(rows: Sequence[RosterRow], claims: dict[RosterRow, Student]) -> Iterator[tuple[RosterRow, str]]:
    """The rows that no student is matched to, and that nothing tells from another row of the same name.

    The first of them counts as the student, unless another one is matched to a student.
    """
    by_name: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for row in rows:
        by_name[whole_key(row)].append(row)
    for namesakes in by_name.values():
        if len(namesakes) == 1:
            continue
        counted = [row for row in namesakes if row in claims]
        for row in namesakes:
            if row in claims:
                continue
            if same := next((one for one in counted if not _are_told_apart(row, one)), None):
                yield row, f"line {same.line} has the same name, and nothing tells the two apart"
            else:
                counted.append(row)


def _are_told_apart(one: RosterRow, other: RosterRow) -> bool:
    """Whether anything that both rows of one name have shows that they are two students."""
    fields = ("own_id", *IDENTIFIERS, "grade", "preferred_name", "pronouns")
    return any(
        (ours := getattr(one, field)) and (theirs := getattr(other, field)) and ours != theirs for field in fields
    )


def _has_name(row: RosterRow, student: Student) -> bool:
    return whole_key(row) == whole_key(student)


def _shares_given(row: RosterRow, student: Student) -> bool:
    """Whether the given or preferred name is the same, or the first word of it, ignoring accents."""
    if row.given_name and row.given_name == student.given_name:
        return True  # almost every row
    return not _given_words(row).isdisjoint(_given_words(student))


def _given_words(person: RosterRow | Student) -> set[str]:
    names = [fold(name) for name in (person.given_name, person.preferred_name) if name]
    return {*names, *(name.split()[0] for name in names if name.split())}


def _shares_a_name(row: RosterRow, student: Student) -> bool:
    """Whether they have any name in common, ignoring accents."""
    if _shares_given(row, student) or fold(row.family_name) == fold(student.family_name):
        return True
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
        unchanged = {student.id for row, student in claims.items() if row.status or not student.is_current}
        holders: defaultdict[str, list[Student]] = defaultdict(list)
        for student in students:
            numbers = {renumbered.get(student.id, student.student_number)}
            if student.id in unchanged:  # who has left keeps the number they had, unless they are taken back
                numbers.add(student.student_number)
            for number in filter(None, numbers):
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
