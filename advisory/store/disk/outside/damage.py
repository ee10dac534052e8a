"""Tells damage from an edit: which records differ from their copy in one bit, and what the metadata said before theirs did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import msgspec

from advisory.store.disk import backup, history, packed, snapshot
from advisory.store.disk.files import read_regular
from advisory.store.disk.journal import rows_of
from advisory.store.disk.row import NOTHING, Misfit, Operation, is_header, read_line, seed_after
from advisory.store.disk.state import SNAPSHOT, FindUnusable, Key, State
from advisory.store.errors import DamagedError

from .about import about

_SHOWN = 3


def find_place(folder: Path, state: State) -> str:
    """Put the number or the checksum of the last change right if no other file knows them; a sentence, or "".

    Both stand in the metadata of the edited snapshot, where a bit can be wrong too. Whichever of them history or a backup
    knows tells the other. Rows in the journal have been compared with them already.
    """
    if state.end:
        return ""
    known = set(_places(folder))
    here = state.seq, state.chain
    if not known or here in known:
        return ""
    alike = {one for one in known if one[1] == state.chain} or {one for one in known if one[0] == state.seq}
    if len(alike) != 1:
        return ""
    (right,) = alike
    state.seq, state.chain = right
    return (
        f"{SNAPSHOT}, line 2, no longer says with which change it ends, as a bad disk leaves it; history and backups tell "
        f"that it is change {state.seq}."
    )


def wrong_bits(operations: Iterable[Operation]) -> list[Operation]:
    """Those operations that are damage: a document that differs from its copy in one bit, or is under another number."""
    from advisory.store.disk.wrong_bit import differ_in_one_bit

    operations = list(operations)
    taken_out = {
        (table, bytes(before)): one for one in operations for table, _, after, before in [one] if after == NOTHING
    }
    found: list[Operation] = []
    for one in operations:
        table, number, after, before = one
        if NOTHING not in (before, after):
            if differ_in_one_bit(_plain(before), _plain(after)):
                found.append(one)
        elif (
            before == NOTHING
            and (moved := taken_out.get((table, bytes(after))))
            and differ_in_one_bit(str(number).encode(), str(moved[1]).encode())
        ):
            found += [one, moved]
    return found


def take_back(state: State, operations: Iterable[Operation], find_unusable: FindUnusable) -> None:
    """Make documents what they were before some operations, and look again which can't be used."""
    state.tables, state.aside, state.why = state.everything, {}, {}
    for one in operations:
        (table, number), before = key_of(one), one[3]
        if before == NOTHING:
            state.tables[table].pop(number, None)
        else:
            state.tables.setdefault(table, {})[number] = before
    state.set_aside(find_unusable(state.tables))


def key_of(operation: Operation) -> Key:
    """The table and the number of the document that an operation is about."""
    table, number, _, _ = operation
    assert number is not None  # what differs is always a document
    return table, int(number)


def notice_of(operations: Iterable[Operation], names: Mapping[str, str]) -> str:
    """What is said about records with a wrong bit; `names` are the students' by id."""
    damaged = [about(table, [before], names) for table, _, _, before in operations if before != NOTHING]
    one = len(damaged) == 1
    return (
        f"{SNAPSHOT} has one wrong bit in {'this record' if one else 'each of these'}, as a bad disk leaves it: {'it differs' if one else 'they differ'} "
        f"from the copies in backups and history by no more: {first_of(damaged)}. You see what the copies say; the damaged file is kept in backups "
        "when it is written again. Copy this folder to another disk soon."
    )


def first_of(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _plain(raw: msgspec.Raw) -> bytes:
    """A document as the program writes it, however another one laid it out."""
    return msgspec.json.encode(msgspec.json.decode(raw))


def _places(folder: Path) -> Iterator[tuple[int, int]]:
    """The number and the checksum of each change in history, if it follows the row before it, and of each backup's end."""
    with suppress(DamagedError, OSError):
        history.need_listed(folder)
        for path in history.months(folder):
            for before, row in pairwise([b"", *rows_of(read_regular(path))]):
                if not is_header(row):
                    with suppress(Misfit, ValueError):
                        line = read_line(row, seed=seed_after(before))
                        yield line.seq, int(line.crc, 16)
    for pair in backup.pairs(folder):
        with suppress(DamagedError, OSError):
            meta = snapshot.meta_of(packed.read_top(pair.path))
            if meta is not None:
                yield meta.seq, int(meta.chain, 16)
            for row in rows_of(packed.read_whatever(pair.journal)):
                if not is_header(row):
                    with suppress(Misfit, ValueError):
                        line = read_line(row)
                        yield line.seq, int(line.crc, 16)
