"""A snapshot whose checksum does not fit, beside a copy of what it should be: which records are not as they were written."""

from collections.abc import Mapping
from typing import Any

from advisory.store.disk.state import SNAPSHOT

from .numbering import Book, Key
from .place import Placed, as_raw
from .report import REPAIR, Report


def compare(book: Book, copies: Mapping[Key, dict[str, Any]], report: Report) -> None:
    """Tell the records that differ. One in which a single bit does is a disk's work, and the copy is right."""
    for key, placed in book.items():
        copy = copies.get(key)
        if copy is None or copy == placed.document:
            continue
        if _differ_in_one_bit(bytes(as_raw(placed.document)), bytes(as_raw(copy))):
            what = f"{placed.called} has one wrong bit, as a worn disk leaves it"
            report.tell(placed, what, f"{REPAIR} takes the record from a backup")
            report.keep(placed, "taken from a backup instead")
            book[key] = placed._replace(document=copy)
            continue
        fields = [name for name in {**copy, **placed.document} if copy.get(name) != placed.document.get(name)]
        what = f"{placed.called} differs from its backup in {', '.join(fields)}"
        report.tell(placed, what, "nothing need be done if you changed it yourself", fields[0])


def tell_missing(book: Book, copies: Mapping[Key, dict[str, Any]], report: Report) -> None:
    """Tell the records that somebody took out of a file that is whole otherwise."""
    for table, number in sorted(copies.keys() - book.keys()):
        placed = Placed(table, number, copies[table, number], SNAPSHOT, 0)
        what = f"{placed.called} is in its backup and not here"
        report.tell(placed, what, "nothing need be done if you took it out yourself")


def _differ_in_one_bit(one: bytes, other: bytes) -> bool:
    if len(one) != len(other):
        return False
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True) if a != b) == 1
