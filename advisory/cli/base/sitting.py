"""One run of the command line: its data folder, its day, and what it prints."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

import click

from advisory.caseload.caseload import Caseload
from advisory.rules.refusal import Refusal
from advisory.settings.paths import home_folder
from advisory.store import Busy, Refused, Store
from advisory.streams import write_talk

REFUSED, FOLDER = 1, 3
"""Exit codes; 2 is click's, for a command line that was wrong."""


class OpenApp(Protocol):
    """A function that opens the app on a folder and returns its exit code."""

    def __call__(
        self, folder: Path, /, *, as_of: date | None, notice: str, after: Callable[[], None] | None
    ) -> int: ...


_JOINERS = "\u200c\u200d\u200e\u200f"
"""Invisible characters that names and emoji need."""
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""The control characters that JSON need not escape, escaped."""


class Sitting(NamedTuple):
    """The options before the command."""

    home: str | None
    as_of: date | None
    open_app: OpenApp

    @property
    def folder(self) -> Path:
        """The data folder."""
        return home_folder(self.home)

    @property
    def today(self) -> date:
        """The day as of which ages are counted."""
        return self.as_of or date.today()  # noqa: DTZ011 - the advisor's own day

    @contextmanager
    def caseload(self) -> Iterator[Caseload]:
        """Open the caseload for as long as the block runs, and print the store's notices."""
        store = Store.open(self.folder)
        for notice in store.notices:
            talk(notice)
        try:
            with refusing(unless=store.is_read_only):
                yield self.caseload_of(store)
        finally:
            store.close()

    def caseload_of(self, store: Store) -> Caseload:
        """The caseload in a store, as of this sitting's day."""
        return Caseload(store, today=partial(_today, self.as_of), now=partial(datetime.now, UTC))


@contextmanager
def refusing(*, unless: bool = False) -> Iterator[None]:
    """Turn what the store refuses into a Refusal, unless the folder itself is the trouble: read-only (`unless`) or busy."""
    try:
        yield
    except Refused as refused:
        if unless or isinstance(refused, Busy):
            raise
        raise Refusal(str(refused)) from refused


def _today(as_of: date | None) -> date:
    return as_of or date.today()  # noqa: DTZ011 - the advisor's own day


def talk(text: str) -> None:
    """Print a sentence that is not data, to stderr."""
    write_talk(printable(text))


@contextmanager
def asking() -> Iterator[None]:
    """Around a question: one that can't be shown is not answered, and nothing is done."""
    try:
        yield
    except OSError as error:
        raise click.Abort from error


def data(text: str) -> None:
    """Print a line of data for a person to read; control characters in it don't reach the terminal."""
    click.echo(printable(text))


def json(value: object) -> None:
    """Print data for a program: always UTF-8, and without characters that a terminal obeys."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode().translate(_ESCAPED)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def printable(text: str) -> str:
    """The text on one line, without characters that a terminal obeys."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else _instead(c) for c in text)


def _instead(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in {"Cn", "Co"}:  # newer than this Python, such as an emoji of last year
        return character
    return "�" if category == "Cc" else ""
