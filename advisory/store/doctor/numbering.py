"""Makes ids unique: resolves duplicate ids, and ids that don't match the keys of their documents."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from advisory.model import Record, make_id
from advisory.store.codec import KIND_OF

from .place import Placed
from .report import REPAIR, Report

Key = tuple[str, int]
Book = dict[Key, Placed]
"""All documents by table and number."""


class Past(NamedTuple):
    """What is known about the ids in use before the damage.

    `is_known`: whether there was a document with this key, as far as can be told; `highest`: table → its last number.
    """

    is_known: Callable[[Key], bool]
    highest: Mapping[str, int]


def number(documents: Iterable[Placed], past: Past, report: Report) -> Book:
    """Give each document an id: its own if key and id match, else whichever of the two is unused, or a new one."""
    book: Book = {}
    waiting: list[Placed] = []
    for placed in documents:
        kind = placed.kind
        if kind is None:
            where = (
                f"in the table {placed.table!r}, which advisory does not have" if placed.table else "outside all tables"
            )
            report.add(placed, f"there is a document {where}", f"{REPAIR} keeps it in a file of its own")
            report.keep(placed, "not a record of advisory's")
            continue
        if placed.table not in KIND_OF:
            remedy = f"{REPAIR} moves it there"
            report.add(
                placed, f"{placed.called} is in the table {placed.table!r}; it belongs in {kind.table!r}", remedy
            )
        if placed.key and placed.number_from_id == placed.key and (kind.table, placed.key) not in book:
            book[kind.table, placed.key] = placed
        else:
            waiting.append(placed)
    for placed in waiting:
        _find_place(placed, book, past, report)
    return book


def _find_place(placed: Placed, book: Book, past: Past, report: Report) -> None:
    kind = placed.kind
    assert kind is not None
    from_id, key = placed.number_from_id, placed.key
    taken = book.get((kind.table, from_id)) if from_id else None
    if taken is not None and taken.document == placed.document:
        report.add(
            placed, f"{placed.called} appears twice, also on line {taken.line}", f"{REPAIR} keeps one of the two"
        )
        return
    if taken is not None and from_id == key:
        given = unused(kind, book, past)
        what = f"the id {placed.document['id']} appears twice, also on line {taken.line} with other content"
    else:
        free = [one for one in (from_id, key) if one and (kind.table, one) not in book]
        known = [one for one in free if past.is_known((kind.table, one))]
        given = (known or free or [unused(kind, book, past)])[0]
        what = f"the key is {key} and the id {placed.document.get('id')}, which should be the same number"
    own = make_id(kind, given)
    report.add(placed, what, f"{REPAIR} makes it {own}", "id")
    if placed.document.get("id") != own:
        report.keep(placed, f"now {own}")
    book[kind.table, given] = placed._replace(table=kind.table, key=given, document=placed.document | {"id": own})


def unused(kind: type[Record], book: Book, past: Past) -> int:
    """A number that no document has or had."""
    there = (one for table, one in book if table == kind.table)
    return max([past.highest.get(kind.table, 0), *there]) + 1
