"""Undo and redo: choosing the change and reversing it. All processes that use the folder share one undo stack."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain

import msgspec

from advisory.model import Record, Student, make_id
from advisory.model.day_order import show_date

from .codec import KIND_OF, decode_valid
from .disk.row import NOTHING, Line, Operation
from .errors import Refused
from .memory.index import student_of
from .memory.transaction import Transaction

SHARED, SHARED_FILE_DELETED = _PASSED_OVER = "Shared with others", "Shared file deleted"
"""What can't be undone, because it happened outside the records: undo goes on to the change before it."""

Choice = Callable[[Iterator[Line]], Line | None]


class Undone(msgspec.Struct, frozen=True):
    """The change undone or redone: its description, the students it touched, its number, and the records as it left them."""

    what: str
    students: tuple[str, ...]
    seq: int
    records: tuple[Record, ...] = ()
    before: tuple[Record, ...] = ()
    """The records that it left, as they were before it."""


def undone_of(line: Line) -> Undone:
    """A change as it is described to whoever undoes it."""
    return Undone(line.what, students_of(line.ops), line.seq, records_of(line.ops), records_before(line.ops))


def to_undo(newest_first: Iterator[Line], base: str, keeps: Callable[[Undone], bool]) -> Line | None:
    """The newest change that is not undone; None once only a change called `base`, or an earlier one, is left.

    What happened outside the records, and a change that `keeps` says stays, is passed over.
    Raises Refused if only changes before a restore, a migration or a purge are left. A purge of the trash ends undo only
    where a change had something in it that is gone.
    """
    is_undone: dict[int, bool] = {}
    for line in newest_first:
        if line.undoes is not None:
            is_undone.setdefault(line.undoes, True)
        elif line.redoes is not None:
            is_undone.setdefault(line.redoes, False)
        elif line.schema is not None:
            raise _end_of_undo(line)
        elif line.what in _PASSED_OVER:
            continue
        elif line.purged is None and not is_undone.get(line.seq, False):
            if line.lacks is not None:
                raise Refused(
                    f"“{line.what}” can't be undone, nor what was changed before it: something in it is gone for good."
                )
            if line.what == base:
                return None
            if not keeps(undone_of(line)):
                return line
    return None


def _end_of_undo(line: Line) -> Refused:
    """Why undo goes no farther than a line that replaced all records."""
    if line.purged is not None:
        day = show_date(datetime.fromisoformat(line.at).astimezone().date())
        return Refused(
            f"Records were purged on {day}, and what was changed before that can't be undone: what they said is gone for good."
        )
    return Refused(
        f"“{line.what}” can't be undone, nor what was changed before it. The records as they were then are in backups, under "
        "a name that begins with before-."
    )


def to_redo(newest_first: Iterator[Line]) -> Line | None:
    """The change undone last and not redone since; None once something new has been changed."""
    since: list[Line] = []
    for line in newest_first:
        if line.what in _PASSED_OVER:
            continue
        if line.undoes is None and line.redoes is None:
            newest_first = chain([line], newest_first)
            break
        since.append(line)
    undone: list[int] = []
    for line in reversed(since):
        if line.undoes is not None:
            undone.append(line.undoes)
        elif undone:
            undone.pop()
    return next((line for line in newest_first if undone and line.seq == undone[-1]), None)


def undo(line: Line, transaction: Transaction) -> None:
    """Reverse a change. Raises Refused if something is no longer as that change left it."""
    transaction.what, transaction.undoes = line.what, line.seq
    for table, doc_id, after, before in reversed(line.ops):
        _put(transaction, (table, doc_id, before, after), f"“{line.what}” can't be undone")


def redo(line: Line, transaction: Transaction) -> None:
    """Make a change again. Raises Refused if something is no longer as the undo left it."""
    transaction.what, transaction.redoes = line.what, line.seq
    for operation in line.ops:
        _put(transaction, operation, f"“{line.what}” can't be done again")


def students_of(operations: Iterable[Operation]) -> tuple[str, ...]:
    """The ids of the students whose records were touched, each once."""
    students: dict[str, None] = {}
    for table, doc_id, after, before in operations:
        if doc_id is None:
            continue
        if table == Student.table:
            students[make_id(Student, int(doc_id))] = None
        else:
            students |= {student_of(raw): None for raw in (after, before) if raw != NOTHING}
    students.pop("", None)
    return tuple(students)


def records_of(operations: Iterable[Operation]) -> tuple[Record, ...]:
    """The records touched, in the order of writing and as the change left them; one that it removed as it was before."""
    records: list[Record] = []
    for table, doc_id, after, before in operations:
        if doc_id is not None and table in KIND_OF:
            records += decode_valid(KIND_OF[table], [(int(doc_id), before if after == NOTHING else after)]).values()
    return tuple(records)


def records_before(operations: Iterable[Operation]) -> tuple[Record, ...]:
    """The records that the change left, as they were before it; without those that it made."""
    return records_of(
        (table, doc_id, before, NOTHING) for table, doc_id, after, before in operations if before != NOTHING != after
    )


def _put(transaction: Transaction, operation: Operation, refusal: str) -> None:
    table, doc_id, after, before = operation
    if doc_id is None:
        return  # an empty table needs no undoing
    number = int(doc_id)
    now = transaction.raw(table, number)
    if not _is_same(NOTHING if now is None else now, before):
        kind = KIND_OF.get(table)
        name = f"{kind.noun} {make_id(kind, number)}" if kind else f"document {number} of {table}"
        raise Refused(f"{refusal}: the {name} has been changed since.")
    transaction.put(table, number, None if after == NOTHING else after)


def _is_same(one: msgspec.Raw, other: msgspec.Raw) -> bool:
    return one == other or bool(msgspec.json.decode(one) == msgspec.json.decode(other))
