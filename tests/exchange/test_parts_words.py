"""The smallest parts of reading and writing, at their edges: as parts_words.txt has it."""

from parts_case import WORDS, words


def test_each_part_makes_of_it_what_is_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
