"""When several words of a text are one word of a name, at the edges: how few letters, which signs between them, which capitals."""

from advisory.rules.names.reading.as_one import is_one, is_spread
from advisory.rules.names.word import words_of


def one(*texts):
    return [is_one(words_of(text), text) for text in texts]


def spread(*texts):
    return [is_spread(words_of(text)) for text in texts]


def test_words_are_one_with_capitals_or_letter_by_letter_or_with_a_sign_and_more_than_three_letters():
    assert one("De Shawn", "de Shawn", "De shawn") == [True, False, False]
    assert one("d a n", "d a", "d a nn", "a-r-t") == [True, False, False, True]
    assert one("a-mm", "m-ay", "m-aya", "may-a", "may a") == [False, False, True, True, False]


def test_a_name_in_lower_case_is_spread_over_two_words_from_six_letters_on():
    assert spread("abc xyz", "ab xyz", "a bcdefg", "xiao ming", "for rest") == [True, False, False, True, False]
