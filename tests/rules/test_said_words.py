"""Every refusal of the rules, and every text they show as it stands, word for word as said_words.txt has them."""

from said_words_case import WORDS, words


def test_each_sentence_is_the_one_that_is_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
