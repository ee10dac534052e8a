"""Which side of a student a question of a survey asks about."""

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st

from advisory.model.words import Facet
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.question_facet import facet_of_question


@each_row(
    ("question", "facet"),
    [
        ("What do you like to do after school?", Facet.INTERESTS),
        ("Hobbies & interests", Facet.INTERESTS),
        ("What is your favorite way to spend a weekend?", Facet.INTERESTS),
        ("What are you good at, that few people know?", Facet.STRENGTHS),
        ("A skill you have taught yourself", Facet.SKILLS),
        ("What do you know a lot about?", Facet.KNOWLEDGE),
        ("Which languages do you speak?", Facet.LANGUAGE),
        ("Who do you live with?", Facet.FAMILY),
        ("Tell me about your family.", Facet.FAMILY),
        ("Which classmates do you work with best?", Facet.PEERS),
        ("How do you pronounce your name?", Facet.NAME),
        ("What should I call you?", Facet.NAME),
        ("What should we call you? (nickname)", Facet.NAME),
        ("What are your goals for this year?", Facet.HOPES),
        ("Where do you see yourself in the future?", Facet.HOPES),
        ("What helps you learn?", Facet.LEARNS_BEST),
        ("What can teachers do to help you learn best", Facet.LEARNS_BEST),
        ("What makes you anxious or stressed at school?", Facet.STRESS),
        ("Which adult at school do you trust?", Facet.TRUSTED_ADULTS),
        ("Learns best when", Facet.LEARNS_BEST),
        ("stress", Facet.STRESS),
        ("Anything else?", None),
        ("Favorite friend", None),  # two sides, one word each
        ("", None),
    ],
)
def test_a_question_is_about_what_most_of_its_words_tell_of(question: str, facet: Facet | None) -> None:
    assert facet_of_question(question) is facet


@given(st.sampled_from(list(Facet)), st.data(), st.sampled_from([str, str.upper, str.casefold]))
def test_our_own_questions_and_labels_are_about_their_side(facet: Facet, data: st.DataObject, case) -> None:
    ours = (facet.value, facet.label, SIDES[facet].about, *SIDES[facet].questions)
    assert facet_of_question(case(data.draw(st.sampled_from(ours)))) is facet


@given(st.text())
def test_any_text_is_about_one_side_or_none(text: str) -> None:
    assert facet_of_question(text) in {*Facet, None}
