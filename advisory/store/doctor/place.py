"""Documents as found in a file, even one that is no longer valid JSON, with the line each one is on."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from advisory.model import KINDS, Record, number_of
from advisory.store.codec import KIND_OF

_KIND_OF_PREFIX = {kind.prefix: kind for kind in KINDS}
_BEGIN = re.compile(r'\{"id":\s?"')
_KEY = re.compile(r'"(\d{1,12})":\s?$')
_ID = re.compile(r"([a-z])(\d{7,12})")
# a control character that JSON wants escaped should not cost the whole document
_lenient = json.JSONDecoder(strict=False)


class Placed(NamedTuple):
    """A document: its table ("" if unreadable), its key there (None if unreadable), its content, file and line."""

    table: str
    key: int | None
    document: dict[str, Any]
    file: str
    line: int

    @property
    def kind(self) -> type[Record] | None:
        """The kind of record by the table, or else by the id."""
        return KIND_OF.get(self.table) or self.kind_from_id

    @property
    def kind_from_id(self) -> type[Record] | None:
        """The kind of record by the prefix of the id."""
        found = _ID.fullmatch(str(self.document.get("id", "")))
        return _KIND_OF_PREFIX.get(found[1]) if found else None

    @property
    def number_from_id(self) -> int | None:
        """The number in the id; None if the id is not one of its kind."""
        kind = self.kind_from_id
        return number_of(self.document["id"]) if kind is not None and kind is self.kind else None

    @property
    def called(self) -> str:
        """The document in words, such as `the student s0000001`."""
        kind, name = self.kind, self.document.get("id") or self.key
        return f"the {kind.noun} {name}" if kind else f"document {name} of {self.table!r}"


class Unreadable(NamedTuple):
    """A line that can't be read, in full or in part."""

    file: str
    line: int
    data: bytes
    why: str


def documents_in(text: str, table: str, file: str, line: int) -> Iterator[Placed]:
    """Every complete document in a text, whatever is between them."""
    end = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() < end:
            continue  # inside the document before
        try:
            document, end = _lenient.raw_decode(text, begin.start())
        except (ValueError, RecursionError):
            continue
        key = _KEY.search(text, 0, begin.start())
        yield Placed(table, int(key[1]) if key else None, document, file, line)


def as_raw(document: object) -> msgspec.Raw:
    """Encode a document; a lone surrogate, which UTF-8 can't encode, is left out."""
    try:
        return msgspec.Raw(msgspec.json.encode(document))
    except UnicodeEncodeError:
        plain = json.dumps(document, ensure_ascii=False).encode("utf-8", "ignore")
        return msgspec.Raw(plain)
