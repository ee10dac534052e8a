"""next: who is next and why, in lines and as JSON with the keys of the CSV columns."""

from datetime import date
from types import SimpleNamespace

import pytest
from cli_case import columns
from each_row import each_row

from advisory.cli.lines.round_lines import round_lines
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.round import Round


@pytest.fixture
def waiting(line):
    """José is promised something today and was seen on Friday, Maya two weeks before, Mayumi never."""
    line("checkin", "jose", "Showed the draft", "--on", "fri")
    line("checkin", "maya okafor", "Her plans", "--on", "2026-11-06")
    line("promise", "jose", "bring lab\nnotes", "--due", "today")
    return line


def test_it_lists_names_and_reasons_in_words_and_below_how_far_the_round_is(waiting):
    said = waiting("next")
    assert said.err.splitlines() == [
        "2 of 3 this round, since Nov 6: 12 school days, interval 10",
        "here but not yet: Mayumi Sato",
    ]
    assert said.out.splitlines() == [
        "Student      Why",
        "José Ñandú   you promised: bring lab notes",
        "Mayumi Sato  no one-to-one yet",
        "Maya Okafor  no one-to-one for 11 school days",
    ]


@each_row(("count", "rows"), [("1", 1), ("2", 2), ("99", 3)])
def test_as_many_as_wanted(waiting, count, rows):
    assert len(waiting("next", "-n", count).out.splitlines()) == 1 + rows


@each_row("count", ["0", "-1", "x"])
def test_a_number_that_is_none_is_refused(waiting, count):
    assert waiting("next", "-n", count).code == 2


def test_five_unless_said_otherwise(line, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Kai Tran\nLeila Haddad\nNoah Brandt\n", encoding="utf-8")
    line("import", str(names))
    assert len(line("next").out.splitlines()) == 1 + 5


def test_as_json_it_has_the_columns_and_the_reason(waiting):
    objects = waiting("next", "--json", "-n", "2").json
    keys = {name for what in ("students", "caseload") for name in columns(waiting, what)}
    assert [set(each) for each in objects] == [keys | {"reason", "why"}] * 2
    first, second = objects
    assert (first["given_name"], first["reason"], first["why"]) == ("José", "promise", "you promised: bring lab\nnotes")
    assert (second["student"], second["reason"], second["why"]) == ("Mayumi Sato", "never", "no one-to-one yet")
    assert first["last_one_to_one_on"] == "2026-11-20"


def test_it_follows_the_day_it_is_as_of(waiting):
    assert "Maya Okafor  one-to-one 10 school days ago" in waiting("--today", "2026-11-20", "next").out
    assert "not yet" not in waiting("--today", "2026-11-24", "next").out


def test_the_day_after_everybody_was_seen_the_round_is_over(waiting):
    waiting("checkin", "mayumi", "Her maps")
    assert waiting("--today", "2026-11-24", "next").err.splitlines() == [
        "Everybody here was seen this round, Nov 6 to Nov 23: 12 school days, interval 10",
        "The next one-to-one begins another round.",
    ]


def test_who_was_seen_today_is_not_listed_and_when_all_were_it_says_so(waiting):
    waiting("checkin", "jose", "x")
    assert "José" not in waiting("next").out
    waiting("checkin", "maya okafor", "x")
    waiting("checkin", "mayumi", "x", "--kind", "quick_touch")
    said = waiting("next")
    assert (said.code, said.out, said.err) == (0, "", "Everyone who is here has been seen today.\n")
    assert waiting("next", "--json").out == "[]\n"


def test_an_empty_caseload_is_said_to_be_one(tmp_path, capsys):
    from advisory.cli import run

    assert run(["--home", str(tmp_path / "new"), "next"]) == 0
    assert capsys.readouterr() == ("", "Your caseload is empty.\n")


def test_who_was_away_is_of_no_account_once_the_round_is_over():
    over = Round(date(2026, 11, 6), date(2026, 11, 23), seen=("s0000001",), away=("s0000002",), school_days=12)
    caseload = SimpleNamespace(
        calendar=Calendar(), today=date(2026, 11, 24), round=over, names={}, intervals=SimpleNamespace(contact_every=10)
    )
    assert list(round_lines(caseload)) == [
        "Everybody here was seen this round, Nov 6 to Nov 23: 12 school days, interval 10",
        "The next one-to-one begins another round.",
    ]
