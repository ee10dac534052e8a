"""Students of one name are always shown with as much more as tells them apart."""

from each_row import each_row
from examples import some
from hypothesis import given, settings
from name_strategy import caseloads

from advisory.rules.names.finding import fold, full_names, initials, short_names
from advisory.rules.names.shaded import distinct_initials

FEW = settings(max_examples=some(150), deadline=None)


def shorts(*students):
    return list(short_names(students).values())


def test_a_first_name_that_only_one_has_is_enough(student):
    assert shorts(student("Maya", "Okafor"), student("Jun", "Sato", 2)) == ["Maya", "Jun"]


@each_row(
    ("families", "shown"),
    [
        (("Okafor", "Brandt"), ["Noah O.", "Noah B."]),
        (("Brandt", "Brown"), ["Noah Bra.", "Noah Bro."]),
        (("Li", "Lima"), ["Noah Li", "Noah Lim."]),
        (("Özil", "Okafor"), ["Noah Öz.", "Noah Ok."]),
        (("O\u0308zil", "Brandt"), ["Noah O\u0308.", "Noah B."]),
        (("王", "金"), ["Noah 王", "Noah 金"]),
        (("किरण", "कमल"), ["Noah कि.", "Noah कम."]),
    ],
)
def test_a_first_name_that_two_have_gets_as_much_of_the_family_name_as_is_needed(student, families, shown):
    assert shorts(*(student("Noah", family, number) for number, family in enumerate(families, 1))) == shown


def test_accents_and_case_do_not_tell_apart(student):
    assert shorts(student("José", "Ruiz"), student("JOSE", "Silva", 2)) == ["José R.", "JOSE S."]
    assert shorts(student("José", "Ruiz", grade="9"), student("Jose", "Ruíz", 2, grade="10")) == [
        "José 9",
        "Jose 10",
    ]


def test_the_name_they_go_by_is_the_one_that_counts(student):
    assert shorts(student("Samuel", "Ito", preferred_name="Sam"), student("Sam", "Reed", 2)) == ["Sam I.", "Sam R."]


@each_row(
    ("one", "other", "marks"),
    [
        ({"grade": "9"}, {"grade": "10"}, ("grade 9", "grade 10")),
        ({"student_number": "17"}, {"student_number": "18", "grade": "9"}, ("17", "18")),
        ({"email": "a.li@school.example"}, {"email": "a.li2@school.example"}, ("a.li", "a.li2")),
        ({"grade": "9"}, {"grade": "9"}, ("s0000001", "s0000002")),
        ({}, {}, ("s0000001", "s0000002")),
    ],
)
def test_a_whole_name_that_two_have_is_told_apart_by_what_they_do_not_share(student, one, other, marks):
    names = full_names([student("Ana", "Li", 1, **one), student("Ana", "Li", 2, **other)])
    assert list(names.values()) == [f"Ana Li ({mark})" for mark in marks]


def test_a_family_name_that_looks_like_a_mark_is_told_apart_by_the_id(student):
    same, other, odd = student(grade="9"), student(number=2, grade="10"), student("Maya", "Okafor (grade 9)", 3)
    names = list(full_names([same, other, odd]).values())
    assert names[1] == "Maya Okafor (grade 10)"
    assert names[::2] == ["Maya Okafor (grade 9) (s0000001)", "Maya Okafor (grade 9) (s0000003)"]


def test_a_first_name_that_looks_like_somebody_shortened_is_told_in_full(student):
    own, lopez, gomez = student("Ana L.", "Xu"), student("Ana", "Lopez", 2), student("Ana", "Gomez", 3)
    assert shorts(own, lopez, gomez) == ["Ana L. Xu", "Ana Lopez", "Ana G."]


@FEW
@given(caseloads())
def test_no_two_students_are_ever_shown_alike(students):
    for names in (short_names(students), full_names(students)):
        assert names.keys() == {student.id for student in students}
        shown = [fold(name) for name in names.values()]
        assert len(set(shown)) == len(shown), names


@FEW
@given(caseloads())
def test_what_is_shown_begins_with_the_name_they_go_by(students):
    full, short = full_names(students), short_names(students)
    for student in students:
        assert short[student.id].startswith(student.called)
        assert full[student.id].startswith(student.full_name)


@FEW
@given(caseloads())
def test_a_whole_name_that_only_one_has_stays_bare(students):
    names = full_names(students)
    shared = [fold(student.full_name) for student in students]
    for student in students:
        if shared.count(fold(student.full_name)) == 1:
            assert names[student.id] == student.full_name


@each_row(
    ("given_name", "family_name", "letters"),
    [
        ("Maya", "Okafor", "MO"),
        ("José", "Ñandú", "JÑ"),
        ("小明", "王", "小·"),
        ("娜", "李", "··"),
        ("'Alofa", "(Leota)", "AL"),
        ("ßeta", "ßigma", "SS"),
        ("...", "!!", "–"),
    ],
)
def test_initials_are_a_letter_of_each_name(student, given_name, family_name, letters):
    assert initials(student(given_name, family_name)) == letters


def test_initials_are_of_the_name_they_go_by(student):
    assert initials(student("Theodora", "Papadakis", preferred_name="dora")) == "DP"


def test_initials_that_several_share_have_a_number_in_the_order_they_were_added(student):
    maya, marek, jun, ming, wei = (
        student("Maya", "Okafor"),
        student("Marek", "Orban", 2),
        student("Jun", "Sato", 3),
        student("娜", "李", 4),
        student("伟", "王", 5),
    )
    shown = distinct_initials([wei, marek, jun, maya, ming])
    assert [shown[one.id] for one in (maya, marek, jun, ming, wei)] == ["MO", "MO2", "JS", "··", "··2"]
    assert distinct_initials([maya, jun])[maya.id] == "MO"


def test_a_number_in_a_name_is_nobody_else_s_initials(student):
    shown = distinct_initials([student("Mo", "!"), student("Mi", "!", 2), student("Mo", "2nd", 3)])
    assert list(shown.values()) == ["M", "M3", "M2"]


@FEW
@given(caseloads())
def test_initials_are_unique_and_tell_no_more_than_the_letters(students):
    shown = distinct_initials(students)
    assert len(set(shown.values())) == len(students)
    assert all(shown[one.id].rstrip("0123456789") == initials(one).rstrip("0123456789") for one in students)
