"""The help of every command, whole, in help_words.txt.

`python -m help_words_case`, from the folder of this file with the folder above on the path, writes help_words.txt anew.
"""

import os
import sys
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


if __name__ == "__main__":  # never run: the tests write no words
    sys.stdout.write(f"{WORDS.write_text(words(), encoding='utf-8')} characters\n")
