"""Shows a refusal as a sentence in the status line instead of letting it crash the app."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from advisory.model import RecordError
from advisory.rules.refusal import Refusal
from advisory.store import StoreError

from .desk import Desk


class HasStatusLine(Protocol):
    """A screen that can show the advisor a message."""

    desk: Desk

    def say(self, text: str, student_id: str = "") -> None:
        """Show a message in the status line."""


class Outcome:
    """Whether what was tried was refused, and the sentence that explains why."""

    sentence = ""
    error: Exception | None = None

    @property
    def refused(self) -> bool:
        """Whether it was refused."""
        return bool(self.sentence)


@contextmanager
def refusals_shown(screen: HasStatusLine, student_id: str = "", *, in_status_line: bool = True) -> Iterator[Outcome]:
    """Catch a refusal and show its sentence, with the name of the student it is about, if any.

    Pass `in_status_line=False` to show the outcome's sentence elsewhere.

    When something is refused, no record has changed.
    """
    from advisory.exchange.file.error import FileError

    outcome = Outcome()
    try:
        yield outcome
    except (Refusal, StoreError, RecordError, FileError) as error:
        outcome.error = error
        outcome.sentence = screen.desk.refusal(error)
        if in_status_line:
            screen.say(outcome.sentence, student_id)
