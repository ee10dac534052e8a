"""Opening the app from a command."""

from collections.abc import Callable

import click

from .sitting import Sitting


def open_screens(sitting: Sitting, *, notice: str = "", after: Callable[[], None] | None = None) -> None:
    """Open the app on the data folder; an exit code other than 0 becomes the command's own."""
    code = sitting.open_app(sitting.folder, as_of=sitting.as_of, notice=notice, after=after)
    if code:
        raise click.exceptions.Exit(code)
