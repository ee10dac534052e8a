"""undo and redo: the newest change first, with what it was about and whom, from its own records."""

from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.keep import keep_promise
from advisory.casework.promise.make import make_promise
from advisory.casework.redo import redo
from advisory.casework.student.add import add_student
from advisory.casework.student.set_focal import set_focal
from advisory.casework.tag.rename import rename_tag
from advisory.casework.undo import undo
from advisory.model import CheckIn


def said(caseload, done):
    assert done is not None
    return done.describe(caseload)


def test_a_change_about_one_student_names_them_and_can_be_redone(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    record_check_in(caseload, maya.id, "Laughed")
    assert said(caseload, undo(caseload)) == "Check-in: one-to-one, Nov 23 · Maya Okafor"
    assert caseload.store.all(CheckIn) == []
    assert said(caseload, redo(caseload)) == "Check-in: one-to-one, Nov 23 · Maya Okafor"
    assert [check_in.line for check_in in caseload.store.all(CheckIn)] == ["Laughed"]


def test_what_was_done_with_which_promise_is_said_from_its_record_and_is_not_in_the_journal(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    for text in ("bring chairs", "call home"):
        keep_promise(caseload, make_promise(caseload, maya.id, text).id)
    assert said(caseload, undo(caseload)) == "Promise done: call home · Maya Okafor"
    assert said(caseload, undo(caseload)) == "Promise made: call home · Maya Okafor"
    assert said(caseload, undo(caseload)) == "Promise done: bring chairs · Maya Okafor"
    assert {change.what for change in caseload.store.changes()} == {"New student", "Promise made", "Promise done"}


def test_the_next_step_is_named_only_where_it_was_set(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    set_next_step(caseload, maya.id, "ask about crew")
    set_focal(caseload, maya.id, focal=True)
    assert said(caseload, undo(caseload)) == "Focal student · Maya Okafor"
    assert said(caseload, undo(caseload)) == "Next step: ask about crew · Maya Okafor"


def test_a_change_about_several_students_names_some_of_them(caseload):
    ids = [add_student(caseload, given_name=name, family_name="Tran").id for name in ("Ama", "Kai", "Jun", "Lee")]
    record_group(caseload, text="Circle", student_ids=ids[:3])
    record_group(caseload, text="Circle", student_ids=ids)
    assert said(caseload, undo(caseload)) == "Group entry: whole group, Nov 23 · Ama Tran, Kai Tran +2"
    assert said(caseload, undo(caseload)) == "Group entry: whole group, Nov 23 · Ama Tran, Kai Tran and Jun Tran"


def test_a_student_who_is_gone_with_the_change_is_named_all_the_same(caseload):
    add_student(caseload, given_name="Maya", family_name="Okafor")
    assert said(caseload, undo(caseload)) == "New student · Maya Okafor"
    assert said(caseload, redo(caseload)) == "New student · Maya Okafor"


def test_without_a_change_there_is_nothing_to_undo_or_redo(caseload):
    assert undo(caseload) is None
    assert redo(caseload) is None
    add_student(caseload, given_name="Maya", family_name="Okafor")
    assert redo(caseload) is None


def test_a_tag_that_was_renamed_is_said_with_what_it_was_called(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    record_check_in(caseload, maya.id, "x", tags=("labs",))
    rename_tag(caseload, "labs", "bench")
    assert said(caseload, undo(caseload)) == "Tag renamed: #labs to #bench · Maya Okafor"
