"""Names in a capture line: whom a token may mean, the token that means one student only, and completing what is typed."""

import pytest
from each_row import each_row
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from name_strategy import caseloads
from record_case import TODAY, make

from advisory.model import Student
from advisory.rules.capture.line import read_capture
from advisory.rules.names.token import completion, matching_students, name_token, names_end, read_names

FEW = settings(max_examples=some(150), deadline=None)


@each_row(
    ("token", "found"),
    [
        ("ama", [1, 2]),
        ("AMÁ", [1, 2]),
        ("mensah", [1]),
        ("ama_m", [1]),
        ("ama.m", [1]),
        ("m_ama", [1]),
        ("ama_mensah", [1]),
        ("amara_o", [2]),
        ("s0000002", [2]),
        ("00_42", [3]),
        ("dandre", [3]),
        ("d'an", [3]),
        ("lise", [4]),
        ("anne-l", [4]),
        ("王", [5]),
        ("x", []),
        ("_", []),
        ("", []),
        ("\u200b", []),
    ],
)
def test_whom_a_token_may_mean(student, token, found):
    students = [
        student("Ama", "Mensah", 1),
        student("Amara", "Okafor", 2),
        student("D’Andre", "Reed", 3, student_number="00_42"),
        student("Anne-Lise", "Brandt", 4),
        student("小明", "王", 5),
    ]
    assert matching_students(token, students) == [students[number - 1] for number in found]


@each_row(
    ("one", "other", "token"),
    [
        (("Ama", "Mensah"), ("Kai", "Tran"), "ama"),
        (("Ama", "Mensah"), ("Amara", "Okafor"), "ama_mensah"),
        (("Noah", "Brandt"), ("Noah", "Lindqvist"), "noah_brandt"),
        (("José María", "Ñandú"), ("Kai", "Tran"), "jose_maria"),
        (("D’Andre", "O’Neill"), ("Dandre", "Reed"), "dandre_oneill"),
        (("Anne-Lise", "Brandt"), ("Anne", "Brandt"), "anne-lise"),
        (("Sam, Jr.", "Reed"), ("Kai", "Tran"), "sam_jr."),
        ((" , Ama", "Mensah"), ("Kai", "Tran"), "ama"),
        (("小明", "王"), ("小红", "王"), "小明"),
        (("Ana", "Li"), ("Ana", "Lima"), "ana_li"),
        (("Ana", "Li"), ("Ána", "Lí"), "s0000001"),
    ],
)
def test_a_token_is_as_short_as_tells_apart(student, one, other, token):
    mine, theirs = student(*one), student(*other, 2)
    assert name_token(mine, [mine, theirs]) == token


def test_a_given_name_or_a_number_tells_apart_those_who_go_by_one_name(student):
    samuel, samira = (student(name, "Li", n, preferred_name="Sam") for n, name in enumerate(("Samuel", "Samira"), 1))
    assert name_token(samuel, [samuel, samira]) == "samuel_li"
    one, twin = student("Ana", "Li", 1, student_number="0042"), student("Ana", "Li", 2, student_number="a, b")
    assert (name_token(one, [one, twin]), name_token(twin, [one, twin])) == ("0042", "s0000002")


@FEW
@given(caseloads(), st.sampled_from([" Laughed", "", ": yest: a", " >fri b.."]))
def test_each_students_token_means_that_student_alone_wherever_it_stands(students, behind):
    for student in students:
        token = name_token(student, students)
        assert matching_students(token, students) == [student]
        reading = read_capture(f"{token},x{behind}", TODAY, named=True, next_period_on=TODAY)
        assert [name.text for name in reading.names] == [token, "x"]


@each_row(
    ("line", "names", "end"),
    [
        ("", [], 0),
        ("  ", [], 2),
        (" ,", [], 2),
        ("am", ["am"], 2),
        (" ama,b: x", ["ama", "b"], 7),
        ("ama, b", ["ama"], 4),
        ("ama:b x", ["ama:b"], 5),
    ],
)
def test_where_the_names_are(line, names, end):
    assert ([name.text for name in read_names(line)], names_end(line)) == (names, end)


@pytest.fixture
def three(student):
    return [student("Ama", "Mensah", 1), student("Amara", "Okafor", 2), student("Ben", "Reed", 3)]


@each_row(
    ("line", "cursor", "lines"),
    [
        ("am", 2, ["ama_mensah", "amara"]),
        ("am", 0, ["ama_mensah", "amara"]),
        ("be,am: Laughed", 5, ["be,ama_mensah: Laughed", "be,amara: Laughed"]),
        ("be,am: Laughed", 2, ["ben,am: Laughed"]),
        (" be", 1, [" ben"]),
        (" be", 0, []),
        ("be Laughed", 3, []),
        ("be,", 3, []),
        ("", 0, []),
        ("zo", 2, []),
        ("be", 99, []),
        ("be", -1, []),
    ],
)
def test_a_name_is_completed_where_the_cursor_stands(three, line, cursor, lines):
    assert [completed for _, completed in completion(line, cursor, three)] == lines


def test_a_completed_line_comes_with_the_student_it_names(three):
    assert [student for student, _ in completion("am", 2, three)] == three[:2]


@FEW
@given(caseloads(), st.text("ab,:_ \n小e\u0301", max_size=12), st.integers(-2, 14))
@example(
    [make(Student, given_name="Ana", family_name="Li"), make(Student, 2, given_name="Abe", family_name="Li")], "a", 1
)
def test_completing_touches_only_the_name_under_the_cursor(students, line, cursor):
    for student, completed in completion(line, cursor, students):
        under = next(name for name in read_names(line) if name.start <= cursor <= name.end)
        assert completed == line[: under.start] + name_token(student, students) + line[under.end :]
        assert completed[names_end(completed) :] == line[names_end(line) :]
