"""know: something learned about a student."""

from each_row import each_row


def test_something_learned_is_said_with_how_much_is_known_now(line):
    said = line("know", "jose", "hopes", "Wants to build bridges", "--on", "2026-11-20")
    assert (said.code, said.out) == (0, "")
    assert said.err == "Learned [w0000001]: José Ñandú, hopes, Nov 20, 2026; 1 of 12 areas known this year\n"
    assert line("undo").err == "Undid: Fact learned: hopes · José Ñandú\n"


@each_row(
    ("arguments", "code", "words"),
    [
        (("know", "jose", "hopes", " "), 1, "What did you learn"),
        (("know", "jose", "hopes", "x", "--on", "2026-11-24"), 1, "Nov 24, 2026"),
        (("know", "may", "hopes", "x"), 1, "fits 2 students"),
        (("know", "jose", "health", "x"), 2, "health"),
    ],
)
def test_it_refuses_with_a_sentence_and_changes_nothing(line, arguments, code, words):
    said = line(*arguments)
    assert said.code == code
    assert words in said.err
    assert line("known", "jose", "--json").json == []
