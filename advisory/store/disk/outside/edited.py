"""Compares a snapshot that was changed outside the program to what the program last knew, so that both texts are kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import msgspec

from advisory.store.disk import backup, history, journal
from advisory.store.disk.row import NOTHING, Line, Operation, instant
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.snapshot import Documents
from advisory.store.disk.state import SNAPSHOT, FindUnusable, State, read_files
from advisory.store.errors import DamagedError

from . import damage
from .about import about, names_in

WORDS = "Changed outside advisory"
_STUDENTS = "students"
_MOST = 5000
"""Changes between a backup and the snapshot; there are more only if most backups are gone."""


class ReadFiles(Protocol):
    """Reads the files; `put_right` as in `state.read_files`."""

    def __call__(self, *, put_right: bool) -> State: ...


def read_by_copies(folder: Path, read: ReadFiles) -> State:
    """Read the files; a wrong bit that the checksum reveals is put right only if the copies don't hold other records.

    If they do, the file was edited: among the millions of bits of a large one, turning some bit elsewhere can make the
    checksum of the edit right by chance. Then the file is read as it stands, if it can be.
    """
    state = read(put_right=True)
    old = _old(folder, state) if state.wrong_bit else None
    if old is not None and _difference(old, state.everything):
        with suppress(DamagedError):
            return read(put_right=False)
    return state


def describe_edit(folder: Path, state: State, find_unusable: FindUnusable) -> Iterator[str]:
    """Sentences about an edited snapshot. A student about whom records stay is taken back into the state.

    So is what a failing disk damaged: a document that differs from its copy in one bit is nobody's edit.
    """
    if sentence := damage.find_place(folder, state):
        yield sentence
    old = _old(folder, state)
    names = names_in(old or {}) | names_in(state.everything)
    broken = damage.wrong_bits(_difference(old, state.everything)) if old is not None else []
    if broken:
        damage.take_back(state, broken, find_unusable)
        yield damage.notice_of(broken, names)
    operations = _made(old, state)
    known = operations or ()
    lost = _orphaning(known, state.everything)
    if lost:
        damage.take_back(state, lost, find_unusable)
        gone = ", ".join(about(table, [before], names) for table, _, _, before in lost)
        yield f"{SNAPSHOT} has no line for {gone}, though there are records about them; it was taken from backups."
    rest = [operation for operation in known if operation not in lost]
    if rest or not (lost or broken):
        but = ", but for those that can't be used" if state.why else ""
        yield f"{_notice_of(None if operations is None else rest, names)} Every record in it was checked and accepted{but}."


def made(folder: Path, state: State) -> list[Operation] | None:
    """What was changed outside the program; None if nothing shows what there was before.

    What can't be used is left out: it stays in the file, set aside. So is damage, once `describe_edit` has taken it
    back.
    """
    return _made(_old(folder, state), state)


def _old(folder: Path, state: State) -> dict[str, Documents] | None:
    return _known_before(folder, state) if state.schema == SCHEMA else None


def _made(old: Mapping[str, Documents] | None, state: State) -> list[Operation] | None:
    if old is None:
        return None
    return [one for one in _difference(old, state.everything) if damage.key_of(one) not in state.why]


def as_change(state: State, operations: Sequence[Operation]) -> Line:
    """A change that makes what was changed outside the program, as of when the file was written."""
    at = datetime.fromtimestamp(state.stamps[0][2] / 1e9 if state.stamps[0] else 0, UTC)
    return Line(state.seq + 1, instant(at), WORDS, list(operations))


def _known_before(folder: Path, state: State) -> dict[str, Documents] | None:
    """The records before the edit, from the newest backup that fits and the changes since; None if none fits."""
    rows = journal.read_from(folder / journal.NAME, 0)[: state.end]
    for pair in reversed(backup.pairs(folder)):
        try:
            old = read_files(pair.path, pair.journal, lambda _tables: {})
            if old.edited:
                continue
            later: list[Line] = []
            for line in history.changes_backwards(folder, rows, seq=state.seq, chain=state.chain):
                if line.seq <= old.seq or line.schema is not None or len(later) == _MOST:
                    break
                later.append(line)
        except (DamagedError, OSError):
            continue
        is_joined = later[-1].before == old.seq if later else (old.seq, old.chain) == (state.seq, state.chain)
        if is_joined and _replay(old, later[::-1]):
            return old.tables
    return None


def _replay(state: State, lines: Iterable[Line]) -> bool:
    """Apply changes; False if one of them does not find what it changed."""
    for line in lines:
        for operation in line.ops:
            table, doc_id, _, before = operation
            if doc_id is not None and state.tables.get(table, {}).get(int(doc_id), NOTHING) != before:
                return False
            state.put(operation)
    return True


def _difference(old: Mapping[str, Documents], new: Mapping[str, Documents]) -> list[Operation]:
    """The operations that make the old records the new ones; a document that only looks different is the same."""
    operations: list[Operation] = []
    for table in dict.fromkeys([*old, *new]):
        before, after = old.get(table, {}), new.get(table, {})
        for number in sorted({*before, *after}):
            was, now = before.get(number, NOTHING), after.get(number, NOTHING)
            if was != now and msgspec.json.decode(was) != msgspec.json.decode(now):
                operations.append((table, str(number), now, was))
    return operations


def _orphaning(operations: Iterable[Operation], new: Mapping[str, Documents]) -> list[Operation]:
    """Those operations that take out a student about whom records stay."""
    gone = {
        msgspec.json.decode(operation[3]).get("id"): operation
        for operation in operations
        if operation[0] == _STUDENTS and operation[2] == NOTHING
    }
    documents = [msgspec.json.decode(raw) for table in new.values() for raw in table.values()] if gone else []
    named = {str(document.get("student")) for document in documents if isinstance(document, dict)}
    return [operation for student, operation in gone.items() if student in named]


def _notice_of(operations: Iterable[Operation] | None, names: Mapping[str, str]) -> str:
    """What was changed, by kinds, students and fields, without any of the words."""
    if operations is None:
        return f"{SNAPSHOT} was changed outside advisory, and there is no copy left to compare it with."
    changed, added, gone = [], [], []
    for table, _, after, before in operations:
        was, now = msgspec.json.decode(before), msgspec.json.decode(after)
        name = about(table, [after, before], names)
        if not now:
            gone.append(name)
        elif not was:
            added.append(name)
        else:
            changed.append(f"{name} ({', '.join(key for key in {**was, **now} if was.get(key) != now.get(key))})")
    parts = [
        f"{damage.first_of(names)} {what}"
        for names, what in ((changed, "changed"), (added, "added"), (gone, "taken out"))
        if names
    ]
    told = f": {'; '.join(parts)}. What was there before is kept" if parts else ", but no record differs"
    return f"{SNAPSHOT} was changed outside advisory{told}."
