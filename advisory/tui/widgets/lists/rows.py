"""Long lists made of several parts."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

from .row import Row, Rows


class FewRows(Rows):
    """A few rows that are made already."""

    def __init__(self, *rows: Row) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, at: int) -> Row:
        return self._rows[at]


class StackedRows(Rows):
    """Several lists of rows, one below the other."""

    def __init__(self, parts: Sequence[Rows]) -> None:
        self._parts = [part for part in parts if len(part)]
        self._begins = [0, *accumulate(map(len, self._parts))]

    def __len__(self) -> int:
        return self._begins[-1]

    @property
    def keys(self) -> Iterable[str]:
        return chain.from_iterable(part.keys for part in self._parts)

    def row(self, at: int) -> Row:
        part = bisect_right(self._begins, at) - 1
        return self._parts[part].row(at - self._begins[part])

    def place(self, key: str) -> int | None:
        for begin, part in zip(self._begins, self._parts, strict=False):
            place = part.place(key)
            if place is not None:
                return begin + place
        return None
