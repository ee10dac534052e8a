"""import and export: a dry run first, one change that one undo takes back, and no file written over unasked."""

import io
import stat
import sys
from pathlib import Path

import pytest

ROSTER = "student_number,first_name,last_name,grade\r\n0042,José,Ñandú,11\r\n7,小明,王,9\r\n8,,Reed,9\r\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return str(path)


def test_a_dry_run_tells_and_changes_nothing(line, roster):
    before = line("list").out
    said = line("import", roster, "--dry-run")
    assert said.code == 0
    for part in ("1 new, 1 changed", "小明 王", "grade 10 → 11", "line 4: no given name", "Maya Okafor"):
        assert part in said.out
    assert said.err == "A dry run: nothing was changed.\n"
    assert line("list").out == before


def test_an_import_is_one_change_and_the_second_one_none(line, roster):
    before = line("list", "--json").json
    said = line("import", roster)
    assert said.err == "Imported: 1 new, 1 changed. `advisory undo` takes it back.\n"
    assert [row["grade"] for row in line("list", "--json").json] == ["11", "", "", "9"]
    assert line("import", roster).err == "No change.\n"
    assert line("undo").err == "Undid: Roster imported\n"
    assert line("list", "--json").json == before


def test_those_missing_from_the_file_are_left_alone_unless_they_are_to_be_marked(line, roster):
    line("import", roster)
    assert "Maya Okafor" in line("list").out
    said = line("import", roster, "--mark-left")
    assert said.err == "Imported: 2 marked as left. `advisory undo` takes it back.\n"
    assert "Maya Okafor" not in line("list").out
    assert line("show", "maya okafor").code == 0


@pytest.mark.parametrize(
    "content", [b"", b"student_number,grade\n1,9\n", b"\x00\x01\x02\xff"], ids=["empty", "no names", "binary"]
)
def test_a_file_that_is_no_roster_is_refused_by_its_name(line, tmp_path, content):
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    said = line("import", str(path))
    assert (said.code, said.out) == (1, "")
    assert str(path) in said.err


@pytest.mark.parametrize("what", ["caseload", "students", "checkins", "pacts", "followups", "stage-moves"])
def test_an_export_to_a_file_is_the_same_as_to_stdout_and_the_owners_alone(line, tmp_path, what):
    path = tmp_path / "out.csv"
    said = line("export", what, "-o", str(path))
    assert (said.code, said.out) == (0, "")
    assert f" written to {path}" in said.err
    assert path.read_bytes().decode() == line("export", what).out
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_export_has_a_mark_a_header_and_crlf(line):
    out = line("export", "students").out
    assert out.startswith("\ufeffid,student_number,given_name")
    assert out.count("\r\n") == out.count("\n") == 4
    assert line("export", "students", "--no-bom").out == out.removeprefix("\ufeff")


def test_a_file_that_is_there_is_written_over_only_with_force(line, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("mine")
    said = line("export", "students", "-o", str(path))
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{path} is there already; --force overwrites it.\n"
    assert path.read_text() == "mine"
    assert line("export", "students", "-o", str(path), "--force").code == 0
    assert path.read_bytes().decode() == line("export", "students").out
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["mine.csv"]


def test_a_folder_is_never_written_over(line, tmp_path):
    (tmp_path / "folder").mkdir()
    for force in ([], ["--force"]):
        said = line("export", "students", "-o", str(tmp_path / "folder"), *force)
        assert said.code == 1
        assert str(tmp_path / "folder") in said.err


def test_students_who_left_are_exported_but_are_not_in_the_caseload(line, roster):
    line("import", roster, "--mark-left")
    assert "Okafor" in line("export", "students").out
    assert "Okafor" not in line("export", "caseload").out


SCHOOL = str(Path(__file__).parents[1] / "exchange" / "rosters" / "oneroster-1.1.zip")


def test_of_several_classes_one_is_named_or_asked_for(line, monkeypatch):
    before = line("list").out
    said = line("import", SCHOOL)
    assert (said.code, said.out) == (1, "")
    *offered, sentence = said.err.splitlines()
    assert sentence == f"{SCHOOL} holds several classes: name yours with --class ID (the ids stand above)."
    assert [row.split()[0] for row in offered] == [str(number) for number in range(1, len(offered) + 1)]
    assert any("homeroom" in row for row in offered)
    assert line("list").out == before
    last = offered[-1].split()[1]
    named = line("import", SCHOOL, "--class", last, "--dry-run")
    assert named.code == 0
    answers = iter([str(len(offered))])
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    asked = line("import", SCHOOL, "--dry-run")
    assert (asked.code, asked.out) == (0, named.out)
