"""Repairs a data folder: keeps a copy of everything it changes, and a file with what it could not use."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from advisory.store.disk import backup, history, packed, snapshot
from advisory.store.disk.files import make_folder, read_regular, replace, sync_folder, write_atomically
from advisory.store.disk.lock import KernelLock
from advisory.store.disk.open_folder import purged
from advisory.store.disk.open_folder.beginning import finish, replace_all_records
from advisory.store.disk.row import instant, seed_after
from advisory.store.disk.state import SNAPSHOT
from advisory.store.disk.writing import LOCK
from advisory.store.errors import Unwritable

from .assembly import Assembly, assemble, new_to_history
from .examine import gap_before
from .finding import LOST, Finding
from .graph import Node
from .housekeeping import DAMAGED, damaged_copies, leftovers, name_in, open_to_others, unreadable_drafts
from .journal_report import parted, report_choice
from .journal_scan import scan_chain
from .look import Look, instead_of, listed, look_at, newest_copy
from .odd import move_odd
from .place import Unreadable
from .report import INCOMPLETE, WORDS, Report

Confirm = Callable[[str], bool]
_AND_JOURNAL = " and the journal beside it"


class Repaired(msgspec.Struct, frozen=True):
    """What was done, one sentence each. `is_declined`: a backup was needed but missing or declined."""

    done: tuple[str, ...]
    is_declined: bool = False


def repair(folder: Path, at: datetime, confirm: Confirm) -> Repaired:
    """Repair what can be repaired. `confirm` is asked before the records are taken from a backup.

    Raises NewerError, OSError and Busy like examine, and Unwritable in a read-only folder, having changed nothing.
    """
    _need_writable(folder)
    moved = move_odd(folder)
    lock = KernelLock(folder / LOCK)
    try:
        lock.acquire()
        repaired = _repair(folder, instant(at), confirm)
        return Repaired((*moved, *repaired.done), repaired.is_declined)
    finally:
        lock.close()


def _need_writable(folder: Path) -> None:
    for place in (folder, folder / backup.FOLDER):
        if place.is_dir() and not os.access(place, os.W_OK):
            raise Unwritable(
                f"{place} is read-only, so nothing can be put right, and nothing was changed. Check its permissions, or "
                "copy the folder to a disk of your own and name the copy with --home."
            )


def _repair(folder: Path, at: str, confirm: Confirm) -> Repaired:
    look = look_at(folder)
    done: list[str] = []
    if look.unfinished:
        finish(folder, look.unfinished)
        done.append("The last restore, repair or purge, which was stopped before its end, was finished")
        look = look_at(folder)
    came_from = ""
    found: list[Finding] = []
    state = look.choice.taken
    if not look.is_readable:
        copy = newest_copy(look)
        as_of = f", as of {copy[0].at[:10]}" if copy and copy[0].at else ""
        asked = copy and confirm(f"Nothing in {SNAPSHOT} can be read. Take the records from {copy[1]}{as_of}?")
        if copy is None or not asked:
            return Repaired((), is_declined=True)
        state, came_from = copy
    elif state is not None:
        found = _findings(look)
        came_from = listed(look.choice.came_from)
    if look.choice.others and look.is_readable and not confirm(_which(look)):
        return Repaired((), is_declined=True)
    others = look.choice.others
    if state is not None:
        look = instead_of(look, state)
    if look.snapshot is not None or look.journal_data:
        assembly = assemble(look)
        assembly.report.findings[:0] = [one for one in found if one not in assembly.report.findings]
        if came_from:
            done.append(f"The records were taken from {came_from}")
        if came_from or _is_wrong(assembly):
            done += [_keep_other(look, other) for other in others]
            done += _write(look, assembly, at)
    done += _repair_history(folder, at)
    done += _fill_history(folder, at)
    return Repaired((*done, *_tidy(folder)))


def _findings(look: Look) -> list[Finding]:
    """The findings about the choice, before other records replace the snapshot's."""
    report = Report()
    report_choice(look, report)
    return report.findings


def _which(look: Look) -> str:
    what = "; ".join(parted(look, other).what for other in look.choice.others)
    return f"In {look.folder} {what}. Go on with the first, and keep the other in backups?"


def _keep_other(look: Look, other: Node) -> str:
    """Keep the records of another history in a file that can be restored from."""
    built = look.choice.graph.whole(other)
    assert built is not None
    state = built[0]
    make_folder(look.folder / backup.FOLDER)
    path = backup.unused(look.folder, "-".join(filter(None, ["other", state.at[:10], f"{state.seq:07d}"])))
    data = snapshot.dump(
        state.everything, seq=state.seq, chain=state.chain, next_ids=state.next_ids, saved=state.at, schema=state.schema
    )
    path = packed.write(path, data, replace=False)
    return f"The other history is in {backup.FOLDER}/{path.name}; `advisory restore {backup.FOLDER}/{path.name}` goes to it"


def _is_wrong(assembly: Assembly) -> bool:
    return not all(finding.is_advice for finding in assembly.report.findings)


def _write(look: Look, assembly: Assembly, at: str) -> list[str]:
    """Write the repaired records; the changes that led to them go to history first, so that they are not lost."""
    folder, report = look.folder, assembly.report
    is_partial = look.is_instead and look.choice.taken is None
    lost = is_partial or any(finding.done == LOST for finding in report.findings)
    words = f"{WORDS}{INCOMPLETE}" if lost else WORDS
    unreadable = _keep_unreadable(folder, report.kept, at)
    if assembly.new_rows:
        history.archive(folder, assembly.new_rows)
    kept = replace_all_records(folder, assembly.state, words, at, keep_as="repair")
    return [
        *(finding.outcome for finding in report.findings if not finding.is_advice),
        *([f"What could not be used is in {unreadable}"] if unreadable else []),
        *([f"What was there is in {kept}{_AND_JOURNAL if '.journal.' not in kept else ''}"] if kept else []),
    ]


def _keep_unreadable(folder: Path, rows: list[Unreadable], at: str) -> str:
    if not rows:
        return ""
    make_folder(folder / backup.FOLDER)
    parts = [f"# {row.file}, line {row.line}: {row.why}\n".encode() + row.data.rstrip(b"\n") + b"\n" for row in rows]
    path = backup.unused(folder, f"unreadable-{at[:10]}", ".txt")
    write_atomically(path, b"\n".join(parts), replace=False)
    return f"{backup.FOLDER}/{path.name}"


def _repair_history(folder: Path, at: str) -> list[str]:
    """Remove unreadable lines from history; changes before them can't be undone any more."""
    done = []
    seed: int | None = None
    for path in history.months(folder):
        data = read_regular(path)
        name = f"{history.FOLDER}/{path.name}"
        chain = scan_chain(data, name, seed)
        if chain.unreadable or chain.repaired:
            make_folder(folder / backup.FOLDER)
            aside = backup.unused(folder, f"before-repair-{at[:10]}-history-{path.stem}", ".jsonl")
            write_atomically(aside, data, replace=False)
            write_atomically(path, b"".join(chain.kept), replace=True)
            done.append(f"{name} was repaired; the old version is in {backup.FOLDER}/{aside.name}")
        seed = seed_after(chain.kept[-1]) if chain.kept else seed
    return done


def _fill_history(folder: Path, at: str) -> list[str]:
    """Give history the changes at its end that only the backups still have; what no file has is written down as missing."""
    look = look_at(folder)
    gap = gap_before(look)
    if not gap or history.goes_on_from(folder, gap):
        return []
    make_folder(folder / backup.FOLDER)
    for path in history.months(folder)[-1:]:  # its end is cut off, if that is torn
        aside = backup.unused(folder, f"before-repair-{at[:10]}-history-{path.stem}", ".jsonl")
        write_atomically(aside, read_regular(path), replace=False)
    last, rows = history.last_seq(folder), new_to_history(look)
    first = min((change.line.seq for change in scan_chain(rows, history.FOLDER).changes), default=0)
    if first > last:
        history.archive(folder, rows)
    left = gap_before(look)
    graph = look.choice.graph
    for node in graph.back_from(look.opens_at) if left and look.opens_at else ():
        if node[0] == left and not history.goes_on_from(folder, left):
            history.go_on_from(folder, *node)
    if left == gap:
        return [f"{history.FOLDER} goes on without change {gap} and what was before it, which no file here holds"]
    return [f"{history.FOLDER} has the changes from {first} to {gap} again, taken from backups"]


def _rename_damaged(path: Path) -> list[str]:
    """Rename a copy that can't be decompressed, and the other file of its pair, which by itself is of an earlier change."""
    stem = packed.plain_name(path).name.removesuffix(".json").removesuffix(".journal.jsonl")
    pair = (path.with_name(f"{stem}.json"), path.with_name(f"{stem}.journal.jsonl"))
    done = []
    for one in {path, *map(packed.either, pair)}:
        if one.exists():
            aside = backup.unused(path.parent.parent, f"{DAMAGED}{one.name}", "")
            replace(one, aside)
            done.append(f"{backup.FOLDER}/{one.name} is now {aside.name}")
    sync_folder(path.parent)
    return sorted(done)


def _tidy(folder: Path) -> list[str]:
    done = []
    if purged.take_back(folder):
        done.append(
            "What a purge left behind that was stopped before it took anything away was removed; everything is as it was"
        )
    for path in leftovers(folder):
        path.unlink()
        sync_folder(path.parent)
        done.append(f"{path.relative_to(folder)} was deleted: it was never finished")
    for path in damaged_copies(folder):
        done += _rename_damaged(path)
    for path in unreadable_drafts(folder):
        number = 1
        while (aside := path.with_suffix(f".aside-{number}")).exists():
            number += 1
        replace(path, aside)
        sync_folder(path.parent)
        done.append(f"{path.relative_to(folder)} was set aside as {aside.name}")
    for path, mode in open_to_others(folder):
        path.chmod(mode)
        done.append(f"{name_in(path, folder)} can now be opened only by you")
    return done
