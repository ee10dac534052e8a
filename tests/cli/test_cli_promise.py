"""promise: what was promised, and until when."""


def test_a_promise_says_until_when(line):
    assert line("promise", "jose", "bring", "lab notes", "--due", "fri").err == (
        "Promised [f0000001]: José Ñandú, due Nov 27, 2026\n"
    )
    (promise,) = line("show", "jose", "--json").json["followups"]
    assert (promise["text"], promise["owner"], promise["status"]) == ("bring lab notes", "advisor", "open")
