"""What a student reads is covered with every name of the others, whenever they had it."""

from caseload_case import begun

from advisory.caseload.caseload import Caseload
from advisory.caseload.covering import other_names
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.model import Student
from advisory.store import EarlierName


def covered(caseload: Caseload, student: Student, text: str) -> str:
    return other_names(caseload, caseload.store.need(Student, student.id), {}).covered(text)


def test_a_name_that_another_student_used_to_have(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    ben = add_student(caseload, given_name="Benedikta", family_name="Quispe")
    assert covered(caseload, maya, "with Rosalind") == "with Rosalind"
    edit_student(caseload, ben, given_name="Rosalind")
    edit_student(caseload, caseload.store.need(Student, ben.id), given_name="Ottoline")
    for name in ("Benedikta", "Rosalind", "Ottoline", "Rosalind Quispe"):
        assert covered(caseload, maya, f"with {name}") == "with another student"


def test_a_student_who_was_added_and_taken_back(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    add_student(caseload, given_name="Thandiwe", family_name="Mwangi")
    caseload.store.undo(caseload.now())
    assert covered(caseload, maya, "Thandiwe's notes") == "Another student's notes"


def test_the_reader_s_own_earlier_name_is_no_other_student_s(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    edit_student(caseload, maya, given_name="Maja")
    assert covered(caseload, maya, f"Maya {maya.family_name} and Maja") == f"Maya {maya.family_name} and Maja"


def test_an_id_that_was_given_out_twice_hides_nobody(caseload: Caseload, monkeypatch) -> None:
    maya = begun(caseload).maya
    before = [EarlierName(maya.id, "Ignatius", "Whitlock", "")]
    monkeypatch.setattr(caseload.store, "earlier_names", lambda: before)
    assert covered(caseload, maya, "with Ignatius Whitlock") == "with another student"


def test_words_uncovered_for_good_stay_but_not_for_somebody_new(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    hope = add_student(caseload, given_name="Hope", family_name="Quispe")
    uncovered = {"hope": [hope.id]}
    own = caseload.store.need(Student, maya.id)
    assert other_names(caseload, own, uncovered).covered("My Hope, Hope Quispe") == "My Hope, another student"
    add_student(caseload, given_name="Hope", family_name="Mwangi")
    assert other_names(caseload, own, uncovered).covered("My Hope") == "My another student"
