"""checkin: a note in one line, and what it saved."""

import pytest


def last(line) -> dict:
    return line("log", "--json").json[0]


def test_a_check_in_says_what_it_saved(line):
    assert line("checkin", "jose", "Laughed", "at", "the", "title").err == (
        "Saved [c0000001]: José Ñandú, one-to-one, Nov 23, 2026, private\n"
    )
    assert last(line)["line"] == "Laughed at the title"


@pytest.mark.parametrize(
    ("options", "saved"),
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
def test_an_option_goes_before_the_text_or_after_it(line, options, saved):
    for arguments in (["jose", "Laughed", *options], [*options, "jose", "Laughed"]):
        assert line("checkin", *arguments).code == 0
        assert last(line) | saved == last(line)


def test_who_writes_the_day_first_is_read_so(line, home):
    (home / "settings.json").write_text('{"day_first": true}', encoding="utf-8")
    line("checkin", "jose", "x", "--on", "9/11")
    assert last(line)["date"] == "2026-11-09"


def test_a_tag_alone_is_enough(line):
    assert line("checkin", "jose", "--tag", "crew").code == 0
