"""The tags of a caseload, and the notes that have one, from memory."""

from collections.abc import Sequence
from sys import intern

import msgspec

from advisory.model import CheckIn, Tag, make_id
from advisory.rules.tag.tags import TagUse, list_tags, tag_key
from advisory.store import Store


class TagField(msgspec.Struct, frozen=True, gc=False):
    """The field of a check-in that holds its tags, as it is stored."""

    tags: tuple[str, ...] = ()


def _noted(stored: TagField) -> tuple[str, ...]:
    return tuple(map(intern, stored.tags))


class Tags:
    """Which tags there are, counted again only after a change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._noted = store.digests(CheckIn, TagField, _noted)
        self._as_of: int | None = None
        self._all: list[TagUse]

    @property
    def all(self) -> Sequence[TagUse]:
        """All tags by name, the hidden ones too."""
        if self._as_of != self._store.seq:
            keys = self._store.check_in_keys()
            noted = ((day, names) for day, number in keys if (names := self._noted.of(number)))
            self._all, self._as_of = list_tags(noted, self._store.all(Tag)), self._store.seq
        return self._all

    def notes_with(self, name: str) -> list[str]:
        """The ids of the check-ins that have a tag, oldest first; those in the trash come last."""
        key = tag_key(name)
        numbers = (number for _, number in self._store.check_in_keys())
        live = [number for number in numbers if key in map(tag_key, self._noted.of(number) or ())]
        gone = [one.id for one in self._store.trash(CheckIn) if key in map(tag_key, one.tags)]
        return [*(make_id(CheckIn, number) for number in live), *gone]
