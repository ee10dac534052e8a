"""The smallest parts of reading and writing, at their edges: as parts_words.txt has it."""

from kept_text import kept
from parts_case import WORDS, words


def test_each_part_makes_of_it_what_is_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
