"""`advisory note`: the capture line in one argument or several, and a name that fits two students writes nothing."""

import pytest
from each_row import each_row
from record_case import NOW, REQUIRED

from advisory.model import MeetingPattern
from advisory.store import Store


def test_a_note_says_how_it_was_read_and_what_it_saved(line):
    said = line("note", "jose yest: laughed at the title #lab ~5 < %pho !share >fri bring notes ..")
    assert (said.code, said.out) == (0, "")
    assert said.err.splitlines() == [
        "Saved [c0000001]: José Ñandú, one-to-one, yesterday, 5 min, they started it, phone, #lab, shareable, to finish later",
        "Promised [f0000001]: José Ñandú, due Nov 27, 2026: bring notes",
    ]
    (saved,) = line("log", "--json").json
    assert (saved["line"], saved["date"], saved["tags"], saved["minutes"]) == (
        "laughed at the title",
        "2026-11-22",
        ["lab"],
        5,
    )
    (promise,) = line("show", "jose", "--json").json["followups"]
    assert (promise["text"], promise["due_on"]) == ("bring notes", "2026-11-27")


def test_a_sign_between_numbers_or_words_is_text_and_what_was_read_as_a_mark_is_said(line):
    said = line("note", "maya she did 3 * 4 and got < 5 of ~10 right")
    assert said.err == "Saved [c0000001]: Maya Okafor, one-to-one, today, private\n"
    assert line("log", "--json").json[0]["line"] == "she did 3 * 4 and got < 5 of ~10 right"
    said = line("note", "maya she did 3 * 4 and got < 5 of ~10 right ~15 *")
    assert said.err == "Saved [c0000002]: Maya Okafor, one-to-one, today, 15 min, celebrates, private\n"


@pytest.mark.parametrize("arguments", [["jose", "-2:", "laughed"], ["jose -2:", "laughed"], ["jose -2: laughed"]])
def test_the_line_may_come_in_pieces(line, arguments):
    assert line("note", *arguments).code == 0
    (saved,) = line("log", "--json").json
    assert (saved["line"], saved["date"]) == ("laughed", "2026-11-21")


@each_row("text", ["--late again", "-h", "- a bullet", "a  b\nc"])
def test_a_text_may_begin_with_a_dash_and_keeps_its_blanks(line, text):
    assert line("note", f"jose {text}").code == 0
    assert line("log", "--json").json[0]["line"] == text


def test_several_names_are_a_small_group(line):
    said = line("note", "jose,sato built the bridge")
    assert [text.partition(": ")[2] for text in said.err.splitlines()] == [
        "José Ñandú, small group, today, private",
        "Mayumi Sato, small group, today, private",
    ]
    assert [row["kind"] for row in line("log", "--json").json] == ["small_group", "small_group"]


def test_a_promise_to_several_is_one_for_the_group_wherever_it_is_shown_unless_each_is_asked_for(line):
    said = line("note", "jose,sato built the bridge >fri bring tea")
    assert said.err.splitlines()[2:] == ["Promised [f0000001]: José Ñandú +1, due Nov 27, 2026: bring tea"]
    assert "  José Ñandú +1: bring tea, Nov 27 [f0000001]" in line("today").out.splitlines()
    assert any(row.startswith("  José Ñandú +1  Nov 27  bring tea") for row in line("week").out.splitlines())
    assert "you promised: bring tea (+1), Nov 27, 2026 [f0000001]" in line("show", "jose").out
    assert "bring tea (+1), Nov 27" in line("list").out
    line("undo")
    said = line("note", "--each", "jose,sato built the bridge >fri bring tea")
    assert [row.partition("]: ")[2] for row in said.err.splitlines()[2:]] == [
        "José Ñandú, due Nov 27, 2026: bring tea",
        "Mayumi Sato, due Nov 27, 2026: bring tea",
    ]
    assert line("note", "maya,sato >fri call home").err.count("call home") == 2  # no note says whom it is for


def test_a_name_that_fits_two_writes_nothing_and_shows_what_to_type(line):
    said = line("note", "jose,may laughed")
    assert said.code == 1
    assert said.err == (
        "“may” fits 2 students: Maya Okafor [maya], Mayumi Sato [mayumi]. Type what is in brackets instead.\n"
    )
    assert line("log").out == ""
    assert line("note", "jose,mayumi laughed").code == 0


@each_row(
    ("typed", "says"),
    [
        ("zoe laughed", "Nobody in the caseload has a name that begins with “zoe”."),
        ("", "Whose note is it?"),
        ("jose", "nothing to save yet"),
        ("jose >foo bring notes", "“>foo” is not a date for a promise"),
        ("jose tomorrow: laughs", "still to come"),
        ("jose laughed !shraed", "“!shraed” is not !private, !shareable or !staff"),
    ],
)
def test_what_is_refused_says_why_and_writes_nothing(line, typed, says):
    said = line("note", typed)
    assert said.code == 1
    assert says in said.err
    assert line("log").out == ""


def test_a_promise_may_be_for_the_next_period(line, home):
    store = Store.open(home)
    with store.change("Period", NOW) as change:
        change.add(MeetingPattern, **{**REQUIRED[MeetingPattern], "weekdays": (3,)})
    store.close()
    assert (
        line("note", "jose >next period bring notes").err
        == "Promised [f0000001]: José Ñandú, due Nov 26, 2026: bring notes\n"
    )


def test_who_writes_the_day_first_is_read_so(line, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    line("note", "jose 9/11: laughed")
    assert line("log", "--json").json[0]["date"] == "2026-11-09"


@each_row("typed", ["jose a #\x1b[31m !\x9b31m", "jose a !x\x9b31m\x1b[2J", "\x1b[2J a"])
def test_what_a_terminal_obeys_does_not_come_out(line, typed):
    assert not set("\x1b\x9b") & set(line("note", typed).err)
