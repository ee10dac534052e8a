"""One table of everybody's names as one reader has it: without the reader."""

from collections.abc import Iterator, Mapping

from advisory.rules.names.uncovered import NOBODY, Ids

from .every_name import Table


class Others(Mapping[str, Ids]):
    """Key → the ids of the other students who have it; a key that only the reader has is not in it."""

    def __init__(self, every: Table, own: str, strangers: Table) -> None:
        """`strangers` are the names that other people had under the id that is the reader's now."""
        self._every, self._own, self._strangers = every, own, strangers

    def of(self, key: str) -> Ids:
        """The ids of those who have this key; empty if nobody has it."""
        ids = self._every.get(key)
        if ids is None or self._own not in ids:
            return ids or NOBODY
        return (ids - {self._own}) | self._strangers.get(key, NOBODY)

    def __contains__(self, key: object) -> bool:
        ids = self._every.get(key)  # type: ignore[call-overload]
        return ids is not None and (self._own not in ids or len(ids) > 1 or key in self._strangers)

    def __getitem__(self, key: str) -> Ids:
        if ids := self.of(key):
            return ids
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._every if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)
