"""A large table of a snapshot, which stays the text it is until its documents are needed."""

from collections.abc import ItemsView, Iterator, MutableMapping
from typing import TypeVar

import msgspec

from .collector import garbage_collection_paused

T = TypeVar("T")
_ROW = b'\n"'
_MANY = 4000
"""How many documents a table has at least for single ones to be looked for."""
_FOUND_AT_MOST = 12
"""At most one in this many is looked for: finding more takes longer than taking the whole table apart."""
_LONGEST_NUMBER = 24
_document_decoder = msgspec.json.Decoder(msgspec.Raw)
_table_decoder = msgspec.json.Decoder(dict[int, msgspec.Raw])


class Unread(MutableMapping[int, msgspec.Raw]):
    """A large table as it stands in a file with the right checksum, taken apart once that is needed.

    `last` is its largest number: a document with a larger one is new, so that adding it and reading it decode nothing.
    Some documents are found in the text as they are asked for, because a student has few of all.
    """

    def __init__(self, text: memoryview, begin: int, last: int, name: str) -> None:
        self._text: memoryview | None = text
        self._begin = begin
        self._last, self._name = last, name
        self._to_find = last // _FOUND_AT_MOST if last > _MANY else 0
        self._documents: dict[int, msgspec.Raw] = {}  # while the text is unread, those set since

    def __getitem__(self, number: int) -> msgspec.Raw:
        if self._text is None or number in self._documents or number > self._last:
            return self._documents[number]
        found = self._find(number)
        return found if found is not None else self._read()[number]

    def __setitem__(self, number: int, document: msgspec.Raw) -> None:
        self._documents[number] = document

    def __delitem__(self, number: int) -> None:
        del self._read()[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def items(self) -> ItemsView[int, msgspec.Raw]:
        return self._read().items()

    def read_as(self, kind: type[T]) -> dict[int, T] | None:
        """A few fields of every document, decoded in one go; None if the table is taken apart already.

        Raises ValueError if a document doesn't have them.
        """
        if self._text is None:
            return None
        with garbage_collection_paused():
            found = msgspec.json.Decoder(dict[int, kind]).decode(self._text)  # type: ignore[valid-type]
        return found | {number: msgspec.json.decode(raw, type=kind) for number, raw in self._documents.items()}

    def _find(self, number: int) -> msgspec.Raw | None:
        """A document in the text, where there is one on each line, by number; None if the text must be taken apart."""
        self._to_find -= 1
        if self._text is None or self._to_find < 0:
            return None
        text: bytes = self._text.obj  # type: ignore[assignment]
        low, high = self._begin, self._begin + len(self._text)
        first, last = 1, self._last
        while low < high:  # about the same number of bytes belongs to each
            at = low + (high - low) * (number - first) // (last - first + 1)
            start = text.rfind(_ROW, low, at + len(_ROW))
            start = start if start >= 0 else text.find(_ROW, low, high)
            its = text[start + len(_ROW) : start + _LONGEST_NUMBER].partition(b'":')[0]
            if start < 0 or not its.isdigit():
                return None
            found, end = int(its), text.find(b"\n", start + 1)
            if found == number:
                return _one_document(text[start + len(_ROW) + len(its) + 2 : end].removesuffix(b","))
            if found < number:
                low, first = end, found + 1
            else:
                high, last = start, found - 1
            if not first <= number <= last:
                return None
        return None

    def _read(self) -> dict[int, msgspec.Raw]:
        if self._text is not None:
            try:
                with garbage_collection_paused():
                    documents = _table_decoder.decode(self._text)
            except (ValueError, RecursionError) as error:
                from .not_a_snapshot import need_plain_json, not_ours

                need_plain_json(bytes(self._text.obj), self._name)
                raise not_ours(self._name, str(error)) from None
            documents.update(self._documents)
            self._documents, self._text = documents, None
        return self._documents


def _one_document(data: bytes) -> msgspec.Raw | None:
    """The document that these bytes are; None if they are not one."""
    try:
        return msgspec.Raw(_document_decoder.decode(data)) if data.startswith(b"{") else None
    except (ValueError, RecursionError):
        return None
