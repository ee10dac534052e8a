"""list, show and log: the screens in lines, and as JSON with the keys of the CSV columns (EXCHANGE.md)."""

import csv
import io

import pytest
from each_row import each_row

CASELOAD = "student,student_number,grade,stage,last_contact_on,open_promises,pact,pact_status,next_review_on"


@pytest.fixture
def told(line):
    """José was seen on Friday and promised something, Maya was not reached; both have history."""
    line("checkin", "jose", "Showed the draft", "--on", "fri", "--minutes", "5", "--tag", "essay")
    line("checkin", "maya", "Called twice", "--kind", "family_contact", "--not-reached")
    line("promise", "jose", "bring lab notes", "--due", "fri")
    line("promise", "jose", "call grandmother", "--due", "today")
    line("move", "jose", "alliance", "--reason", "Asked for a target")
    return line


def columns(line, what: str) -> list[str]:
    return next(csv.reader(io.StringIO(line("export", what, "--no-bom").out, newline="")))


def test_list_tells_everybody_in_lines(told):
    said = told("list").out.splitlines()
    assert [row.split("  ")[0] for row in said] == ["Student", "José Ñandú", "Maya Okafor", "Mayumi Sato"]
    for part in ("10", "Alliance, 0 d", "1 d", "call grandmother, 2026-11-23"):
        assert part in said[1]
    assert "–" in said[2]
    assert len({row.index("Rapport") for row in said[2:]}) == 1


def test_list_as_json_has_the_columns_of_students_and_of_the_caseload(told):
    objects = told("list", "--json").json
    assert len(objects) == 3
    for each in objects:
        assert set(each) == {*columns(told, "students"), *columns(told, "caseload")}
    jose = objects[0]
    assert (jose["given_name"], jose["student_number"], jose["grade"]) == ("José", "0042", "10")
    assert (jose["stage"], jose["last_contact_on"], jose["open_promises"]) == ("alliance", "2026-11-20", 2)
    assert jose["contact_every"] == 10
    assert objects[1]["last_contact_on"] is None


def test_show_tells_one_student(told):
    out = told("show", "jose").out
    for part in (
        "José Ñandú [s0000001]",
        "grade 10 · active",
        "1 d, seen",
        "Alliance since 2026-11-23",
        "for Cognitive insight: none of three there, still wanted: an active or closed pact this year, one piece of evidence",
        "I promised: call grandmother, 2026-11-23 [f0000002]",
        "2026-11-20  one-to-one  Showed the draft",
    ):
        assert part in out
    assert "Maya" not in out
    assert "family contact, not reached  Called twice" in told("show", "maya").out


def test_show_as_json_holds_the_students_records_by_their_columns(told):
    shown = told("show", "jose", "--json").json
    for key, what in (("checkins", "checkins"), ("followups", "followups"), ("stage_moves", "stage-moves")):
        assert shown[key]
        assert [list(row) for row in shown[key]] == [columns(told, what)] * len(shown[key])
    assert shown["pacts"] == []
    assert (
        shown["checkins"][0]
        | {
            "date": "2026-11-20",
            "kind": "one_to_one",
            "minutes": 5,
            "line": "Showed the draft",
            "tags": ["essay"],
            "visibility": "private",
            "contact_made": True,
        }
        == shown["checkins"][0]
    )
    assert shown["stage_moves"][0]["reason"] == "Asked for a target"


def test_log_tells_every_check_in_newest_first(told):
    assert told("log").out.splitlines() == [
        "2026-11-23  Maya Okafor  family contact, not reached  Called twice",
        "2026-11-20  José Ñandú  one-to-one  Showed the draft",
    ]
    assert told("log", "jose").out.splitlines() == ["2026-11-20  José Ñandú  one-to-one  Showed the draft"]
    assert told("log", "mayumi").out == ""


def test_log_as_json_has_the_columns_of_the_check_ins(told):
    rows = told("log", "--json").json
    assert [list(row) for row in rows] == [columns(told, "checkins")] * 2
    assert [row["line"] for row in rows] == ["Called twice", "Showed the draft"]
    assert (rows[0]["contact_made"], rows[0]["counts_contact"]) == (False, False)
    assert [row["student"] for row in told("log", "jose", "--json").json] == ["José Ñandú"]


@each_row("query", ["jose", "ÑAN", "nandu jose", "0042", "s0000001"])
def test_a_student_is_found_by_any_part_without_accents(line, query):
    assert line("show", query).out.startswith("José Ñandú [s0000001]")


@each_row("command", [["show"], ["log"], ["checkin"], ["promise"]])
def test_more_than_one_who_fits_is_asked_about(line, command):
    said = line(*command, "may", *(["x"] if command[0] in {"checkin", "promise"} else []))
    assert said.code == 1
    assert "“may” fits 2 students: Maya Okafor [s0000002], Mayumi Sato [s0000003]." in said.err


@each_row(("today", "age"), [("2026-11-20", "today"), ("2026-11-27", "5 d"), ("2026-11-19", "–"), ("yesterday", None)])
def test_today_tells_every_age_as_of_that_day(told, today, age):
    said = told("--today", today, "list")
    assert said.code == 0
    if age:
        assert age in said.out.splitlines()[1]


def test_an_empty_caseload_is_told_as_one(tmp_path, capsys):
    from advisory.cli import run

    assert run(["--home", str(tmp_path / "new"), "list", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_show_ends_with_the_last_twelve_check_ins_and_the_log_has_all(line):
    for number in range(13):
        line("checkin", "jose", f"note {number:02}")
    shown = [row[-2:] for row in line("show", "jose").out.splitlines() if "one-to-one  note" in row]
    assert shown == [f"{number:02}" for number in range(12, 0, -1)]
    assert len(line("log", "jose").out.splitlines()) == 13
