"""Choosing whom to look after more closely."""

from datetime import timedelta

import pytest
from caseload_case import begun
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.merge import merge_students
from advisory.casework.student.set_focal import set_focal
from advisory.model import Student
from advisory.rules.refusal import Refusal
from advisory.store import Missing


def test_a_student_becomes_focal_with_a_reason_and_no_longer_by_one_change_each(caseload):
    maya = begun(caseload).maya
    seq = caseload.store.seq
    assert (chosen := set_focal(caseload, maya.id, focal=True, why=" quiet since October ")).focal
    assert (chosen.focal_why, chosen.focal_since) == ("quiet since October", TODAY)
    assert set_focal(caseload, maya.id, focal=True).focal_why == "quiet since October"
    assert caseload.store.seq == seq + 1
    ended = set_focal(caseload, maya.id, focal=False)
    assert (ended.focal, ended.focal_why, ended.focal_since) == (False, "", None)
    caseload.store.undo(NOW)
    assert caseload.store.need(Student, maya.id).focal_why == "quiet since October"
    caseload.store.undo(NOW)
    assert not caseload.store.need(Student, maya.id).focal


def test_a_new_reason_later_keeps_the_day_and_two_records_merged_the_earlier_one(caseload):
    maya = begun(caseload).maya
    set_focal(caseload, maya.id, focal=True)
    later = Caseload(caseload.store, today=lambda: TODAY + timedelta(days=7), now=caseload.now)
    assert set_focal(later, maya.id, focal=True, why="new at school").focal_since == TODAY
    other = add_student(later, given_name="Maya", family_name="Okafor")
    set_focal(later, other.id, focal=True)
    assert merge_students(later, other.id, maya.id).focal_since == TODAY


def test_who_left_can_be_let_go_but_not_chosen(caseload):
    left = begun(caseload).left
    seq = caseload.store.seq
    with pytest.raises(Refusal, match="Kai Tran has left"):
        set_focal(caseload, left.id, focal=True)
    assert not set_focal(caseload, left.id, focal=False).focal
    assert caseload.store.seq == seq


def test_nobody_can_not_be_chosen(caseload):
    with pytest.raises(Missing):
        set_focal(caseload, "s0000099", focal=True)
