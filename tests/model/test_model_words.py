"""The model in words: as model_words.txt has it."""

from kept_text import kept
from model_words_case import WORDS, words


def test_the_model_is_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
