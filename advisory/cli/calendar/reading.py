"""Reading the days and hours typed on the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from advisory.cli.base.day import is_day_first
from advisory.cli.base.sitting import Sitting
from advisory.rules.days.school_days import Span
from advisory.rules.refusal import Refusal


def read_days(sitting: Sitting, first: str, last: str) -> Span:
    """The first and the last day; if they can't be read, the command line is wrong."""
    from advisory.rules.days.day_span import read_span

    with reading():
        return read_span(first, last, sitting.today, day_first=is_day_first(sitting, first + last))


@contextmanager
def reading() -> Iterator[None]:
    """Turn a refusal to read what was typed into the error of a wrong command line."""
    try:
        yield
    except Refusal as refusal:
        raise click.UsageError(str(refusal)) from None
