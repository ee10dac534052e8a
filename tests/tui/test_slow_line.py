"""Over a line of 9,600 baud, such as a serial console or a very bad network, a note is taken without waiting for the screen."""

import os
import time

import pytest
from terminal_case import Terminal

from advisory.caseload.caseload import Caseload

pytestmark = pytest.mark.slow

BYTES_A_SECOND = 960
AT_MOST = 1.0
"""Seconds from Enter until it says that the note is saved."""
LETTERS_A_SECOND = 6
_PORTION = 32


class SlowTerminal(Terminal):
    """A terminal to which the program is connected by a slow line."""

    def read(self, seconds: float) -> bool:
        if not self._ready.select(seconds):
            return False
        began, data = time.monotonic(), os.read(self._master, _PORTION)
        self.written += data
        self._stream.feed(data)
        time.sleep(max(0.0, len(data) / BYTES_A_SECOND - (time.monotonic() - began)))
        return True

    def read_for(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.read(left)


def test_a_note_is_saved_within_a_second_of_enter(demo: Caseload) -> None:
    home = demo.store.folder
    demo.store.close()
    with SlowTerminal(home) as terminal:
        terminal.wait_for("Who next")
        terminal.read_for(2)
        terminal.type("c")
        terminal.wait_for("one-to-one · today")
        for letter in "Brought the lab notes":
            terminal.type(letter)
            terminal.read_for(1 / LETTERS_A_SECOND)
        pressed = time.monotonic()
        terminal.type("\r")
        terminal.wait_for("Saved")
        assert time.monotonic() - pressed < AT_MOST
