"""A command that ends in a text, which may begin with a dash; a mistyped option never becomes part of the text."""

import re

import click

from .command import Command

_DASHES = "-–—"
"""What an option may begin with: editors turn hyphens into dashes."""
_WITH_VALUE = re.compile(rf"[{_DASHES}]+([^\W\d_][\w-]*)=")


class TextCommand(Command):
    """A word that begins with a dash and a letter is an option, and is refused if the command has no such option.

    Otherwise a mistyped `--sensitive` would end up in the text. These are text: a quoted argument with a blank in it, a
    word that begins with a dash and no letter (`-2 points`, `- a bullet`), and everything after `--`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        takes_value = self._options(ctx)
        options, words, left = list[str](), list[str](), list(args)
        while left:
            arg = left.pop(0)
            if arg == "--":
                words += left
                break
            name, equals, _ = arg.partition("=")
            if name in takes_value:
                options.append(arg)
                if takes_value[name] and not equals:
                    if not left:  # click says that it needs a value
                        return super().parse_args(ctx, options)
                    options.append(left.pop(0))
            elif _is_option(arg):
                raise click.UsageError(_refusal(name, takes_value, ctx), ctx)
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, "--", *words])

    def _options(self, ctx: click.Context) -> dict[str, bool]:
        """Each option as it may be typed, and whether a value follows it."""
        return {
            name: not (param.is_flag or param.count)
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            for name in (*param.opts, *param.secondary_opts)
        }


def _is_option(arg: str) -> bool:
    """Whether this was meant as an option, known or not: text has a blank in it, or no letter after its dash."""
    if any(character.isspace() for character in arg):
        return _WITH_VALUE.match(arg) is not None
    return arg[:1] in _DASHES and arg.lstrip(_DASHES)[:1].isalpha()


def _refusal(name: str, known: dict[str, bool], ctx: click.Context) -> str:
    from difflib import get_close_matches

    close = get_close_matches(f"--{name.lstrip(_DASHES)}", known, n=1)
    meant = f" Did you mean {close[0]}?" if close else ""
    return f"“{name}” is not an option of `{ctx.info_name}`.{meant} If it is part of the text, type -- before it."
