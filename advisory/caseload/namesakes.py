"""Who has a name already: in the caseload, among those who left, or in the trash."""

from collections.abc import Mapping
from typing import Any

from advisory.model import Student
from advisory.rules.names.finding import fold

from .caseload import Caseload


def namesakes(caseload: Caseload, fields: Mapping[str, Any]) -> list[Student]:
    """The students whose name is that of these fields of a new one: first those who are here, then who left, then the trash.

    Where one is there, the trash is left out: a record in it may have been merged into that one.
    """
    wanted = _names(fields["given_name"], fields.get("preferred_name", ""), fields["family_name"])
    known = [one for one in caseload.everyone if wanted & _names_of(one)]
    gone = [one for one in caseload.store.trash(Student) if wanted & _names_of(one)]
    return sorted(known, key=lambda one: not one.is_current) or gone


def _names_of(student: Student) -> set[str]:
    return _names(student.given_name, student.preferred_name, student.family_name)


def _names(given: str, preferred: str, family: str) -> set[str]:
    return {" ".join(fold(f"{first} {family}").split()) for first in (given, preferred) if first.strip()}
