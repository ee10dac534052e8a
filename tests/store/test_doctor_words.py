"""What doctor says, and what its repair leaves, of every damage in doctor_case: whole, as doctor_words.txt has it."""

import os

from doctor_case import WORDS, words
from kept_text import kept


def test_each_damage_is_told_and_put_right_as_written_down(monkeypatch):
    for name in ("fsync", "fdatasync"):  # a hundred folders in turn, and nobody needs them on the disk
        monkeypatch.setattr(os, name, lambda _descriptor: None, raising=False)
    said = words()
    assert said.splitlines() == kept(WORDS, said)
