"""`advisory group`: one note for everybody who was there, as one change."""

import pytest
from each_row import each_row
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.mark_away import mark_away
from advisory.store import Store


def entries(line) -> dict[str, str]:
    return {entry["student"]: entry["line"] for entry in line("log", "--json").json}


def away(home, name: str) -> None:
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    mark_away(caseload, caseload.one(name).id, TODAY, TODAY)
    store.close()


def test_everybody_gets_it_and_one_undo_takes_it_back(line):
    said = line("group", "Circle", "about", "sleep")
    assert (said.code, said.out) == (0, "")
    assert said.err == "Saved [c0000001]: 3 students, whole group, Nov 23, 2026, private\n"
    assert set(entries(line).values()) == {"Circle about sleep"}
    assert line("undo").err == "Undid: Group entry: whole group, Nov 23 · José Ñandú, Maya Okafor and Mayumi Sato\n"
    assert entries(line) == {}


@each_row(
    ("options", "names", "expected"),
    [
        (["--except", "jose"], ["Maya Okafor", "Mayumi Sato"], "Left out: José Ñandú\n"),
        (["--except", "jose", "--except", "sato"], ["Maya Okafor"], "Left out: José Ñandú, Mayumi Sato\n"),
        (["--only", "jose", "--only", "0042"], ["José Ñandú"], ""),
        (["--only", "okafor", "--only", "sato"], ["Maya Okafor", "Mayumi Sato"], ""),
    ],
)
def test_an_exception_is_named_before_the_text_or_after_it(line, options, names, expected):
    for arguments in (["Circle", *options], [*options, "Circle"]):
        said = line("group", *arguments)
        assert said.err.partition("\n")[2] == expected
        assert sorted(entries(line)) == names
        line("undo")


def test_who_is_not_here_is_left_out_unless_named(line, home):
    away(home, "jose")
    said = line("group", "Circle", "--except", "sato")
    assert said.err.splitlines()[1:] == ["Not here: José Ñandú", "Left out: Mayumi Sato"]
    assert list(entries(line)) == ["Maya Okafor"]
    line("undo")
    assert line("group", "Circle", "--on", "yesterday").err.splitlines()[1:] == []
    line("undo")
    assert line("group", "Came after all", "--only", "jose").err.count("\n") == 1
    assert list(entries(line)) == ["José Ñandú"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--kind", "small_group"], {"kind": "small_group", "counts_contact": True}),
        (["--on", "yesterday"], {"date": "2026-11-22", "kind": "whole_group", "counts_contact": False}),
        (["--tag", "circle", "--tag", "sleep"], {"tags": ["circle", "sleep"]}),
    ],
)
def test_its_options_are_those_of_a_note(line, options, expected):
    assert line("group", "Circle", *options).code == 0
    for entry in line("log", "--json").json:
        assert entry | expected == entry


@each_row(
    ("arguments", "code", "expected"),
    [
        ([], 1, "nothing to save"),
        (["x", "--on", "+3"], 1, "to come"),
        (["x", "--except", "may"], 1, "fits 2 students"),
        (["x", "--only", "zzz"], 1, "Nobody in the caseload"),
        (["x", "--except", "jose", "--except", "okafor", "--except", "sato"], 1, "Nobody is ticked"),
        (["x", "--only", "jose", "--except", "sato"], 2, "not both"),
        (["x", "--kind", "party"], 2, "party"),
    ],
)
def test_a_refusal_says_why_and_writes_nothing(line, arguments, code, expected):
    said = line("group", *arguments)
    assert said.code == code
    assert expected in said.err
    assert entries(line) == {}


def test_the_topic_stands_before_the_text_and_in_the_csv_file(line):
    line("group", "Went well", "--topic", "sleep")
    assert "sleep: Went well" in line("log").out
    rows = line("export", "checkins", "--no-bom", "--for", "myself").out.splitlines()
    assert {row.rsplit(",", 1)[1] for row in rows} == {"topic", '"sleep"'}
    assert "sleep" not in line("export", "checkins", "--no-bom").out
    assert line("group", "--topic", "rain").code == 0
    assert line("group").code == 1
