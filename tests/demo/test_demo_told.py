"""The invented advisory on one Monday, whole, and its term around other days: as demo_told.txt has it."""

from demo_told_case import WORDS, words
from kept_text import kept


def test_the_advisory_is_told_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
