"""`advisory today`: the opening screen in lines."""


def test_every_list_of_the_opening_screen_is_there(line):
    line("promise", "jose", "call grandmother", "--due", "today")
    line("note", "maya says the map ..")
    out = line("today").out.splitlines()
    assert out[0] == "Who next"
    assert out[1] == "  José Ñandú: you promised: call grandmother"
    at = out.index("The round")
    assert out[at : at + 3] == [
        "The round",
        "  1 of 3 this round, since Nov 23: 1 school day, interval 10",
        "  here but not yet: José Ñandú, Mayumi Sato",
    ]
    assert any(row.startswith("  José Ñandú: call grandmother, Nov 23 [f") for row in out)
    assert any(row.startswith("  Maya Okafor: one-to-one, Nov 23 [c") for row in out)
    assert out[-4:] == ["The circle", "  seen 1: Maya Okafor", "  to see 2: José Ñandú, Mayumi Sato", "  not here 0"]


def test_no_text_of_a_note_is_shown(line):
    line("note", "maya says the map ..")
    assert "the map" not in line("today").out


def test_in_a_summer_without_terms_nobody_is_to_be_seen(line):
    said = line("--today", "2027-07-15", "today").out.splitlines()
    assert said[:2] == ["Who next", "  There is no school now: nobody waits for you."]
    assert said[-2:] == ["The circle", "  seen 0"]
