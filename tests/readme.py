"""Write anew what README, CONTRIBUTING and tests/cli/help_words.txt take from the program: `uv run python -m tests.readme`.

In README, between `<!-- NAME -->` and `<!-- end of NAME -->` stand the key table (from the registry of commands), the marks of the
capture line, and the examples of the command line's commands. Everything else is written by hand.

A key's row ends in the names of its screens if there are at most two of them. Keys of more screens need none: they
work wherever there is something for them to work on. CONTRIBUTING has every key by screen, from `key_table`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from advisory.cli.base.command import Command
from advisory.cli.main import advisory
from advisory.rules.capture.card import GRAMMAR
from advisory.tui.commands.registry import COMMANDS

if __package__:
    from .key_table import keys_by_screen, shared_keys
else:
    from key_table import keys_by_screen, shared_keys

README = Path(__file__).parents[1] / "README.md"
CONTRIBUTING = README.parent / ".github" / "CONTRIBUTING.md"
_NAMED_SCREENS = 2
"""As many screens are named with a key; more would be no help."""
_GAP = "    "
_NOTES_AT = 48
"""The column of the notes; a line that is too long for it has its note behind it."""


def key_table() -> Iterator[str]:
    yield "| key | | what it does |"
    yield "|---|---|---|"
    for command in COMMANDS:
        few = len(command.where) <= _NAMED_SCREENS
        where = f" ({', '.join(command.where).replace('_', ' ')})" if few else ""
        yield _row(f"`{command.display()}`", command.label, f"{command.explained({})}{where}")


def mark_table() -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    for mark, sentence in GRAMMAR:
        yield _row(f"`{mark}`", sentence)


def command_list() -> Iterator[str]:
    for _, command in commands():
        for one in command.examples:
            fits = len(one.typed) < _NOTES_AT - 1
            typed = one.typed.ljust(_NOTES_AT) if fits else one.typed + _GAP
            yield f"{_GAP}{typed}{one.note}".rstrip()


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def commands(
    path: tuple[str, ...] = (), command: click.Command = advisory
) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Every command with the words that call it, in the order of the help: a group, then its verbs."""
    assert isinstance(command, Command), f"`{' '.join(path)}` has no room for examples: it lacks cls=Command"
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            verb = command.get_command(context, name)
            assert verb is not None
            yield from commands((*path, name), verb)


PARTS: dict[str, Callable[[], Iterator[str]]] = {"keys": key_table, "marks": mark_table, "commands": command_list}
"""The name between the markers → the lines there."""
CONTRIBUTING_PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "keys by screen": keys_by_screen,
    "shared keys": shared_keys,
}
"""The same, in CONTRIBUTING."""


def _part(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=^<!-- {name} -->\n).*?(?=^<!-- end of {name} -->$)", re.MULTILINE | re.DOTALL)


def written_anew(text: str, parts: Mapping[str, Callable[[], Iterator[str]]] = PARTS) -> str:
    """A file's text with its generated parts as they are now."""
    for name, lines in parts.items():
        part = "\n".join(["", *lines(), "", ""])
        text, count = _part(name).subn(lambda _, part=part: part, text)
        if count != 1:
            raise ValueError(f"the file needs <!-- {name} --> and <!-- end of {name} --> once, each on its own line")
    return text


def by_hand(text: str) -> str:
    """README's text without its generated parts."""
    for name in PARTS:
        text = _part(name).sub("", text)
    return text


if __name__ == "__main__":  # never run: the tests write no README
    for path, parts in ((README, PARTS), (CONTRIBUTING, CONTRIBUTING_PARTS)):
        path.write_text(written_anew(path.read_text(encoding="utf-8"), parts), encoding="utf-8", newline="\n")
    from tests.cli import help_words_case  # the help of every command stands whole beside its test

    help_words_case.WORDS.write_text(help_words_case.words(), encoding="utf-8", newline="\n")
