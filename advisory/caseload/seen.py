"""What the clocks need of each check-in, decoded without the rest of it: at the start nobody reads any note."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from advisory.model import CheckIn
from advisory.model.words import Kind, Party
from advisory.store import Digests, Key, Store


class SeenFields(msgspec.Struct, frozen=True, gc=False):
    """The fields of a check-in that say what it counts as, as they are stored."""

    student: str
    happened_on: date
    kind: Kind
    counts_contact: bool
    counts_one_to_one: bool
    contact_made: bool = True
    initiator: Party = Party.ADVISOR


Glimpses = Digests[SeenFields, SeenFields]


def glimpses_of_all(store: Store) -> Glimpses:
    """What the clocks need of any check-in by its number, each decoded once until it changes."""
    return store.digests(CheckIn, SeenFields, _itself)


def _itself(stored: SeenFields) -> SeenFields:
    return stored


class SeenOnes:
    """A student's check-ins, the oldest first, decoded on access. Invalid ones are left out."""

    def __init__(self, glimpses: Glimpses, keys: Sequence[Key]) -> None:
        self._glimpses, self._keys = glimpses, keys

    def __iter__(self) -> Iterator[SeenFields]:
        return (seen for _, number in self._keys if (seen := self._glimpses.of(number)) is not None)

    def __reversed__(self) -> Iterator[SeenFields]:
        return (seen for _, number in reversed(self._keys) if (seen := self._glimpses.of(number)) is not None)
