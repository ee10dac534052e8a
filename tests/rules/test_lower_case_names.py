"""An ordinary word in lower case is covered when another student has it as a name, until the advisor says it is a word."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import make

from advisory.model import Student
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.names.uncovered import decided

CLASS = [
    make(Student, number, given_name=given_name, family_name=family_name)
    for number, (given_name, family_name) in enumerate(
        [("Zora", "Quimby"), ("Mark", "Okello"), ("Grace", "Njoroge"), ("Ivy", "Rose"), ("Chase", "Long"), ("Jack", "Nowak"),
         ("Will", "Price"), ("Le", "Anh"), ("So", "Takeda"), ("Hope", "Mwangi")], 1,
    )
]  # fmt: skip
ZORA = CLASS[0]
NAMES = OtherNames(ZORA, CLASS)
WORDS = ["mark", "grace", "ivy", "rose", "chase", "long", "jack", "price", "hope"]


@each_row(
    ("text", "covered"),
    [
        ("sit with grace on mondays", "sit with another student on mondays"),
        ("read with chase or ivy", "read with another student or another student"),
        ("rose helps", "Another student helps"),
        ("to sit by mark and Ivy", "to sit by another student and another student"),
        ("helps chase", "helps another student"),
        ("talk to rose", "talk to another student"),
        ("graces table", "Another student table"),
        ("will helps me, I sit by will", "Another student helps me, I sit by another student"),
        ("at last will.", "at last another student."),
        ("Le with me", "Another student with me"),
        ("So with me", "Another student with me"),
        ("Le helps", "Another student helps"),
    ],
)
def test_a_name_in_lower_case_and_a_small_word_at_the_beginning(text: str, covered: str) -> None:
    assert NAMES.covered(text) == covered


@each_row(
    "text",
    [
        "I will read, and the team will need it",
        "it will succeed; we will discuss it; she may also read",
        "so I go on, so with me it stays",
        "Up with the hands. Down with it. As with me",
    ],
)
def test_grammar_in_lower_case_is_left_alone(text: str) -> None:
    everyone = [*CLASS, make(Student, 50, given_name="May", family_name="As"), make(Student, 51, given_name="Up")]
    assert OtherNames(ZORA, everyone).covered(text) == text


@given(st.sampled_from(WORDS), st.text("abcxyz ,.\n", max_size=9), st.sampled_from([" ", ", ", ".", "\n", "’s "]))
def test_wherever_the_word_stands_it_is_covered_and_asked_about(word: str, before: str, behind: str) -> None:
    text = f"{before} {word}{behind}then"
    places = [place for place in NAMES.places(text) if place.start == len(before) + 1]
    assert [(place.end - place.start >= len(word), place.is_doubtful) for place in places] == [(True, True)]


def test_the_word_is_uncovered_and_the_name_stays_covered() -> None:
    hope = CLASS[-1]
    names = OtherNames(ZORA, CLASS, {"hope (lower case)": [hope.id]})
    assert names.covered("I hope so, and hopes are high. I sit by Hope") == (
        "I hope so, and hopes are high. I sit by another student"
    )
    assert OtherNames(ZORA, CLASS, {"hope": [hope.id]}).covered("hope, by Hope") == "Another student, by Hope"


def test_the_reader_s_own_name_shows_in_lower_case() -> None:
    assert OtherNames(CLASS[2], CLASS).covered("grace reads to rose") == "grace reads to another student"


@each_row(
    ("text", "plain"),
    [
        ("strong with fractions; she is strong", ["strong", "strong"]),
        ("hope she keeps going. We hope the best", ["hope", "hope"]),
        ("her marks are good, by the grace of luck", ["marks", "grace"]),
        ("mark the steps on a long road", ["mark", "long"]),
        ("sit with grace, saw mark the other day, ask hope, talk to rose", []),
        ("strong helps. joy came and grace too", []),
        ("by the grace njoroge wrote", []),
        ("Strong with me. Grace is here. By the Grace", []),
    ],
)
def test_a_word_that_reads_as_a_word_is_told_apart(text: str, plain: list[str]) -> None:
    """It is covered where nobody can ask, and asked about before a page goes out."""
    more = [
        make(Student, 60 + at, given_name=name, family_name="Zyx") for at, name in enumerate(["Strong", "Marks", "Joy"])
    ]
    places = OtherNames(ZORA, [*CLASS, *more]).places(text)
    assert [text[place.start : place.end] for place in places if place.is_word] == plain
    assert all(text[place.start : place.end].islower() for place in places if place.is_word)


def test_a_word_that_the_advisor_ticked_never_reads_as_a_word() -> None:
    words = decided({}, {"hope (lower case)": [CLASS[-1].id]})
    places = OtherNames(ZORA, CLASS, words).places("we hope so, and by the grace")
    assert [(place.key, place.is_word) for place in places] == [
        ("hope (lower case)", False),
        ("grace (lower case)", True),
    ]


@given(
    st.sampled_from(WORDS),
    st.text("abc ,.\n", max_size=9),
    st.sampled_from([" is", " are", " with", " she", " the", ".", "’s"]),
)
def test_with_a_capital_it_never_reads_as_a_word(word: str, before: str, behind: str) -> None:
    assert not any(
        place.is_word
        for place in NAMES.places(f"{before} {word.capitalize()}{behind} then, the {word.upper()}{behind}")
    )
