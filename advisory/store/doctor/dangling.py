"""Finds references to records that don't exist."""

from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

from advisory.model import Partnership, Record, Student, make_id, number_of
from advisory.model.reference import REFERENCES
from advisory.store.codec import KIND_OF
from advisory.store.disk.state import SNAPSHOT

from .mending import what_is_wrong
from .numbering import Book, Key, Past, unused
from .place import Placed
from .report import REPAIR, Report

_OF_PREFIX = {kind.prefix: kind for kind in KIND_OF.values()}
_NEVER = "1970-01-01T00:00:00Z"

Copies = Callable[[], Mapping[Key, dict[str, Any]]]


def take_students_back(book: Book, copies: Copies, report: Report) -> None:
    """Add the students whose line is missing though there are records about them, from a copy that has them."""
    fields = [placed.document.get("student") for placed in book.values()]
    for student in sorted({one for one in fields if _is_students(one)}):
        key = (Student.table, number_of(student))
        if key not in book and key in copies() and what_is_wrong(Student, copies()[key], key[1]) is None:
            placed = book[key] = Placed(*key, copies()[key], SNAPSHOT, 0)
            what = f"there is no line for {placed.called}, though there are records about them"
            report.add(placed, what, f"{REPAIR} takes it from a backup")


def find_dangling(book: Book, copies: Copies, past: Past, report: Report) -> None:
    """Correct or remove references to missing records. A missing student is added, nameless, to keep the notes visible."""
    take_students_back(book, copies, report)
    for (table, number), placed in list(book.items()):
        document = placed.document
        for field, kind in REFERENCES.get(KIND_OF[table], {}).items():
            value = placed.document.get(field)
            for record_id in dict.fromkeys(value) if isinstance(value, list) else filter(None, [value]):
                if not _is_there(record_id, book, kind):
                    copy = copies().get((table, number), {}).get(field)
                    document = _fix_reference(placed, field, record_id, document, copy, kind, book, past, report)
        if not document:
            del book[table, number]
        elif document is not placed.document:
            book[table, number] = placed._replace(document=document)


def _fix_reference(
    placed: Placed,
    field: str,
    record_id: object,
    document: dict[str, Any],
    copy: object,
    kind: type[Record] | None,
    book: Book,
    past: Past,
    report: Report,
) -> dict[str, Any]:
    """The document with another reference or without it; empty if it makes no sense without."""
    noun = kind.noun if kind and _is_there(record_id, book, None) else "record"
    what = f"{placed.called}: {field.replace('_', ' ')} is {record_id}, and there is no such {noun}"
    if document is placed.document:
        report.keep(placed, f"{field} {record_id} was not there")
    if _is_there(copy, book, kind):
        report.add(placed, what, f"{REPAIR} changes it to {copy}, as in a backup", field)
        return document | {field: copy}
    if field == "student":
        student = record_id if _is_students(record_id) else make_id(Student, unused(Student, book, past))
        remedy = f"{REPAIR} makes a student {student} without a name, so that it belongs to somebody"
        report.add(placed, what, remedy, field)
        _make_student(student, book)
        return document | {field: student}
    if field == "partnership":
        others = [one for (table, _), one in book.items() if table == Partnership.table]
        match [one.document["id"] for one in others if one.document["student"] == document["student"]]:
            case [own]:
                report.add(placed, what, f"{REPAIR} changes it to {own}, the student's only one", field)
                return document | {field: own}
        report.add(placed, what, f"{REPAIR} keeps the {placed.called.removeprefix('the ')} in a file of its own", field)
        return {}
    report.add(placed, what, f"{REPAIR} leaves it out", field)
    value = document.get(field)
    kept = [one for one in value if one != record_id] if isinstance(value, list) else []
    return {name: old for name, old in document.items() if name != field} | ({field: kept} if kept else {})


def _is_there(record_id: object, book: Book, wanted: type[Record] | None) -> TypeGuard[str]:
    """Whether there is such a record, of the kind that is wanted; None for any."""
    if not isinstance(record_id, str) or record_id[:1] not in _OF_PREFIX:
        return False
    kind = _OF_PREFIX[record_id[0]]
    if wanted not in {None, kind}:
        return False
    try:
        number = number_of(record_id)
    except ValueError:
        return False
    return (kind.table, number) in book and make_id(kind, number) == record_id


def _is_students(record_id: object) -> TypeGuard[str]:
    """Whether it is formatted like a student's id."""
    try:
        return isinstance(record_id, str) and make_id(Student, number_of(record_id)) == record_id
    except ValueError:
        return False


def _make_student(record_id: str, book: Book) -> None:
    number = number_of(record_id)
    instants = {"created_at": _NEVER, "updated_at": _NEVER}
    document = {"id": record_id, **instants, "given_name": "Unknown", "family_name": record_id}
    book[Student.table, number] = Placed(Student.table, number, document, "", 0)
