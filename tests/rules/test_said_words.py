"""Every refusal of the rules, and every text they show as it stands, word for word as said_words.txt has them."""

from kept_text import kept
from said_words_case import WORDS, words


def test_each_sentence_is_the_one_that_is_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
