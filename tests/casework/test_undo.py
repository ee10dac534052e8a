"""undo and redo: the newest change first, named after the one student it was about."""

from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.redo import redo
from advisory.casework.student.add import add_student
from advisory.casework.undo import Done, undo
from advisory.model import CheckIn


def test_a_change_about_one_student_names_them_and_can_be_redone(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    record_check_in(caseload, maya.id, "Laughed")
    done = Done("Check-in: one-to-one", maya.id)
    assert undo(caseload) == done
    assert caseload.store.all(CheckIn) == []
    assert redo(caseload) == done
    assert [check_in.line for check_in in caseload.store.all(CheckIn)] == ["Laughed"]
    assert done.describe(caseload) == "Check-in: one-to-one · Maya Okafor"


def test_a_change_about_several_students_names_nobody(caseload):
    both = [add_student(caseload, given_name=name, family_name="Tran").id for name in ("Maya", "Kai")]
    record_group(caseload, text="Circle", student_ids=both)
    done = Done("Group entry: whole group", "")
    assert (undo(caseload), redo(caseload)) == (done, done)
    assert done.describe(caseload) == "Group entry: whole group"


def test_a_student_who_is_gone_with_the_change_is_not_named_and_comes_back_with_their_name(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    assert undo(caseload) == Done("New student", "")
    assert redo(caseload) == Done("New student", maya.id)


def test_without_a_change_there_is_nothing_to_undo_or_redo(caseload):
    assert undo(caseload) is None
    assert redo(caseload) is None
    add_student(caseload, given_name="Maya", family_name="Okafor")
    assert redo(caseload) is None
