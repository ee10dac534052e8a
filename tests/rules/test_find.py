"""Finding a student by name: a prefix of any part, without accents or case, and never a guess."""

import unicodedata

from each_row import each_row
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from name_strategy import caseloads
from record_case import make

from advisory.model import Student
from advisory.rules.names.finding import _LETTERS, _is_typed, find, fold, matches, name_parts

FEW = settings(max_examples=some(80), deadline=None)


@each_row(
    "query",
    [
        "jose",
        "JOSÉ",
        "Jose\u0301",
        "j",
        "nand",
        "Ñandú",
        "nan jo",
        "jose nandu",
        "pepe",
        "bea",
        "de nan",
        "josé-ma",
        "maria",
    ],
)
def test_the_beginning_of_any_part_in_any_order_finds(student, query):
    jose = student("José-María", "de Ñandú Beaumont", preferred_name="Pepe")
    assert find(query, [jose, student("Kai", "Tran", 2)]) == [jose]


@each_row("query", ["ose", "josee", "nandu kai", "jose jose jose", "tran jose", "x"])
def test_what_begins_no_part_finds_nobody(student, query):
    assert find(query, [student("José", "Ñandú"), student("Kai", "Tran", 2)]) == []


@each_row(
    ("name", "query"),
    [
        ("D’Andre", "dandre"),
        ("D'Andre", "d’an"),
        ("Søren", "soren"),
        ("Łukasz", "lukasz"),
        ("Weiß", "weiss"),
        ("İbrahim", "ibrahim"),
        ("Işık", "isik"),
        ("Ægir", "aegir"),
        ("Σοφός", "σοφοσ"),
        ("Ｋａｉ", "kai"),
        ("小明", "小"),
        ("Жанна", "жан"),
        ("Noa\u200dh", "noah"),
        ("Anne-Lise", "lise"),
    ],
)
def test_letters_are_found_as_they_are_typed(student, name, query):
    assert find(query, [student(name, "Okafor")])


@FEW
@given(st.text(st.characters(exclude_categories=["Cs", "Mc"])))
def test_a_text_folds_letter_by_letter_as_it_does_whole(text):
    whole = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS))
    assert fold(text) == "".join(filter(_is_typed, whole))


@each_row("query", ["", "  ", "'", "\u200b", "\u0301", " ’ "])
def test_a_query_of_nothing_finds_nobody_even_in_a_caseload_of_one(student, query):
    assert find(query, [student()]) == []


def test_more_than_one_who_fits_is_asked_about(student):
    maya, mayumi, other = student("Maya", "Okafor"), student("Mayumi", "Sato", 2), student("Jun", "May", 3)
    assert find("may", [maya, mayumi, other]) == [maya, mayumi, other]


def test_a_whole_name_is_the_student_who_has_it_unless_two_do(student):
    short, long = student("Ana", "Li"), student("Ana", "Lima", 2)
    assert find("ána li", [short, long]) == [short]
    assert find("ana l", [short, long]) == [short, long]
    twin = student("Ána", "Lí", 3)
    assert find("ana li", [short, long, twin]) == [short, long, twin]


def test_a_number_or_an_id_is_the_student_whose_it_is(student):
    one, other = student("Ana", "Li", 1, student_number="0042"), student("Ana", "Li", 2, student_number="42")
    assert find("0042", [one, other]) == [one]
    assert find(" s0000002 ", [one, other]) == [other]
    assert find("", [student("Ana", "Li", 3, student_number="")]) == []


@st.composite
def of_somebody(draw, texts) -> tuple[list[Student], Student, str]:
    """A caseload, one student in it, and the beginning of one of the texts they have, or the whole of it."""
    students = draw(caseloads())
    student = draw(st.sampled_from(students))
    text = draw(st.sampled_from([text for text in texts(student) if text]))
    return students, student, draw(st.just(text) | st.integers(1, len(text)).map(lambda end: text[:end]))


@FEW
@given(of_somebody(name_parts).filter(lambda drawn: fold(drawn[2]).strip() == drawn[2]))
def test_each_prefix_of_each_part_finds_the_student(drawn):
    _, student, prefix = drawn
    assert matches(prefix, student)


def names_alike() -> list[Student]:
    return [
        make(Student, 1, given_name="Ana", family_name="Li"),
        make(Student, 2, given_name="Ana", family_name="Lima"),
    ]


@FEW
@given(of_somebody(lambda student: (student.given_name, student.family_name, student.full_name)))
@example((names_alike(), names_alike()[0], "Ana Li"))
@example((names_alike(), names_alike()[0], "Ana"))
def test_one_of_several_is_never_returned_in_silence(drawn):
    students, _, query = drawn
    found, fitting = find(query, students), [one for one in students if matches(query, one)]
    if len(found) == 1 and len(fitting) > 1:
        others = [one for one in fitting if one is not found[0]]
        mine = {fold(f"{first} {found[0].family_name}") for first in (found[0].called, found[0].given_name)}
        assert " ".join(fold(query).split()) in {" ".join(name.split()) for name in mine}
        assert all(
            fold(query) not in {fold(one.full_name), fold(f"{one.given_name} {one.family_name}")} for one in others
        )
    else:
        assert found == (fitting if fold(query).strip() else [])


@FEW
@given(caseloads(), st.data())
def test_the_order_of_the_words_is_free(students, data):
    student = data.draw(st.sampled_from(students))
    words = data.draw(st.permutations(student.full_name.split()))
    assert matches(" ".join(words), student)


@FEW
@given(st.text(max_size=8))
def test_folding_twice_changes_nothing_and_case_does_not_count(text):
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper().lower()) == fold(text.lower().upper().lower())
