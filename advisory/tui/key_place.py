"""A key by its place on the keyboard, for layouts that aren't Latin: `с` of a Russian keyboard is where `c` is.

Terminals that speak the Kitty keyboard protocol tell the place; others send only the letter.
"""

import unicodedata

from textual.events import Key

_SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))
"""What Shift makes of a key that has no letter, on the keyboard whose places the terminal tells."""


class PlacedKey(Key):
    """A key whose place is known. `latin` and `latin_character` are what a Latin keyboard would have sent."""

    __slots__ = ["latin", "latin_character"]

    def __init__(self, key: str, character: str | None, latin: str, latin_character: str | None) -> None:
        super().__init__(key, character)
        self.latin, self.latin_character = latin, latin_character

    def copy(self) -> "PlacedKey":
        return PlacedKey(self.key, self.character, self.latin, self.latin_character)

    def as_typed(self) -> Key:
        """The key as the keyboard's own layout has it."""
        return Key(self.key, self.character)

    def by_place(self) -> Key:
        """The key that is in this place on a Latin keyboard."""
        return Key(self.latin, self.latin_character)


def shifted(place: str, *, shift: bool, caps: bool) -> str:
    """The character that the key in this place types on a Latin keyboard."""
    if place.isalpha():
        return place.upper() if shift != caps else place
    return _SHIFTED.get(place, place) if shift else place


def is_foreign(key: str) -> bool:
    """Whether a key is a letter of a script that isn't Latin, alone or with Ctrl."""
    letter = key.rpartition("+")[2]
    if len(letter) != 1 or not letter.isalpha():
        return False
    return not unicodedata.name(letter, "").startswith("LATIN")
