"""The standard streams, whichever of them is closed, full, or no longer read."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper


def prepare_streams() -> None:
    """Open the null device for each stream that is closed, and let a letter that an encoding lacks stop nobody.

    A closed stream's number would otherwise go to the next file that is opened, such as the caseload.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write_talk(text: str) -> None:
    """Write to stderr. Whether anybody reads it makes no difference to what was done, nor to the exit code."""
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def finish_streams() -> None:
    """Write what is left, and drop what can't be written, which Python would turn into an exit code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
