"""A real terminal to run the program in: a pty, and pyte to read what is drawn on it."""

import os
import re
import selectors
import struct
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
import pytest

fcntl = pytest.importorskip("fcntl", reason="no pseudo-terminals here")
pty = pytest.importorskip("pty", reason="no pseudo-terminals here")
termios = pytest.importorskip("termios", reason="no pseudo-terminals here")

PATIENCE = 30.0
"""Seconds for a slow machine; nothing here waits as long unless something is wrong."""
COLUMNS, LINES = 80, 24
_ON_THE_TERMINAL = 'exec "$@" <"$0" >"$0" 2>"$0"'
"""For sh: $0 is the terminal, which opening makes the new session's own; then closing it hangs the program up."""
_WAITED_FOR = 'exec <"$0" >"$0" 2>"$0"; "$@"; exit $?'
"""The same, where another process has started the program and waits for it, as `uv run` does."""

_INHERITED = ("PATH", "PYTHONPATH", "LD_PRELOAD", "FAKETIME")
"""The last two set the clock, where all tests are run as of another day."""


class Terminal:
    """The program in a terminal of 80 by 24, as of 23 November 2026."""

    def __init__(self, home: Path, *arguments: str, is_waited_for: bool = False, **variables: str) -> None:
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.modes_before = termios.tcgetattr(self._slave)
        self.written = b""
        self._ready = selectors.DefaultSelector()
        self._ready.register(self._master, selectors.EVENT_READ)
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        command = [sys.executable, "-m", "advisory", "--home", str(home), "--today", "2026-11-23", *arguments]
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        self.program = subprocess.Popen(
            ["sh", "-c", _WAITED_FOR if is_waited_for else _ON_THE_TERMINAL, os.ttyname(self._slave), *command],
            env={**inherited, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            | variables,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.program.kill()
        self.program.wait(PATIENCE)
        self.close()

    def close(self) -> None:
        """Close the terminal's window."""
        self._ready.close()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
        self._master = self._slave = -1

    @property
    def shown(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def modes(self) -> list[object]:
        """How the terminal treats what is typed, as stty knows it."""
        return termios.tcgetattr(self._slave)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def wait_for(self, wanted: str) -> None:
        """Read until something is on the screen."""
        self._read_until(lambda: wanted in self.shown, wanted)

    def wait_until_gone(self, unwanted: str) -> None:
        """Read until something is no longer on the screen."""
        self._read_until(lambda: unwanted not in self.shown, f"no {unwanted}")

    def wait_for_the_end(self) -> int:
        """Read until the program has ended; its exit code."""
        self._read_until(lambda: self.program.poll() is not None, "the end")
        while self.read(0):
            pass
        return self.program.wait()

    def titles(self) -> list[str]:
        """Whatever the program told the terminal outside of the screen: its title, and the like."""
        found = re.findall(rb"\x1b[\]P^_k](.*?)(?:\x07|\x1b\\|$)", self.written, re.DOTALL)
        return [told.decode(errors="replace") for told in found]

    def _read_until(self, is_there, what: str) -> None:
        until = time.monotonic() + PATIENCE
        while not is_there():
            has_ended = self.program.poll() is not None
            if not self.read(0.05) and (has_ended or time.monotonic() > until):
                raise TimeoutError(f"{what!r} did not come; there was:\n{self.shown}")

    def read(self, seconds: float) -> bool:
        """Read what the program has drawn; False when nothing came in so many seconds."""
        if not self._ready.select(seconds):
            return False
        data = os.read(self._master, 65536)
        self.written += data
        self._stream.feed(data)
        return True
