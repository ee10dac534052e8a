"""The writes of one change, kept apart from the tables until they are on disk."""

from collections.abc import Iterator

import msgspec

from advisory.store.disk.row import EMPTY_TABLE, NOTHING, Operation
from advisory.store.disk.state import State


class Transaction:
    """An overlay on the tables: what it does not contain is unchanged. `what` describes the change.

    `undoes` or `redoes` is the number of the change that this one undoes or redoes.
    """

    def __init__(self, state: State, what: str) -> None:
        self.what = what
        self.undoes: int | None = None
        self.redoes: int | None = None
        self._state = state
        self._touched: dict[str, dict[int, msgspec.Raw | None]] = {}
        self._is_there: dict[str, bool] = {}
        self._next_ids: dict[str, int] = {}

    def raw(self, table: str, number: int) -> msgspec.Raw | None:
        """The document after this change; None if there is none."""
        touched = self._touched.get(table, {})
        return touched[number] if number in touched else self._state.tables.get(table, {}).get(number)

    def numbers(self, table: str) -> list[int]:
        """The ids of a table after this change."""
        touched = self._touched.get(table, {})
        kept = [number for number in self._state.tables.get(table, {}) if number not in touched]
        return kept + [number for number, raw in touched.items() if raw is not None]

    def tables(self) -> Iterator[str]:
        """The names of the tables after this change."""
        for name in dict.fromkeys([*self._state.tables, *self._is_there]):
            if self._is_there.get(name, True):
                yield name

    def put(self, table: str, number: int, raw: msgspec.Raw | None) -> None:
        """Set a document; None removes it."""
        self._touched.setdefault(table, {})[number] = raw
        if raw is not None:
            self._is_there[table] = True
            self._next_ids[table] = max(self.next_id(table), number + 1)

    def take_id(self, table: str) -> int:
        """Take the number for the next document, so that nothing else gets it."""
        number = self.next_id(table)
        self._next_ids[table] = number + 1
        return number

    def next_id(self, table: str) -> int:
        """The number take_id would return."""
        return self._next_ids.get(table) or self._state.next_ids.get(table, 1)

    def make_table(self, table: str) -> None:
        """Make a table, even an empty one."""
        self._is_there[table] = True

    def drop_table(self, table: str) -> None:
        """Remove a table with everything in it."""
        for number in self.numbers(table):
            self.put(table, number, None)
        self._is_there[table] = False
        self._next_ids[table] = 1

    def operations(self) -> list[Operation]:
        """The differences from the tables, each with what was there before, in the order of first writing."""
        saved = self._state.tables
        operations: list[Operation] = []
        for name, touched in self._touched.items():
            documents = saved.get(name, {})
            for number, after in touched.items():
                before = documents.get(number)
                if after != before:
                    operations.append((name, str(number), after or NOTHING, before or NOTHING))
        filled = {operation[0] for operation in operations}
        for name, is_there in self._is_there.items():
            if not is_there and name in saved:
                operations.append((name, None, NOTHING, EMPTY_TABLE))
            elif is_there and name not in saved and name not in filled:
                operations.append((name, None, EMPTY_TABLE, NOTHING))
        return operations
