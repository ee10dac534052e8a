"""How many of each kind went with a student, and what the trash says of each record, those about nobody too."""

from datetime import date, time, timedelta

from added import add
from record_case import NOW, TODAY, make

from advisory.caseload.caseload import Caseload
from advisory.caseload.trash import Gone, counted, in_trash
from advisory.model import CheckIn, Evidence, FollowUp, KnownWell, MeetingPattern, Pact, Student, Term
from advisory.model.words import PactStatus


def test_what_went_with_a_student_is_counted_by_kind():
    records = [make(FollowUp), make(CheckIn), make(CheckIn, 2), make(Evidence), make(KnownWell)]
    assert counted(records) == "2 check-ins, 1 promise, 1 piece of evidence, 1 fact"
    assert counted([make(Evidence), make(Evidence, 2)]) == "2 pieces of evidence"
    assert counted([]) == "nothing else"


def test_the_trash_lists_kind_by_kind_with_a_students_file_as_one(caseload: Caseload) -> None:
    maya, kai = add(caseload, Student), add(caseload, Student, given_name="Kai", family_name="Tran", deleted_at=NOW)
    own, other = {"student": maya.id, "deleted_at": NOW}, {"student": kai.id, "deleted_at": NOW}
    went_with = (add(caseload, CheckIn, **other), add(caseload, FollowUp, **other))
    before = add(caseload, CheckIn, **{**other, "deleted_at": NOW - timedelta(days=1)})
    first, second = add(caseload, CheckIn, **own), add(caseload, CheckIn, **own)
    promise = add(caseload, FollowUp, **own, due_on=date(2026, 12, 1))
    fact = add(caseload, KnownWell, **own)
    term = add(caseload, Term, deleted_at=NOW)
    period = add(caseload, MeetingPattern, deleted_at=NOW, starts=time(9))
    pact = add(caseload, Pact, student=maya.id, status=PactStatus.DISCARDED)
    add(caseload, Pact, student=maya.id, status=PactStatus.CLOSED, closed_on=TODAY)

    def gone(record, name: str, day: date | None, file: tuple = ()) -> Gone:
        return Gone(record, name, day, record.deleted_at or record.updated_at, file)

    assert in_trash(caseload) == [
        gone(kai, "Kai Tran", None, went_with),
        gone(second, "Maya Okafor", TODAY),
        gone(first, "Maya Okafor", TODAY),
        gone(before, "Kai Tran", TODAY),
        gone(promise, "Maya Okafor", date(2026, 12, 1)),
        gone(fact, "Maya Okafor", TODAY),
        gone(pact, "Maya Okafor", None),
        gone(term, "", term.starts_on),
        gone(period, "", None),
    ]
