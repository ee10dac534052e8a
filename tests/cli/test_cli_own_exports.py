"""What this program exported comes back unchanged, or is refused with what it is."""

import pytest

PEOPLE = """student_number,first_name,last_name,preferred_name,grade,email,status
71,Mary Ann,Quillon,,9,fam@x.example,active
72,Mary Beth,Quillon,Beth,9,fam@x.example,active
,Juan Carlos,de la Varga,,10,,active
,Odo,Null,,K,,active
74,OMAR,Tran,,11,,active
75,Omar,Tran,,12,,active
,'=Ana,'-Best,,9,,active
81,Uma,Ray,,9,,active
82,Uma,Ray,,9,,active
79,Pell,Hasko,,12,,graduated
"""


@pytest.fixture
def people(line, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    assert line("import", str(path), "--with-left").err.startswith("Imported: 10 new.")
    return line


@pytest.mark.parametrize("what", ["caseload", "students"])
@pytest.mark.parametrize("bom", [(), ("--no-bom",)])
def test_the_students_come_back_unchanged(people, tmp_path, what, bom):
    path = str(tmp_path / f"{what}.csv")
    people("export", what, "-o", path, *bom)
    before = people("list", "--json").json
    said = people("import", path)

    assert (said.code, said.err) == (0, "No change.\n")
    assert "0 new, 0 changed" in said.out
    assert "not in the file" not in said.out
    assert people("list", "--json").json == before


def test_who_left_since_an_export_stays_left(people, tmp_path):
    path = str(tmp_path / "students.csv")
    people("export", "students", "-o", path)
    gone = tmp_path / "gone.csv"
    gone.write_text("student_number,first_name,last_name,status\n71,Mary Ann,Quillon,withdrawn\n", encoding="utf-8")
    people("import", str(gone), "--mark-left")
    assert "Mary Ann" not in people("list").out

    said = people("import", path)
    assert said.err == "No change.\n"
    assert "Mary Ann Quillon, grade 9, number 71: transferred, in the file as here" in said.out
    assert "Mary Ann" not in people("list").out


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("checkins", "check-ins"),
        ("pacts", "pacts"),
        ("followups", "promises"),
        ("stage-moves", "stage moves"),
        ("evidence", "evidence"),
        ("insights", "insights"),
    ],
)
def test_other_tables_of_ours_are_no_rosters(people, tmp_path, what, words):
    path = str(tmp_path / f"{what}.csv")
    people("export", what, "-o", path)
    said = people("import", path)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{path} is this program's own table of {words}, not of students;")


def test_an_export_of_the_students_fills_an_empty_caseload(people, tmp_path):
    path = str(tmp_path / "students.csv")
    people("export", "students", "-o", path)
    people("undo")
    assert "Omar" not in people("list").out
    said = people("import", path, "--with-left")

    assert said.err.startswith("Imported: 10 new")
    assert "Pell" not in people("list").out
    assert people("import", path).err == "No change.\n"
