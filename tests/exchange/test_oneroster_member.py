"""One file of a OneRoster set as a table: which columns are read, and what becomes of rows that are not as long as the header."""

from pathlib import Path

import pytest
from oneroster_case import USERS, write_set
from record_case import TODAY

from advisory.exchange.file.error import FileError
from advisory.exchange.oneroster.member import read_member
from advisory.exchange.oneroster.school import read_school
from advisory.exchange.read_roster import read_roster

SET = Path("set")


def member(text, required="sourcedId status", optional="title"):
    return read_member(SET, {"classes": text.encode()}, "classes", required, optional)


def test_the_wanted_columns_are_read_wherever_they_stand():
    found = member(
        "Status;TITLE;x;sourcedId;status\n\n active ; Crew ;1; c1 ;old\n;;;c2\n;;;c3;a;b\n;;;c4;;;;\nactive;Row;3\n"
    )
    assert [(row.line, row.cells) for row in found.rows] == [
        (3, ["c1", "active", "Crew"]), (4, ["c2", "", ""]), (5, ["c3", "", ""]), (6, ["c4", "", ""]),
        (7, ["", "active", "Row"]),
    ]  # fmt: skip
    assert found.notices == [
        "classes.csv has more cells than its header on lines 5 and 6: those beyond it were not read."
    ]
    assert found.has == {"status", "title", "x", "sourcedid"}
    assert found.refused == []
    assert [row.cells for row in member("sourcedId,status\nc1,active\n").rows] == [["c1", "active", ""]]


def test_a_line_that_can_not_be_read_is_refused_with_the_name_of_its_file():
    found = member('sourcedId,status\n"c1"x,active\nc2,active\n')
    assert [(one.line, one.why.partition(": ")[0]) for one in found.refused] == [(2, "classes.csv")]
    assert [row.cells[0] for row in found.rows] == ["c2"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sourcedId,name\n", "set: classes.csv lacks the column status; its header has: sourcedId, name."),
        (f"{'a' * 40},b\n", f"set: classes.csv lacks the column sourcedId, status; its header has: {'a' * 29}…, b."),
        ("", "set, classes.csv is empty."),
    ],
)
def test_what_the_header_lacks_is_said_with_what_it_has(text, said):
    with pytest.raises(FileError) as refused:
        member(text)
    assert str(refused.value) == said


def test_a_set_without_a_file_says_which_it_needs():
    with pytest.raises(FileError) as refused:
        read_member(SET, {}, "classes", "sourcedId", "")
    assert str(refused.value) == (
        "set has no classes.csv; a OneRoster set needs users.csv, classes.csv and enrollments.csv."
    )


def test_who_is_a_student_and_of_which_grade_may_stand_in_a_file_of_its_own():
    users = "\n".join(",".join(line.split(",")[:3] + line.split(",")[5:]) for line in USERS.splitlines())
    files = {
        "users": users, "classes": "sourcedId,status,title\nc1,active,Crew\n,active,x\nc2,tobedeleted,y\n",
        "enrollments": "classSourcedId,userSourcedId,role\nc1,u1,student\n",
        "roles": "userSourcedId,role,status,beginDate,endDate,grade\nu1,Student,,,,09\nu2,student,tobedeleted,,,10\nt1,teacher,,,,\nu3,student,,2026-11-24,,\nu4,student,,,2026-11-22,11\nu5,student,,soon,,\n",
    }  # fmt: skip
    school = read_school(SET, {name: text.encode() for name, text in files.items()}, TODAY)
    assert school.students == {"u1", "u5"}
    assert school.grades == {"u1": "09", "u2": "10", "u4": "11"}
    assert list(school.classes) == ["c1"]
    assert [school.is_student(user) for one in ("t1", "u1", "u2") for user in school.users[one]] == [False, True, False]
    del files["roles"]
    with pytest.raises(
        FileError, match=r"^set: users\.csv lacks the column role, and there is no roles\.csv, so it does"
    ):
        read_school(SET, {name: text.encode() for name, text in files.items()}, TODAY)


def test_a_student_of_whom_no_file_tells_the_grade_has_none(tmp_path):
    bare = USERS.replace(",09,", ",,").replace(",10,", ",,")
    roster = read_roster(write_set(tmp_path, users=bare), today=TODAY)
    assert [(row.given_name, row.grade) for row in roster.rows] == [("Ada", ""), ("Bo", "")]
    several = read_roster(write_set(tmp_path, users=USERS.replace(",09,", ',"09,10",')), today=TODAY)
    assert [row.grade for row in several.rows] == ["9", "10"]
