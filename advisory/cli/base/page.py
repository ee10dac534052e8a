"""The options of a command that also writes a page for others."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from advisory.model.words import Audience

from .give import INCLUDE, NAMES, SHARED_WITH
from .options import NamedFile, for_option

_F = TypeVar("_F", bound=Callable[..., Any])


def page_options(what: str, *audiences: Audience) -> Callable[[_F], _F]:
    """The options with which a page is written, or only seen, for one of these audiences, the first by default."""
    preview = f"Show what would be on the {what} and what stays, and write nothing."
    options = (
        click.option("--page", type=NamedFile(), metavar="FILE", help=f"Write the {what}: .html or .md."),
        for_option(*audiences),
        SHARED_WITH,
        NAMES,
        INCLUDE,
        click.option("--preview", is_flag=True, help=preview),
        click.option("--force", is_flag=True, help="With --page: overwrite the file if it is there."),
    )

    def added(function: _F) -> _F:
        for option in reversed(options):
            function = option(function)
        return function

    return added
