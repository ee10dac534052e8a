"""What the advisor decided about a tag; the tags themselves are words in the check-ins."""

from typing import ClassVar

from .record import Record, RecordError, need_text


class Tag(Record, frozen=True, kw_only=True):
    """One tag about which something was decided. `hidden`: it stays in its check-ins, and is no longer offered."""

    table: ClassVar[str] = "tags"
    prefix: ClassVar[str] = "h"
    noun: ClassVar[str] = "tag"

    name: str
    hidden: bool = False

    def __post_init__(self) -> None:
        need_text(self, "tag", name=self.name)
        if any(character.isspace() for character in self.name):
            raise RecordError("tag", "name", self.name, "a word without spaces")
