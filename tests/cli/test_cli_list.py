"""list: everybody in lines, and as JSON with the keys of the CSV columns."""

from cli_case import columns
from each_row import each_row


def test_list_shows_everybody_in_lines(recorded):
    said = recorded("list").out.splitlines()
    assert [row.split("  ")[0] for row in said] == ["Student", "José Ñandú", "Maya Okafor", "Mayumi Sato"]
    for part in ("10", "Alliance, 0 d", "1 d", "call grandmother, Nov 23"):
        assert part in said[1]
    assert "–" in said[2]
    assert len({row.index("Rapport") for row in said[2:]}) == 1


def test_list_as_json_has_the_columns_of_students_and_of_the_caseload(recorded):
    objects = recorded("list", "--json").json
    assert len(objects) == 3
    for each in objects:
        assert set(each) == {*columns(recorded, "students"), *columns(recorded, "caseload")}
    jose = objects[0]
    assert (jose["given_name"], jose["student_number"], jose["grade"]) == ("José", "0042", "10")
    assert (jose["stage"], jose["last_contact_on"], jose["open_promises"]) == ("alliance", "2026-11-20", 2)
    assert jose["contact_every"] == 10
    assert objects[1]["last_contact_on"] is None


@each_row(("today", "age"), [("2026-11-20", "today"), ("2026-11-27", "5 d"), ("2026-11-19", "–"), ("yesterday", None)])
def test_today_shows_every_age_as_of_that_day(recorded, today, age):
    said = recorded("--today", today, "list")
    assert said.code == 0
    if age:
        assert age in said.out.splitlines()[1]


def test_an_empty_caseload_is_an_empty_list(tmp_path, capsys):
    from advisory.cli import run

    assert run(["--home", str(tmp_path / "new"), "list", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_who_left_is_listed_apart_and_brought_back(recorded):
    assert recorded("list", "--archived").err == "Nobody has left your caseload.\n"
    assert recorded("archive", "maya okafor").err.startswith("Maya Okafor is archived; everything written stays.")
    assert "Maya Okafor" not in recorded("list").out
    said = recorded("list", "--archived").out.splitlines()
    assert [row.split("  ")[0] for row in said] == ["Student", "Maya Okafor"]
    assert said[1].endswith("archived  Nov 23, 2026")
    assert recorded("list", "--archived", "--json").json[0]["left_on"] == "2026-11-23"
    assert recorded("unarchive", "maya okafor").err == "Maya Okafor is back in the caseload.\n"
    assert "Maya Okafor" in recorded("list").out
