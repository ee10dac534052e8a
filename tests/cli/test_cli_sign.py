"""signs, sign and step: the catalogue with its keys, a sign noted and what it opens, and the next step."""

import pytest

from advisory.rules.partnership.signs import CATALOGUE


def test_the_catalogue_is_listed_with_its_keys(line):
    told = line("signs").out
    assert all(sign.key in told and sign.label in told for sign in CATALOGUE)
    assert told.splitlines()[1].split()[:2] == ["says_name", "Rapport"]


def test_the_catalogue_as_json(line):
    told = line("signs", "--json").json
    assert [sign["key"] for sign in told] == [sign.key for sign in CATALOGUE]
    assert told[8] == {
        "key": "student_started",
        "stage": "rapport",
        "label": "student started contact",
        "students_doing": True,
        "hidden": False,
    }


def test_a_sign_says_what_it_was_and_what_is_missing(line):
    said = line("sign", "jose", "showed_unfinished", "--line", "Half a page", "--on", "yesterday", "--by-student")
    assert said.code == 0
    assert said.err.splitlines() == [
        "Sign [i0000001]: José Ñandú, student showed unfinished work, 2026-11-22",
        "For Alliance: one sign seen, three wanted",
    ]
    assert "for Alliance: one sign seen, three wanted" not in line("show", "maya okafor").out


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


def test_the_next_step_is_set_told_and_taken_away_when_asked_to(line):
    assert line("step", "jose", "Ask", "about", "crew").err == "Next step with José Ñandú: Ask about crew\n"
    assert "next step: Ask about crew" in line("show", "jose").out
    assert line("step", "jose").out == "Ask about crew\n"
    assert line("step", "jose", "").out == "Ask about crew\n"
    assert line("step", "jose", "--clear", "Ask again").code == 2
    assert "next step: Ask about crew" in line("show", "jose").out
    assert line("step", "jose", "--clear").err == "Next step with José Ñandú: none\n"
    assert (line("step", "jose").out, line("step", "jose").err) == ("", "Next step with José Ñandú: none\n")
    assert "next step: not set" in line("show", "jose").out
