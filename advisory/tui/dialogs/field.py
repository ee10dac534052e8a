"""One field of a form."""

from typing import Self

import msgspec


class Field(msgspec.Struct, frozen=True):
    """One field: `choices` are keys with labels, for one of which to choose; otherwise it is a line of text."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    is_long: bool = False
    """Wraps, and keeps line ends."""
    choices: list[tuple[str, str]] = []

    def holding(self, value: str) -> Self:
        """The same field with another value in it."""
        return msgspec.structs.replace(self, value=value)
