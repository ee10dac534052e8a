"""What looks like a mark inside a sentence is a part of it: arithmetic, dates, smileys, prices and addresses stay text."""

from datetime import date

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import TODAY

from advisory.model.words import Kind, Medium, NotMadeReason, Tone, Visibility
from advisory.rules.capture.line import read_capture
from advisory.rules.capture.reading import PromiseRead, Reading

MANY = settings(max_examples=some(500), deadline=None)
FRIDAY = date(2026, 11, 27)


def told(line: str) -> dict[str, object]:
    """What a line says beyond the ordinary."""
    reading = read_capture(line, TODAY, named=False, next_period_on=date(2026, 11, 25))
    ordinary = Reading(happened_on=TODAY)
    fields = {name: getattr(reading, name) for name in Reading.__struct_fields__}
    return {name: value for name, value in fields.items() if value != getattr(ordinary, name)}


@each_row(
    ("line", "says"),
    [
        (r"\o/ \m/ C:\a \frac{1}{2}", {"text": r"\o/ \m/ C:\a \frac{1}{2}"}),
        ("she did 3 * 4 and got < 5 of ~10 right", {"text": "she did 3 * 4 and got < 5 of ~10 right"}),
        ("3 * 4 = 12 *", {"text": "3 * 4 = 12", "tone": Tone.CELEBRATE}),
        ("* 3 * 4 = 12", {"text": "3 * 4 = 12", "tone": Tone.CELEBRATE}),
        ("< 5 of 10", {"text": "< 5 of 10"}),
        ("1 < 2 <", {"text": "1 < 2", "student_started": True}),
        ("< #lab 1 < 2", {"text": "1 < 2", "tags": ("lab",), "student_started": True}),
        ("~10 of them, 3 + 4 = ~7", {"text": "~10 of them, 3 + 4 = ~7"}),
        ("~5 of ~6 done ~7 *", {"text": "~5 of ~6 done", "minutes": 7, "tone": Tone.CELEBRATE}),
        ("did #1, #3-5 and #2", {"text": "did #1, #3-5 and #2"}),
        ("got >5 of >90% and >3/4 of it", {"text": "got >5 of >90% and >3/4 of it"}),
        ("~10% ~half ~$5 ~-5 ~2.5", {"text": "~10% ~half ~$5 ~-5 ~2.5"}),
        ("#) %) !) >w< >_< ~_~", {"text": "#) %) !) >w< >_< ~_~"}),
        (
            "3 * 4 ~5 >fri do 5 * 6 *",
            {"text": "3 * 4", "minutes": 5, "tone": Tone.CELEBRATE, "promises": (PromiseRead("do 5 * 6", FRIDAY),)},
        ),
    ],
)
def test_a_sign_in_a_sentence_is_text_and_one_at_its_edge_a_mark(line, says):
    assert told(line) == says


SENTENCE_WORDS = r"""
    She did got 3 4 5 of right wrong 12 and on 9/14 at 10:30 paid $5 €7.50 5% 100% ≈ = + - × / :) ;-) :( <3 >:( ^_^ \o/ :* >_< D:
    https://a.example/~b/#c?d=%20&e=1 www.a.example/#x a@b.example #1 #3-5 C# x*y a<b 1/2 3/4 2026-09-14 room#5 (~10) >5 >=5 <= ~10% why? R&B a&b &c=d well-known -ing - -- -3
"""
TEXT_WORDS = st.sampled_from(SENTENCE_WORDS.split())
BETWEEN = st.sampled_from(["*", "?", "-absent", "-no", "&", "@", "<", "~10", "~5,", ">", "=", "<", "#", "%", "!", "~"])


@MANY
@given(st.lists(st.tuples(TEXT_WORDS, st.lists(BETWEEN, max_size=2)), max_size=6), TEXT_WORDS)
def test_any_sentence_with_signs_between_its_words_stays_whole(words, last):
    """It begins with a word; arithmetic, dates, smileys, prices and addresses are words like others."""
    sentence = " ".join(["Today", *(part for word, signs in words for part in (*signs, word)), last])
    assert told(sentence) == {"text": sentence}


@MANY
@given(
    st.lists(TEXT_WORDS, max_size=5),
    st.permutations(["~5", "*", "<", "#lab", "%phone", "!share", "&obs", "-abs"]),
    st.booleans(),
)
def test_every_mark_at_an_edge_of_any_sentence_is_one(words, marks, leads):
    sentence = " ".join(["Today", *words, "well"])
    line = " ".join([*marks, sentence] if leads else [sentence, *marks])
    assert told(line) == {
        "text": sentence,
        "minutes": 5,
        "tone": Tone.CELEBRATE,
        "student_started": True,
        "tags": ("lab",),
        "medium": Medium.PHONE,
        "visibility": Visibility.SHAREABLE,
        "kind": Kind.OBSERVATION,
        "not_made_reason": NotMadeReason.ABSENT,
    }


@each_row("line", ["read >+3 to call home", "read >2026-11-27 and hand it in", "read >12/12 to call home"])
def test_a_promise_may_begin_with_to_or_and(line: str) -> None:
    assert "promises" in told(line)
