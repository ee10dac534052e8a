"""Other students' names are found in what one student reads, and ordinary words are left alone."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames, put_back
from advisory.rules.names.finding import fold, name_parts

EVERYONE = [
    make(Student, number, given_name=given_name, family_name=family_name, **more)
    for number, (given_name, family_name, more) in enumerate(
        [
            ("Noah", "Brandt", {}),
            ("Noah", "Lindqvist", {}),
            ("Jun", "Watanabe", {}),
            ("Will", "Brown", {}),
            ("Mark", "Page", {}),
            ("May", "Li", {}),
            ("José", "Ramírez", {}),
            ("Maria", "de la Cruz", {}),
            ("雨桐", "李", {"preferred_name": "Yutong"}),
            ("Caleb", "O'Neill", {}),
            ("Anneliese-Katharina", "Featherstonehaugh", {"preferred_name": "Anni"}),
            ("شيرين", "عمر", {}),
            ("שרה", "משה", {}),
            ("प्रिया", "शर्मा", {}),
            ("👩‍👩‍👧", "Smith", {}),
        ],
        1,
    )
]
NOAH = EVERYONE[0]
NAMES = OtherNames(NOAH, EVERYONE)


@each_row(
    ("text", "covered"),
    [
        ("I read with Jun on Fridays", "I read with another student on Fridays"),
        ("Jun's work. Jun’s book", "Another student's work. Another student’s book"),
        ("with jun and JOSE and Jose\u0301", "with another student and another student and another student"),
        ("Noah Lindqvist helps Noah", "Another student helps Noah"),
        ("with Noah L. and with Noah B.", "with another student. and with Noah B."),
        ("Marias book", "Another student book"),
        ("ask Maria de la Cruz", "ask another student"),
        ("o’neill, Katharina, anni", "Another student, another student, another student"),
        ("@jun, jun_w, jun.watanabe", "@another student, another student_w, another student"),
        ("Ju\u200bn reads", "Another student reads"),
        ("和李雨桐一起", "和another student一起"),
        ("مع لعمر", "مع another student"),
        ("עם לשרה", "עם another student"),
        ("with प्रिया, with 👩‍👩‍👧", "with another student, with another student"),
    ],
)
def test_a_name_is_covered_however_it_is_written(text: str, covered: str) -> None:
    assert NAMES.covered(text) == covered


@each_row(
    "text",
    [
        "I will do two more, and the team will need them",
        "Mark the steps. Will you look at them? May I?",
        "Page 3: two examples",
        "in May, until May, on May 3 and on 3 May",
        "I go to the transfer lines in an undertaking",
        "Noah Brandt and noah",
        "de la",
        "WILL I MARK THEM?",
        "",
    ],
)
def test_ordinary_words_and_the_reader_s_own_name_are_left_alone(text: str) -> None:
    assert NAMES.covered(text) == text


@each_row("text", ["then ask Mark", "Will helps me", "Will Brown looks", "with May Li", "Brown bread", "Mark and I"])
def test_an_ordinary_word_that_may_be_a_name_is_covered(text: str) -> None:
    assert "nother student" in NAMES.covered(text)


_WORDS = st.one_of(
    st.sampled_from([name for student in EVERYONE for name in (student.given_name, student.family_name)]),
    st.sampled_from(["reads", "with", "and", "the", "Mark", "May", "in", "another student", "x\\1"]),
    st.text(max_size=6),
)
_TEXTS = st.lists(st.tuples(_WORDS, st.sampled_from([" ", ", ", ". ", "\n", "’s ", "-"]))).map(
    lambda pairs: "".join(f"{word}{between}" for word, between in pairs)
)


@given(_TEXTS)
def test_no_sure_name_is_left_and_what_is_edited_comes_back_whole(text: str) -> None:
    for hidden in (NAMES.covered(text), NAMES.masked(text)):
        assert not set(_words(hidden)) & {
            "jun",
            "watanabe",
            "lindqvist",
            "jose",
            "ramirez",
            "cruz",
            "smith",
            "anneliese",
        }
        assert "雨桐" not in hidden
    assert len(NAMES.masked(text)) == len(text)
    shown, stand_ins = NAMES.with_stand_ins(text)
    assert put_back(shown, stand_ins) == text
    assert all(text[start:end].strip() for start, end in NAMES.found(text))


def test_a_name_with_a_backslash_is_put_back_as_it_was() -> None:
    assert put_back("A student and another student came.", {"another student": r"J\1n"}) == r"A student and J\1n came."


def test_the_reader_s_own_name_is_never_a_find() -> None:
    for student in EVERYONE:
        own = OtherNames(student, EVERYONE)
        assert (
            own.covered(f"{student.given_name} {student.family_name}") == f"{student.given_name} {student.family_name}"
        )


def _words(text: str) -> list[str]:
    return fold("".join(character if character.isalnum() else " " for character in text)).split()


def test_names_of_one_student_alone_are_looked_for_in_nothing() -> None:
    assert OtherNames(NOAH, [NOAH]).found(" ".join(name_parts(NOAH))) == []


@each_row("family", ["-", ".", "?", "…", "—"])
def test_a_sign_typed_for_a_missing_family_name_is_nobody_s(family: str) -> None:
    text = "A well-read one. OK? Yes… — no"
    other = make(Student, 40, given_name="Ann", family_name=family)
    assert OtherNames(NOAH, [other]).covered(f"{text}, Ann") == f"{text}, another student"
