"""A group that loads the module of a command when somebody calls it, so that `list` does not pay for `import`."""

from importlib import import_module
from keyword import iskeyword
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """A group whose commands each live in the module of their name: `no-school` in `no_school.py`, `import` in `import_.py`."""

    package: ClassVar[str]
    """Where the modules are."""
    names: ClassVar[tuple[str, ...]]
    """The commands in the order of the help."""
    with_verbs: ClassVar[frozenset[str]] = frozenset()
    """The commands that are groups themselves: each is in the folder of its name, in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        if cmd_name not in self.names:
            return None
        name = cmd_name.replace("-", "_")
        name = f"{name}_" if iskeyword(name) else name
        module = import_module(
            f"{self.package}.{name}.{name}" if cmd_name in self.with_verbs else f"{self.package}.{name}"
        )
        return next(one for one in vars(module).values() if isinstance(one, click.Command) and one.name == cmd_name)
