"""Students come, change, leave and return, and nothing written about them is lost."""

from datetime import date, timedelta

import pytest
from caseload_case import begun
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.namesakes import namesakes
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.edit import edit_student
from advisory.casework.student.unarchive import unarchive_student, who_left
from advisory.casework.undo import undo
from advisory.model import Leave, Partnership, Student
from advisory.model.words import Stage, Status
from advisory.rules.refusal import Refusal


def test_a_new_student_begins_in_rapport_today(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    (partnership,) = caseload.store.of_student(Partnership, maya.id)
    assert (partnership.stage, partnership.entered_on, partnership.school_year) == (Stage.RAPPORT, TODAY, 2026)
    assert (maya.joined_on, maya.status) == (TODAY, Status.ACTIVE)


def test_a_student_may_have_joined_earlier(caseload):
    joined_on = date(2026, 8, 31)
    assert add_student(caseload, given_name="A", family_name="B", joined_on=joined_on).joined_on == joined_on


def test_a_number_belongs_to_one_student_also_when_they_left(caseload):
    maya = begun(caseload).maya
    archive_student(caseload, maya.id)
    with pytest.raises(Refusal, match="Student number 0042 already belongs to Maya Okafor"):
        add_student(caseload, given_name="Jun", family_name="Sato", student_number="0042")


def test_students_without_a_number_share_nothing(caseload):
    for _ in range(2):
        add_student(caseload, given_name="Jun", family_name="Sato")
    assert len(caseload.students) == 2


def test_a_student_keeps_their_own_number_through_an_edit(caseload):
    maya = begun(caseload).maya
    edited = edit_student(caseload, maya, student_number="0042", preferred_name="May")
    assert (edited.called, edited.student_number) == ("May", "0042")


@pytest.mark.parametrize("status", [Status.ARCHIVED, Status.TRANSFERRED, Status.GRADUATED])
def test_who_leaves_is_out_of_the_caseload_and_all_of_it_stays(caseload, status):
    book = begun(caseload)
    gone = archive_student(caseload, book.maya.id, status)
    assert (gone.status, gone.left_on) == (status, TODAY)
    assert caseload.students == []
    assert {student.id for student in caseload.everyone} == {book.maya.id, book.left.id}
    assert [seen.line for seen in caseload.store.check_ins_of(book.maya.id)] == ["Showed the draft"]


def test_who_joins_later_may_leave_before_they_came(caseload):
    soon = add_student(caseload, given_name="Jun", family_name="Sato", joined_on=date(2027, 1, 4))
    assert archive_student(caseload, soon.id).left_on == date(2027, 1, 4)


def test_a_student_on_leave_is_still_in_the_caseload(caseload):
    edit_student(caseload, begun(caseload).maya, status=Status.ON_LEAVE)
    assert [student.called for student in caseload.students] == ["Maya"]


def test_no_verb_removes_a_student(caseload):
    book = begun(caseload)
    archive_student(caseload, book.maya.id)
    assert caseload.store.trash(Student) == []


def test_who_left_is_listed_and_comes_back_with_one_undo(caseload):
    maya = begun(caseload).maya
    with pytest.raises(Refusal, match="is in the caseload already"):
        unarchive_student(caseload, maya.id)
    archive_student(caseload, maya.id, Status.TRANSFERRED)
    before = len(who_left(caseload))
    assert maya.id in {one.id for one in who_left(caseload)}
    back = unarchive_student(caseload, maya.id)
    assert (back.status, back.left_on, len(who_left(caseload))) == (Status.ACTIVE, None, before - 1)
    undo(caseload)
    assert (maya.id, Status.TRANSFERRED) in {(one.id, one.status) for one in who_left(caseload)}


def test_on_leave_the_clocks_stand_still_and_go_on_after_it(caseload):
    maya = begun(caseload).maya
    day = timedelta(days=1)
    edit_check_in(caseload, caseload.store.check_ins_of(maya.id)[0], happened_on=TODAY - 14 * day)
    assert caseload.summary(maya.id).one_to_one_age == 10
    edit_student(caseload, maya, joined_on=TODAY - 30 * day)
    gone = archive_student(caseload, maya.id, Status.ON_LEAVE, since=TODAY - 7 * day)
    assert (gone.is_current, gone.left_on) == (True, TODAY - 7 * day)
    line = caseload.summary(maya.id)
    assert (line.one_to_one_age, line.not_here) == (4, True)
    assert [one.student_id for one in caseload.suggestions] == []
    later = Caseload(caseload.store, today=lambda: TODAY + 21 * day, now=caseload.now)
    assert later.summary(maya.id).one_to_one_age == 4
    unarchive_student(later, maya.id)
    line = later.summary(maya.id)
    assert (line.one_to_one_age, line.not_here) == (5, False)
    undo(later)
    assert caseload.store.need(Student, maya.id) == gone


def test_who_leaves_for_good_from_a_leave_and_returns_was_on_leave_until_then(caseload):
    maya, day = begun(caseload).maya, timedelta(days=1)
    edit_student(caseload, maya, joined_on=TODAY - 30 * day)
    archive_student(caseload, maya.id, Status.ON_LEAVE, since=TODAY - 7 * day)
    with pytest.raises(Refusal, match="is on leave already"):
        archive_student(caseload, maya.id, Status.ON_LEAVE)
    archive_student(caseload, maya.id, Status.TRANSFERRED, since=TODAY - 2 * day)
    unarchive_student(caseload, maya.id)
    (leave,) = caseload.store.of_student(Leave, maya.id)
    for way in (Status.ON_LEAVE, Status.TRANSFERRED):  # for no day at all
        archive_student(caseload, maya.id, way)
    assert caseload.store.of_student(Leave, maya.id) == [leave]
    assert (leave.starts_on, leave.ends_on) == (TODAY - 7 * day, TODAY - 3 * day)


def test_a_day_to_come_or_before_they_joined_is_refused(caseload):
    maya = begun(caseload).maya
    for day, words in ((TODAY + timedelta(days=1), "still to come"), (TODAY - timedelta(days=1), "joined on")):
        with pytest.raises(Refusal, match=words):
            archive_student(caseload, maya.id, since=day)


def test_one_of_whom_nobody_knows_when_they_joined_may_have_left_on_any_day(caseload):
    maya = edit_student(caseload, begun(caseload).maya, joined_on=None)
    day = TODAY - timedelta(days=400)
    assert archive_student(caseload, maya.id, since=day).left_on == day


def test_a_new_name_is_compared_with_who_is_here_who_left_and_the_trash(caseload):
    book = begun(caseload)
    jose = add_student(caseload, given_name="José", family_name="D’Ñandú", preferred_name="Pepe")
    for given, family in (("jose", "dnandu"), ("Pepe", "DÑANDÚ"), ("Josefina", "D'Ñandú")):
        found = namesakes(caseload, {"given_name": given, "family_name": family})
        assert [one.id for one in found] == ([jose.id] if given != "Josefina" else [])
    assert namesakes(caseload, {"given_name": "Kai", "family_name": "Tran"})[0].id == book.left.id
