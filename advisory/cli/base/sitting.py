"""One run of the command line: the folder it works on and the day it tells things as of."""

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

REFUSED, FOLDER = 1, 3
"""Exit codes; 2 is click's, for a command line that was wrong."""


class OpenApp(Protocol):
    """What opens the screens on a folder and returns the app's exit code."""

    def __call__(
        self, folder: Path, /, *, as_of: date | None, notice: str, after: Callable[[], None] | None
    ) -> int: ...


_JOINERS = "\u200c\u200d\u200e\u200f"
"""Invisible, and part of how names and emoji are written."""
_ESCAPED = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""Control characters that JSON may hold as they are."""


class Sitting(NamedTuple):
    """What the options before the command said."""

    home: str | None
    as_of: date | None
    open_app: OpenApp

    @property
    def folder(self) -> Path:
        """The data folder."""
        return home_folder(self.home)

    @property
    def today(self) -> date:
        """The day as of which ages are told."""
        return self.as_of or date.today()  # noqa: DTZ011 - the advisor's own day

    @contextmanager
    def caseload(self) -> Iterator[Caseload]:
        """The caseload, open for as long as the block runs."""
        store = Store.open(self.folder)
        for notice in store.notices:
            talk(notice)
        try:
            with refusing(unless=store.is_read_only):
                yield self.caseload_of(store)
        finally:
            store.close()

    def caseload_of(self, store: Store) -> Caseload:
        """The caseload in a store, told as of this sitting's day."""
        return Caseload(store, today=partial(_today, self.as_of), now=partial(datetime.now, UTC))


@contextmanager
def refusing(*, unless: bool = False) -> Iterator[None]:
    """What the store refuses although the folder is well is a refusal like any other."""
    try:
        yield
    except Refused as refused:
        if unless or isinstance(refused, Busy):
            raise
        raise Refusal(str(refused)) from refused


def _today(as_of: date | None) -> date:
    return as_of or date.today()  # noqa: DTZ011 - the advisor's own day


def talk(text: str) -> None:
    """Say something that is no data."""
    click.echo(printable(text), err=True)


def data(text: str) -> None:
    """Write a line of data for a person; control characters in it don't reach the terminal."""
    click.echo(printable(text))


def json(value: object) -> None:
    """Write data for a program: UTF-8 wherever it goes, and nothing in it that a terminal obeys."""
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
