"""Choosing whom to look after more closely."""

import pytest
from caseload_case import begun
from record_case import NOW

from advisory.casework.student.set_focal import set_focal
from advisory.model import Student
from advisory.rules.refusal import Refusal
from advisory.store import Missing


def test_a_student_becomes_focal_with_a_reason_and_no_longer_by_one_change_each(caseload):
    maya = begun(caseload).maya
    seq = caseload.store.seq
    assert (chosen := set_focal(caseload, maya.id, focal=True, why=" quiet since October ")).focal
    assert chosen.focal_why == "quiet since October"
    assert set_focal(caseload, maya.id, focal=True).focal_why == "quiet since October"
    assert caseload.store.seq == seq + 1
    ended = set_focal(caseload, maya.id, focal=False)
    assert (ended.focal, ended.focal_why) == (False, "")
    caseload.store.undo(NOW)
    assert caseload.store.need(Student, maya.id).focal_why == "quiet since October"
    caseload.store.undo(NOW)
    assert not caseload.store.need(Student, maya.id).focal


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
