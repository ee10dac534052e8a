"""One field of a form."""

from collections.abc import Callable
from enum import Enum, auto

import msgspec


class FieldKind(Enum):
    """What a field holds. Only text from two terminals can be kept side by side; of the others, the newer one counts."""

    TEXT = auto()
    DAY = auto()
    NUMBER = auto()
    FILE = auto()
    NAME = auto()
    """The name of a student or of a tag."""
    HOURS = auto()
    """The weekdays or the hours of a period."""


class Field(msgspec.Struct, frozen=True):
    """One field: a choice where there are `choices` (keys with labels), otherwise a line to type.

    A field that doesn't say its kind is text, so that no words can get lost.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    kind: FieldKind = FieldKind.TEXT
    is_long: bool = False
    """The text wraps, and may have several lines."""
    is_list: bool = False
    """One thing on each line: Enter begins the next line, Tab goes to the next field."""
    choices: list[tuple[str, str]] = []
    letters: dict[str, str] = {}
    """Key of a choice → the letter that picks it. All letters are shown while the field has the focus."""
    is_first: bool = False
    """The form begins here. The last field where every other one has a default: Enter saves at once, Tab goes to the others."""
    is_beside: bool = False
    """A choice on the same line as its label."""
    complete: Callable[[str], str] | None = None
    """Adds to what was typed what it can only mean, or most likely means."""
    is_about_nobody: bool = False
    """A choice that says nothing about a person, so that it stays in view while names are hidden."""

    @property
    def between(self) -> str:
        """What to put between two texts typed in two terminals; "" if only one of them can be kept."""
        if self.choices or self.kind is not FieldKind.TEXT:
            return ""
        return "\n" if self.is_long or self.is_list else "; "

    @property
    def made_of(self) -> str:
        """What kind of box and label it needs: a form can be reused where this is the same for each of its fields."""
        is_day = self.kind is FieldKind.DAY
        box = (
            "choice"
            if self.choices
            else "list"
            if self.is_list
            else "long"
            if self.is_long
            else "day"
            if is_day
            else "line"
        )
        return f"{self.name}:{box}{':beside' if self.is_beside else ''}"

    @property
    def initial(self) -> str:
        """The value before anything is typed."""
        return self.value or (self.choices[0][0] if self.choices else "")
