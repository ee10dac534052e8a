"""Where a search's words stand in a text: accents, case and blanks make no difference, and what is marked fits the word."""

from itertools import pairwise

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY

from advisory.rules.log.line import fold_text
from advisory.rules.log.matched import around, matched, words_to_mark
from advisory.rules.log.query import read_query

TEXTS = st.text(st.sampled_from("aáeß ab’c\tÉ̈x"), max_size=20)
WORDS = TEXTS.map(lambda text: fold_text(text).strip()).filter(bool)


def marked(text, *words):
    return [text[one.start : one.end] for one in matched(text, map(fold_text, words))]


@each_row(
    ("text", "words", "wanted"),
    [
        ("The lab, the LAB", ["lab"], ["lab", "LAB"]),
        ("Écriture libre", ["ecr"], ["Écr"]),
        ("cafe\u0301s", ["cafe"], ["cafe\u0301"]),
        ("D’Andre said", ["dandre"], ["D’Andre"]),
        ("two\n  words", ["two words"], ["two\n  words"]),
        ("Straße", ["strass"], ["Straß"]),
        ("robotics", ["rob", "bot"], ["robot"]),
        ("robotics", ["rob", "ot"], ["robot"]),
        ("robotics", ["ro", "ot"], ["ro", "ot"]),
        ("robotics", ["ro", "bo"], ["robo"]),
        ("lab robotics", ["lab", "rob", "bot"], ["lab", "robot"]),
        ("lab notes", ["notes", "lab"], ["lab", "notes"]),
        ("lab", [""], []),
        ("", ["lab"], []),
        ("lab", ["xylophone"], []),
    ],
)
def test_what_fits_is_marked(text, words, wanted):
    assert marked(text, *words) == wanted


@given(text=TEXTS, word=WORDS)
def test_a_word_is_marked_exactly_where_it_is_found(text, word):
    stretches = matched(text, [word])
    assert bool(stretches) == (word in fold_text(text))
    assert all(word in fold_text(text[one.start : one.end]) for one in stretches)
    assert all(one.end < other.start for one, other in pairwise(stretches))


def test_whatever_narrows_a_search_by_words_is_marked():
    query = read_query("essay #lab tag:ma with:rosa who:ama kind:quick", TODAY)
    assert words_to_mark(query) == ["essay", "lab", "ama", "ma", "rosa"]


@each_row(
    ("text", "word", "room", "begins"),
    [
        ("the essay is here", "essay", 20, "the essay is here"),
        ("all through the morning she wrote the essay", "essay", 20, "the essay"),
        ("xxxxxxxxxxxxxxxxxxxxxxxxxessay", "essay", 9, "xxxessay"),
        ("nothing at all", "essay", 4, "nothing at all"),
    ],
)
def test_a_long_text_begins_shortly_before_what_fits(text, word, room, begins):
    assert text[around(text, matched(text, [word]), room) :] == begins


@given(text=TEXTS, word=WORDS, room=st.integers(1, 9))
def test_what_fits_is_in_view(text, word, room):
    stretches = matched(text, [word])
    begin = around(text, stretches, room)
    assert not stretches or begin <= stretches[0].start <= begin + room
