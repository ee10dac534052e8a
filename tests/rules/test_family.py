"""The people at a student's home, found as they are typed; and what went home, counted."""

from datetime import date, timedelta

import pytest
from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import CheckIn, FamilyContact, Student, Term
from advisory.model.words import Kind, NotMadeReason, Tone
from advisory.rules.capture.completion import mark_completion
from advisory.rules.capture.person import one_person
from advisory.rules.days.school_days import Calendar
from advisory.rules.family.good_word import (
    balance_words,
    home_word,
    last_good_word,
    longest_without,
    since_words,
)
from advisory.rules.family.people import called, matching_people, named, reach_words, token_of
from advisory.rules.refusal import Refusal

NGOZI = FamilyContact(name="Ngozi Okafor", relation="aunt", language="Igbo", phone="555-0100", best_time="after 6 pm")
OBI = FamilyContact(name="Obi Ngozi", relation="step-father", may_contact=False)
RUTH = FamilyContact(name="Ruth Núñez", relation="aunt")
PEOPLE = (NGOZI, OBI, RUTH)
TERM = Calendar(terms=[make(Term, starts_on=TODAY - timedelta(days=30), ends_on=TODAY + timedelta(days=30))])


@each_row(
    ("typed", "found"),
    [
        ("ngo", [NGOZI, OBI]),
        ("ngozi_o", [NGOZI]),
        ("Ngozi.Okafor", [NGOZI]),
        ("nunez", [RUTH]),
        ("aunt", [NGOZI, RUTH]),
        ("step-f", [OBI]),
        ("father", []),
        ("", []),
        ("x", []),
    ],
)
def test_a_person_is_found_by_the_beginning_of_a_name_or_the_relation(typed, found):
    assert matching_people(typed, PEOPLE) == found


def test_the_only_one_of_just_this_name_is_meant():
    ann, anna, grand = (
        FamilyContact(name=name, relation=relation)
        for name, relation in (("Ann", "aunt"), ("Anna Ann", "aunt"), ("Annabel", "grandaunt"))
    )
    assert matching_people("ann", [anna, ann, grand]) == [ann]
    assert matching_people("ann", [anna, grand]) == [anna, grand]
    assert matching_people("aunt", [ann, anna, grand]) == [ann, anna]
    assert matching_people("aunt", [ann, grand]) == [ann]


TEXTS = st.sampled_from(["aunt", "Ngozi", "Ngozi Okafor", "Okafor", "stepfather", "Núria", "Ana María", "母"])
FAMILIES = st.lists(st.builds(FamilyContact, name=TEXTS, relation=st.just("") | TEXTS), max_size=4, unique=True)


@given(FAMILIES)
def test_what_is_offered_for_a_person_means_that_person_unless_nothing_can_tell_them_apart(people):
    for person in people:
        found = matching_people(token_of(person, people), people)
        assert person in found
        assert len(found) == 1 or all(one.name.casefold() != "" for one in found)


def test_a_person_is_called_by_name_and_relation_and_found_again_by_the_whole_name():
    assert [called(one) for one in (NGOZI, FamilyContact(name="Sam Cole"))] == ["Ngozi Okafor, aunt", "Sam Cole"]
    assert (named(PEOPLE, "Ruth Núñez"), named(PEOPLE, "Ruth")) == (RUTH, None)


def test_who_is_meant_in_a_note_is_one_person_of_one_family():
    maya = make(Student, family_contacts=PEOPLE)

    def said(typed: str, *students: Student, **add: str) -> str:
        with pytest.raises(Refusal) as refused:
            one_person(typed, students, **add)
        return str(refused.value)

    assert one_person("obi", [maya]) is OBI
    one_family = (
        "A person of a family goes with a note about one student. Take out the word with the @, or all names but one."
    )
    assert said("obi") == said("obi", maya, maya) == one_family
    assert said("obi", make(Student)) == (
        "“@obi”: nobody of the family is written down yet; the student's form in the app adds them. "
        "Or type \\@obi to keep it as a plain word."
    )
    assert "written down yet; ask. Or" in said("obi", make(Student), add="ask")
    assert said("aunt", maya) == (
        "“@aunt” could be @ngozi_okafor or @ruth_nunez; type more of it. Or type \\@aunt to keep it as a plain word."
    )
    assert said("kai", maya) == (
        "“@kai” is not @ngozi_okafor, @step-father or @ruth_nunez. Or type \\@kai to keep it as a plain word."
    )


def test_who_is_not_to_be_contacted_is_said_first():
    assert reach_words(OBI) == ["do not contact"]
    assert reach_words(NGOZI) == ["speaks Igbo", "best after 6 pm", "555-0100"]
    assert reach_words(FamilyContact(name="Sam", email="sam@example.org")) == ["sam@example.org"]


@each_row(
    ("line", "completed"),
    [
        ("a &fam", ["a &family_contact"]),
        ("a &c", ["a &celebration", "a &conference"]),
        ("&family_contact", []),
        ("&se", ["&quick_touch"]),
        ("Rang -", ["Rang -absent", "Rang -declined", "Rang -no_answer", "Rang -no_time"]),
        ("-no", ["-no_answer", "-no_time"]),
        ("%ho", ["%home_visit"]),
        ("!s", ["!shareable", "!staff"]),
        ("@", ["@ngozi_okafor", "@step-father", "@ruth_nunez"]),
        ("a @obi", ["a @step-father"]),
        (">fri @s", [">fri @student", ">fri @staff"]),
        (">fri @", [">fri @student", ">fri @family", ">fri @staff"]),
        ("well-no", []),
        ("a", []),
        ("&fam ", []),
    ],
)
def test_a_mark_is_completed_where_it_is_typed(line, completed):
    assert mark_completion(line, len(line), PEOPLE) == completed


def test_a_mark_in_the_middle_is_completed_and_the_rest_stays():
    assert mark_completion("@ruth she laughed", 5, PEOPLE) == ["@ruth_nunez she laughed"]


def home(day: date, tone: Tone = Tone.NEUTRAL, *, made: bool = True, kind: Kind = Kind.FAMILY_CONTACT) -> CheckIn:
    missed = {} if made else {"contact_made": False, "not_made_reason": NotMadeReason.NO_ANSWER}
    counts = {"counts_contact": False, "counts_one_to_one": False}
    return make(CheckIn, happened_on=day, tone=tone, kind=kind, **counts, **missed)


def days(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def test_a_good_word_is_a_celebration_that_reached_the_family():
    good = home(days(7), Tone.CELEBRATE)
    others = [
        home(days(6), Tone.CELEBRATE, made=False),
        home(days(5), Tone.CELEBRATE, kind=Kind.CELEBRATION),
        home(days(4), Tone.CONCERN),
        home(days(3)),
        home(days(-1), Tone.CELEBRATE),
    ]
    assert last_good_word(reversed([good, *others]), TODAY) is good
    word = home_word(make(Student), [good, *others], TERM, TODAY)
    assert (word.good_word_on, word.good_word_age, word.is_this_term) == (days(7), 5, True)
    assert (word.celebrations, word.concerns, word.others, word.attempts) == (1, 1, 1, 1)


def test_a_good_word_before_the_term_is_known_and_does_not_count_and_one_of_last_year_is_not_read():
    before = home_word(make(Student), [home(days(40), Tone.CELEBRATE)], TERM, TODAY)
    assert (before.good_word_on, before.is_this_term, before.celebrations) == (days(40), False, 0)
    last_year = home_word(make(Student), [home(days(200), Tone.CELEBRATE)], TERM, TODAY)
    assert (last_year.good_word_on, last_year.good_word_age, last_year.is_this_term) == (None, None, False)


def test_who_waits_longest_comes_first_and_the_balance_is_said_in_a_sentence():
    words = [
        home_word(make(Student, number), told, TERM, TODAY)
        for number, told in enumerate([[home(days(3), Tone.CELEBRATE)], [], [home(days(9), Tone.CONCERN)]], 1)
    ]
    assert [word.student.id for word in longest_without(words)] == ["s0000002", "s0000003", "s0000001"]
    assert balance_words(words, since_words(TERM, TODAY)) == (
        "1 of 3 families had a good word this term; 1 celebration and 1 concern went home."
    )
    assert since_words(Calendar(), TODAY) == "this school year"
    assert balance_words([], "this term") == "Your caseload is empty."


CALLS = st.lists(
    st.builds(home, st.integers(-5, 250).map(days), st.sampled_from(Tone), made=st.booleans()), max_size=12
).map(lambda told: sorted(told, key=lambda one: one.happened_on))


@given(CALLS)
def test_every_call_of_the_term_is_counted_once(told):
    word = home_word(make(Student), told, TERM, TODAY)
    of_term = [one for one in told if TERM.term_at(TODAY).starts_on <= one.happened_on <= TODAY]
    assert word.celebrations + word.concerns + word.others + word.attempts == len(of_term)
    assert word.is_this_term == (word.celebrations > 0)
    last = last_good_word(reversed(told), TODAY)
    assert word.good_word_on in {None, last.happened_on if last else None}


def test_the_first_day_of_the_term_is_of_the_term_and_the_day_before_it_is_not():
    word = home_word(make(Student), [home(days(31), Tone.CONCERN), home(days(30), made=False)], TERM, TODAY)
    assert (word.celebrations, word.concerns, word.others, word.attempts) == (0, 0, 0, 1)
