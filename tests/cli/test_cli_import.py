"""import: a dry run first, and one change that one undo takes back."""

import io
import sys
from pathlib import Path

import pytest

ROSTER = "student_number,first_name,last_name,grade\r\n0042,José,Ñandú,11\r\n7,小明,王,9\r\n8,,Reed,9\r\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return str(path)


def test_a_dry_run_reports_and_changes_nothing(line, roster):
    before = line("list").out
    said = line("import", roster, "--dry-run")
    assert said.code == 0
    for part in ("1 new, 1 changed", "小明 王", "grade 10 → 11", "line 4: no given name", "Maya Okafor"):
        assert part in said.out
    assert said.err == "Dry run: nothing was changed.\n"
    assert line("list").out == before


def test_an_import_is_one_change_and_the_second_one_none(line, roster):
    before = line("list", "--json").json
    said = line("import", roster)
    assert said.err == "Imported: 1 new, 1 changed. `advisory undo` undoes it.\n"
    assert [row["grade"] for row in line("list", "--json").json] == ["11", "", "", "9"]
    assert line("import", roster).err == "No change.\n"
    assert line("undo").err == "Undid: Roster imported · José Ñandú and 小明 王\n"
    assert line("list", "--json").json == before


def test_those_missing_from_the_file_are_left_alone_unless_they_are_to_be_marked(line, roster):
    line("import", roster)
    assert "Maya Okafor" in line("list").out
    said = line("import", roster, "--mark-left")
    assert said.err == "Imported: 2 marked as left. `advisory undo` undoes it.\n"
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


SCHOOL = str(Path(__file__).parents[1] / "exchange" / "rosters" / "oneroster-1.1.zip")


def test_of_several_classes_one_is_named_or_asked_for(line, monkeypatch):
    before = line("list").out
    said = line("import", SCHOOL)
    assert (said.code, said.out) == (1, "")
    *offered, sentence = said.err.splitlines()
    assert sentence == f"{SCHOOL} holds several classes: name yours with --class ID (the ids are listed above)."
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


BOOKS = Path(__file__).parents[1] / "exchange" / "workbooks"


def test_the_sheet_with_the_roster_is_found_among_others(line):
    said = line("import", str(BOOKS / "book.xlsx"), "--dry-run")
    assert said.code == 0
    for part in ("sheet 7B of a workbook", "Amina Yusuf", "Beatriz Sá Nogueira", "passed over: Read me"):
        assert part in said.out
    assert "Gone Last Year" not in said.out  # on a hidden sheet


def test_of_several_rosters_in_a_workbook_one_is_named(line):
    path = str(BOOKS / "two_classes.xlsx")
    asked = line("import", path, "--dry-run")
    assert (asked.code, asked.out) == (1, "")
    assert asked.err == (
        f"  1  7A\n  2  7B\n{path} has several sheets: name yours with --sheet NAME (they are listed above).\n"
    )
    said = line("import", path, "--sheet", " 7b")
    assert said.err.startswith("Imported: 2 new.")
    assert {"Chidi Obi", "Dana Reed"} <= {
        f"{row['given_name']} {row['family_name']}" for row in line("list", "--json").json
    }
    assert "Amina" not in line("list").out
    wrong = line("import", path, "--sheet", "7C")
    assert (wrong.code, wrong.err) == (1, f"{path} has no sheet 7C; it has: 7A, 7B, Notes.\n")


FIELD = Path(__file__).parents[1] / "exchange" / "field"


def test_rows_that_nobody_can_match_refuse_the_import_until_a_flag_decides(line, tmp_path):
    path = tmp_path / "twins.csv"
    path.write_text("Last Name,First Name\nQuillon,Tamsin\nQuillon,Tamsin\n", encoding="utf-8")
    before = line("list").out
    said = line("import", str(path))
    assert said.code == 1
    assert f"{path}, line 3: the file doesn't say who that is, so nothing was imported." in said.err
    assert line("list").out == before
    assert line("import", str(path), "--unsure", "leave-out").err.startswith("Imported: 1 new.")
    line("undo")
    assert line("import", str(path), "--unsure", "add").err.startswith("Imported: 2 new.")


def test_who_left_stays_left_until_somebody_wants_them(line):
    path = str(FIELD / "F02-status-ignored.csv")
    said = line("import", path)
    assert said.err.startswith("Imported: 1 new.")
    assert "line 3: Odo Varga, number 72: transferred" in said.out
    assert "Odo" not in line("list").out
    assert line("import", path, "--with-left").err.startswith("Imported: 2 new.")
    assert "Odo" not in line("list").out
    assert line("show", "odo").code == 0
    assert line("import", path).err == "No change.\n"


def test_a_student_who_left_by_the_file_is_marked_only_if_asked(line, tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("ID,First Name,Last Name,Status\n71,Tamsin,Quillon,Active\n72,Odo,Varga,Active\n", encoding="utf-8")
    line("import", str(path))
    path.write_text(
        "ID,First Name,Last Name,Status\n71,Tamsin,Quillon,Active\n72,Odo,Varga,Graduated\n", encoding="utf-8"
    )
    assert line("import", str(path)).err == "No change.\n"
    assert "Odo Varga" in line("list").out
    line("import", str(path), "--mark-left")
    assert "Odo Varga" not in line("list").out
    assert "Tamsin Quillon" in line("list").out
    path.write_text("ID,First Name,Last Name\n72,Odo,Varga\n", encoding="utf-8")
    assert line("import", str(path)).err == "No change.\n"
    assert line("import", str(path), "--returning").err.startswith("Imported: 1 changed.")
    assert "Odo Varga" in line("list").out


def test_a_class_is_read_as_it_is_on_a_day(line):
    path = str(FIELD / "F09-oneroster-before-term")
    before = line("--today", "2026-08-24", "import", path)
    assert before.code == 1
    assert "2 begin on Aug 31. `--on 2026-08-31` reads the class as of that day." in before.err
    assert line("--today", "2026-08-24", "import", path, "--on", "2026-08-31").err.startswith("Imported: 2 new.")


def test_a_table_without_a_header_is_shown_and_its_columns_named(line, tmp_path):
    path = tmp_path / "my file.csv"
    path.write_text("Tamsin Quillon, 9B, 9\nOdo Varga, 9B, 9\n", encoding="utf-8")
    said = line("import", str(path))
    assert (said.code, said.out) == (1, "")
    first, *_, sentence = said.err.splitlines()
    assert first == "  1  Tamsin Quillon · Odo Varga"
    assert sentence.endswith('by the numbers above: --columns "given=2,family=1,grade=3".')
    assert line("import", f"'{path}'", "--columns", "name=1,grade=3").err.startswith("Imported: 2 new.")


def test_columns_once_named_are_known_the_second_time(line, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Etu;Suku\nTamsin;Quillon\n", encoding="utf-8")
    assert line("import", str(path), "--columns", "given=Etu,family=Suku", "--dry-run").code == 0
    assert line("import", str(path)).code == 1  # a dry run remembers nothing
    line("import", str(path), "--columns", "given=Etu,family=Suku")
    assert line("import", str(path)).err == "No change.\n"


def test_two_records_of_one_student_are_merged_and_one_undo_takes_them_apart(line, tmp_path):
    path = tmp_path / "again.csv"
    path.write_text("Student ID,First Name,Last Name\n99,Maya,Okafor\n", encoding="utf-8")
    line("import", str(path))
    path.write_text("Student ID,First Name,Last Name\n98,Maya,Okafor\n", encoding="utf-8")
    line("import", str(path))
    names = [row["student"] for row in line("list", "--json").json if row["given_name"] == "Maya"]
    before = line("list", "--json").json
    asked = line("merge", *names, "--dry-run")
    assert "Left out, because" in asked.out
    assert "student number “98”" in asked.out
    assert line("list", "--json").json == before
    said = line("merge", *names)
    assert said.err.endswith("`advisory undo` separates them again.\n")
    assert len(line("list", "--json").json) == len(before) - 1
    line("undo")
    assert line("list", "--json").json == before
    line("merge", *names)
    assert "0 new, 1 changed" in line("import", str(path), "--dry-run").out  # the number in the trash is hers
