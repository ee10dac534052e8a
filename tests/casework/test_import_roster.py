"""A roster is taken in as one change, all of it or nothing."""

from datetime import date
from typing import NamedTuple

import pytest
from caseload_case import begun, everything
from msgspec.structs import replace
from record_case import NOW

from advisory.casework.student.add import add_student
from advisory.casework.student.import_roster import Imported, import_roster
from advisory.model import Partnership, Student, Term
from advisory.model.words import Stage, Status
from advisory.rules.refusal import Refusal
from advisory.store import Conflict


class Dates(NamedTuple):
    title: str
    starts_on: date
    ends_on: date
    source_id: str = ""


AUTUMN = Dates("Autumn", date(2026, 8, 31), date(2026, 12, 18), "oneroster:t1")
NEW = [
    {"given_name": f"Student {number}", "family_name": "Reed", "student_number": str(number)} for number in range(25)
]


def test_all_of_it_is_one_change_and_one_undo(caseload):
    book = begun(caseload)
    before, seq = everything(caseload), caseload.store.seq
    gone = add_student(caseload, given_name="Lee", family_name="Ito")
    done = import_roster(caseload, new=NEW, changed=[(book.maya, {"grade": "9"})], left=[gone], terms=[AUTUMN])
    assert done == (25, 1, 1, 1)
    assert caseload.store.seq == seq + 2
    assert {student.grade for student in caseload.students} == {"9", ""}
    assert caseload.store.need(Student, gone.id).status is Status.TRANSFERRED
    caseload.store.undo(NOW)
    caseload.store.undo(NOW)
    assert everything(caseload) == before


def test_each_new_student_begins_in_rapport(caseload):
    import_roster(caseload, new=NEW)
    assert len(caseload.store.all(Partnership)) == 25
    assert {line.stage for line in caseload.summaries} == {Stage.RAPPORT}


def test_two_may_have_exchanged_numbers(caseload):
    one, other = (add_student(caseload, given_name="A", family_name="B", student_number=number) for number in "12")
    import_roster(caseload, new=[], changed=[(one, {"student_number": "2"}), (other, {"student_number": "1"})])
    assert [student.student_number for student in caseload.store.all(Student)] == ["2", "1"]


@pytest.mark.parametrize("clash", [{"student_number": "0042"}, {"student_number": "3"}])
def test_a_number_that_two_would_have_refuses_the_whole_import(caseload, clash):
    begun(caseload)
    before = everything(caseload)
    with pytest.raises(Refusal, match=f"Student number {clash['student_number']} .*nothing was imported"):
        import_roster(caseload, new=[*NEW, {"given_name": "Jun", "family_name": "Sato", **clash}], terms=[AUTUMN])
    assert everything(caseload) == before


def test_a_student_changed_since_the_dry_run_refuses_the_whole_import(caseload):
    stale = replace(begun(caseload).maya, grade="8")
    before = everything(caseload)
    with pytest.raises(Conflict):
        import_roster(caseload, new=NEW, changed=[(stale, {"grade": "9"})])
    assert everything(caseload) == before


def test_a_returning_student_is_back(caseload):
    left = begun(caseload).left
    import_roster(caseload, new=[], changed=[(left, {"status": Status.ACTIVE, "left_on": None})])
    assert {student.called for student in caseload.students} == {"Maya", "Kai"}


def test_terms_are_set_once_and_follow_their_source(caseload):
    assert import_roster(caseload, new=[], terms=[AUTUMN]).terms == 1
    seq = caseload.store.seq
    assert import_roster(caseload, new=[], terms=[AUTUMN]).terms == 0
    assert caseload.store.seq == seq
    moved = AUTUMN._replace(ends_on=date(2026, 12, 11))
    assert import_roster(caseload, new=[], terms=[moved]).terms == 1
    assert [(term.title, term.ends_on) for term in caseload.store.all(Term)] == [("Autumn", date(2026, 12, 11))]
    assert [caseload.calendar.is_in_term(date(2026, 12, day)) for day in (11, 12)] == [True, False]


def test_what_it_did_in_a_sentence():
    assert Imported(2, 1, 3, 2).sentence == "Imported: 2 new, 1 changed, 3 marked as left, 2 terms set."
    assert Imported(0, 1, 0, 0).sentence == "Imported: 1 changed."
    assert Imported(0, 0, 0, 0).sentence == "No change."
