"""Small graphs of changes, made by hand: rows that follow each other by their checksums, as the files have them."""

import json

import msgspec

from advisory.store.disk.row import NOTHING, Line, encode_line
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.snapshot import records_checksum
from advisory.store.disk.state import State
from advisory.store.doctor.graph import Graph, Node, Start, Step

JOURNAL = "advisory.journal.jsonl"


def raw(**document: object) -> msgspec.Raw:
    return msgspec.Raw(json.dumps(document, separators=(",", ":")).encode())


def put(number: int, line: str, **fields: object):
    """The operation that writes a check-in with this text; it was made at `created_at`, or at the same instant as all."""
    made = {"created_at": "2026-11-23T09:00:00Z", "updated_at": "2026-11-23T09:00:00Z"}
    return ("checkins", str(number), raw(id=f"c{number:07d}", **{**made, **fields}, line=line), NOTHING)


def take(number: int):
    return ("checkins", str(number), NOTHING, raw(id=f"c{number:07d}"))


def step(before: Node, *ops, seq: int = 0, where: str = JOURNAL, of_schema: int | None = None, **line) -> Step:
    """A change that follows a node; its number is the next one unless it says another."""
    at = f"2026-11-23T09:00:{(seq or before[0] + 1):02d}.000Z"
    row, whole = encode_line(
        Line(**{"seq": seq or before[0] + 1, "at": at, "what": "x", "ops": [*ops], **line}), before[1]
    )
    return Step(before, whole, row, where, of_schema)


def chain(begin: Node, *changes, where: str = JOURNAL) -> list[Step]:
    """Changes that follow each other, each a list of operations."""
    steps: list[Step] = []
    for ops in changes:
        steps.append(step(steps[-1].after if steps else begin, *ops, where=where))
    return steps


def graph_of(*steps: Step, **starts: tuple[Node, State | None]) -> Graph:
    """A graph with these changes, and with files that hold all records at a node; None in place of them: it is damaged."""
    graph = Graph()
    for one in steps:
        graph.add_step(one)
    for name, (node, state) in starts.items():
        graph.add_start(node, Start(name, lambda state=state: state))
    return graph


def state(*ops, seq: int = 0, chain: int = 0, schema: int = SCHEMA) -> State:
    found = State({}, {}, seq=seq, chain=chain, schema=schema)
    for one in ops:
        found.put(one)
    return found


def lines_at(graph: Graph, node: Node) -> tuple[list[str], list[str]] | None:
    """What the check-ins at a node say, and the files that tell it; None if that can't be told."""
    built = graph.whole(node)
    if built is None:
        return None
    return [msgspec.json.decode(one)["line"] for one in built[0].tables.get("checkins", {}).values()], built[1]


def checksum_of(*ops) -> str:
    return records_checksum(state(*ops).everything)
