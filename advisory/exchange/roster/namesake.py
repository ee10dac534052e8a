"""Match rows to students by name alone; where namesakes make that unsure, the advisor is asked."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from advisory.model import Student

from .ambiguous import Ambiguous
from .likeness import (
    contradicts,
    differs_in_the_middle,
    first_words,
    name_key,
    plain_grade,
    whole_key,
    why_doubtful,
)
from .roster import RosterRow

Pairs = list[tuple[RosterRow, Student]]
Name = str
"""A given or preferred name and a family name, as one key."""


class Named(msgspec.Struct, frozen=True):
    """The rows matched by name, and the ambiguous ones. Rows in neither are new students."""

    pairs: Pairs
    unclear: list[Ambiguous]


class _Namesakes(msgspec.Struct):
    """Rows and students connected by shared names, directly or through one another."""

    rows: list[RosterRow]
    students: list[Student]


def match_names(rows: Sequence[RosterRow], students: Sequence[Student]) -> Named:
    """Pair rows and students with the same name (given or preferred, and family) where only one pairing makes sense.

    Among namesakes the grade decides. Identical rows are paired in order, since it makes no difference. Everything else
    is ambiguous. A name does not count where an id, number or address contradicts it.
    """
    named = Named([], [])
    for group in _groups(rows, students):
        pairs = None
        distinct = {_content(row): row for row in group.rows}.values()
        if not any(contradicts(row, student) for row in distinct for student in group.students):
            pairs = _pair(group)
        if pairs and any(why_doubtful(row, student) for row, student in pairs):
            pairs = None
        if pairs is None:
            named.unclear.extend(_unclear(group))
        else:
            named.pairs.extend(pairs)
    return named


def ask_about_middle_names(rows: Sequence[RosterRow], students: Sequence[Student]) -> Iterator[Ambiguous]:
    """The rows that may be one of these students, whose name has a middle name or an initial more, or less."""
    by_first: defaultdict[str, list[Student]] = defaultdict(list)
    by_letter: defaultdict[str, list[Student]] = defaultdict(list)
    for student in students:
        for word in first_words(student):
            by_first[word].append(student)
            by_letter[word[0]].append(student)
    for row in rows if by_first else ():
        near: dict[str, Student] = {}
        for word in sorted(first_words(row)):
            fitting = by_letter[word] if len(word) == 1 else [*by_first[word], *by_first[word[0]]]
            near.update((one.id, one) for one in fitting)
        alike = [one for one in near.values() if not contradicts(row, one) and differs_in_the_middle(row, one)]
        if alike:
            yield Ambiguous(row, tuple(alike), "the name is almost the same, and nothing else tells who it is")


def _groups(rows: Sequence[RosterRow], students: Sequence[Student]) -> Iterator[_Namesakes]:
    """Split into the smallest groups that share no name. Rows that fit no student, and the reverse, are left out."""
    by_name = _by_name(students)
    group_of: dict[str, _Namesakes] = {}
    twins: dict[tuple[str, ...], str] = {}
    for row in rows if by_name else ():
        names = sorted(name for name in _names(row) if name in by_name)
        if not names:
            continue
        if twin := twins.get(_content(row)):
            group_of[twin].rows.append(row)
            continue
        fitting = {s.id: s for name in names for s in by_name[name] if not contradicts(row, s)}
        if not fitting:
            continue
        twins[_content(row)] = next(iter(fitting))
        joined = _Namesakes([row], [])
        for student in fitting.values():
            other = group_of.get(student.id)
            if other is joined:
                continue
            if other is None:
                other = _Namesakes([], [student])
            joined.rows.extend(other.rows)
            joined.students.extend(other.students)
            group_of.update((member.id, joined) for member in other.students)
    order = {student.id: at for at, student in enumerate(students)}
    for group in {id(group): group for group in group_of.values()}.values():
        group.rows.sort(key=lambda row: row.line)
        group.students.sort(key=lambda student: order[student.id])
        yield group


def _by_name(students: Sequence[Student]) -> Mapping[Name, list[Student]]:
    by_name: defaultdict[Name, list[Student]] = defaultdict(list)
    for student in students:
        for name in _names(student):
            by_name[name].append(student)
    return by_name


def _names(person: RosterRow | Student) -> set[Name]:
    return {name_key(f"{name} {person.family_name}") for name in (person.given_name, person.preferred_name) if name}


def _pair(group: _Namesakes) -> Pairs | None:
    """The pairs of a group, or None when they are ambiguous. Rows left over are new; students left over are missing."""
    rows, students = group.rows, group.students
    if not students:
        return []
    if len(rows) == len(students) == 1:
        return [(rows[0], students[0])]
    has_twins_who_differ = len(set(map(_content, rows))) > len(set(map(_profile, rows)))
    if not has_twins_who_differ and sorted(map(_profile, rows)) == sorted(map(_profile, students)):
        return list(zip(sorted(rows, key=_profile), sorted(students, key=_profile), strict=True))
    by_name = _split(group, whole_key)
    if len(by_name) > 1:
        return _pair_parts(by_name) if all(part.rows for part in by_name) else None
    by_call_name = _split(group, _preferred_name)
    if len(by_call_name) > 1 and all(len(part.rows) == len(part.students) for part in by_call_name):
        return _pair_parts(by_call_name)
    if _are_alike(rows) and len(students) <= len(rows):
        return list(zip(rows, students, strict=False))
    return _pair_by_grade(group)


def _pair_parts(parts: list[_Namesakes]) -> Pairs | None:
    pairs: Pairs = []
    for part in parts:
        if (paired := _pair(part)) is None:
            return None
        pairs.extend(paired)
    return pairs


def _pair_by_grade(group: _Namesakes) -> Pairs | None:
    pairs: Pairs = []
    spare = _Namesakes([], [])
    for part in _split(group, _grade):
        paired = 0
        if part.rows and part.students and _grade(part.rows[0]):  # two missing grades are not a match
            if len(part.students) > len(part.rows) or not _are_alike(part.rows):
                return None
            paired = len(part.students)
            pairs.extend(zip(part.rows, part.students, strict=False))
        spare.rows.extend(part.rows[paired:])
        spare.students.extend(part.students[paired:])
    if spare.rows and spare.students:
        could_be_any = not spare.rows[0].grade or not any(student.grade for student in spare.students)
        if len(spare.students) > len(spare.rows) or not _are_alike(spare.rows) or not could_be_any:
            return None
        pairs.extend(zip(spare.rows, spare.students, strict=False))
    return pairs


def _split(group: _Namesakes, key: Callable[[RosterRow | Student], object]) -> list[_Namesakes]:
    parts: defaultdict[object, _Namesakes] = defaultdict(lambda: _Namesakes([], []))
    for row in group.rows:
        parts[key(row)].rows.append(row)
    for student in group.students:
        parts[key(student)].students.append(student)
    return list(parts.values())


def _preferred_name(person: RosterRow | Student) -> str:
    return name_key(person.preferred_name)


def _grade(person: RosterRow | Student) -> str:
    return plain_grade(person.grade)


def _profile(person: RosterRow | Student) -> tuple[str, ...]:
    """What a person and a row have in common besides ids: the same for a student and the row they came from."""
    return (whole_key(person), _preferred_name(person), person.pronouns, _grade(person))


def _content(row: RosterRow) -> tuple[str, ...]:
    """Everything a row holds. Rows with the same content can be paired in any order."""
    return (*_profile(row), row.student_number, row.source_id, row.email.casefold())


def _are_alike(rows: Sequence[RosterRow]) -> bool:
    return len({_content(row) for row in rows}) == 1


def _unclear(group: _Namesakes) -> Iterator[Ambiguous]:
    for row in group.rows:
        candidates = tuple(s for s in group.students if _names(row) & _names(s) and not contradicts(row, s))
        if len(candidates) > 1:
            why = f"{len(candidates)} students have this name and nothing in the file tells them apart"
        else:
            several = "several rows have the name of this one student"
            why = next(filter(None, (why_doubtful(row, student) for student in candidates)), several)
        yield Ambiguous(row, candidates, why)
