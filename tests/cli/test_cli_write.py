"""checkin, promise, move, undo and redo: one line each, and what they did is said."""

import pytest


def last(line) -> dict:
    return line("log", "--json").json[0]


def test_a_check_in_says_what_it_saved(line):
    assert line("checkin", "jose", "Laughed", "at", "the", "title").err == (
        "Saved [c0000001]: José Ñandú, one-to-one, 2026-11-23, private\n"
    )
    assert last(line)["line"] == "Laughed at the title"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], {"initiator": "advisor", "visibility": "private", "contact_made": True, "counts_one_to_one": True}),
        (["--kind", "quick_touch"], {"kind": "quick_touch", "counts_contact": True, "counts_one_to_one": False}),
        (["--not-reached"], {"contact_made": False, "counts_contact": False, "counts_one_to_one": False}),
        (["--student-started"], {"initiator": "student"}),
        (["--visibility", "staff"], {"visibility": "staff"}),
        (["--minutes", "7"], {"minutes": 7}),
        (["--tag", "crew", "--tag", "essay"], {"tags": ["crew", "essay"]}),
        (["--on", "yesterday"], {"date": "2026-11-22"}),
        (["--on", "mon"], {"date": "2026-11-16"}),
        (["--on", "-2"], {"date": "2026-11-21"}),
        (["--on", "9/14"], {"date": "2026-09-14"}),
        (["--on", "2026-09-14"], {"date": "2026-09-14"}),
    ],
)
def test_an_option_goes_before_the_text_or_after_it(line, options, told):
    for arguments in (["jose", "Laughed", *options], [*options, "jose", "Laughed"]):
        assert line("checkin", *arguments).code == 0
        assert last(line) | told == last(line)


def test_who_writes_the_day_first_is_read_so(line, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    line("checkin", "jose", "x", "--on", "9/11")
    assert last(line)["date"] == "2026-11-09"


def test_a_tag_alone_is_enough(line):
    assert line("checkin", "jose", "--tag", "crew").code == 0


def test_a_promise_says_until_when(line):
    assert line("promise", "jose", "bring", "lab notes", "--due", "fri").err == (
        "Promised [f0000001]: José Ñandú, until 2026-11-27\n"
    )
    (promise,) = line("show", "jose", "--json").json["followups"]
    assert (promise["text"], promise["owner"], promise["status"]) == ("bring lab notes", "advisor", "open")


def test_a_move_through_a_gate_that_is_not_met_says_what_was_missing(line):
    moved, missing = line("move", "jose", "alliance", "--reason", "Asked for a target").err.splitlines()
    assert moved == "José Ñandú: on to Alliance"
    assert missing == (
        "The signs were not all there: no signs seen, three wanted, one of them the student's doing. "
        "Your reason is kept with the move."
    )
    (move,) = line("show", "jose", "--json").json["stage_moves"]
    assert (move["from"], move["to"], move["override"], move["reason_key"]) == ("rapport", "alliance", True, "other")


def test_a_move_back_tends_trust(line):
    line("move", "jose", "alliance", "--reason", "on")
    said = line("move", "jose", "rapport", "--reason", "I cancelled", "--reason-key", "i_broke_a_commitment")
    assert said.err == "José Ñandú: back to Rapport: tending trust\n"
    assert line("show", "jose", "--json").json["stage_moves"][1]["reason_key"] == "i_broke_a_commitment"


def test_undo_and_redo_say_what_and_whom(line):
    line("checkin", "jose", "Laughed")
    assert line("undo").err == "Undid: Check-in: one-to-one · José Ñandú\n"
    assert line("log").out == ""
    assert line("redo").err == "Did again: Check-in: one-to-one · José Ñandú\n"
    assert last(line)["line"] == "Laughed"
    assert line("redo").err == "There is nothing to redo.\n"


def test_undo_goes_back_to_an_empty_folder_and_no_further(line):
    for _ in range(3):
        assert line("undo").err.startswith("Undid: New student")
    said = line("undo")
    assert (said.code, said.err) == (0, "There is nothing to undo.\n")
    assert line("list", "--json").json == []


def test_a_reason_key_is_enough_and_without_any_reason_a_move_is_refused(line):
    refused = line("move", "jose", "alliance")
    assert (refused.code, refused.err) == (1, "A move needs a reason: one line on what you saw.\n")
    line("move", "jose", "alliance", "--reason", "Asked for a target")
    assert line("move", "jose", "rapport", "--reason-key", "other").code == 1
    assert line("move", "jose", "rapport", "--reason-key", "long_absence").code == 0
    assert "back to Rapport: tending trust · long absence\n" in line("show", "jose").out
