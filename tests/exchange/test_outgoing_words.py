"""What leaves: its preview, the file and the clipboard, whole, as outgoing_words.txt has it."""

from kept_text import kept
from outgoing_case import WORDS, words


def test_what_leaves_is_shown_and_written_as_written_down():
    said = words()
    assert said.splitlines() == kept(WORDS, said)
