"""One field of a form."""

import msgspec


class Field(msgspec.Struct, frozen=True):
    """One field: `choices` are keys with labels, for one of which to choose; otherwise it is a line of text."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    is_long: bool = False
    """Wraps, and keeps line ends."""
    is_list: bool = False
    """One thing a line: Enter begins the next, Tab goes on."""
    choices: list[tuple[str, str]] = []
    letters: dict[str, str] = {}
    """Key of a choice → the letter that chooses it; all are shown while the field is filled in."""
    is_enough: bool = False
    """Where the form begins, and where Enter takes it: everything else has a default."""
    is_beside: bool = False
    """A choice that stands on one line with its label."""
