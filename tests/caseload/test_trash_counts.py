"""How many of each kind went with a student, and what the trash says of a record about nobody."""

from record_case import make

from advisory.caseload.trash import counted
from advisory.model import CheckIn, Evidence, FollowUp, KnownWell


def test_what_went_with_a_student_is_counted_by_kind():
    records = [make(FollowUp), make(CheckIn), make(CheckIn, 2), make(Evidence), make(KnownWell)]
    assert counted(records) == "2 check-ins, 1 promise, 1 piece of evidence, 1 fact"
    assert counted([make(Evidence), make(Evidence, 2)]) == "2 pieces of evidence"
    assert counted([]) == "nothing else"
