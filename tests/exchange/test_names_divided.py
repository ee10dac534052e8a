"""Whole names divided as their column has them, and names and grades compared: every case with what comes of it."""

from roster_case import student

from advisory.exchange.roster.likeness import (
    contradicts,
    differs_in_the_middle,
    first_words,
    is_capitals_of,
    is_same,
    plain_grade,
    why_doubtful,
)
from advisory.exchange.roster.roster import RosterRow
from advisory.exchange.roster.whole_name import divide_names, split_name

ONE_WORD = "one word only; write a space between family name and given name"
NO_COMMA = "no comma between family name and given name"
NO_END = "where the family name ends can't be told; write a comma after it"


def test_what_is_in_capitals_or_before_a_comma_is_the_family_name():
    for name, divided in {
        "Stone, Ada": ("Ada", "Stone"), "Stone, Ada, Jr.": ("Ada", "Stone, Jr."), "Jr., Stone, Ada": ("Stone, Ada", "Jr."),
        "Ada Stone": ("Ada", "Stone"), "Ada": ("Ada", ""), "": ("", ""), "STONE Ada": ("Ada", "STONE"), "Ada STONE": ("Ada", "STONE"),
        "Ada Rose DE BOER": ("Ada Rose", "DE BOER"), "DE BOER Ada Rose": ("Ada Rose", "DE BOER"), "MJ Stone": ("MJ", "Stone"),
        "ADA STONE": ("ADA", "STONE"), "LI Ada": ("LI", "Ada"), "LIUS Ada": ("Ada", "LIUS"), "王、小明": ("小明", "王"), "王，小明": ("小明", "王"),
    }.items():  # fmt: skip
        assert split_name(name) == divided, name


def test_each_column_of_whole_names_is_divided_in_its_own_way():
    def divided(column, name):
        cells = {column: name}
        why = divide_names(cells)
        return why or (cells["given_name"], cells["family_name"], "is_guessed" in cells)

    for name, full, family_first, chinese in (
        ("Stone, Ada", ("Ada", "Stone", False), ("Ada", "Stone", False), ("Ada", "Stone", False)),
        ("Stone Ada", ("Stone", "Ada", True), ("Ada", "Stone", False), ("Ada", "Stone", False)),
        ("Ada", ("Ada", "", True), ONE_WORD, ONE_WORD),
        ("STONE Ada Rose", ("Ada Rose", "STONE", True), ("Ada Rose", "STONE", False), ("Ada Rose", "STONE", False)),
        ("Stone Ada Rose", ("Stone", "Ada Rose", True), NO_END, ("Ada Rose", "Stone", False)),
        ("ADA STONE ROE", ("ADA", "STONE ROE", True), NO_END, ("STONE ROE", "ADA", False)),
        ("王小明", ("王小明", "", True), ONE_WORD, ("小明", "王", False)),
        ("欧阳明", ("欧阳明", "", True), ONE_WORD, ("明", "欧阳", False)),
        ("欧阳", ("欧阳", "", True), ONE_WORD, ("阳", "欧", False)),
        ("王小明明", ("王小明明", "", True), ONE_WORD, ("小明明", "王", False)),
        ("王小明明明", ("王小明明明", "", True), ONE_WORD, ONE_WORD),
        ("남궁민", ("남궁민", "", True), ONE_WORD, ("민", "남궁", False)),
        ("王 小 明", ("王", "小 明", True), NO_END, ("小 明", "王", False)),
    ):
        assert [divided(column, name) for column in ("full_name", "french_name")] == [full, full], name
        assert divided("family_first", name) == family_first, name
        assert divided("chinese_name", name) == chinese, name
        assert divided("last_first", name) == (("Ada", "Stone", False) if "," in name else NO_COMMA), name


def test_a_whole_name_fills_in_the_part_that_a_row_does_not_have():
    for cells, left in (
        ({"given_name": "Ada", "family_name": "Stone", "full_name": "X Y"}, ("Ada", "Stone")),
        ({"given_name": "Ada", "full_name": "Ada Stone"}, ("Ada", "Stone")),
        ({"given_name": "ada", "full_name": "Stone Ada"}, ("ada", "Stone")),
        ({"family_name": "Stone", "full_name": "Ada Stone"}, ("Ada", "Stone")),
        ({"family_name": "Stone", "full_name": "Stone, Ada"}, ("Ada", "Stone")),
        ({"given_name": "Ada", "full_name": "Ada"}, ("Ada", "Ada")),
        ({"given_name": "Ada", "full_name": "Eve Poe"}, ("Ada", "Eve Poe")),
        ({"given_name": "Ada Rose", "full_name": "Ada"}, ("Ada Rose", "Ada")),
        ({"given_name": "Ada", "full_name": "Rose Ada Stone"}, ("Ada", "Rose Ada Stone")),
        ({"given_name": "Ada", "family_name": "Boer", "family_prefix": "de", "family_second": "Roe"}, ("Ada", "de Boer Roe")),
        ({"given_name": "Ada", "family_name": "", "family_prefix": "de"}, ("Ada", "")),
        ({"full_name": " ", "last_first": "Stone, Ada"}, ("Ada", "Stone")),
        ({"full_name": "Ada Stone", "last_first": "Roe, Eve"}, ("Eve", "Roe")),
    ):  # fmt: skip
        assert divide_names(cells) == ""
        assert (cells["given_name"], cells["family_name"]) == left, cells
        assert not {"full_name", "last_first", "family_prefix", "family_second"} & cells.keys()


def test_spellings_of_one_value():
    for field, ours, theirs, same in (
        ("email", "A@x", "a@X", True), ("email", "a@x", "b@x", False), ("grade", "09", "9", True), ("grade", "0", "00", True),
        ("grade", "K", "k", True), ("grade", "9", "10", False), ("given_name", "Jose\u0301", "José", True), ("given_name", "Jose", "José", False),
        ("given_name", "jose", "Jose", False),
    ):  # fmt: skip
        assert is_same(field, ours, theirs) is same
    assert [plain_grade(grade) for grade in ("000", "010", "KG", "9b", "")] == ["0", "10", "kg", "9b", ""]
    for field, ours, theirs, is_less in (
        ("family_name", "Núñez", "NUNEZ", True), ("given_name", "de Boer", "de boer", True), ("given_name", "De Boer", "de boer", True),
        ("family_name", "Quillon", "Quillon", False), ("family_name", "QUILLON", "quillon", False), ("family_name", "Quill", "QUILLON", False),
        ("preferred_name", "Quillon", "QUILLON", False),
    ):  # fmt: skip
        assert is_capitals_of(field, ours, theirs) is is_less, theirs


def test_what_speaks_against_two_of_one_name():
    def doubt(theirs, ours):
        return why_doubtful(RosterRow(1, "Sam", "Lee", **theirs), student(1, "Sam", "Lee", **ours))

    email, grade = "the name is the same, but the email is not", "the name is the same, but the grade is not"
    for theirs, ours, why in (
        ({}, {}, ""), ({"email": "a@x"}, {"email": "b@x"}, email), ({"email": "A@x"}, {"email": "a@y"}, ""),
        ({"email": "a@x", "grade": "9"}, {"email": "b@x", "grade": "09"}, ""),
        ({"email": "a@x", "grade": "9"}, {"email": "b@x", "grade": "8"}, email), ({"email": "a@x"}, {}, ""),
        ({"grade": "9"}, {"grade": "9"}, ""), ({"grade": "10"}, {"grade": "9"}, ""), ({"grade": "11"}, {"grade": "9"}, grade),
        ({"grade": "8"}, {"grade": "9"}, grade), ({"grade": "9b"}, {"grade": "12"}, grade), ({"grade": "K"}, {"grade": "12"}, ""),
    ):  # fmt: skip
        assert doubt(theirs, ours) == why, (theirs, ours)
    for theirs, ours, two in (
        ({"student_number": "1"}, {"student_number": "2"}, True), ({"student_number": "1"}, {"student_number": "1"}, False),
        ({"source_id": "a:1"}, {"source_id": "a:2"}, True), ({"source_id": "a:1"}, {"source_id": "b:2"}, False),
        ({"email": "a@x"}, {"email": "b@x"}, False), ({"student_number": "1"}, {}, False),
    ):  # fmt: skip
        assert contradicts(RosterRow(1, "Sam", "Lee", **theirs), student(1, "Sam", "Lee", **ours)) is two


def test_a_middle_name_an_initial_or_a_second_family_name_may_be_left_out():
    for (given, family), (ours, our_family), may_be in (
        (("Tamsin R", "Quillon"), ("Tamsin", "Quillon"), True), (("Tamsin", "Quillon"), ("Tamsin Rose", "Quillon"), True),
        (("T", "Quillon"), ("Tamsin", "Quillon"), True), (("Rose", "Quillon"), ("Tamsin", "Quillon"), False),
        (("Ana", "López García"), ("Ana", "López"), True), (("Ana", "Lopez"), ("Ana", "López"), True),
        (("Ana", "López"), ("Ana", "García"), False), (("Ana", "García López"), ("Ana", "López García"), False),
        (("Ana", "O'Neil"), ("Ana", "ONeil"), True), (("Sam", "Lee Jr."), ("Sam", "Lee"), True), (("Sam", ""), ("Sam", "Lee"), False),
        (("王", "李"), ("王小", "李"), False), (("Sam", "L"), ("Sam", "Lee"), True), (("R", "Quillon"), ("Tamsin", "Quillon"), False),
        (("Ana", "L"), ("Ana", "García"), False), (("Ana", "G López"), ("Ana", "López García"), False), (("Ta", "Quillon"), ("Tamsin", "Quillon"), False),
    ):  # fmt: skip
        assert differs_in_the_middle(RosterRow(1, given, family), student(1, ours, our_family)) is may_be, (
            given,
            family,
        )
    assert first_words(student(1, "Mary Ann", "Fox", preferred_name="Bee Bee")) == {"mary", "bee"}
    assert first_words(student(1, "Jr.", "Fox")) == {"fox"}
