"""find: everything that was written, by words and filters."""


def test_everything_is_found_and_said_by_kind_day_and_student(recorded):
    line = recorded
    assert line("find", "draft").out == "Nov 20, 2026  one-to-one  José Ñandú  Showed the draft  [c0000001]\n"
    assert line("find", "kind:promise", "is:open", "lab").out == (
        "Nov 27, 2026  promise, open  José Ñandú  bring lab notes  [f0000001]\n"
    )
    assert [row.split("  ")[1] for row in line("find", "jose").out.splitlines()] == [
        "promise, open", "promise, open", "one-to-one"
    ]  # fmt: skip
    (found,) = line("find", "minutes:<9", "#essay", "--json").json
    assert (found["id"], found["kind"], found["tags"]) == ("c0000001", "one-to-one", ["essay"])
    nothing = line("find", "xylophone")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "Nothing you wrote has “xylophone”.\n")


def test_a_filter_that_is_none_is_said_and_nothing_narrows_nothing(recorded):
    line = recorded
    said = line("find", "tonne:sad")
    assert (said.code, said.out, said.err) == (0, "", "“tonne:” is not a filter; did you mean tone:?\n")
    refused = line("find", "kind:xyz")
    assert (refused.code, refused.out) == (1, "")
    assert "kind: needs a kind, such as quick or promise" in refused.err


def test_sensitive_facts_are_left_out_and_counted(recorded):
    line = recorded
    line("know", "jose", "family", "Moved twice", "--sensitive")
    assert (
        line("find", "moved").err
        == "Nothing you wrote has “moved”.\n1 sensitive fact is left out; --sensitive shows it.\n"
    )
    assert "Moved twice" in line("find", "moved", "--sensitive").out
