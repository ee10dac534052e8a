"""Import a roster into the caseload in one change, which a single undo takes back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student, Term
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .add import put_new
from .archive import put_aside

_TRANSFERRED: Mapping[str, Status] = {}


class TermDates(Protocol):
    """A term from the school's system."""

    @property
    def title(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...
    @property
    def source_id(self) -> str: ...


class Imported(NamedTuple):
    """How many records an import added, changed or marked as left."""

    added: int
    changed: int
    left: int
    terms: int

    @property
    def sentence(self) -> str:
        """The result in words."""
        counts = (
            (self.added, "new"),
            (self.changed, "changed"),
            (self.left, "marked as left"),
            (self.terms, "terms set"),
        )
        parts = ", ".join(f"{count} {what}" for count, what in counts if count)
        return f"Imported: {parts}." if parts else "No change."


def known_students(caseload: Caseload) -> list[Student]:
    """Whom an import compares a roster with: everyone, and the records that were merged into one of them.

    A merged record is in the trash, with the name of the one that stays; its number may still be the school's.
    """
    names = {(student.given_name, student.family_name) for student in caseload.everyone}
    gone = caseload.store.trash(Student)
    return [*caseload.everyone, *(one for one in gone if (one.given_name, one.family_name) in names)]


def import_roster(
    caseload: Caseload,
    *,
    new: Iterable[Mapping[str, Any]],
    changed: Iterable[tuple[Student, Mapping[str, Any]]] = (),
    left: Iterable[Student] = (),
    left_as: Mapping[str, Status] = _TRANSFERRED,
    terms: Iterable[TermDates] = (),
) -> Imported:
    """Add the `new` (as Student's fields), update the `changed`, mark the `left` as transferred, and set the terms.

    `left_as` says by student id how somebody left, if not as transferred. One who has left may be among the new.
    All or nothing: a refusal about one student leaves everything as it was.
    """
    counts = {"added": 0, "changed": 0, "left": 0}
    with caseload.store.change("Roster imported", caseload.now()) as change:
        for student, fields in changed:
            change.put(msgspec.structs.replace(student, **fields), shown=student)
            counts["changed"] += 1
        for row in new:
            put_new(caseload, change, **row)
            counts["added"] += 1
        for student in left:
            put_aside(caseload, change, change.need(Student, student.id), left_as.get(student.id, Status.TRANSFERRED))
            counts["left"] += 1
        _refuse_shared_numbers(change)
        put = _put_terms(change, terms)
    return Imported(**counts, terms=put)


def _refuse_shared_numbers(change: Change) -> None:
    """Refuse a student number that two students have; checked last, since two may have swapped numbers."""
    owners: dict[str, Student] = {}
    for student in change.all(Student):
        other = owners.setdefault(student.student_number, student)
        if student.student_number and other is not student:
            raise Refusal(
                f"Student number {student.student_number} would belong to both {other.full_name} and {student.full_name}: "
                "nothing was imported."
            )


def _put_terms(change: Change, terms: Iterable[TermDates]) -> int:
    """Save the terms that are new or have new dates, and return how many."""
    held = change.all(Term)
    known = {(term.starts_on, term.ends_on) for term in held}
    by_source = {term.source_id: term for term in held if term.source_id}
    put = 0
    for term in terms:
        if (term.starts_on, term.ends_on) in known:
            continue
        fields = {
            "title": term.title,
            "starts_on": term.starts_on,
            "ends_on": term.ends_on,
            "source_id": term.source_id,
        }
        earlier = by_source.get(term.source_id)
        if earlier is None:
            change.add(Term, **fields)
        else:
            change.put(msgspec.structs.replace(earlier, **fields))
        put += 1
    return put
