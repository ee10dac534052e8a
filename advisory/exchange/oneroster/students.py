"""Read the students of one class from a OneRoster set."""

from collections import Counter
from datetime import date
from pathlib import Path

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.roster.intake import Intake
from advisory.exchange.roster.roster import ClassChoice, Roster, SchoolClass
from advisory.exchange.roster.value import value_of
from advisory.model.day_order import show_date

from .class_choice import candidate_classes
from .member import read_member
from .other_days import NobodyTodayError, about_other_days
from .school import Enrollment, School, User, read_school
from .term import read_terms

_SHOWN_CLASSES = 12


def read_one_roster(path: Path, files: dict[str, bytes], today: date, class_id: str | None) -> Roster | ClassChoice:
    """The roster of the class asked for or of the only class; a ClassChoice when there are several to choose from.

    `files` is the content of each file by name in lower case without .csv. Of several grades, a student gets the first.
    """
    school = read_school(path, files, today)
    candidates = candidate_classes(school, today)
    if not candidates:
        raise FileError(f"{path}: classes.csv has no active class, so there are no students to read.")
    if class_id is None:
        if len(school.classes) > 1:
            return ClassChoice(path, candidates)
        class_id = candidates[0].id
    class_id = class_id.strip()
    if class_id not in school.classes:
        raise FileError(f"{path} has no class {excerpt(class_id)}. It has: {_listed(candidates)}.")
    version, notices = _read_manifest(path, files)
    notices += school.notices
    intake = Intake(str(path))
    for refused in school.refused:
        intake.refuse(refused.line, refused.value, refused.why)
    notices += _take_students(school, class_id, today, intake)
    other = about_other_days(school, class_id, today)
    if not intake.rows:
        title = excerpt(school.classes[class_id].title)
        nobody = f"{path}: nobody is enrolled in {title} ({class_id}) on {show_date(today)}."
        if other:
            raise NobodyTodayError(f"{nobody} {other.about}", other)
        first = next((f" Line {line.line}: {line.why}." for line in intake.refused), "")
        raise FileError(nobody + first)
    notices += [other.about] if other else []
    terms, about_terms = read_terms(path, files, today)
    format_name = f"OneRoster {version or ('1.2' if 'roles' in files else '1.1')}"
    return Roster(
        format_name,
        tuple(intake.rows),
        tuple(intake.refused),
        (*notices, *about_terms),
        terms,
        other=other,
    )


def _take_students(school: School, class_id: str, today: date, intake: Intake) -> list[str]:
    """Add everyone enrolled in the class today, once each, and return notices about those left out."""
    left_out: Counter[str] = Counter()
    taken: set[str] = set()
    several_grades = 0
    for enrollment in school.enrollments.get(class_id, ()):
        if enrollment.role.casefold() != "student" or not _is_on(enrollment, today, intake):
            continue
        if enrollment.user_id in taken:
            continue
        taken.add(enrollment.user_id)
        if enrollment.user_id not in school.users:
            intake.refuse(enrollment.line, enrollment.user_id, "enrollments.csv: users.csv has no such user")
        for user in school.active(enrollment.user_id):
            if not user.is_enabled:
                left_out["their account is switched off (enabledUser is false)"] += 1
            elif not school.is_student(user):
                left_out["they are enrolled as students but have another role"] += 1
            else:
                several_grades += "," in user.grades
                intake.take(user.line, _cells(user, school))
    notices = [f"Left out, because {why}: {count:,}." for why, count in left_out.items()]
    if several_grades:
        notices.append(f"Students with several grades, of which the first counts: {several_grades:,}.")
    return notices


def _is_on(enrollment: Enrollment, today: date, intake: Intake) -> bool:
    try:
        return enrollment.is_on(today)
    except ValueError:
        value = f"{enrollment.user_id}: {enrollment.begins} – {enrollment.ends}"
        intake.refuse(enrollment.line, value, "enrollments.csv: a date is not written as 2026-09-01")
        return False


def _cells(user: User, school: School) -> dict[str, str]:
    cells = {
        "given_name": user.given_name,
        "family_name": user.family_name,
        "preferred_name": user.preferred_name,
        "pronouns": user.pronouns,
        "student_number": user.student_number,
        "grade": user.grades.partition(",")[0] or user.grade or school.grades.get(user.id, ""),
        "email": user.email,
    }
    return {field: value_of(field, cell) for field, cell in cells.items()} | {"source_id": f"oneroster:{user.id}"}


def _listed(candidates: tuple[SchoolClass, ...]) -> str:
    shown = [f"{candidate.id} ({excerpt(candidate.title)})" for candidate in candidates[:_SHOWN_CLASSES]]
    more = f" and {len(candidates) - _SHOWN_CLASSES:,} more" if len(candidates) > _SHOWN_CLASSES else ""
    return ", ".join(shown) + more


def _read_manifest(path: Path, files: dict[str, bytes]) -> tuple[str, list[str]]:
    """The version that the set says it has, and a notice when it holds only the changes since the last export."""
    if "manifest" not in files:
        return "", []
    try:
        rows = read_member(path, files, "manifest", "propertyName value", "").rows
    except FileError as error:
        return "", [str(error)]
    properties = {row.cells[0].casefold(): row.cells[1] for row in rows}
    partial = [name for name in ("users", "enrollments") if properties.get(f"file.{name}", "").casefold() == "delta"]
    notices = [
        f"{name}.csv holds only changes (delta): students who are not in it may still be yours." for name in partial
    ]
    return excerpt(properties.get("oneroster.version", ""), 10), notices
