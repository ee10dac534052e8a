"""The words that files are read by, and the limits: as known_words.txt has them."""

from known_words_case import WORDS, words


def test_no_word_is_lost():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
