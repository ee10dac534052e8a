"""What a form opens with, for the first time or once more."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .field import Field


class Opening(NamedTuple):
    """All that a form shows at first follows from this."""

    heading: str
    fields: list[Field]
    drafted: Mapping[str, str]
    """A draft of the values."""
    keep: Callable[[dict[str, str]], str] | None
    """Saves a draft and returns why it can't; without it, leaving loses what was typed."""
    about: str = ""
    problem: str = ""
    unkept: str = ""
    """Why the draft can't be kept; "" if it is."""
    covered: bool = False
    focus_on: str = ""
    """The field to begin with."""
    does: str = "saves"
    """What Enter does to the form in the last field."""
    more: Any = None
    """What only this kind of form wants to know."""
