"""Compares a snapshot with a wrong checksum to a second copy of the same records."""

from collections.abc import Mapping
from typing import Any

from advisory.store.disk.state import SNAPSHOT
from advisory.store.disk.wrong_bit import differ_in_one_bit

from .numbering import Book, Key
from .place import Placed, as_raw
from .report import REPAIR, Report


def compare(book: Book, copies: Mapping[Key, dict[str, Any]], report: Report) -> None:
    """Report records that differ. If they differ in a single bit, a failing disk did it, and the copy is right."""
    for key, placed in book.items():
        copy = copies.get(key)
        if copy is None or copy == placed.document:
            continue
        if differ_in_one_bit(bytes(as_raw(placed.document)), bytes(as_raw(copy))):
            what = f"{placed.called} has one wrong bit, as a bad disk leaves it"
            report.add(placed, what, f"{REPAIR} takes the record from a backup")
            report.keep(placed, "taken from a backup instead")
            book[key] = placed._replace(document=copy)
            continue
        fields = [name for name in {**copy, **placed.document} if copy.get(name) != placed.document.get(name)]
        what = f"{placed.called} differs from its backup in {', '.join(fields)}"
        report.add_meant(placed, what, "you don't need to do anything if you changed it yourself", fields[0])


def report_missing(book: Book, copies: Mapping[Key, dict[str, Any]], report: Report) -> None:
    """Report records that are missing from the snapshot though the file is otherwise whole."""
    for table, number in sorted(copies.keys() - book.keys()):
        placed = Placed(table, number, copies[table, number], SNAPSHOT, 0)
        what = f"{placed.called} is in its backup but not here"
        report.add_meant(placed, what, "you don't need to do anything if you took it out yourself")
