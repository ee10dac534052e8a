"""What is read of every sample and of files bent in one place: whole, as as_read.txt has it."""

from as_read_case import WORDS, words


def test_each_file_is_read_as_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
