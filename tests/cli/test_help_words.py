"""The help of every command, whole, as help_words.txt has it."""

from help_words_case import WORDS, words


def test_the_help_of_each_command_is_as_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
