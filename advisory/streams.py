"""The standard streams, whichever of them is closed, full, no longer read, or a terminal.

A terminal obeys what it is sent: it takes a title, a clipboard or a color from inside a name. So only what `plain` leaves of a
text gets there. Data goes out as it is into files and pipes, which obey nothing.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from itertools import islice
from typing import Any, TextIO

KEPT_MARKS = "\u200c\u200d"
"""Joiners, which emoji and several scripts need. No mark of direction is kept: whatever it turns around, a terminal obeys it."""
_UNOBEYED = frozenset({"Zs", "Cn", "Co"})
"""Kinds of characters that no terminal obeys: other blanks, and what is newer than this Python, such as an emoji of last year."""
_BEYOND_16_BITS = 0x10000
_AT_A_TIME = 500


def obeyed(text: str) -> set[str]:
    """The characters of a text that a terminal may obey: controls, line ends, and what turns text around or hides it."""
    if text.isprintable():
        return set()
    return {
        one
        for one in set(text)
        if not one.isprintable() and one not in KEPT_MARKS and unicodedata.category(one) not in _UNOBEYED
    }


def plain(text: str) -> str:
    """The text on one line, with nothing in it that a terminal obeys."""
    unwanted = obeyed(text)
    return text.translate({ord(one): _instead(one) for one in unwanted}) if unwanted else text


def plain_lines(text: str) -> str:
    """Like `plain`, but keeps the line breaks."""
    return "\n".join(map(plain, text.replace("\r\n", "\n").split("\n")))


def _instead(character: str) -> str:
    if character.isspace():
        return " "
    return "\ufffd" if unicodedata.category(character) == "Cc" else ""


def plain_json(text: str) -> str:
    """JSON with whatever a terminal obeys written as an escape, so that a program reads the same value as before."""
    unwanted = {one for one in set(text) if not one.isprintable()} - {"\n", *KEPT_MARKS}
    return text.translate({ord(one): _escape(ord(one)) for one in unwanted}) if unwanted else text


def _escape(code: int) -> str:
    if code < _BEYOND_16_BITS:
        return f"\\u{code:04x}"
    high, low = divmod(code - _BEYOND_16_BITS, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


class PlainTerminal:
    """A text stream to a terminal. Whoever writes to it, `click` and Python's own warnings too, writes plain text."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(plain_lines(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare_streams() -> None:
    """Open the null device for each closed stream, let a letter that an encoding lacks stop nobody, keep terminals plain.

    A closed stream's number would otherwise go to the next file that is opened, such as the caseload. What is written
    to a closed stdout raises OSError, because data that went nowhere is a failure; a command that writes none ends as
    usual.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            flags = os.O_WRONLY if name == "stderr" else os.O_RDONLY
            setattr(sys, name, open(os.open(os.devnull, flags), mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream.isatty():
            setattr(sys, name, PlainTerminal(stream))


def write_talk(text: str) -> None:
    """Write a sentence to stderr. Whether anybody reads it makes no difference to what was done, nor to the exit code."""
    with suppress(OSError):
        sys.stderr.write(f"{plain(text)}\n")
        sys.stderr.flush()


def write_line(text: str) -> None:
    """Write a line for a person to read to stdout."""
    sys.stdout.write(f"{plain(text)}\n")


def write_lines(lines: Iterable[str]) -> None:
    """Write many lines for a person to read to stdout, some hundreds at a time."""
    every = iter(lines)
    while some := [plain(line) for line in islice(every, _AT_A_TIME)]:
        sys.stdout.write("\n".join([*some, ""]))


def write_data(data: bytes) -> None:
    """Write a file's worth of UTF-8 to stdout: to the letter into a file or a pipe, plain on a terminal."""
    if sys.stdout.isatty():
        sys.stdout.write(plain_lines(data.decode(errors="replace").removeprefix("\ufeff")))
    else:
        sys.stdout.buffer.write(data)
    sys.stdout.flush()


def finish_streams() -> None:
    """Write what is left, and drop what can't be written, which Python would turn into an exit code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
