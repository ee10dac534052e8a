"""Puts the records together from everything readable in a folder, and collects findings on the way."""

from functools import cache
from typing import Any

import msgspec

from advisory.model import make_id
from advisory.store.codec import KIND_OF
from advisory.store.disk import journal
from advisory.store.disk.row import NOTHING
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.state import SNAPSHOT, State
from advisory.store.errors import DamagedError

from .comparison import compare, report_missing
from .dangling import Copies, find_dangling
from .finding import Finding
from .journal_scan import Change
from .look import Look, second_copy
from .mending import repair_documents
from .numbering import Book, Key, Past, number
from .place import Placed, as_raw
from .report import REPAIR, Report


class Assembly(msgspec.Struct):
    """The records, in the current schema, the findings, and the journal's rows before the first damaged one."""

    state: State
    report: Report
    good_rows: bytes


def assemble(look: Look) -> Assembly:
    """Put the records together. Raises DamagedError if documents of an older schema can't be migrated."""
    report = Report()
    copies = cache(lambda: second_copy(look))
    _report_snapshot(look, report)
    past = _past(look, copies)
    book = number(look.snapshot.documents if look.snapshot else (), past, report)
    if look.snapshot and not look.snapshot.fits and not look.is_older:
        compare(book, copies(), report)
        if look.snapshot.why:
            _fill(book, copies(), report)
        else:
            report_missing(book, copies(), report)
    state, schema = _how_far(look), look.schema
    for header in look.chain.headers[:1]:
        if header.schema > schema:  # the journal begins with the migration to its schema
            book, schema = _migrated(book, schema, header.schema), header.schema
    _apply_journal(look, book, report)
    if schema < SCHEMA:
        book = _migrated(book, schema, SCHEMA)
    repair_documents(book, copies, report)
    find_dangling(book, copies, past, report)
    if look.refusal and all(finding.is_advice for finding in report.findings):
        report.findings.append(Finding(str(look.folder), look.refusal, f"{REPAIR} rewrites what can be read"))
    _put(state, book)
    good = b"".join(look.chain.kept[: look.chain.good]) if look.belongs else b""
    return Assembly(state, report, good)


def _report_snapshot(look: Look, report: Report) -> None:
    scan = look.snapshot
    if scan is None:
        return
    for row in scan.unreadable:
        report.add_unreadable(
            row, f"fix it there, or {REPAIR} keeps it in a file and takes the record from a backup where it can"
        )
    if scan.why and not scan.unreadable:
        report.findings.append(Finding(SNAPSHOT, scan.why, f"{REPAIR} rewrites what can be read of it"))
    elif not scan.fits and not scan.unreadable:
        report.findings.append(
            Finding(
                SNAPSHOT,
                "its checksum is wrong: it was changed outside advisory, or by a bad disk",
                "look at it if you did not change it yourself; it is used as it is at the next start",
            )
        )


def _past(look: Look, copies: Copies) -> Past:
    """Which ids were in use: the highest from the snapshot's count and the journal, known ones from the second copy.

    Without a second copy, an id counts as known if it is not above the snapshot's count.
    """
    meta = look.snapshot.meta if look.snapshot else None
    highest = {table: following - 1 for table, following in meta.next.items()} if meta else {}
    counted = dict(highest)
    for change in look.chain.changes:
        for table, doc_id, _, _ in change.line.ops if change.is_certain else ():
            if doc_id is not None:
                highest[table] = max(highest.get(table, 0), int(doc_id))

    def is_known(key: Key) -> bool:
        return key in copies() if copies() else meta is None or key[1] <= counted.get(key[0], 0)

    return Past(is_known, highest)


def _fill(book: Book, copies: dict[Key, dict[str, Any]], report: Report) -> None:
    """Add the records missing because of damaged lines from the second copy."""
    for (table, doc_number), document in copies.items():
        if table in KIND_OF and (table, doc_number) not in book:
            placed = book[table, doc_number] = Placed(table, doc_number, document, SNAPSHOT, 0)
            report.findings.append(
                Finding(SNAPSHOT, f"{placed.called} can't be read", f"{REPAIR} takes it from a backup", field="id")
            )


def _how_far(look: Look) -> State:
    """A state without tables, at the last change before the first damaged row of the journal."""
    meta = look.snapshot.meta if look.snapshot else None
    state = State({}, dict(meta.next) if meta else {})
    if meta is not None:
        state.seq, state.chain, state.at = meta.seq, int(meta.chain, 16), meta.saved
    first_bad = min((row.line for row in look.chain.unreadable), default=None)
    for change in look.chain.changes if look.belongs else ():
        if change.is_certain and (first_bad is None or change.row < first_bad) and change.line.seq > state.seq:
            state.seq, state.chain, state.at = change.line.seq, int(change.line.crc, 16), change.line.at
    return state


def _apply_journal(look: Look, book: Book, report: Report) -> None:
    for row in look.chain.repaired:
        report.add_unreadable(row, f"{REPAIR} fixes it")
    if look.chain.changes and len(look.chain.headers) != 1 and not look.chain.unreadable:
        what = f"there {'are two lines that begin a journal' if look.chain.headers else 'is no line that begins a journal'}"
        report.findings.append(Finding(journal.NAME, what, f"{REPAIR} goes on without it", 1))
    meta = look.snapshot.meta if look.snapshot else None
    for header in look.chain.headers[:1]:
        if look.belongs and meta and not look.chain.changes and header.base == meta.seq and header.chain != meta.chain:
            what = f"its checksum of change {meta.seq} differs from the one in {SNAPSHOT}"
            report.findings.append(Finding(journal.NAME, what, f"{REPAIR} fixes it", 1))
    for row in look.chain.unreadable:
        remedy = f"{REPAIR} cuts the journal there, and saves what can be read of this line and those after it"
        report.add_unreadable(row, remedy)
    if look.chain.torn:
        what = "the last line is incomplete, as after a power outage during writing"
        report.findings.append(Finding(journal.NAME, what, "the next start sets it aside by itself", is_advice=True))
    if not look.belongs:
        what = f"it does not follow {SNAPSHOT}: the two come from different histories"
        report.findings.append(Finding(journal.NAME, what, f"{REPAIR} keeps it in backups and goes on without it"))
        return
    for change in look.chain.changes:
        if change.line.seq > (look.seq or 0) or not change.line.seq:
            _apply(change, book, report)


def _apply(change: Change, book: Book, report: Report) -> None:
    for table, doc_id, after, _ in change.line.ops:
        if doc_id is None:
            continue
        if after == NOTHING:
            if change.is_certain:
                book.pop((table, int(doc_id)), None)
            continue
        placed = Placed(table, int(doc_id), msgspec.json.decode(after), journal.NAME, change.row)
        kind = placed.kind if change.is_certain else placed.kind_from_id
        if kind is None:
            report.add(
                placed,
                f"there is a document in a table that advisory does not have ({table})",
                f"{REPAIR} leaves it out",
            )
            report.keep(placed, "not a record of advisory's")
            continue
        key = (kind.table, int(doc_id))
        if change.is_certain or _is_likely(placed, book.get(key)):
            book[key] = placed._replace(table=kind.table)


def _is_likely(placed: Placed, now: Placed | None) -> bool:
    """Whether a document from a damaged row is plausible, and not older than the one in hand."""
    kind = placed.kind_from_id
    if kind is None or placed.key is None or placed.document.get("id") != make_id(kind, placed.key):
        return False
    return now is None or str(placed.document.get("updated_at", "")) >= str(now.document.get("updated_at", ""))


def _migrated(book: Book, schema: int, until: int) -> Book:
    """Migrate the documents; those that a step moves to another table lose their line number."""
    from advisory.store.disk.migration import migrate

    old: dict[str, dict[int, msgspec.Raw]] = {}
    for (table, doc_number), placed in book.items():
        old.setdefault(table, {})[doc_number] = as_raw(placed.document)
    nowhere = Placed("", None, {}, SNAPSHOT, 0)
    try:
        carried = migrate(old, schema, until)
    except ValueError as error:
        raise DamagedError(
            f"{SNAPSHOT} is of schema {schema}, and {error}. Put the newest good copy from backups in its place with "
            "`advisory restore`. Nothing has been changed."
        ) from error
    return {
        (table, doc_number): book.get((table, doc_number), nowhere)._replace(
            table=table, key=doc_number, document=msgspec.json.decode(raw)
        )
        for table, documents in carried.items()
        for doc_number, raw in documents.items()
    }


def _put(state: State, book: Book) -> None:
    state.tables = {table: {} for table in KIND_OF}
    for (table, doc_number), placed in book.items():
        state.tables[table][doc_number] = as_raw(placed.document)
    for table, documents in state.tables.items():
        state.next_ids[table] = max([state.next_ids.get(table, 1), *(doc_number + 1 for doc_number in documents)])
