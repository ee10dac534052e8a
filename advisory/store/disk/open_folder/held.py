"""The records of a folder in memory, and what follows when they change."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from advisory.store.disk.row import NOTHING, Line
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.state import FindUnusable, Key, State


class Watcher(Protocol):
    """Something derived from the tables, such as an index, that must follow changes."""

    def changed(self, table: str, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Called when one document has changed."""

    def reloaded(self) -> None:
        """Called when any document may have changed."""


class HeldState:
    """The state in memory, its watchers, and the sentences that the advisor should read about it."""

    def __init__(self, tables: Sequence[str], find_unusable: FindUnusable) -> None:
        self.notices: list[str] = []
        self.watchers: list[Watcher] = []
        self.version = 0
        """Changes whenever any document may have changed."""
        self.state = State({}, {})
        self._tables, self._find_unusable = tables, find_unusable

    def set_aside(self, why: Mapping[Key, str]) -> None:
        """Take documents that can't be used out of memory; the files keep them."""
        self.version += 1
        for table, number in why:
            for watcher in self.watchers:
                watcher.changed(table, number, self.state.tables[table][number], None)
        self.state.set_aside(why)

    def _apply(self, line: Line) -> None:
        self.version += 1
        for table, doc_id, after, _ in line.ops:
            if doc_id is not None:
                before = self.state.tables.get(table, {}).get(int(doc_id))
                for watcher in self.watchers:
                    watcher.changed(table, int(doc_id), before, None if after == NOTHING else after)
        self.state.apply(line)
        if line.schema is not None:
            self.state.set_aside(self._find_unusable(self.state.tables))
            self._adopt(self.state)

    def _adopt(self, state: State) -> None:
        """Switch to another state; any document may be different."""
        if state.schema == SCHEMA:
            state.tables = {name: state.tables.get(name, {}) for name in self._tables} | state.tables
        self.state = state
        self.version += 1
        for watcher in self.watchers:
            watcher.reloaded()

    def _migrate_in_memory(self, state: State | None = None) -> None:
        state = state or self.state
        if state.schema != SCHEMA:
            state.migrate()
            state.set_aside(self._find_unusable(state.tables))
            if state is self.state:
                self._adopt(state)

    def _notice(self, sentence: str) -> None:
        if sentence and sentence not in self.notices:
            self.notices.append(sentence)
