"""TinyDB's storage over a ledger: what is read is a copy, what is written is journalled, changes are whole or not made."""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from advisory.store.disk.ledger import Ledger
from advisory.store.disk.row import Line
from advisory.store.disk.state import Check
from advisory.store.errors import Refused

from .transaction import Transaction


class JournalStorage(Storage):
    """Whole by itself: under TinyDB's own Table it is right, only slower than under JournalTable.

    `tables` are there from the beginning, and first in the file. `check` raises DamagedError for a document that is not allowed; it is asked when the snapshot was edited by hand.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        tables: Sequence[str] = (),
        check: Check = lambda _table, _number, _raw: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),  # TinyDB's own calls bring no instant along
    ) -> None:
        self.ledger = Ledger(Path(folder), tables, check)
        self._clock = clock
        self._transaction: Transaction | None = None
        self._ended = 0

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of all tables, or None when there are none."""
        self.follow()
        names = self.tables()
        return {name: {str(n): self.document(name, n) for n in self.numbers(name)} for name in names} or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Journal what differs from the tables as they are."""
        encoded = {name: {int(n): encode_plain(d) for n, d in documents.items()} for name, documents in data.items()}
        with self.transaction("Written as a whole") as transaction:
            for name in self.tables():
                if name not in encoded:
                    transaction.drop_table(name)
            for name, documents in encoded.items():
                transaction.make_table(name)
                for number in transaction.numbers(name):
                    if number not in documents:
                        transaction.put(name, number, None)
                for number, raw in documents.items():
                    if encode_plain(self.document(name, number)) != raw:
                        transaction.put(name, number, raw)

    def close(self) -> None:
        """Bring the snapshot up to date and let go of the folder; harmless to repeat."""
        self.ledger.close()

    @property
    def version(self) -> tuple[int, int]:
        """Another value once any document may have changed, so that what was kept of an answer can be forgotten."""
        return self.ledger.version, self._ended

    def tables(self) -> list[str]:
        """The names of the tables, as the change that is under way leaves them."""
        return list(self._transaction.tables() if self._transaction else self.ledger.state.tables)

    def numbers(self, table: str) -> list[int]:
        """The ids in a table, as the change that is under way leaves them."""
        if self._transaction:
            return self._transaction.numbers(table)
        return list(self.ledger.state.tables.get(table, {}))

    def raw(self, table: str, number: int) -> msgspec.Raw | None:
        """A document, as the change that is under way leaves it."""
        if self._transaction:
            return self._transaction.raw(table, number)
        return self.ledger.state.tables.get(table, {}).get(number)

    def document(self, table: str, number: int) -> Any:
        """A copy of a document as plain values; None when there is none."""
        raw = self.raw(table, number)
        return None if raw is None else msgspec.json.decode(raw)

    def follow(self) -> bool:
        """Take over what another process wrote; True when there was something."""
        return self._transaction is None and self.ledger.follow()

    @contextlib.contextmanager
    def transaction(self, what: str, at: datetime | None = None) -> Iterator[Transaction]:
        """One change: on the disk when the block ends, nothing of it when the block raises. Inside another it joins."""
        if self._transaction is not None:
            yield self._transaction
            return
        with self.ledger.caught_up():
            transaction = self._transaction = Transaction(self.ledger.state, what)
            try:
                yield transaction
            finally:
                self._transaction = None
                self._ended += 1
            operations = transaction.operations()
            if operations:
                instant = (at or self._clock()).astimezone(UTC).isoformat(timespec="milliseconds")
                self.ledger.commit(
                    Line(
                        self.ledger.state.seq + 1,
                        instant.replace("+00:00", "Z"),
                        transaction.what,
                        operations,
                        undoes=transaction.undoes,
                        redoes=transaction.redoes,
                    )
                )

    @property
    def current(self) -> Transaction:
        """The change that is under way. Raises Refused when there is none."""
        if self._transaction is None:
            raise Refused("A record can be changed only inside a change, and this one is over.")
        return self._transaction

    @property
    def is_changing(self) -> bool:
        """Whether a change is under way."""
        return self._transaction is not None


def encode_plain(document: Any) -> msgspec.Raw:
    """The bytes of a document of plain values. Raises TypeError or ValueError for what JSON does not hold."""
    return msgspec.Raw(json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())
