"""Chooses which records a folder should hold, when its files come from different moments or histories."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from advisory.store.disk.state import State

from .graph import NO_CHANGE, Graph, Node, Step
from .place import Placed
from .snapshot_scan import Scan


class Choice(msgspec.Struct):
    """The records to go on from, and what else there is.

    `path` are the changes from the snapshot on to `tip`. If `taken` is set, the records come from it, and not from the
    snapshot. `others` are the ends of histories that parted from this one and were never put aside by a restore or a
    repair. `loose` are changes after `tip` that can't be connected to it, because changes between them are in no file.
    """

    graph: Graph
    base: Node | None = None
    tip: Node | None = None
    path: Sequence[Step] = ()
    taken: State | None = None
    came_from: Sequence[str] = ()
    others: Sequence[Node] = ()
    loose: Sequence[Step] = ()

    @property
    def past(self) -> set[Node]:
        """The nodes that led to `tip`."""
        return set(self.graph.back_from(self.tip)) if self.tip else set()

    @property
    def elsewhere(self) -> set[Node]:
        """The nodes that led to one of the others."""
        return {node for other in self.others for node in self.graph.back_from(other)}


def choose(graph: Graph, scan: Scan | None, base: Node | None, *, opens: bool) -> Choice:
    """Choose the longest whole chain of changes.

    `scan` is the snapshot, None if nothing in it can be read, and `base` its node, None if that can't be told. Its
    records are left only for later ones of their own history, or for such as hold all of them; or, unless the strict
    reader `opens` snapshot and journal, for later ones of which nobody can tell whether they are of the same history.
    """
    choice = Choice(graph, base)
    if scan is not None and base is not None:
        choice.path = graph.onward(base)
        choice.tip = choice.path[-1].after if choice.path else base
    mine, left = choice, list[Node]()
    if scan is None or base is not None:
        for tip in graph.ends():
            if mine.tip is not None and tip[0] <= mine.tip[0]:
                break
            built = graph.whole(tip)
            assert built is not None  # or it would be no end
            state, came_from = built
            is_later = _comes_after(mine, scan, tip, state)
            if is_later or (not opens and mine.past.isdisjoint(graph.back_from(tip))):
                choice = Choice(graph, base, tip, taken=state, came_from=came_from)
                left = [] if is_later else [*filter(graph.whole, filter(None, [mine.tip]))]
                break
    choice.others = [*left, *_others(choice)]
    known = choice.past | choice.elsewhere
    end, _ = choice.tip or NO_CHANGE
    steps = [*graph.loose, *graph.step_to.values()]
    choice.loose = sorted(
        (step for step in steps if step.line.ops and step.line.seq > end and step.after not in known),
        key=lambda step: step.line.seq,
    )
    return choice


def _comes_after(mine: Choice, scan: Scan | None, tip: Node, state: State) -> bool:
    """Whether the records at a tip are later ones than those that the snapshot leads to, and hold all of them."""
    if mine.tip is None or mine.tip in mine.graph.back_from(tip) or _is_put_aside(mine.graph, mine.tip, tip):
        return True
    assert scan is not None  # or there would be no tip
    return _holds(state, _documents(scan.documents, mine.path))


def _others(choice: Choice) -> Iterable[Node]:
    """The whole tips that parted from the chosen one."""
    graph, tip = choice.graph, choice.tip
    if tip is None:
        return
    past = choice.past
    for other in graph.ends():
        if other in past:
            continue
        is_connected = any(node in past for node in graph.back_from(other))
        is_known = _is_put_aside(graph, other, tip) or (not is_connected and other[0] <= tip[0])
        if not is_known:
            yield other


def _is_put_aside(graph: Graph, other: Node, tip: Node | None) -> bool:
    """Whether a restore or a repair on the way to `tip` left `other` behind: it has a higher number, and came later."""
    shared = set(graph.back_from(other))
    last = graph.step_to.get(other)
    is_aside = False
    for node in graph.back_from(tip) if tip else ():
        if node in shared:
            return is_aside
        line = graph.step_to[node].line if node in graph.step_to else None
        if line is not None and line.follows is not None and node[0] > other[0]:
            is_aside = is_aside or last is None or line.at >= last.line.at
    return False


def _documents(documents: Iterable[Placed], path: Sequence[Step]) -> dict[tuple[str, int], dict[str, Any]]:
    there = {(one.table, one.key): one.document for one in documents if one.key is not None}
    for step in path:
        for table, doc_id, after, _ in step.line.ops:
            if doc_id is not None:
                there[table, int(doc_id)] = msgspec.json.decode(after)
    return {key: document for key, document in there.items() if document}


def _holds(state: State, documents: dict[tuple[str, int], dict[str, Any]]) -> bool:
    """Whether a state has all of these documents, each as it is or changed later."""
    for (table, number), old in documents.items():
        raw = state.tables.get(table, {}).get(number)
        if raw is None:
            return False
        new = msgspec.json.decode(raw)
        if new != old and (
            new.get("created_at") != old.get("created_at")
            or str(new.get("updated_at", "")) <= str(old.get("updated_at", ""))
        ):
            return False
    return True
