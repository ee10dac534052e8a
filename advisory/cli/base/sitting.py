"""One run of the command line: its data folder, its day, and what it prints."""

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
from advisory.store import Busy, Refused, Store, Unwritable
from advisory.streams import plain, plain_json, write_data, write_line, write_talk

REFUSED, FOLDER = 1, 3
"""Exit codes; 2 is click's, for a command line that was wrong."""


class OpenApp(Protocol):
    """A function that opens the app on a folder and returns its exit code."""

    def __call__(
        self, folder: Path, /, *, as_of: date | None, notice: str, after: Callable[[], None] | None
    ) -> int: ...


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
        return _today(self.as_of)

    @contextmanager
    def caseload(self) -> Iterator[Caseload]:
        """Open the caseload for as long as the block runs, and print the store's notices."""
        store = Store.open(self.folder)
        told = store.notices
        for notice in told:
            talk(notice)
        try:
            with refusing(unless=store.is_read_only):
                caseload = self.caseload_of(store)
                yield caseload
            _empty_trash(caseload)
        finally:
            found = [
                notice for notice in store.notices if notice not in told
            ]  # a record may be found unusable on reading
            for notice in (*found, *store.close()):
                talk(notice)

    def caseload_of(self, store: Store) -> Caseload:
        """The caseload in a store, as of this sitting's day."""
        return Caseload(store, today=partial(_today, self.as_of), now=partial(datetime.now, UTC))


def _empty_trash(caseload: Caseload) -> None:
    """Empty the trash of what is due, after whatever the command did."""
    from advisory.casework.purge.empty_trash import empty_trash

    if words := empty_trash(caseload):
        talk(words)


@contextmanager
def refusing(*, unless: bool = False) -> Iterator[None]:
    """Turn what the store refuses into a Refusal, unless the folder itself is the problem: read-only, busy, or as in `unless`."""
    try:
        yield
    except Refused as refused:
        if unless or isinstance(refused, (Busy, Unwritable)):
            raise
        raise Refusal(str(refused)) from refused


def _today(as_of: date | None) -> date:
    return as_of or date.today()  # noqa: DTZ011 - the advisor's own day


def talk(text: str) -> None:
    """Print a sentence that is not data, to stderr."""
    write_talk(text)


@contextmanager
def asking() -> Iterator[None]:
    """Guard a question: if it can't be shown, it counts as unanswered, and nothing is done."""
    try:
        yield
    except OSError as error:
        raise click.Abort from error


def is_agreed(question: str) -> bool:
    """Ask whether to do something; yes is `y` or `yes`."""
    with asking():
        return click.confirm(plain(question), err=True)


def ask_number(question: str, largest: int) -> int:
    """Ask for a number from 1 to `largest`, again until it is one."""
    with asking():
        answer: int = click.prompt(plain(question), type=click.IntRange(1, largest), err=True)
        return answer


def ask_line(question: str) -> str:
    """Ask for a line of text, which may be empty."""
    with asking():
        answer: str = click.prompt(plain(question), default="", show_default=False, err=True)
        return answer


def data(text: str) -> None:
    """Print a line of data for a person to read; control characters in it don't reach the terminal."""
    write_line(text)


def json(value: object) -> None:
    """Print data for a program: always UTF-8, and without characters that a terminal obeys."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    write_data(plain_json(text).encode() + b"\n")
