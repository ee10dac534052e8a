"""Whom a text names: each place knows whose name it may be."""

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames


def named_in(texts: list[str], students: list[Student], but: Student) -> list[Student]:
    """The students but one whose names stand in the texts."""
    named = {one for place in OtherNames(but, students).places("\n".join(texts)) for one in place.whose}
    return [student for student in students if student.id in named]


@pytest.fixture
def others(student):
    return [
        student("Maya", "Okafor", 1),
        student("José", "D’Angelo", 2),
        student("雨桐", "李", 3),
        student("Will", "Haddad-Noor", 4),
        student("Oluwaseun", "Adeyemi", 5, preferred_name="Seun"),
        student("Ana", "Okafor", 6),
    ]


@each_row(
    ("text", "named"),
    [
        ("I read it to Jose.", ["José"]),
        ("as José's table does", ["José"]),
        ("JOSÉ, and d'angelo", ["José"]),
        ("with (D’Angelo)", ["José"]),
        ("和雨桐一起", ["雨桐"]),
        ("Haddad helps", ["Will"]),
        ("Will I do it?", []),
        ("I will do it, and noor is light", ["Will"]),
        ("Oluwaseun’s strip", ["Seun"]),
        ("Seun", ["Seun"]),
        ("Maya and Okafor", []),
        ("Josephine, Maya-like, Ananas", []),
        ("", []),
    ],
)
def test_a_whole_part_of_a_name_that_begins_like_one(others, text, named):
    found = named_in([text, "nobody here"], others, others[0])
    assert [one.called if one.called != "Oluwaseun" else "Seun" for one in found] == named


@given(st.text())
def test_any_text_can_be_looked_through(student, text):
    maya, jun = student(), student("Jun", "Watanabe", 2)
    assert maya not in named_in([text], [maya, jun], maya)
    assert named_in([f"{text} Jun"], [maya, jun], maya) == [jun]
