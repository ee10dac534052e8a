"""log: check-ins in lines and as JSON, all of them or those that a query finds."""

import pytest
from cli_case import columns


@pytest.fixture
def logged(line):
    line("checkin", "jose", "Showed the draft", "--on", "fri", "--tag", "essay")
    line("checkin", "maya", "Called twice", "--kind", "family_contact", "--not-reached")
    line("checkin", "maya", "An old draft", "--on", "2024-09-03")
    return line


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("--find", "draft"), ["Showed the draft", "An old draft"]),
        (("maya", "--find", "draft"), ["An old draft"]),
        (("--find", "who:jose #es"), ["Showed the draft"]),
        (("--find", "kind:family is:attempt"), ["Called twice"]),
        (("--find", "from:11/1 to:11/22"), ["Showed the draft"]),
        (("--find", "to:2025-01-01"), ["An old draft"]),
        (("--find", "jose", "maya"), []),
        (("--find", '""'), ["Called twice", "Showed the draft", "An old draft"]),
        (("--find", " "), ["Called twice", "Showed the draft", "An old draft"]),
        (("maya",), ["Called twice", "An old draft"]),
    ],
)
def test_only_what_fits_is_listed_newest_first(logged, arguments, wanted):
    said = logged("log", *arguments)
    assert (said.code, said.err) == (0, "")
    assert [row.split("  ", 3)[3] for row in said.out.splitlines()] == wanted


def test_as_json_it_is_the_rows_of_the_csv(logged):
    (row,) = logged("log", "--find", "essay", "--json").json
    assert (row["student"], row["line"], row["tags"]) == ("José Ñandú", "Showed the draft", ["essay"])


def test_what_cannot_be_read_is_listed_and_narrows_nothing(logged):
    said = logged("log", "--find", "draft kind:zz")
    assert said.code == 0
    assert len(said.out.splitlines()) == 2
    assert "not “zz”" in said.err


@pytest.mark.parametrize(
    ("query", "notice"),
    [("kind:xyz", "not “xyz”"), ("from:2/30", "from: needs a day"), ("by:me", "not “me”"), ("#", "# needs")],
)
def test_a_query_of_which_nothing_can_be_read_is_refused(logged, query, notice):
    said = logged("log", "--find", query)
    assert (said.code, said.out) == (1, "")
    assert notice in said.err


def test_day_first_is_obeyed(logged, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    assert "Showed the draft" in logged("log", "--find", "from:20/11 to:22/11").out


def test_a_name_that_fits_nobody_is_refused(logged):
    assert logged("log", "zelda", "--find", "draft").code == 1


def test_log_lists_every_check_in_newest_first(recorded):
    assert recorded("log").out.splitlines() == [
        "Nov 23, 2026  Maya Okafor  family contact, not reached  Called twice",
        "Nov 20, 2026  José Ñandú  one-to-one  Showed the draft",
    ]
    assert recorded("log", "jose").out.splitlines() == ["Nov 20, 2026  José Ñandú  one-to-one  Showed the draft"]
    assert recorded("log", "mayumi").out == ""


def test_log_as_json_has_the_columns_of_the_check_ins(recorded):
    rows = recorded("log", "--json").json
    assert [list(row) for row in rows] == [columns(recorded, "checkins")] * 2
    assert [row["line"] for row in rows] == ["Called twice", "Showed the draft"]
    assert (rows[0]["contact_made"], rows[0]["counts_contact"]) == (False, False)
    assert [row["student"] for row in recorded("log", "jose", "--json").json] == ["José Ñandú"]
