"""What is read of every sample and of files bent in one place: whole, as as_read.txt has it."""

from as_read_case import WORDS, words
from kept_text import kept


def test_each_file_is_read_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
