"""What leaves: its preview, the file and the clipboard, whole, as outgoing_words.txt has it."""

from outgoing_case import WORDS, words


def test_what_leaves_is_shown_and_written_as_written_down():
    assert words().splitlines() == WORDS.read_text(encoding="utf-8").splitlines()
