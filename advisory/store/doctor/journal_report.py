"""Reports how snapshot, journal, history and backups belong together."""

from collections.abc import Iterable, Sequence

from advisory.store.disk import journal
from advisory.store.disk.state import SNAPSHOT

from .finding import KEPT_ASIDE, LOST, REPAIRED, Finding
from .graph import NO_CHANGE, Node, Step
from .look import Look, listed
from .report import REPAIR, Report


def report_choice(look: Look, report: Report) -> None:
    """Report what the other files know that snapshot and journal don't tell, and histories that parted."""
    choice = look.choice
    opens_at = look.opens_at or choice.base
    ends = f"it ends with change {opens_at[0]}" if opens_at else "it does not say with which change it ends"
    if look.snapshot is None:
        ends = "it is missing"
    if choice.taken is not None and not look.is_instead and choice.tip:
        names = [*choice.came_from]
        hold = f"together {listed(names)} hold" if len(names) > 1 else f"{listed(names)} holds"
        what = f"{ends}, and {hold} all records as of change {choice.tip[0]}: an older one is in its place"
        report.findings.append(Finding(SNAPSHOT, what, f"{REPAIR} goes on from there"))
    elif look.opens_at != choice.tip:
        added = [step for step in choice.path if step.where != journal.NAME]
        if added:
            what = (
                f"{ends}, and {listed(_names(added))} with change {added[-1].line.seq}: an older one was put back, or a "
                "sync service has not brought the newer one"
            )
            report.findings.append(Finding(SNAPSHOT, what, f"{REPAIR} takes what came since from there"))
    for other in choice.others:
        report.findings.append(parted(look, other))


def parted(look: Look, other: Node) -> Finding:
    """The finding about another history."""
    graph = look.choice.graph
    past = look.choice.past
    common = next((node for node in graph.back_from(other) if node in past), None)
    where = listed(
        _names(step for node in graph.back_from(other) if node != common and (step := graph.step_to.get(node)))
    )
    since = f"part after change {common[0]}" if common and common != NO_CHANGE else "differ"
    found = where or listed([start.where for start in graph.starts.get(other, ())])
    tip, _ = look.choice.tip or NO_CHANGE
    what = f"two histories {since}: one ends with change {tip}, the other, in {found}, with change {other[0]}"
    return Finding(SNAPSHOT, what, f"{REPAIR} goes on with the first and keeps the other in backups", done=KEPT_ASIDE)


def report_gap(gap: Sequence[Step], end: int, report: Report, *, is_taken: bool) -> None:
    """Report changes that can't be connected to the records, because those between them are in no file."""
    first = gap[0].line.seq
    missing = f"change {end + 1} is" if first == end + 2 else f"changes {end + 1} to {first - 1} are"
    names = listed(_names(gap))
    if is_taken and first > end + 1:
        done = LOST
        what = f"{missing} in no file here, so what {names} goes on with can't be checked against them"
        remedy = f"look for a newer copy of this folder first; {REPAIR} takes what can be read of the later changes"
    elif is_taken:
        done = REPAIRED
        what, remedy = f"what comes after change {end} can't be checked", f"{REPAIR} takes what can be read of it"
    else:
        done = KEPT_ASIDE
        what = f"it does not follow {SNAPSHOT}: the two come from different histories"
        remedy = f"{REPAIR} keeps it in backups and goes on without it"
    report.findings.append(Finding(names, what, remedy, done=done))


def report_journal(look: Look, report: Report) -> None:
    """Report what is wrong with the journal."""
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
    if not look.belongs and not look.is_instead:
        _report_foreign(look, report)


def _report_foreign(look: Look, report: Report) -> None:
    """Report a journal that does not follow the snapshot, where nothing else shows what it is."""
    choice = look.choice
    nodes = {(change.line.seq, int(change.line.crc or "0", 16)) for change in look.chain.changes}
    nodes |= {(header.base, int(header.chain, 16)) for header in look.chain.headers if not look.chain.changes}
    told = choice.past | choice.elsewhere | {step.after for step in choice.loose}
    if choice.taken is not None and nodes <= choice.past:
        return
    if nodes <= choice.past and not any(step.where == journal.NAME for step in choice.path):
        what = f"it is older than {SNAPSHOT}, which holds all its changes"
        report.findings.append(Finding(journal.NAME, what, f"{REPAIR} empties it"))
    elif nodes - told:
        what = f"it does not follow {SNAPSHOT}: the two come from different histories"
        remedy = f"{REPAIR} keeps it in backups and goes on without it"
        report.findings.append(Finding(journal.NAME, what, remedy, done=KEPT_ASIDE))


def _names(steps: Iterable[Step]) -> list[str]:
    return sorted({step.where for step in steps}, key=lambda name: (name == journal.NAME, name))
