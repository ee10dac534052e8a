"""Reads every file of a folder that holds records or changes into one graph."""

from binascii import crc32
from contextlib import suppress
from pathlib import Path

from advisory.store.disk import backup, history, journal, packed, snapshot
from advisory.store.disk.files import is_odd, read_regular
from advisory.store.disk.journal import rows_of
from advisory.store.disk.row import CRC_LENGTH, Line, Misfit, is_header, read_header, read_line, seed_after, unhexed
from advisory.store.disk.snapshot import Meta
from advisory.store.disk.state import SNAPSHOT, State
from advisory.store.disk.wrong_bit import row_put_right
from advisory.store.errors import DamagedError, StoreError

from .graph import Graph, Start, Step

_TRIED = 10
"""After this many rows with more than one wrong bit, stop trying to repair rows: it takes long."""
_UNKNOWN = -1


def gather(folder: Path) -> Graph:
    """Everything that the snapshot, the journal, history and backups tell. Raises OSError if a file can't be opened."""
    graph = Graph()
    reader = _Reader(graph)
    reader.read(journal.NAME, journal.read_from(folder / journal.NAME, 0))
    seed = None
    for path in history.months(folder):
        seed = reader.read(f"{history.FOLDER}/{path.name}", read_regular(path), seed)
    copies = sorted((path for path in (folder / backup.FOLDER).glob("*.json*") if not is_odd(path)), reverse=True)
    for path in copies:
        if packed.plain_name(path).suffix == ".jsonl":
            with suppress(DamagedError):
                reader.read(f"{backup.FOLDER}/{path.name}", packed.read(path))
    snapshots = [path for path in copies if packed.plain_name(path).suffix == ".json"]
    if not is_odd(folder / SNAPSHOT):
        snapshots.insert(0, folder / SNAPSHOT)
    for path in snapshots:
        _add_start(graph, reader, path, str(path.relative_to(folder)).replace("\\", "/"))
    graph.join(reader.waiting)
    return graph


def gather_pair(snapshot_file: Path, rows: bytes) -> Graph:
    """What a snapshot, which may be missing, and the rows of a journal tell by themselves."""
    graph = Graph()
    reader = _Reader(graph)
    reader.read(journal.NAME, rows)
    if snapshot_file.is_file():
        _add_start(graph, reader, snapshot_file, SNAPSHOT)
    graph.join(reader.waiting)
    return graph


class _Reader:
    """Puts rows into the graph, each once. `waiting` are those that follow no readable row in their file."""

    def __init__(self, graph: Graph) -> None:
        self.waiting: list[Step] = []
        self._graph = graph
        self._known: dict[bytes, Step] = {}
        self._tried = 0

    def read(self, where: str, data: bytes, seed: int | None = None) -> int | None:
        """Read a file whose first row follows the checksum `seed`; the checksum at its end."""
        schema: int | None = None
        for row in rows_of(data.replace(b"\r\n", b"\n")):
            if is_header(row):
                with suppress(Misfit):
                    schema = read_header(row).schema
                seed = seed_after(row)
                continue
            seed, schema = self._take(row, seed, schema, where)
        return seed

    def _take(self, row: bytes, seed: int | None, schema: int | None, where: str) -> tuple[int | None, int | None]:
        stated = seed_after(row)
        line, body = _line(row), row[:-CRC_LENGTH]
        if seed is not None and (line is None or crc32(body, seed) != stated) and self._tried < _TRIED:
            fixed = row_put_right(row, seed) if row.endswith(b"\n") else None
            if fixed is not None:
                row, line, body, stated = fixed, _line(fixed), fixed[:-CRC_LENGTH], seed_after(fixed)
            elif line is None:
                self._tried += 1
        if line is None:
            return stated, None
        schema = line.schema or schema
        if where.startswith(f"{history.FOLDER}/"):
            self._graph.archived.add((line.seq, int(line.crc, 16)))
        is_next = seed is not None and crc32(body, seed) == stated
        step = Step((line.before, seed if seed is not None and is_next else _UNKNOWN), line, row, where, schema)
        if is_next:
            self._graph.add_step(step)
        elif row not in self._known:
            self._known[row] = step
            self.waiting.append(step)
        return stated, schema


def _line(row: bytes) -> Line | None:
    with suppress(ValueError):  # a Misfit, or a checksum that is none
        line = read_line(row)
        unhexed(line.crc)
        return line
    return None


def _add_start(graph: Graph, reader: _Reader, path: Path, where: str) -> None:
    """Add a snapshot as it says itself; whether its checksum is right is looked at when it is needed."""
    meta = _meta_at_the_top_of(path)
    if meta is not None:
        if meta.beginning:  # perhaps it was stopped before history had the change
            reader.read(where, meta.beginning.rows.encode())
        graph.add_start((meta.seq, int(meta.chain, 16)), Start(where, lambda: _read(path)))


def _meta_at_the_top_of(path: Path) -> Meta | None:
    with suppress(FileNotFoundError, DamagedError):
        return snapshot.meta_of(packed.read_top(path))
    return None


def _read(path: Path) -> State | None:
    """The records in a snapshot that is whole; None if it is damaged or was edited."""
    with suppress(StoreError, OSError):
        found = snapshot.parse(packed.read(path), path.name)
        meta = found.meta
        if not found.edited:
            return State(found.tables, dict(meta.next), meta.seq, int(meta.chain, 16), meta.saved, schema=meta.schema)
    return None
