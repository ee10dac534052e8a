"""TinyDB's table and database on top of the journal, without reading or copying more than a call needs."""

import contextlib
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, MutableMapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from advisory.store.disk.unread import Unread

from .storage import JournalStorage, encode_plain
from .transaction import Transaction

Fields = TypeVar("Fields", bound=msgspec.Struct)


class Documents(Mapping[str, dict[str, Any]]):
    """A table as TinyDB reads it: a mapping that decodes each document on access, as a copy."""

    def __init__(self, storage: JournalStorage, table: str) -> None:
        self._storage, self._table = storage, table

    def __getitem__(self, doc_id: str) -> dict[str, Any]:
        try:
            found = self._storage.document(self._table, int(doc_id))
        except ValueError:
            raise KeyError(doc_id) from None
        if found is None:
            raise KeyError(doc_id)
        return dict(found)

    def __iter__(self) -> Iterator[str]:
        return map(str, self._storage.numbers(self._table))

    def __len__(self) -> int:
        return len(self._storage.numbers(self._table))


def _decoded_one_by_one(
    documents: Mapping[int, msgspec.Raw], fields: type[Fields]
) -> Iterator[tuple[int, Fields | None]]:
    decode = msgspec.json.Decoder(fields).decode
    for number, raw in documents.items():
        try:
            yield number, decode(raw)
        except ValueError:
            yield number, None


class Touched(MutableMapping[int, Any]):
    """A table as TinyDB's updaters change it: a mapping that keeps track of what was read, set or deleted."""

    def __init__(self, storage: JournalStorage, table: str) -> None:
        self._storage, self._table = storage, table
        self._out: dict[int, Any] = {}
        self._gone: set[int] = set()

    def __getitem__(self, number: int) -> Any:
        if number not in self:
            raise KeyError(number)
        if number not in self._out:
            self._out[number] = self._storage.document(self._table, number)
        return self._out[number]

    def __setitem__(self, number: int, document: Any) -> None:
        self._gone.discard(number)
        self._out[number] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._out.pop(number, None)
        self._gone.add(number)

    def __contains__(self, number: object) -> bool:
        if number in self._gone or not isinstance(number, int):
            return False
        return number in self._out or self._storage.raw(self._table, number) is not None

    def __iter__(self) -> Iterator[int]:
        yield from (number for number in self._storage.numbers(self._table) if number not in self._gone)
        yield from (number for number in self._out if self._storage.raw(self._table, number) is None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every document without decoding any."""
        self._gone.update(self._storage.numbers(self._table))
        self._out.clear()

    def put_into(self, transaction: Transaction) -> None:
        """Write what changed to the transaction. Raises TypeError or ValueError, writing nothing, if JSON can't hold it."""
        encoded = {number: encode_plain(document) for number, document in self._out.items()}
        for number in self._gone:
            transaction.put(self._table, number, None)
        for number, raw in encoded.items():
            before = transaction.raw(self._table, number)
            if before is None or encode_plain(msgspec.json.decode(before)) != raw:
                transaction.put(self._table, number, raw)


class JournalTable(Table):
    """A table where a change costs only what it touches, and where no id is used twice."""

    _storage: JournalStorage

    def __init__(self, storage: JournalStorage, name: str, *args: Any, **options: Any) -> None:
        self._cached_version = storage.version
        super().__init__(storage, name, *args, **options)

    def raw(self, number: int) -> msgspec.Raw | None:
        """The saved bytes of a document, ignoring any change in progress."""
        return self._storage.ledger.state.tables.get(self.name, {}).get(number)

    def raw_items(self) -> ItemsView[int, msgspec.Raw]:
        """The saved ids and bytes, ignoring any change in progress; don't keep the view across a change."""
        return self._storage.ledger.state.tables.get(self.name, {}).items()

    def parts(self, fields: type[Fields]) -> Iterable[tuple[int, Fields | None]]:
        """The saved ids and a few fields of each document; None for one that doesn't have them."""
        documents = self._storage.ledger.state.tables.get(self.name, {})
        try:
            found = documents.read_as(fields) if isinstance(documents, Unread) else None
        except ValueError:
            found = None
        return _decoded_one_by_one(documents, fields) if found is None else found.items()

    def numbers(self) -> list[int]:
        """The saved ids, ignoring any change in progress."""
        return list(self._storage.ledger.state.tables.get(self.name, {}))

    def set_aside(self, why: Mapping[int, str]) -> None:
        """Set aside saved documents that can't be used; `why` says why, by number."""
        self._storage.ledger.set_aside({(self.name, number): reason for number, reason in why.items()})

    def put_raw(self, number: int, raw: msgspec.Raw) -> None:
        """Set a document's bytes in the change in progress."""
        self._storage.current.put(self.name, number, raw)

    def take_id(self) -> int:
        """Take the number for the next document in the change in progress."""
        return self._storage.current.take_id(self.name)

    def insert(self, document: Mapping[str, Any]) -> int:
        with self._change("Insert"):
            return super().insert(document)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        with self._change("Upsert"):
            return super().upsert(document, cond)

    def search(self, cond: QueryLike) -> list[Document]:
        self._storage.follow()
        if self._cached_version != self._storage.version:
            self._cached_version = self._storage.version
            self.clear_cache()
        return super().search(cond)

    def _change(self, verb: str) -> contextlib.AbstractContextManager[Transaction]:
        return self._storage.transaction(f"{verb} in {self.name}")

    def _get_next_id(self) -> int:
        """The id a new document gets; outside a change, where TinyDB's own tests ask too, it isn't taken."""
        if self._storage.is_changing:
            return self.take_id()
        return self._storage.ledger.state.next_ids.get(self.name, 1)

    def _read_table(self) -> Any:
        self._storage.follow()
        return Documents(self._storage, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._change("Edit") as transaction:
            touched = Touched(self._storage, self.name)
            updater(touched)
            touched.put_into(transaction)
            transaction.make_table(self.name)
        self.clear_cache()


class JournalDB(TinyDB):
    """TinyDB on top of the journal: `JournalDB(folder)`. Everything inside `transaction` is one change."""

    table_class: type[Table] = JournalTable
    default_storage_class: type[Any] = JournalStorage
    _storage: JournalStorage

    @property
    def storage(self) -> JournalStorage:
        return self._storage

    def transaction(self, what: str, at: datetime | None = None) -> contextlib.AbstractContextManager[Transaction]:
        """One change across tables; see JournalStorage.transaction."""
        return self._storage.transaction(what, at)

    def journal_table(self, name: str) -> JournalTable:
        """Like `table`, with the type that TinyDB's declaration lacks."""
        table = self.table(name)
        assert isinstance(table, JournalTable)
        return table

    def tables(self) -> set[str]:
        self._storage.follow()
        return set(self._storage.tables())

    def drop_tables(self) -> None:
        with self._storage.transaction("Drop all tables") as transaction:
            for name in self._storage.tables():
                transaction.drop_table(name)
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        with self._storage.transaction(f"Drop {name}") as transaction:
            if name in self._storage.tables():
                transaction.drop_table(name)
        self._tables.pop(name, None)
