"""Puts the records together from everything readable in a folder, and collects findings on the way."""

from collections import defaultdict
from functools import cache
from typing import Any

import msgspec

from advisory.model import make_id
from advisory.store.codec import KIND_OF
from advisory.store.disk import journal
from advisory.store.disk.beside import last
from advisory.store.disk.row import NOTHING, encode_header
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.state import SNAPSHOT, State
from advisory.store.errors import DamagedError

from .choice import Choice
from .comparison import compare, report_missing
from .dangling import Copies, find_dangling, take_students_back
from .finding import LOST, Finding
from .graph import NO_CHANGE, Step
from .journal_report import report_choice, report_gap, report_journal
from .journal_scan import Change
from .look import Look, second_copy
from .mending import earlier_of, repair_documents
from .numbering import Book, Key, Past, number
from .place import Placed, as_raw
from .report import REPAIR, Report


class Assembly(msgspec.Struct):
    """The records, in the current schema, the findings, and the rows that history has not yet: see `new_to_history`."""

    state: State
    report: Report
    new_rows: bytes


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
            take_students_back(book, copies, report)
            report_missing(book, copies(), report)
    state, schema = _how_far(look), look.schema
    report_choice(look, report)
    for step in look.choice.path:
        later = step.line.schema or step.schema or schema
        if later > schema:
            book, schema = _migrated(book, schema, later), later
        _apply(Change(step.line, 0, step.before[1]), book, report, step.where)
    for header in look.chain.headers[:1]:
        if header.schema > schema:  # the journal begins with the migration to its schema
            book, schema = _migrated(book, schema, header.schema), header.schema
    _apply_rest(look, book, report)
    if schema < SCHEMA:
        book = _migrated(book, schema, SCHEMA)
    repair_documents(book, copies, lambda key: earlier_of(look, key), report)
    find_dangling(book, copies, past, report)
    end = max([(state.seq, state.chain), *(step.after for step in look.choice.loose)])
    if missing := last.what_is_missing(look.folder, *end):
        remedy = f"look for a newer copy of this folder first; {REPAIR} goes on without what is missing"
        report.findings.append(Finding(str(look.folder), missing, remedy, done=LOST))
    if look.refusal and not look.is_instead and all(finding.is_advice for finding in report.findings):
        report.findings.append(Finding(str(look.folder), look.refusal, f"{REPAIR} rewrites what can be read"))
    _put(state, book)
    return Assembly(state, report, new_to_history(look))


def new_to_history(look: Look) -> bytes:
    """The rows that led to the records and are not in history yet, with a header wherever they don't follow each other."""
    rows: list[bytes] = []
    chain: int | None = None
    for node in reversed([*look.choice.graph.back_from(look.choice.tip)] if look.choice.tip else []):
        step = look.choice.graph.step_to.get(node)
        if step is None or node in look.choice.graph.archived:
            continue
        if chain != step.before[1]:
            rows.append(encode_header(*step.before))
        rows.append(step.row)
        chain = node[1]
    return b"".join(rows)


def _report_snapshot(look: Look, report: Report) -> None:
    scan = look.snapshot
    if scan is None:
        return
    if look.wrong_bit:
        what = "it has one wrong bit, as a bad disk leaves it; its checksum tells which one"
        report.findings.append(Finding(SNAPSHOT, what, f"{REPAIR} puts it right", look.wrong_bit))
    for row in scan.unreadable:
        report.add_unreadable(
            row, f"fix it there, or {REPAIR} keeps it in a file and takes the record from a backup where it can"
        )
    if scan.unreadable:
        return
    if scan.why:
        report.findings.append(Finding(SNAPSHOT, scan.why, f"{REPAIR} rewrites what can be read of it"))
    elif not scan.fits:
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
    counted = {table: following - 1 for table, following in meta.next.items()} if meta else {}
    highest = defaultdict(int, counted)
    lines = [change.line for change in look.chain.changes if change.is_certain]
    for line in (*lines, *(step.line for step in (*look.choice.path, *look.choice.loose))):
        for table, doc_id, _, _ in line.ops:
            if doc_id is not None:
                highest[table] = max(highest[table], int(doc_id))

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
    """A state without tables, at the last change that is known for certain."""
    meta = look.snapshot.meta if look.snapshot else None
    state = State({}, dict(meta.next) if meta else {})
    if meta is None and look.choice.base is not None and (known := look.choice.graph.whole(look.choice.base)):
        state.next_ids = dict(known[0].next_ids)  # or an id in use before would be given to another record
    if meta is not None:
        state.seq, state.chain, state.at = meta.seq, int(meta.chain, 16), meta.saved
    if look.choice.tip is not None:
        state.seq, state.chain = look.choice.tip
    for step in look.choice.path[-1:]:
        state.at = step.line.at
    return state


def _apply_rest(look: Look, book: Book, report: Report) -> None:
    """Apply what no certain chain holds: the rows after a damaged one, and those after a gap."""
    report_journal(look, report)
    choice = look.choice
    known = choice.past | choice.elsewhere
    end, _ = choice.tip or NO_CHANGE
    gap = [step for step in choice.loose if not (look.belongs and step.where == journal.NAME)]
    fits = not _is_other(choice, gap) and _fits(gap, book)
    if gap:
        report_gap(gap, end, report, is_taken=fits)
    for step in gap if fits else ():
        _apply(Change(step.line, 0, step.before[1]), book, report, step.where)
    for change in look.chain.changes if look.belongs else ():
        is_known = change.is_certain and (change.line.seq, int(change.line.crc, 16)) in known
        if not is_known and (change.line.seq > end or not change.line.seq):
            _apply(change, book, report)


def _is_other(choice: Choice, gap: list[Step]) -> bool:
    """Whether changes are certain to be of another history: at some number, theirs has another checksum."""
    chains = dict(choice.past)
    return any(
        chains.get(seq, chain) != chain
        for step in gap
        for seq, chain in choice.graph.back_from(step.after)
        if chain >= 0
    )


def _fits(gap: list[Step], book: Book) -> bool:
    """Whether changes may be later ones of the same history: none is about a record of which another is there."""
    made: dict[Key, str] = {key: str(placed.document.get("created_at")) for key, placed in book.items()}
    for step in gap:
        for table, doc_id, after, before in step.line.ops:
            if doc_id is None:
                continue
            key = (table, int(doc_id))
            if before == NOTHING and key in made:
                return False
            for raw in (before, after):
                if raw == NOTHING:
                    made.pop(key, None)
                    continue
                created = str(msgspec.json.decode(raw).get("created_at"))
                if made.setdefault(key, created) != created:
                    return False
    return len({step.line.seq for step in gap}) == len(gap)


def _apply(change: Change, book: Book, report: Report, file: str = journal.NAME) -> None:
    for table, doc_id, after, _ in change.line.ops:
        if doc_id is None:
            continue
        if after == NOTHING:
            if change.is_certain:
                book.pop((table, int(doc_id)), None)
            continue
        placed = Placed(table, int(doc_id), msgspec.json.decode(after), file, change.row)
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
