"""A person of the family: added, changed, removed, each as one change; a check-in keeps whom it was with."""

import pytest
from caseload_case import begun

from advisory.caseload.history.history import record_history
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.edit import edit_student
from advisory.casework.student.keep_person import keep_person, remove_person
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import CheckIn, FamilyContact, RecordError, Student
from advisory.model.words import Kind
from advisory.rules.refusal import Refusal
from advisory.store import Conflict

AUNT = FamilyContact(name="Ngozi Okafor", relation="aunt", language="Igbo", may_contact=False)


def test_a_person_is_added_changed_and_removed_and_each_is_undone(caseload):
    maya = begun(caseload).maya
    record_check_in(caseload, maya.id, "Good news", kind=Kind.FAMILY_CONTACT, person=AUNT.name)
    before = caseload.store.all(CheckIn)
    added = keep_person(caseload, maya, AUNT)
    assert added.family_contacts == (*maya.family_contacts, AUNT)
    mended = FamilyContact(name="Ngozi Okafor", relation="great-aunt", phone="555-0100")
    changed = keep_person(caseload, added, mended, instead_of=AUNT.name)
    assert changed.family_contacts[-1] == mended
    assert caseload.store.all(CheckIn) == before
    assert keep_person(caseload, changed, mended, instead_of=AUNT.name) is changed
    assert remove_person(caseload, changed, AUNT.name).family_contacts == maya.family_contacts
    whats = [undo(caseload).what for _ in range(3)]
    assert whats == ["Person removed from the family", "Person of the family changed", "Person added to the family"]
    assert caseload.store.need(Student, maya.id).family_contacts == maya.family_contacts


def test_where_a_name_is_mended_so_is_that_of_whom_a_check_in_was_with(caseload):
    maya = begun(caseload).maya
    added = keep_person(caseload, maya, AUNT)
    calls = [
        record_check_in(caseload, maya.id, line, kind=Kind.FAMILY_CONTACT, person=AUNT.name).id
        for line in ("Reads at home", "Called twice")
    ]
    move_to_trash(caseload, CheckIn, calls[1])
    keep_person(caseload, added, FamilyContact(name="Ngozi Okafor-Bell"), instead_of=AUNT.name)
    assert {caseload.store.need(CheckIn, call).person for call in calls} == {"Ngozi Okafor-Bell"}
    undo(caseload)
    assert {caseload.store.need(CheckIn, call).person for call in calls} == {AUNT.name}
    assert caseload.store.need(Student, maya.id).family_contacts[-1] == AUNT


def test_the_history_says_who_it_was_and_who_is_not_to_be_contacted(caseload):
    maya = begun(caseload).maya
    keep_person(caseload, maya, AUNT)
    row = next(row for row in record_history(caseload.store, maya.id) if row.field == "family contacts")
    assert row.now.endswith("Ngozi Okafor, aunt, do not contact, speaks Igbo")


def test_a_name_that_is_there_none_at_all_and_a_record_changed_meanwhile_are_refused(caseload):
    maya = begun(caseload).maya
    added = keep_person(caseload, maya, AUNT)
    with pytest.raises(Refusal, match="Ngozi Okafor is already in the family"):
        keep_person(caseload, added, FamilyContact(name="Ngozi Okafor"))
    with pytest.raises(RecordError):
        keep_person(caseload, added, FamilyContact(name=" "))
    edit_student(caseload, added, grade="11")
    with pytest.raises(Conflict):
        remove_person(caseload, added, AUNT.name)
