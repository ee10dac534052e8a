"""sign: a sign noted, and what is still missing for the next stage."""

import pytest


def test_a_sign_says_what_it_was_and_what_is_missing(line):
    said = line("sign", "jose", "showed_unfinished", "--line", "Half a page", "--on", "yesterday", "--by-student")
    assert said.code == 0
    assert said.err.splitlines() == [
        "Sign [i0000001]: José Ñandú, student showed unfinished work, Nov 22, 2026",
        "For Alliance: 1 of 3 Rapport signs seen",
    ]
    assert "for Alliance: 1 of 3 Rapport signs seen" not in line("show", "maya okafor").out


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("jose", "sat_on_the_steps"), 1, "no sign"),
        (("jose", "listened", "--on", "2027-01-01"), 1, "still to come"),
        (("may", "listened"), 1, "fits 2 students"),
        (("jose", "listened", "--check-in", "c0000009"), 1, "no check-in"),
    ],
)
def test_what_can_not_be_noted_is_refused_and_nothing_is_written(line, arguments, code, why):
    said = line("sign", *arguments)
    assert said.code == code
    assert why in said.err
    assert line("undo").err.startswith("Undid: New student")
