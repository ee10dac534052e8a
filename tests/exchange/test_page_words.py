"""The page of a pact in both formats: whole, as page_words.txt has it."""

from kept_text import kept
from page_words_case import WORDS, words


def test_each_page_is_written_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
