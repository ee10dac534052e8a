"""The model in words: as model_words.txt has it."""

from model_words_case import WORDS, words


def test_the_model_is_as_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
