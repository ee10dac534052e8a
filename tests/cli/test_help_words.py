"""The help of every command, whole, as help_words.txt has it."""

from help_words_case import WORDS, words
from kept_text import kept


def test_the_help_of_each_command_is_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
