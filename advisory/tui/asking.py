"""Turning a refusal into a sentence on the screen instead of a crash."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from advisory.exchange.file.error import FileError
from advisory.model import RecordError
from advisory.rules.refusal import Refusal
from advisory.store import StoreError

from .desk import Desk


class Speaker(Protocol):
    """Something that can say a sentence to the advisor."""

    desk: Desk

    def say(self, text: str, student_id: str = "") -> None:
        """Say it."""


class Asked:
    """What came of asking: whether it was refused, and in which words."""

    sentence = ""
    error: Exception | None = None

    @property
    def refused(self) -> bool:
        """Whether the answer was no."""
        return bool(self.sentence)


@contextmanager
def asking(speaker: Speaker, *, aloud: bool = True) -> Iterator[Asked]:
    """Do something that may be refused; a refusal is said, unless a form shows it, and nothing has changed then."""
    asked = Asked()
    try:
        yield asked
    except (Refusal, StoreError, RecordError, FileError) as error:
        asked.error = error
        asked.sentence = speaker.desk.refusal(error)
        if aloud:
            speaker.say(asked.sentence)
