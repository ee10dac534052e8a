"""List the classes of a OneRoster set for the advisor to choose from, the likeliest first."""

import re
from datetime import date

from advisory.exchange.roster.roster import SchoolClass

from .school import ClassRow, Enrollment, School

_ADVISORY = re.compile(r"\b(?:advisory|advisories|home ?room|crew|house|mentor(?:ing|s)?)\b", re.IGNORECASE)


def candidate_classes(school: School, today: date) -> tuple[SchoolClass, ...]:
    """The classes that have a teacher: homerooms first, then advisories, crews and the like by title, then the rest.

    If no class has a teacher, because some exports leave staff out, all classes are listed.
    """
    every = [_school_class(school, room, today) for room in school.classes.values()]
    taught = [candidate for candidate in every if candidate.teachers]
    return tuple(sorted(taught or every, key=_rank))


def is_enrolled(school: School, enrollment: Enrollment, today: date) -> bool:
    """Whether this enrollment makes someone a student of its class today."""
    if enrollment.role.casefold() != "student" or not _is_on(enrollment, today):
        return False
    return any(user.is_enabled and school.is_student(user) for user in school.active(enrollment.user_id))


def _school_class(school: School, room: ClassRow, today: date) -> SchoolClass:
    enrollments = school.enrollments.get(room.id, [])
    teachers = [e.user_id for e in enrollments if e.role.casefold() == "teacher" and _is_on(e, today)]
    return SchoolClass(
        id=room.id,
        title=room.title or room.id,
        is_homeroom=room.kind.casefold() == "homeroom",
        teachers=tuple(_name(school, teacher) for teacher in dict.fromkeys(teachers)),
        students=len({e.user_id for e in enrollments if is_enrolled(school, e, today)}),
    )


def _is_on(enrollment: Enrollment, today: date) -> bool:
    try:
        return enrollment.is_on(today)
    except ValueError:
        return False  # reported when its class is read


def _name(school: School, user_id: str) -> str:
    user = next(iter(school.active(user_id)), None)
    return f"{user.given_name} {user.family_name}".strip() if user else user_id


def _rank(candidate: SchoolClass) -> tuple[int, str, str]:
    kind = 0 if candidate.is_homeroom else 1 if _ADVISORY.search(candidate.title) else 2
    return kind, candidate.title.casefold(), candidate.id
