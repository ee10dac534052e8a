"""Namesakes, the members of a group, and whose plan comes first: small questions to the caseload."""

from datetime import timedelta

from record_case import NOW, TODAY

from advisory.caseload.group import members_of
from advisory.caseload.namesakes import namesakes
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student
from advisory.model import PlannedTalk


def test_a_name_is_the_same_in_whatever_case_and_with_another_s_first_letters_it_is_not(caseload):
    mai = add_student(caseload, given_name="Mai", family_name="Kan", preferred_name="May")
    for given, family, found in [("MAI", " kan", [mai]), ("may", "Kan", [mai]), ("Maik", "an", []), ("Maika", "n", [])]:
        assert namesakes(caseload, {"given_name": given, "family_name": family}) == found


def test_who_is_here_comes_before_who_left_and_the_trash_only_where_nobody_else_has_the_name(caseload):
    left, here, gone = (add_student(caseload, given_name="Mai", family_name="Kan") for _ in range(3))
    archive_student(caseload, left.id)
    delete_student(caseload, gone.id)
    asked = {"given_name": "Mai", "family_name": "Kan"}
    assert [one.id for one in namesakes(caseload, asked)] == [here.id, left.id]
    assert namesakes(caseload, {"given_name": "Mai", "preferred_name": " ", "family_name": "Kann"}) == []
    for one in (left, here):
        delete_student(caseload, one.id)
    assert {one.id for one in namesakes(caseload, asked)} == {left.id, here.id, gone.id}


def test_the_members_of_a_group_are_those_that_are_there(caseload):
    ids = [add_student(caseload, given_name=name, family_name="Reed").id for name in ("Ann", "Ben", "Cleo")]
    alone = record_check_in(caseload, ids[0], "alone")
    group = record_group(caseload, text="all", student_ids=ids)
    record_check_in(caseload, ids[1], "after")
    assert members_of(caseload, alone) == []
    assert [one.id for one in members_of(caseload, group[2])] == [one.id for one in group]


def test_of_several_plans_of_one_student_the_nearest_counts(caseload):
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    with caseload.store.change("By hand", NOW) as change:
        for days in (3, 1):
            change.add(PlannedTalk, student=maya.id, on=TODAY + timedelta(days=days))
    assert [one.on for one in caseload.planned] == [TODAY + timedelta(days=1)]
