"""Find the student of each row of a survey, as for a roster: by the surest identifier, and never by a guess."""

from collections.abc import Sequence

import msgspec

from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.roster.likeness import name_key
from advisory.exchange.roster.match import match_rows
from advisory.exchange.roster.roster import RosterRow
from advisory.model import Student

from .survey import Survey, SurveyRow


class Unknown(msgspec.Struct, frozen=True):
    """A row whose student can't be identified, and why."""

    line: int
    name: str
    why: str


class Answered(msgspec.Struct, frozen=True):
    """Every row once: with its student, or unknown. A student may have answered twice."""

    pairs: tuple[tuple[SurveyRow, Student], ...]
    unknown: tuple[Unknown, ...]


def match_survey(survey: Survey, students: Sequence[Student]) -> Answered:
    """Match each row by itself, so that somebody who answered twice is found twice."""
    by_email: dict[str, list[Student]] = {}
    for student in students:
        if student.email:
            by_email.setdefault(student.email.casefold(), []).append(student)
    pairs: list[tuple[SurveyRow, Student]] = []
    unknown: list[Unknown] = []
    for row in survey.rows:
        found = _find(row, students, by_email.get(row.email.casefold(), []))
        if isinstance(found, Unknown):
            unknown.append(found)
        else:
            pairs.append((row, found))
    return Answered(tuple(pairs), tuple(unknown))


def _by_name_alone(who: RosterRow, students: Sequence[Student]) -> Student | None:
    """The only student of this name, if the row says nothing else: those who answered are the advisor's own students."""
    if who.email or who.student_number or who.source_id:
        return None
    name = name_key(who.given_name), name_key(who.family_name)
    same = [
        one
        for one in students
        if name_key(one.family_name) == name[1] and name[0] in {name_key(one.given_name), name_key(one.preferred_name)}
    ]
    return same[0] if len(same) == 1 else None


def _find(row: SurveyRow, students: Sequence[Student], by_email: Sequence[Student]) -> Student | Unknown:
    name = excerpt(f"{row.who.given_name} {row.who.family_name}") if row.who else excerpt(row.email or row.number)
    if row.who:
        matches = match_rows([row.who], students)
        if matches.pairs:
            return matches.pairs[0][1]
        if alone := _by_name_alone(row.who, students):
            return alone
        if matches.ambiguous:
            could_be = " or ".join(excerpt(one.full_name) for one in matches.ambiguous[0].candidates)
            return Unknown(row.line, name, f"{matches.ambiguous[0].why}; it may be {could_be}")
    elif row.number and (numbered := [one for one in students if one.student_number == row.number]):
        return numbered[0]  # no two students have the same number
    elif len(by_email) == 1:
        return by_email[0]
    elif by_email:
        both = " and ".join(excerpt(one.full_name) for one in by_email)
        return Unknown(row.line, name, f"{both} have the same address")
    if not name:
        return Unknown(row.line, name, "doesn't say who answered")
    return Unknown(row.line, "", f"{name} is not in your caseload")
