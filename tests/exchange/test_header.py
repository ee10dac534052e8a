from each_row import each_row

from advisory.exchange.columns.column_names import fold_header
from advisory.exchange.columns.header import read_header
from advisory.exchange.tables import student


@each_row("name", ["First Name", "first_name", "FIRSTNAME", "first-name", "student.firstName", "\ufeffFirst.Name "])
def test_a_header_is_known_however_it_is_written(name):
    assert fold_header(name) == "firstname"


@each_row(
    ("header", "format_name", "columns"),
    [
        ("Student_Number,LastFirst,Grade_Level,Home_Room", "PowerSchool", {"student_number": 0, "last_first": 1, "grade": 2}),
        (
            "student.personID,student.stateID,student.lastName,student.firstName,student.birthdate,student.grade",
            "Infinite Campus",
            {"source_id": 0, "student_number": 1, "family_name": 2, "given_name": 3, "grade": 5},
        ),
        (
            "student.stateID,student.studentNumber,student.lastName,student.firstName",
            "Infinite Campus",
            {"student_number": 1, "family_name": 2, "given_name": 3},
        ),
        (
            "School_id,Student_id,Student_number,State_id,Last_name,First_name,Grade,DOB,Student_email",
            "Clever",
            {"source_id": 1, "student_number": 2, "family_name": 4, "given_name": 5, "grade": 6, "email": 8},
        ),
        ("School_id,Student_id,Last_name,First_name", "Clever", {"source_id": 1, "family_name": 2, "given_name": 3}),
        (
            "SIS ID,School SIS ID,Username,First Name,Last Name,Secondary Email,Grade",
            "Microsoft SDS",
            {"student_number": 0, "given_name": 3, "family_name": 4, "email": 5, "grade": 6},
        ),
        ("Last Name,First Name,Email Address", "Google Classroom", {"family_name": 0, "given_name": 1, "email": 2}),
        ("Surname,preferredGivenName", "", {"family_name": 0, "given_name": 1}),
        ("Surname,givenName,preferredGivenName", "", {"family_name": 0, "given_name": 1, "preferred_name": 2}),
        ("id,student_number,given_name,family_name,grade", "", {"student_number": 1, "given_name": 2, "family_name": 3, "grade": 4}),
    ],
)  # fmt: skip
def test_the_systems_are_told_by_their_headers(header, format_name, columns):
    read = read_header(header.split(","))

    assert (read.format, read.columns, read.has_names) == (format_name, columns, True)


@each_row("header", ["colour,shape", "student_number,grade", "first_name,grade", "password,phone,birthDate"])
def test_without_names_it_is_no_roster(header):
    assert not read_header(header.split(",")).has_names


def test_of_two_columns_alike_the_first_counts():
    assert read_header(["Name", "Grade", "grade"]).columns == {"full_name": 0, "grade": 1}


def test_the_id_of_our_own_export_is_our_own_id():
    read = read_header(list(student.HEADER))
    assert (read.columns["own_id"], read.system) == (student.HEADER.index("id"), "advisory")
