"""What a name may be written as, and which words of a text are names, step by step as name_words.txt has it."""

from kept_text import kept
from name_words_case import WORDS, words


def test_each_step_finds_what_is_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
