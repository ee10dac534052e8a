"""What the tests of casework share: a caseload in which there is one of each thing, and all that a store holds."""

from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.draft import draft_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.model import KINDS, CheckIn, FollowUp, Pact, Record, Student


class Book(NamedTuple):
    """One of each."""

    maya: Student
    left: Student
    check_in: CheckIn
    promise: FollowUp
    pact: Pact


def begun(caseload: Caseload) -> Book:
    """Two students, one of whom left, and what was written about the other."""
    maya = add_student(caseload, given_name="Maya", family_name="Okafor", student_number="0042")
    left = archive_student(caseload, add_student(caseload, given_name="Kai", family_name="Tran").id)
    return Book(
        maya,
        left,
        record_check_in(caseload, maya.id, "Showed the draft", tags=("essay",)),
        make_promise(caseload, maya.id, "bring lab notes"),
        draft_pact(caseload, maya.id, "I can say why fractions divide"),
    )


def everything(caseload: Caseload) -> dict[str, Record]:
    """Id → record, the trash included."""
    store = caseload.store
    return {record.id: record for kind in KINDS for record in (*store.all(kind), *store.trash(kind))}
