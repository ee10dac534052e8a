"""Values computed from a few fields of each record, kept without decoding or keeping the whole record."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import msgspec

from advisory.store.errors import DamagedError

from .table import Fields, JournalTable

Made = TypeVar("Made")


class Digests(Generic[Fields, Made]):
    """Values of one kind's records, computed on demand and kept until the record changes.

    `fields` is a struct with some of the record's fields, with the same names and defaults; `get` gives a record, or
    None for a document that is not one.
    """

    def __init__(
        self,
        table: JournalTable,
        fields: type[Fields],
        make: Callable[[Fields], Made],
        get: Callable[[int], object | None],
    ) -> None:
        self._table, self._make, self._get = table, make, get
        self.made_by = (fields, make)
        self._decoder = msgspec.json.Decoder(fields)
        self._made: dict[int, Made] = {}

    def of(self, number: int) -> Made | None:
        """The value for one record; None if there is none. Raises DamagedError for a record without these fields."""
        made = self._made.get(number)
        if made is None:
            raw = self._table.raw(number)
            if raw is None:
                return None
            try:
                made = self._made[number] = self._make(self._decoder.decode(raw))
            except ValueError as error:
                if self._get(number) is None:
                    return None
                raise DamagedError(f'The table "{self._table.name}", id {number}: {error}') from None
        return made

    def of_each(self, numbers: Iterable[int]) -> list[Made | None]:
        """The value for each of these records, as `of` gives them. Those at hand cost next to nothing."""
        made, of = self._made, self.of
        return [made[number] if number in made else of(number) for number in numbers]

    def forget(self, number: int) -> None:
        """Drop the value of a record that changed."""
        self._made.pop(number, None)

    def forget_all(self) -> None:
        """Drop all values."""
        self._made.clear()
