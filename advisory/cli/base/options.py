"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from advisory.exchange.file.typed_path import typed_path
from advisory.model.words import Audience, Visibility

from .day import Day


class NamedFile(click.Path):
    """A file by its name. An empty name, as from a variable that a script forgot to set, doesn't mean the current folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).strip() or value == Path():
            self.fail("there is no name: say which file.", param, ctx)
        return super().convert(value, param, ctx)


class DroppedFile(NamedFile):
    """A file to read, perhaps dropped into the terminal inside quotation marks or as a file:// address."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            path = typed_path(str(value))
        except RuntimeError:
            self.fail(f"{value}: this computer has no user with that name.", param, ctx)
        return super().convert(str(path) if str(value).strip() else value, param, ctx)


AS_JSON = click.option("--json", "as_json", is_flag=True, help="As JSON, with the keys of the CSV columns.")
ON_DAY = click.option("--on", "day", type=Day(past=True), metavar="DAY", help="today, yesterday, mon, -2, 9/14.")
VISIBILITY = click.option(
    "--visibility",
    type=click.Choice([word.value for word in Visibility]),
    default=Visibility.PRIVATE.value,
    show_default=True,
    help="Who may read it once it leaves the program.",
)
_F = TypeVar("_F", bound=Callable[..., Any])


def for_option(*audiences: Audience) -> Callable[[_F], _F]:
    """The option that says for whom a page is, the first by default."""
    first = audiences[0]
    return click.option(
        "--for",
        "audience",
        default=first.value,
        type=click.Choice([one.value for one in audiences]),
        help=f"With --page: who reads it; without it, {first.label}. What goes to others is logged.",
    )
