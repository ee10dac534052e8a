"""promise: what was promised, and until when."""


def test_a_promise_says_until_when(line):
    assert line("promise", "jose", "bring", "lab notes", "--due", "fri").err == (
        "Promised [f0000001]: José Ñandú, due Nov 27, 2026\n"
    )
    (promise,) = line("show", "jose", "--json").json["followups"]
    assert (promise["text"], promise["owner"], promise["status"]) == ("bring lab notes", "advisor", "open")


def test_what_others_promised_says_whose_it_is_and_stands_apart(line):
    for owner, whose in (("student", "the student"), ("family", "the student's family"), ("staff", "staff")):
        said = line("promise", "jose", "hand in the form", "--due", "fri", "--by", owner)
        assert said.err.endswith(f"José Ñandú, by {whose}, due Nov 27, 2026\n")
    assert line("note", "jose >fri @student read on").err.endswith("by the student, due Nov 27, 2026: read on\n")
    today = line("today").out
    assert "Your promises\nPromised by others\n" in today
    assert "  José Ñandú, family: hand in the form, Nov 27, 2026 [f0000002]\n" in today
    shown = line("show", "jose").out
    assert "  promised by staff: hand in the form, Nov 27, 2026 [f0000003]\n" in shown
    assert "you promised" not in shown
    assert line("next").out.count("hand in the form") == 0
