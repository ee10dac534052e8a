"""All changes found in a folder's files as a graph: a node is the records after a change, an edge is a change.

A node is called by the number and the checksum of its change. The checksum covers every change before it, so two files
that name the same node hold the same records there, whichever computer or sync service they came from.
"""

from binascii import crc32
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from advisory.store.disk.row import CRC_LENGTH, Line
from advisory.store.disk.snapshot import records_checksum
from advisory.store.disk.state import State
from advisory.store.errors import DamagedError

Node = tuple[int, int]
"""A change's number and checksum."""
NO_CHANGE: Node = (0, 0)
"""The node before the first change."""


class Step(NamedTuple):
    """An edge: a change, the node it follows, its row, the file it was found in, and the schema of its documents."""

    before: Node
    line: Line
    row: bytes
    where: str
    schema: int | None

    @property
    def after(self) -> Node:
        """The node that the change leads to."""
        return self.line.seq, int(self.line.crc, 16)


class Start(NamedTuple):
    """A file that holds all records at one node; `read` gives them, or None if the file is damaged."""

    where: str
    read: Callable[[], State | None]


class Graph:
    """The nodes and the edges between them."""

    def __init__(self) -> None:
        self.starts: dict[Node, list[Start]] = {}
        self.step_to: dict[Node, Step] = {}
        self.loose: list[Step] = []
        """Changes whose predecessor is in no file; the number in their `before` is right, the checksum unknown (-1)."""
        self.archived: set[Node] = set()
        """The changes that are in history, wherever else they are."""
        self._steps_from: dict[Node, list[Step]] = {}
        self._states: dict[Node, tuple[State, list[str]] | None] = {}

    def add_start(self, node: Node, start: Start) -> None:
        """Add a file that holds all records at `node`."""
        self.starts.setdefault(node, []).append(start)

    def add_step(self, step: Step) -> None:
        """Add a change; one that is there already is left out."""
        if step.after not in self.step_to:
            self.step_to[step.after] = step
            self._steps_from.setdefault(step.before, []).append(step)

    def join(self, waiting: list[Step]) -> None:
        """Add changes that followed no readable row, each where the checksum of some node fits it."""
        chains: dict[int, set[int]] = {}
        for seq, chain in (*self.starts, *self.step_to, *(step.before for step in self.step_to.values()), NO_CHANGE):
            chains.setdefault(seq, set()).add(chain)
        for step in sorted(waiting, key=lambda step: step.line.seq):
            crc, body = step.after[1], step.row[:-CRC_LENGTH]
            fitting = next((chain for chain in chains.get(step.line.before, ()) if crc32(body, chain) == crc), None)
            if fitting is not None:
                self.add_step(step._replace(before=(step.line.before, fitting)))
            elif step.after not in self.step_to:
                self.loose.append(step)
            chains.setdefault(step.line.seq, set()).add(crc)

    def ends(self) -> list[Node]:
        """The ends of all histories, the latest first: for each node that no change follows, the last one that is whole."""
        nodes = self.starts.keys() | self.step_to.keys()
        tips = (node for node in nodes if node not in self._steps_from)
        return sorted({end for tip in tips if (end := self._last_whole(tip)) is not None}, reverse=True)

    def _last_whole(self, tip: Node) -> Node | None:
        """The tip, or else the node before a change that replaced all records by others than the files tell."""
        steps = (self.step_to.get(node) for node in self.back_from(tip))
        candidates = [tip, *(step.before for step in steps if step is not None and step.line.follows is not None)]
        return next((node for node in candidates if self.whole(node) is not None), None)

    def back_from(self, node: Node) -> Iterator[Node]:
        """A node and those that it came from, as far back as changes are known."""
        while True:
            yield node
            step = self.step_to.get(node)
            if step is None or step.line.before >= node[0]:
                return
            node = step.before

    def onward(self, node: Node) -> list[Step]:
        """The changes that lead from a node to the latest one after it, without those that replaced all records."""
        came: dict[Node, Step] = {}
        todo, last = [node], node
        while todo:
            for step in self._steps_from.get(todo.pop(), ()):
                if step.line.follows is None and step.line.seq > step.before[0]:
                    came[step.after] = step
                    last = max(last, step.after)
                    todo.append(step.after)
        path: list[Step] = []
        while last != node:
            path.append(came[last])
            last = came[last].before
        return path[::-1]

    def whole(self, node: Node) -> tuple[State, list[str]] | None:
        """The records at a node and the files they came from; None if a change on the way is missing."""
        if node not in self._states:
            self._states[node] = self._built(node)
        return self._states[node]

    def _built(self, node: Node) -> tuple[State, list[str]] | None:
        way: list[Step] = []
        for one in self.back_from(node):
            for start in self.starts.get(one, ()):
                state = start.read()
                if state is not None and (built := _replayed(state, way, [start.where])):
                    return built
            if one == NO_CHANGE and way:
                return _replayed(State({}, {}, schema=way[-1].schema or 1), way, [])
            if one in self.step_to:
                way.append(self.step_to[one])
        return None


def _replayed(state: State, newest_first: list[Step], came_from: list[str]) -> tuple[State, list[str]] | None:
    """The state after some changes; None if one of them replaced all records by others than these."""
    state = msgspec.structs.replace(
        state, tables={name: dict(documents) for name, documents in state.tables.items()}, next_ids=dict(state.next_ids)
    )
    for step in reversed(newest_first):
        if step.line.schema is None and step.schema not in {None, state.schema}:
            return None
        try:
            state.apply(step.line)
        except DamagedError:
            return None
        replaced = step.line.follows is not None and step.line.purged is None
        if replaced and step.line.records != records_checksum(state.everything):
            return None
        if step.where not in came_from:
            came_from.append(step.where)
    return state, came_from
