"""The words that files are read by, and the limits: as known_words.txt has them."""

from kept_text import kept
from known_words_case import WORDS, words


def test_no_word_is_lost():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
