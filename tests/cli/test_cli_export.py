"""export: the same bytes in a file as on stdout, private words only when asked for, and no file written over unasked."""

import csv
import io
import stat
import sys

import pytest

from advisory.store import Busy


@pytest.mark.parametrize(
    "what", ["caseload", "students", "checkins", "pacts", "followups", "stage-moves", "time", "families"]
)
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
    told = f"{path} is there already. Choose another name, or move that file away first. --force overwrites it.\n"
    assert said.err == told
    assert path.read_text("utf-8") == "mine"
    assert line("export", "students", "-o", str(path), "--force").code == 0
    assert path.read_bytes().decode() == line("export", "students").out
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["mine.csv"]


def test_what_others_get_on_stdout_is_logged_before_it_is_out(line, monkeypatch):
    def cant_log(*_args, **_fields):
        raise Busy("Another advisory has been writing.")

    with monkeypatch.context() as patch:
        patch.setattr("advisory.cli.base.give.log_share", cant_log)
        said = line("export", "checkins", "--for", "staff")
    assert (said.code, said.out, said.err) == (3, "", "Another advisory has been writing.\n")

    def full(_data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("advisory.cli.base.give.write_data", full)
    said = line("export", "checkins", "--for", "staff")
    told = "Part of it may have gone out, so `advisory shared` lists it.\n"
    assert (said.code, said.err) == (1, f"{told}The output could not be written: No space left on device.\n")
    assert len(line("shared", "--json").json) == 1


def test_a_folder_is_never_written_over(line, tmp_path):
    (tmp_path / "folder").mkdir()
    for force in ([], ["--force"]):
        said = line("export", "students", "-o", str(tmp_path / "folder"), *force)
        assert said.code == 1
        assert str(tmp_path / "folder") in said.err


def test_students_who_left_are_exported_but_are_not_in_the_caseload(line, tmp_path):
    roster = tmp_path / "names.txt"
    roster.write_text("José Ñandú\n", encoding="utf-8")
    line("import", str(roster), "--mark-left")
    assert "Okafor" in line("export", "students").out
    assert "Okafor" not in line("export", "caseload").out


def rows_of(said):
    return list(csv.DictReader(io.StringIO(said.out.removeprefix("\ufeff"), newline="")))


def test_private_rows_stay_out_unless_included_and_that_is_said_and_logged(line):
    line("checkin", "jose", "only mine")
    line("checkin", "jose", "for all", "--visibility", "shareable")
    said = line("export", "checkins")
    assert [row["line"] for row in rows_of(said)] == ["for all"]
    assert said.err == (
        "For staff (--for says for whom else, and --for myself writes everything): 1 private check-in left out.\n"
    )
    taken = line(
        "export", "checkins", "--for", "family", "--student", "jose", "--include-private", "--shared-with", "his aunt"
    )
    assert [row["line"] for row in rows_of(taken)] == ["only mine", "for all"]
    assert taken.err == "For the family: Nothing is left out.\n"
    assert len(rows_of(line("export", "checkins", "--for", "myself"))) == 2
    first, last = line("shared", "--json").json
    assert (first["for"], first["to"], len(first["rows"]), len(first["taken_in"])) == ("family", "his aunt", 2, 1)
    assert (last["for"], last["left_out"]) == ("staff", 1)


def test_who_reads_it_decides_the_tables_and_the_columns(line):
    assert "of which student? Name one." in line("export", "checkins", "--for", "family").err
    assert "students is about everybody" in line("export", "students", "--for", "student", "--student", "jose").err
    assert "caseload holds more than numbers" in line("export", "caseload", "--for", "counts").err
    assert "stage" not in rows_of(line("export", "caseload"))[0]
    assert "stage" in rows_of(line("export", "caseload", "--for", "myself"))[0]
    (row, *_) = rows_of(line("export", "summary", "--for", "counts"))
    assert list(row) == [
        "student",
        "grade",
        "contacts",
        "one_to_ones",
        "student_started",
        "celebrations",
        "pact_status",
        "next_review_on",
    ]


def test_other_students_names_are_asked_about_and_where_nobody_can_be_the_command_refuses(line):
    line("checkin", "jose", "Built it with Maya", "--visibility", "staff")
    said = line("export", "checkins")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Other students are named in it: Maya. Say what stands for them: --names another")
    shown = line("export", "checkins", "--preview")
    assert "Built it with another student" in shown.out
    assert "Other students named: Maya; “another student” stands there instead." in shown.out
    for names, told in (
        ("another", "Built it with another student"),
        ("initials", "Built it with MO"),
        ("leave-out", ""),
    ):
        assert rows_of(line("export", "checkins", "--names", names))[0]["line"] == told
    assert [one["what"] for one in line("shared", "--json").json] == ["table of checkins"] * 3


def test_the_end_of_the_name_asks_for_a_workbook_and_the_option_has_the_last_word(line, tmp_path):
    for name, options, is_workbook in (
        ("a.xlsx", (), True),
        ("B.XLSX", (), True),
        ("c", ("--format", "xlsx"), True),
        ("d.xlsx", ("--format", "csv"), False),
    ):
        assert line("export", "students", "-o", str(tmp_path / name), *options).code == 0
        assert (tmp_path / name).read_bytes().startswith(b"PK") == is_workbook


def test_another_kind_of_workbook_is_refused_before_anything_is_written(line, tmp_path):
    said = line("export", "students", "-o", str(tmp_path / "a.ods"))
    assert said.code == 1
    assert said.err == (
        "a.ods: advisory writes .csv and .xlsx, which every spreadsheet opens. Choose one of the two.\n"
    )
    assert not (tmp_path / "a.ods").exists()


def test_what_was_written_for_the_advisor_is_counted(line, tmp_path):
    line("checkin", "jose", "Showed the draft")
    for what, rows in (("checkins", "1 row"), ("students", "3 rows")):
        path = tmp_path / f"{what}.csv"
        assert line("export", what, "-o", str(path), "--for", "myself") == (0, "", f"{rows} written to {path}\n")
