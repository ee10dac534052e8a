"""Examines a data folder without changing anything."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from advisory.store.disk import history
from advisory.store.disk.files import read_regular
from advisory.store.disk.lock import PATIENCE, KernelLock
from advisory.store.disk.open_folder import purged
from advisory.store.disk.row import seed_after
from advisory.store.disk.state import SNAPSHOT
from advisory.store.disk.writing import LOCK
from advisory.store.errors import Busy

from .assembly import assemble
from .finding import Finding
from .housekeeping import check_housekeeping
from .journal_scan import scan_chain
from .look import Look, instead_of, look_at, newest_copy
from .report import INCOMPLETE, REPAIR


class Examination(msgspec.Struct, frozen=True):
    """The findings. `is_readable`: some records could be read; `is_empty`: the folder has no records yet.

    `is_whole`: no repair has left out what it could not bring back.
    """

    findings: tuple[Finding, ...]
    is_readable: bool = True
    is_empty: bool = False
    is_whole: bool = True


def examine(folder: Path) -> Examination:
    """Examine a data folder. Raises NewerError for a newer program's files, OSError if something can't be opened.

    Beside a process that keeps writing, perhaps because it was suspended, it looks all the same, and says so: what that
    process has not finished may look broken.
    """
    if not (folder / LOCK).exists():
        return _examine(folder)
    try:
        lock = KernelLock(folder / LOCK)
    except OSError:  # a read-only folder
        return _examine(folder)
    try:
        lock.acquire(PATIENCE)
        return _examine(folder)
    except Busy:
        what = f"another advisory has been writing here for {PATIENCE:.0f} seconds, perhaps because it was suspended"
        remedy = "what it has not finished may look broken here; close it, then check again"
        beside = Finding(str(folder), what, remedy, is_advice=True)
        found = _examine(folder)
        return msgspec.structs.replace(found, findings=(beside, *found.findings))
    finally:
        lock.close()


def _examine(folder: Path) -> Examination:
    mark = purged.mark_in(folder)
    if mark is not None and purged.counts(folder, mark):  # of the other files, some are written anew and some are not
        what = "a purge was stopped before its end; the records are as they should be, but copies may still hold what is gone"
        unfinished = Finding(purged.NAME, what, f"the next start finishes it, or {REPAIR} does", is_advice=True)
        return Examination((unfinished, *check_housekeeping(folder)))
    look = look_at(folder)
    about = list(check_housekeeping(folder))
    if not look.is_readable:
        copy = newest_copy(look)
        state = "nothing in it can be read" if look.snapshot else "it is missing"
        remedy = f"{REPAIR} takes the records from {copy[1]}" if copy else "put a copy of your own in its place"
        lost = Finding(
            SNAPSHOT, f"{state}{f' ({look.snapshot.why})' if look.snapshot and look.snapshot.why else ''}", remedy
        )
        rest = assemble(instead_of(look, copy[0])).report.findings if copy else ()
        return Examination((lost, *rest, *_history(folder, 0), *about), is_readable=copy is not None)
    if look.snapshot is None and not look.journal_data:
        return Examination(tuple(about), is_empty=True)
    report = assemble(look).report
    if look.unfinished:
        what = "the last restore, repair or purge was stopped before its end; its records are all here"
        about.append(Finding(SNAPSHOT, what, f"the next start finishes it, or {REPAIR} does", is_advice=True))
    before = list(_lost_before(look))
    return Examination((*report.findings, *before, *_history(folder, gap_before(look)), *about), is_whole=not before)


def _lost_before(look: Look) -> Iterator[Finding]:
    """Advice about the last repair that could not bring everything back."""
    graph = look.choice.graph
    for node in graph.back_from(look.choice.tip) if look.choice.tip else ():
        step = graph.step_to.get(node)
        if step is not None and step.line.what.endswith(INCOMPLETE):
            what = f"the repair of {step.line.at[:10]} could not bring back all changes"
            yield Finding(SNAPSHOT, what, "if a newer copy of this folder turns up, restore from it", is_advice=True)
            return


def gap_before(look: Look) -> int:
    """The newest change that history should hold and does not; 0 if there is none, or if that can't be known now.

    So it is while the records themselves are not whole, while something odd stands where a file of history should be, and
    before a restore or repair is finished: the snapshot holds the row that history still has to get.
    """
    if look.opens_at is None or look.unfinished or history.is_hidden(look.folder):
        return 0
    seq, chain = look.opens_at
    return history.missing_before(look.folder, look.journal_data, seq=seq, chain=chain)


def _history(folder: Path, gap: int) -> Iterator[Finding]:
    """What is wrong with history; `gap`: the newest change that it lacks."""
    seed: int | None = None
    is_reported = False
    for path in history.months(folder):
        name = f"{history.FOLDER}/{path.name}"
        chain = scan_chain(read_regular(path), name, seed)
        for row in chain.repaired:
            yield Finding(name, f"the line {row.why}", f"{REPAIR} fixes it", row.line)
        for row in chain.unreadable:
            what = f"the line {row.why}, so what was changed before it can't be undone"
            yield Finding(name, what, f"the records are not affected; {REPAIR} removes the line", row.line)
        is_reported = is_reported or bool(chain.unreadable or chain.repaired)
        if chain.torn and not gap:
            what = "the last line is incomplete, as after a crash"
            yield Finding(name, what, "the next save cuts it off by itself", is_advice=True)
        seed = seed_after(chain.kept[-1]) if chain.kept else seed
    if gap and not is_reported:
        what = f"it does not hold change {gap}, so that and what was changed before it can't be undone"
        remedy = "the records are not affected; if another copy of this folder has these files, take them from there"
        known = history.goes_on_from(folder, gap)
        rest = "" if known else f", or {REPAIR} takes what backups still tell"
        yield Finding(history.FOLDER, what, f"{remedy}{rest}", is_advice=known)
