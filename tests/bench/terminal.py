"""A program in a pseudo-terminal: when something is on its screen, and how many bytes that took."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

COLUMNS, LINES = 120, 40
PATIENCE = 30.0
_QUIET = 0.08
"""Seconds without output after which a key is done."""


class Taken(NamedTuple):
    """Milliseconds until it was there, and until the last byte; and the bytes."""

    there: float
    done: float
    written: int


class Program:
    """A program in a terminal of 120 by 40 that shows it as pyte does. Times are those at which bytes came."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            asked = {"HOME": str(home), "ADVISORY_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), {**os.environ, **asked})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    @property
    def shown(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def ready(self, is_so: Callable[[str], bool]) -> Taken:
        """Wait for the first screen, from when the program was started."""
        return self._wait(self.began, is_so)

    def key(self, keys: str, is_so: Callable[[str], bool] | None = None) -> Taken:
        """Type something, and wait until something is so on the screen; by default, until it is another."""
        before = self.shown
        began = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return self._wait(began, is_so or (lambda shown: shown != before))

    def idle(self, seconds: float) -> float | None:
        """The share of a processor that the program takes while nothing is typed, in percent; None where nobody tells."""
        self._read_for(1.0)
        before = self._nanoseconds()
        self._read_for(seconds)
        return None if before is None else ((self._nanoseconds() or 0) - before) / seconds / 1e7

    def _nanoseconds(self) -> int | None:
        try:
            threads = list(Path(f"/proc/{self.pid}/task").iterdir())
            return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
        except (OSError, ValueError):
            return None

    def _read_for(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, seconds: float) -> int:
        """How many bytes came; 0 if none did in so many seconds."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return 0
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # it has ended
            return 0
        self._stream.feed(data)
        return len(data)

    def _wait(self, began: float, is_so: Callable[[str], bool]) -> Taken:
        there = done = None
        written = 0
        while True:
            if not select.select([self._terminal], [], [], _QUIET)[0]:
                if there is not None:
                    return Taken(there, done or there, written)
                if time.perf_counter() - began > PATIENCE:
                    raise TimeoutError(f"It did not come; there was:\n{self.shown}")
                continue
            at = (time.perf_counter() - began) * 1000
            count = self._read(0)
            if not count:
                raise TimeoutError(f"It has ended; there was:\n{self.shown}")
            written, done = written + count, at
            if there is None and is_so(self.shown):
                there = at


def python(code: str) -> tuple[str, ...]:
    """The command that runs some Python."""
    return sys.executable, "-c", code
