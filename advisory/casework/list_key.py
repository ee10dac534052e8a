"""Keys for what the advisor adds to one of the program's built-in lists."""

from collections.abc import Collection

from advisory.model.partnership import LONGEST_KEY
from advisory.rules.names.finding import fold

_ROOM = 5
"""Characters at the end of a key that are reserved for a number, in case the key is taken."""


def new_key(words: str, taken: Collection[str]) -> str:
    """A key made from these words that is not taken."""
    letters = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(words))
    plain = "_".join(letters.split())[: LONGEST_KEY - _ROOM] or "own"
    key, number = plain, 2
    while key in taken:
        key, number = f"{plain}_{number}", number + 1
    return key
