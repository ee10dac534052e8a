"""What somebody makes of each record of a kind from a few of its fields, without the records themselves being kept."""

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from advisory.store.errors import DamagedError

from .table import JournalTable

Fields = TypeVar("Fields", bound=msgspec.Struct)
Made = TypeVar("Made")


class Digests(Generic[Fields, Made]):
    """Made when first asked for, kept until the record changes. `fields` are some of the record's, with its defaults."""

    def __init__(self, table: JournalTable, fields: type[Fields], make: Callable[[Fields], Made]) -> None:
        self._table, self._make = table, make
        self._decoder = msgspec.json.Decoder(fields)
        self._made: dict[int, Made] = {}

    def of(self, number: int) -> Made | None:
        """What was made of one record; None when there is none. Raises DamagedError when it can't be read."""
        made = self._made.get(number)
        if made is None:
            raw = self._table.raw(number)
            if raw is None:
                return None
            try:
                made = self._made[number] = self._make(self._decoder.decode(raw))
            except ValueError as error:
                raise DamagedError(f'The table "{self._table.name}", id {number}: {error}') from None
        return made

    def forget(self, number: int) -> None:
        """The record is another one, or none."""
        self._made.pop(number, None)

    def forget_all(self) -> None:
        """Any record may be another one."""
        self._made.clear()
