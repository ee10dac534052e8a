"""`advisory log --find`: the log's query on the command line."""

import pytest
from each_row import each_row


@pytest.fixture
def told(line):
    line("checkin", "jose", "Showed the draft", "--on", "fri", "--tag", "essay")
    line("checkin", "maya", "Called twice", "--kind", "family_contact", "--not-reached")
    line("checkin", "maya", "An old draft", "--on", "2024-09-03")
    return line


@each_row(
    ("arguments", "wanted"),
    [
        (("--find", "draft"), ["Showed the draft", "An old draft"]),
        (("maya", "--find", "draft"), ["An old draft"]),
        (("--find", "who:jose #es"), ["Showed the draft"]),
        (("--find", "kind:family is:attempt"), ["Called twice"]),
        (("--find", "from:11/1 to:11/22"), ["Showed the draft"]),
        (("--find", "to:2025-01-01"), ["An old draft"]),
        (("--find", "jose", "maya"), []),
        (("--find", " "), ["Called twice", "Showed the draft", "An old draft"]),
        (("maya",), ["Called twice", "An old draft"]),
    ],
)
def test_only_what_fits_is_told_newest_first(told, arguments, wanted):
    said = told("log", *arguments)
    assert (said.code, said.err) == (0, "")
    assert [row.split("  ", 3)[3] for row in said.out.splitlines()] == wanted


def test_as_json_it_is_the_rows_of_the_csv(told):
    (row,) = told("log", "--find", "essay", "--json").json
    assert (row["student"], row["line"], row["tags"]) == ("José Ñandú", "Showed the draft", ["essay"])


def test_what_cannot_be_read_is_told_and_narrows_nothing(told):
    said = told("log", "--find", "draft kind:zz")
    assert said.code == 0
    assert len(said.out.splitlines()) == 2
    assert "not “zz”" in said.err


@each_row(
    ("query", "notice"),
    [("kind:xyz", "not “xyz”"), ("from:2/30", "from: wants a day"), ("by:me", "not “me”"), ("#", "# wants")],
)
def test_a_query_of_which_nothing_can_be_read_is_refused(told, query, notice):
    said = told("log", "--find", query)
    assert (said.code, said.out) == (1, "")
    assert notice in said.err


def test_day_first_is_obeyed(told, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    assert "Showed the draft" in told("log", "--find", "from:20/11 to:22/11").out


def test_a_name_that_fits_nobody_is_refused(told):
    assert told("log", "zelda", "--find", "draft").code == 1
