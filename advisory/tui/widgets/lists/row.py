"""What a list is made of: rows, made all at once or when they are needed."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar, overload

from advisory.tui.widgets.text.ink import Line

Record = TypeVar("Record")


class Row(NamedTuple):
    """An item of a list: its key ("" if it can't be highlighted), and a function that draws it at a given width."""

    key: str
    draw: Callable[[int], Line]


class Rows(Sequence[Row]):
    """Rows made when they are needed, for lists too long to make all at once."""

    def row(self, at: int) -> Row:
        """The row at this index."""
        raise NotImplementedError

    @property
    def keys(self) -> Iterable[str]:
        """The key of each row."""
        return (row.key for row in self)

    def place(self, key: str) -> int | None:
        """The index of the row with this key; None if there is none."""
        return next((at for at, one in enumerate(self.keys) if one == key), None)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        places = range(len(self))[at]
        return self.row(places) if isinstance(places, int) else [self.row(place) for place in places]


class RowsOf(Rows):
    """A row for each of some records, made when it is needed: of a thousand few are in view. By default its key is the record's id."""

    def __init__(
        self,
        records: Sequence[Record],
        draw: Callable[[Record], Callable[[int], Line]],
        key_of: Callable[[Record], str] = attrgetter("id"),
    ) -> None:
        self._keys = list(map(key_of, records))
        self._drawing_at: Callable[[int], Callable[[int], Line]] = lambda at: draw(records[at])

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def keys(self) -> list[str]:
        return self._keys

    def row(self, at: int) -> Row:
        return Row(self._keys[at], self._drawing_at(at))


class WithRow(Rows):
    """Rows with one more among them."""

    def __init__(self, rest: Sequence[Row], at: int, more: Row) -> None:
        self.rest, self.at, self.more = rest, min(at, len(rest)), more

    def __len__(self) -> int:
        return len(self.rest) + 1

    def row(self, at: int) -> Row:
        return self.more if at == self.at else self.rest[at - (at > self.at)]

    def place(self, key: str) -> int | None:
        if key == self.more.key:
            return self.at
        place = place_in(self.rest, key)
        return place if place is None else place + (place >= self.at)


def place_in(rows: Sequence[Row], key: str) -> int | None:
    """The index of the row with this key; None if there is none."""
    if isinstance(rows, Rows):
        return rows.place(key)
    return next((at for at, one in enumerate(keys_in(rows)) if one == key), None)


def keys_in(rows: Sequence[Row]) -> Iterable[str]:
    """The key of each row."""
    return rows.keys if isinstance(rows, Rows) else (row.key for row in rows)
