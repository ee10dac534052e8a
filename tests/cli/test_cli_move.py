"""move: on or back, with a reason, and what was missing at the gate."""


def test_a_move_through_a_gate_that_is_not_met_says_what_was_missing(line):
    moved, missing = line("move", "jose", "alliance", "--reason", "Asked for a target").err.splitlines()
    assert moved == "José Ñandú: on to Alliance"
    assert missing == (
        "Not all the signs were there: 0 of 3 Rapport signs seen; one must still come from the student. "
        "Your reason is saved with the move."
    )
    (move,) = line("show", "jose", "--json").json["stage_moves"]
    assert (move["from"], move["to"], move["override"], move["reason_key"]) == ("rapport", "alliance", True, "other")


def test_a_move_back_tends_trust(line):
    line("move", "jose", "alliance", "--reason", "on")
    said = line("move", "jose", "rapport", "--reason", "I cancelled", "--reason-key", "i_broke_a_commitment")
    assert said.err == "José Ñandú: back to Rapport: tending trust\n"
    assert line("show", "jose", "--json").json["stage_moves"][1]["reason_key"] == "i_broke_a_commitment"


def test_a_reason_key_is_enough_and_without_any_reason_a_move_is_refused(line):
    refused = line("move", "jose", "alliance")
    assert (refused.code, refused.err) == (1, "Why does it move? Type one line on what you saw.\n")
    line("move", "jose", "alliance", "--reason", "Asked for a target")
    assert line("move", "jose", "rapport", "--reason-key", "other").code == 1
    assert line("move", "jose", "rapport", "--reason-key", "long_absence").code == 0
    assert "back to Rapport: tending trust · long absence\n" in line("show", "jose").out
