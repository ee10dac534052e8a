"""One field of a form."""

import msgspec

_BRIEF = frozenset(
    {
        "on",
        "from",
        "until",
        "due",
        "minutes",
        "idle_shade",
        "feeling",
        "confidence",
        "birthday",
        "file",
        "weekdays",
        "hours",
    }
)
_BRIEF_ENDS = ("_on", "_every")
"""Fields for a day, a number or a file. One that is missing here is taken for a text, so that no word is lost."""


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

    @property
    def between(self) -> str:
        """What stands between two texts for it that were typed in two terminals; "" where only one of them can hold."""
        if self.choices or self.name in _BRIEF or self.name.endswith(_BRIEF_ENDS):
            return ""
        return "\n" if self.is_long or self.is_list else "; "

    @property
    def begun(self) -> str:
        """What it holds before anything is typed."""
        return self.value or (self.choices[0][0] if self.choices else "")
