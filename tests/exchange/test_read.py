import os
import time

import pytest
from roster_case import ROSTERS, SINGLE_FILES, TODAY, read

from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.roster import RefusedLine, RosterRow


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def refused(path):
    with pytest.raises(FileError) as error:
        read_roster(path, today=TODAY)
    assert str(error.value).startswith(str(path))
    assert str(error.value).endswith((".", "?"))
    return str(error.value)


@pytest.mark.parametrize(
    ("name", "format_name", "count", "second"),
    [
        ("google-classroom.csv", "Google Classroom", 22, {"email": "s100007@students.example.org"}),
        (
            "infinite-campus.csv",
            "Infinite Campus",
            22,
            {"student_number": "0100007", "source_id": "infinite_campus:00001", "grade": "9"},
        ),
        ("powerschool.txt", "PowerSchool", 22, {"student_number": "0100007", "grade": "9"}),
        (
            "sds-student.csv",
            "Microsoft SDS",
            22,
            {"student_number": "0100007", "grade": "9", "email": "s100007@students.example.org"},
        ),
        ("semicolons.csv", "semicolon-separated table", 22, {"grade": "9"}),
        ("windows-1252.csv", "comma-separated table", 18, {"student_number": "0100007", "grade": "9"}),
    ],
)
def test_what_the_systems_export(name, format_name, count, second):
    roster = read(ROSTERS / name)

    assert (roster.format, len(roster.rows), roster.refused) == (format_name, count, ())
    assert roster.rows[1] == RosterRow(3, "Omar", "Tran", **second)


def test_a_list_of_names():
    roster = read(ROSTERS / "names.txt")

    assert (roster.format, len(roster.rows)) == ("list of names", 22)
    assert roster.rows[1] == RosterRow(2, "Omar", "Tran")
    assert roster.rows[19] == RosterRow(20, "小明", "王")


def test_names_stay_as_people_typed_them():
    roster = read(ROSTERS / "hostile.csv")
    names = {(row.line, row.given_name, row.family_name) for row in roster.rows}

    assert names >= {
        (2, "Sam [/foo]", "[bold]Lee"),
        (3, '=HYPERLINK("x")', "Cole"),
        (6, "Al\u202eex", "Ro\u200bss"),
        (7, "New\nLine", "Tab\tbed"),
        (9, "“Quoted”", 'O"Neil, Jr.'),
        (10, "X" * 300, "Long"),
        (11, "Spacey", "Tail"),
        (12, "🦊 Fox", "👩‍🏫 Teach"),
        (14, "No", "Number"),
    }
    assert roster.refused == (
        RefusedLine(13, "Same Number", "the student number 9000000 is already on line 2"),
        RefusedLine(15, "9000099", "no name"),
    )


def test_a_ragged_table():
    roster = read(ROSTERS / "ragged.csv")

    assert roster.rows == (
        RosterRow(2, "Ada", "Stone"),
        RosterRow(3, "Bo", "Vance", grade="10"),
        RosterRow(5, "Di", "After", grade="12"),
    )
    assert roster.refused == (RefusedLine(4, '"Cy,Unclosed,11', "a quotation mark is opened and never closed"),)
    assert roster.notices == ("More cells than the header on line 3: the cells beyond it were not read.",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty.csv", "is empty"),
        ("header-only.csv", "has a header but no students below it"),
        ("no-names.csv", "line 1 has: colour, shape. A roster needs a column of given names and one of family names"),
        ("binary.csv", "is not text"),
        ("nowhere.csv", "does not exist"),
    ],
)
def test_files_of_another_kind_are_named_for_what_they_are(name, said):
    assert said in refused(ROSTERS / name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First name\tLast name\nAda\tStone\n", [(2, "Ada", "Stone")]),
        ("sep=;\nFirst name;Last name\nAda;Stone\n", [(3, "Ada", "Stone")]),
        ("\n\nFirst name,Last name\n\nAda,Stone\n", [(5, "Ada", "Stone")]),
        ("# crew 4\nFirst name,Last name\nAda,Stone\n", [(3, "Ada", "Stone")]),
        ("#,First name,Last name\n1,Ada,Stone\n", [(2, "Ada", "Stone")]),
        ("First name,Last name\rAda,Stone\rBo,Vance\r", [(2, "Ada", "Stone"), (3, "Bo", "Vance")]),
        ("Name\nStone, Ada\nBo Vance\n", [(2, "Ada", "Stone"), (3, "Bo", "Vance")]),
        ('Name,Grade\n"Stone, Ada",9\nBo Vance,9\n', [(2, "Ada", "Stone"), (3, "Bo", "Vance")]),
        ("First name,Last name\n'=Ada,''@Stone\n'Neil,O'Neil\n", [(2, "=Ada", "'@Stone"), (3, "'Neil", "O'Neil")]),
        ("Zoë Müller\n# Ng, Ama\nNg, Nia\n", [(1, "Zoë", "Müller"), (3, "Nia", "Ng")]),
        ("\ufeffAda Stone\n", [(1, "Ada", "Stone")]),
        ("Last, First\nStone, Ada\n", [(2, "Ada", "Stone")]),
    ],
)  # fmt: skip
def test_shapes_of_rosters(tmp_path, text, expected):
    roster = read(write(tmp_path / "roster.any", text))

    assert [(row.line, row.given_name, row.family_name) for row in roster.rows] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path, encoding):
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    roster = read(write(tmp_path / "roster.csv", f"{mark}First,Last\r\nRenée,Brontë–Œuvre\r\n", encoding))

    assert roster.rows == (RosterRow(2, "Renée", "Brontë–Œuvre"),)
    assert [("Windows-1252" in notice) for notice in roster.notices] == [True] * (encoding == "cp1252")


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (",Stone,1", RefusedLine(2, "Stone", "no given name")),
        ("Ada,,1", RefusedLine(2, "Ada", "no family name")),
        (" , \u200b,7", RefusedLine(2, "7", "no name")),
        ("A\0da,Stone,1", RefusedLine(2, "A da,Stone,1", "holds a NUL byte, which is never part of a text")),
        (f"{'x' * 20_001},Stone,1", RefusedLine(2, f"{'x' * 59}…", "the given name is 20,001 characters long; at most 20,000 are kept")),
        ("Bo,Vance,77", RefusedLine(3, "Di Ray", "the student number 77 is already on line 2")),
    ],
)  # fmt: skip
def test_lines_that_are_refused_say_why(tmp_path, row, line):
    roster = read(write(tmp_path / "roster.csv", f"first,last,student id\n{row}\nDi,Ray,77\nEl,Oz,5\n"))

    assert roster.refused == (line,)
    assert roster.rows[-1].given_name == "El"


def test_names_of_twenty_thousand_characters_are_kept(tmp_path):
    assert len(read(write(tmp_path / "roster.csv", f"first,last\n{'x' * 20_000},Stone\n")).rows[0].given_name) == 20_000


def test_an_address_in_other_capitals_is_the_same_address_of_one_name(tmp_path):
    text = "first,last,email\nAda,Stone,a@x.example\nada,Stone,A@X.example\nBo,Vance,A@X.example\n"
    roster = read(write(tmp_path / "roster.csv", text))

    assert roster.refused == (RefusedLine(3, "ada Stone", "the email A@X.example is already on line 2"),)
    assert [row.given_name for row in roster.rows] == ["Ada", "Bo"]


def test_two_of_one_name_are_two_students(tmp_path):
    assert len(read(write(tmp_path / "roster.csv", "first,last\nAda,Stone\nAda,Stone\n")).rows) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("first,last\n,\n,Stone\n", "line 3: no given name (Stone)"),
        ("Cher\nMadonna\n", "line 1: one word only"),
        ("first,grade\nAda,9\n", "line 1 has: first, grade"),
        ("Omar\tTran\n", "line 1 has: Omar, Tran"),
        ("Tran,Omar\n", "one name on a line: First Last, or Last, First."),
        ("Student_Number,LastFirst\n1,Tran Omar\n", "no comma between family name and given name"),
    ],
)
def test_a_file_without_a_single_student_is_refused(tmp_path, text, said):
    assert said in refused(write(tmp_path / "roster.csv", text))


def test_a_file_of_lines_without_students_is_given_up(tmp_path):
    text = "first,last\n" + ",Stone\n" * 6_000

    assert "holds more lines without a student than with one; line 2: no given name" in refused(
        write(tmp_path / "r.csv", text)
    )


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "roster.csv")

    assert "is not a file" in refused(tmp_path / "roster.csv")


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = write(tmp_path / "roster.csv", "first,last\nAda,Stone\n")

    def deny(_path, _mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", deny)  # root, as in a container, may read everything

    assert "cannot be read: you do not have permission" in refused(path)


@pytest.mark.parametrize("name", ["nul\0byte.csv", "x" * 5_000])
def test_a_name_no_file_can_have(tmp_path, name):
    assert "cannot be read" in refused(tmp_path / name) or "does not exist" in refused(tmp_path / name)


def test_a_file_too_large_to_be_a_roster(tmp_path):
    with (tmp_path / "roster.csv").open("wb") as file:
        file.truncate(9 * 1024 * 1024)

    assert "larger than any list of students" in refused(tmp_path / "roster.csv")


def test_a_class_means_nothing_outside_a_set():
    roster = read(ROSTERS / "names.txt", "cls-a0")

    assert roster.notices == ("Only a OneRoster set has classes; cls-a0 was ignored.",)


@pytest.mark.parametrize("name", SINGLE_FILES)
def test_reading_changes_nothing_on_the_disk(name):
    before = (ROSTERS / name).stat()
    read(ROSTERS / name)

    assert (ROSTERS / name).stat().st_mtime_ns == before.st_mtime_ns


def test_two_thousand_students_are_read_at_once(tmp_path):
    rows = "".join(f'{i},"Given {i}",Family,09,s{i}@x.example\n' for i in range(2_000))
    path = write(tmp_path / "roster.csv", f"student id,first,last,grade,email\n{rows}")
    began = time.process_time()  # not what others took meanwhile

    assert len(read(path).rows) == 2_000
    assert time.process_time() - began < 2


def test_a_list_of_more_students_than_any_school_has_is_refused_before_it_is_compared(tmp_path):
    assert len(read(write(tmp_path / "school.txt", "Ada Stone\n" * 20_000)).rows) == 20_000
    path = write(tmp_path / "city.txt", "Ada Stone\n" * 20_001)
    assert refused(path) == f"{path} holds more than 20,000 students, more than any school; export your own alone."


def test_a_status_that_says_nothing_is_a_doubt_only_where_other_rows_have_one_that_does(tmp_path):
    rows = "First Name,Last Name,Status\nMaya,Okafor,{}\nOmar,Tran,blue\n"
    told = read(write(tmp_path / "some.csv", rows.format("active"))).rows
    assert [row.doubt for row in told] == ["", "the status blue doesn't say whether they are at the school"]
    untold = read(write(tmp_path / "none.csv", rows.format("green")))
    assert [row.doubt for row in untold.rows] == ["", ""]
    assert "The column Status has no word for having left (green, blue)" in untold.notices[0]
