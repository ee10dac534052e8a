"""The help of every command, whole, in help_words.txt.

`uv run python -m tests.readme` writes it anew.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import click

from advisory.cli.main import advisory

WORDS = Path(__file__).with_name("help_words.txt")


def helps(command: click.Command, name: str, above: click.Context | None = None) -> Iterator[str]:
    """The help of a command and then of each of its verbs."""
    context = click.Context(command, parent=above, info_name=name, **command.context_settings)
    yield command.get_help(context)
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            if found := command.get_command(context, verb):
                yield from helps(found, verb, context)


def words() -> str:
    """All of it as one text, as wide as on a terminal of 80 columns."""
    with mock.patch.dict(os.environ, {"COLUMNS": "80"}):
        return "\n\n".join(helps(advisory, "advisory")) + "\n"
