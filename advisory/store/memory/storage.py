"""A TinyDB storage on top of the ledger: reads are copies, writes go to the journal, changes are atomic."""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from advisory.store.disk.open_folder.ledger import Ledger
from advisory.store.disk.row import Line, instant
from advisory.store.disk.state import FindUnusable
from advisory.store.errors import Refused

from .transaction import Transaction


class JournalStorage(Storage):
    """A complete TinyDB storage, correct under TinyDB's own Table too, only slower than under JournalTable.

    `tables` exist from the beginning and come first in the file. `find_unusable` says which
    documents can't be used; it is called if the snapshot was edited by hand.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        tables: Sequence[str] = (),
        find_unusable: FindUnusable = lambda _tables: {},
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),  # TinyDB's own calls pass no time
    ) -> None:
        self.ledger = Ledger(Path(folder), tables, find_unusable)
        self._clock = clock
        self._transaction: Transaction | None = None
        self._transactions_ended = 0

    def read(self) -> dict[str, dict[str, Any]] | None:
        """A copy of all tables, or None if there are none."""
        self.follow()
        names = self.tables()
        return {name: {str(n): self.document(name, n) for n in self.numbers(name)} for name in names} or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Write what differs from the current tables to the journal."""
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
        """Bring the snapshot up to date and release the folder; closing twice does no harm."""
        self.ledger.close()

    @property
    def version(self) -> tuple[int, int]:
        """A value that changes once any document may have changed, for discarding cached answers."""
        return self.ledger.version, self._transactions_ended

    def tables(self) -> list[str]:
        """The names of the tables, including the change in progress."""
        return list(self._transaction.tables() if self._transaction else self.ledger.state.tables)

    def numbers(self, table: str) -> list[int]:
        """The ids in a table, including the change in progress."""
        if self._transaction:
            return self._transaction.numbers(table)
        return list(self.ledger.state.tables.get(table, {}))

    def raw(self, table: str, number: int) -> msgspec.Raw | None:
        """A document, including the change in progress; None if there is none."""
        if self._transaction:
            return self._transaction.raw(table, number)
        return self.ledger.state.tables.get(table, {}).get(number)

    def document(self, table: str, number: int) -> Any:
        """A copy of a document as plain values; None if there is none."""
        raw = self.raw(table, number)
        return None if raw is None else msgspec.json.decode(raw)

    def follow(self) -> bool:
        """Pick up what another process wrote; True if there was anything."""
        return self._transaction is None and self.ledger.follow()

    @contextlib.contextmanager
    def transaction(self, what: str, at: datetime | None = None) -> Iterator[Transaction]:
        """One change, on disk when the block ends; if it raises, nothing changes. Inside another change it joins that one."""
        if self._transaction is not None:
            yield self._transaction
            return
        with self.ledger.caught_up():
            self.ledger.record_edit()
            transaction = self._transaction = Transaction(self.ledger.state, what)
            try:
                yield transaction
            finally:
                self._transaction = None
                self._transactions_ended += 1
            operations = transaction.operations()
            if operations:
                self.ledger.commit(
                    Line(
                        self.ledger.state.seq + 1,
                        instant(at or self._clock()),
                        transaction.what,
                        operations,
                        undoes=transaction.undoes,
                        redoes=transaction.redoes,
                    )
                )

    @property
    def current(self) -> Transaction:
        """The change in progress. Raises Refused if there is none."""
        if self._transaction is None:
            raise Refused("A record can only be changed inside a change, and this one is over.")
        return self._transaction

    @property
    def is_changing(self) -> bool:
        """Whether a change is in progress."""
        return self._transaction is not None


def encode_plain(document: Any) -> msgspec.Raw:
    """Encode a document of plain values. Raises TypeError or ValueError for what JSON can't hold."""
    return msgspec.Raw(json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode())
