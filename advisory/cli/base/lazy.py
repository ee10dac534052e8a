"""A group of commands that loads each when it is named, so that `list` does not pay for `import`."""

from collections.abc import Mapping
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """`places` are the commands in the order of help: name → module of this room and function."""

    places: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        from importlib import import_module

        place = self.places.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command = getattr(import_module(f"advisory.cli.{module}"), name)
        return command if isinstance(command, click.Command) else None
