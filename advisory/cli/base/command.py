"""A command that carries examples: its help shows them, and README's list of commands is made of them."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import click


class Example(NamedTuple):
    """A line that somebody could type."""

    line: str
    """What follows `advisory`, quoted as a shell wants it."""
    note: str
    """What it does, and the options that matter most; may be empty."""

    @property
    def typed(self) -> str:
        """The whole line."""
        return f"advisory {self.line}".rstrip()


class Command(click.Command):
    """A command whose help ends in its examples."""

    examples: tuple[Example, ...] = ()

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        if not self.examples:
            return
        from textwrap import wrap

        with formatter.section("Examples"):
            for one in self.examples:
                indent = " " * formatter.current_indent
                lines = wrap(one.note, formatter.width - 6, break_on_hyphens=False)
                formatter.write("".join([f"{indent}{one.typed}\n", *(f"{indent}    {line}\n" for line in lines)]))


_C = TypeVar("_C", bound=Command)


def example(line: str, note: str = "") -> Callable[[_C], _C]:
    """Give a command an example; stands above `@click.command`, once for each."""

    def give(command: _C) -> _C:
        command.examples = (Example(line, note), *command.examples)
        return command

    return give
