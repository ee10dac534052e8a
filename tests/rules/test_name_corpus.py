"""Of more than 200 students with names that are hard to tell from words, none is left in any sentence that names them."""

import pytest
from each_row import each_row
from examples import ALL
from hypothesis import assume, given
from hypothesis import strategies as st
from name_corpus import SENTENCES, SHOUTED, USED, everybody
from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.finding import name_parts

READER = make(Student, 1, given_name="Xiomara", family_name="Zwygart")
EVERYONE = [
    make(Student, number, given_name=given, family_name=family) for number, (given, family) in enumerate(everybody(), 2)
]
SOMETIMES = {"AN", "MY", "NO"}
"""Small words that nothing tells from names among words in capitals: `WITH AN NOW`."""


@pytest.fixture(scope="module")
def names() -> OtherNames:
    return OtherNames(READER, [READER, *EVERYONE])


def left(names: OtherNames, sentences: tuple[str, ...] | list[str], name: str) -> list[str]:
    """The sentences in which a letter of the name is not covered."""
    text, spans = "", []
    for sentence in sentences:
        for at, part in enumerate(sentence.split("{}")):
            if at:
                spans.append((len(text), sentence))
                text += name
            text += part
        text += "\n"
    hidden = {at for start, end in names.found(text) for at in range(start, end)}
    return [
        sentence.replace("{}", name)
        for start, sentence in spans
        if any(letter.isalnum() and start + at not in hidden for at, letter in enumerate(name))
    ]


def test_there_are_two_hundred_of_them_in_more_than_six_scripts() -> None:
    assert len(EVERYONE) > 200
    assert len({name for name, _ in everybody()}) > 200


@pytest.mark.parametrize("whole", [False, True], ids=["first name", "whole name"])
def test_no_name_is_left_in_any_sentence(names: OtherNames, whole: bool) -> None:
    uncovered = [
        sentence
        for student in (EVERYONE[::3] if whole and not ALL else EVERYONE)  # whole names are longer, and found sooner
        for sentence in left(names, SENTENCES, student.full_name if whole else student.given_name)
    ]
    assert uncovered == []


def test_no_family_name_is_left_in_any_sentence(names: OtherNames) -> None:
    families = sorted({student.family_name for student in EVERYONE})
    assert [one for family in families for one in left(names, SENTENCES, family)] == []


def test_no_name_is_left_among_words_in_capitals(names: OtherNames) -> None:
    called = {student.given_name.upper() for student in EVERYONE} - SOMETIMES
    assert [one for name in sorted(called) for shout in SHOUTED for one in left(names, [shout], name)] == []


@given(st.sampled_from(EVERYONE), st.sampled_from(EVERYONE), st.sampled_from(SENTENCES), st.text(max_size=12))
def test_whoever_reads_no_other_s_name_is_left(reader: Student, other: Student, sentence: str, before: str) -> None:
    assume(set(name_parts(reader)).isdisjoint(name_parts(other)))
    names = OtherNames(reader, EVERYONE)
    for name in (other.given_name, other.family_name, other.full_name):
        assert left(names, [f"{before}\n{sentence}"], name) == []
    assert names.found(reader.full_name) == []


@each_row(("name", "forms"), list(USED.items()))
def test_no_form_of_a_name_is_left(name: str, forms: str) -> None:
    known = OtherNames(READER, [READER, make(Student, 2, given_name=name, family_name="Vandersloot"), *EVERYONE[-3:]])
    for form in forms.split(", "):
        hidden = known.covered(f"I sat with {form}, and then {form} came")
        assert hidden.count("another student") == 2, f"{form}: {hidden}"
        assert len(max(hidden.replace("another student", " ").split(), key=len)) <= 5, f"{form}: {hidden}"


@each_row(
    ("text", "covered"),
    [
        ("with Noah Lin. and Noah Bran.", "with another student. and another student."),
        ("Noah L is here", "Another student is here"),
        ("with Lindq. too", "with another student. too"),
        ("ask Theo and M.K. about it", "ask another student and another student. about it"),
        ("Theo says so", "Another student says so"),
        ("Theo. says so", "Another student. says so"),
        ("X. helps me", "X. helps me"),
        ("with Elif I think, and Noah L I know", "with another student I think, and another student I know"),
        ("和娜一起，跟李娜", "和another student一起，跟another student"),
        ("#NoahLindqvist, noahlindqvist", "#another student, another student"),
        ("@nlindqvist", "@another student"),
        ("with ben and noah lindqvist", "with another student and another student"),
        ("Maya², mAYA, Ma-ya, M-a-y-a", "Another student², another student, another student, another student"),
        ("Lindq's notes, noahlin", "Another student's notes, another student"),
        ("on May 3. On May 3: Ben", "on May 3. On May 3: another student"),
        ("1. Mark 2. Will 3. Hope", "1. Another student 2. Another student 3. Another student"),
        ("with mark and will", "with another student and another student"),
        ("@mark, #hope, mark's notes", "@another student, #another student, another student's notes"),
        ("Mark asked, and said it to Ben", "Another student asked, and another student it to another student"),
        ("I sit between Will and May in May", "I sit between another student and another student in May"),
        ("written by May, on Sunday, with Sunday", "written by another student, on Sunday, with another student"),
        ("Ben Van came", "Another student another student came"),
    ],
)
def test_cut_ones_and_those_without_spaces(text: str, covered: str) -> None:
    more = [("Theodora", "Papadakis"), ("Sunday", "Said")]
    others = [make(Student, 900 + at, given_name=given, family_name=family) for at, (given, family) in enumerate(more)]
    assert OtherNames(READER, [*EVERYONE, *others]).covered(text) == covered


PROSE = [
    "The teacher said the team met last week, saw a new text on line 3, and set a time to meet at ten.",
    "Page 3: two. Chapter 2. On Friday and every Sunday, until Monday.",
    "I will do two more of them, and then one more each week.",
    "Will you look at it? May I ask you then? Mark the steps. Hope it works.",
    "In May we look again; until June I read on, and on 3 March or May 4 I show it.",
    "My plan: I do so in a small way. No more than that, so to say.",
    "An apple a day, an idea, and so on. Do it. So that I can draw the graph.",
    "I CAN DO IT. WE WILL READ IT.",
    "la, an, so, he, my and no: words in lower case that are grammar",
    "I can add fractions with unlike denominators and say why I picked the common one.",
    "Plan B. Group C. Figure D. in class E. Then I write it down, e.g. on Monday p.m.",
]


@each_row("text", PROSE)
def test_clear_ordinary_words_are_left_alone(text: str) -> None:
    assert OtherNames(READER, EVERYONE).covered(text) == text
