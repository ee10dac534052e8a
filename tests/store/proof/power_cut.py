"""The states in which a power cut may leave a disk, rebuilt from what was asked of it.

Between two syncs a file system may have kept, lost, torn or turned round whatever it was asked. Two models of the names:
`posix`, where each name is there or not by itself until its folder is synced; `ordered`, where names are lost from the
end only and any sync brings the earlier ones with it, as journalling file systems do.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from random import Random

import msgspec
from recorder import (
    ACKNOWLEDGE,
    BEGIN,
    FOLDER,
    LINK,
    MAKE,
    RENAME,
    SYNC,
    SYNC_FOLDER,
    TRUNCATE,
    UNLINK,
    WRITE,
    Event,
)

SECTOR = 512
POSIX, ORDERED = "posix", "ordered"
_NAMING = {MAKE, FOLDER, LINK, UNLINK, RENAME}
_IS_FOLDER = -1


class State(msgspec.Struct):
    """What is on the disk after the cut: each file's bytes, None for a folder; and how many changes it must hold at least."""

    files: dict[str, bytes | None]
    acknowledged: int
    begun: int
    event: int

    def put(self, root: Path) -> None:
        """Make it so."""
        for name in sorted(self.files):
            data = self.files[name]
            path = root / name
            if data is None:
                path.mkdir(mode=0o700)
            else:
                path.write_bytes(data)

    def digest(self) -> bytes:
        """Differs when the state does."""
        hashed = blake2b(b"%d %d" % (self.acknowledged, self.begun))
        for name in sorted(self.files):
            data = self.files[name]
            hashed.update(f"\0{name}\0{-1 if data is None else len(data)}\0".encode() + (data or b""))
        return hashed.digest()


def states(events: Sequence[Event], model: str, seed: int, most_each: int) -> Iterator[State]:
    """States that differ, at most `most_each` of each moment; the same for the same seed."""
    chance, disk, seen = Random(seed), _Disk(model), set()
    for number, event in enumerate([*events, Event(BEGIN)]):
        for files in disk.cut(chance, most_each):
            state = State(files, disk.acknowledged, disk.begun, number)
            if (digest := state.digest()) not in seen:
                seen.add(digest)
                yield state
        disk.take(event)


def final(events: Sequence[Event]) -> dict[str, bytes | None]:
    """The disk when all was kept."""
    disk = _Disk(ORDERED)
    for event in events:
        disk.take(event)
    return disk.whole()


class _Disk:
    """What is durable, and what was asked since: of each file, and of the names."""

    def __init__(self, model: str) -> None:
        self.acknowledged = self.begun = 0
        self._model = model
        self._names: dict[str, int] = {}
        self._naming: list[Event] = []
        self._durable: dict[int, bytes] = {}
        self._pending: dict[int, list[Event]] = {}

    def take(self, event: Event) -> None:
        verb = event.verb
        if verb == BEGIN:
            self.begun += 1
        elif verb == ACKNOWLEDGE:
            self.acknowledged += 1
        elif verb in _NAMING:
            self._naming.append(event)
        elif verb in {WRITE, TRUNCATE}:
            self._pending.setdefault(event.file, []).append(event)
        else:
            if verb == SYNC:
                self._durable[event.file] = _written(self._durable, event.file, self._pending.pop(event.file, []))
            kept = [event_ for event_ in self._naming if not self._is_settled(event_, event)]
            for settled in self._naming:
                if settled not in kept:
                    _name(self._names, settled)
            self._naming = kept

    def whole(self) -> dict[str, bytes | None]:
        """Everything asked for is there."""
        return self._files(
            self._naming, {file: _written(self._durable, file, ops) for file, ops in self._pending.items()}
        )

    def cut(self, chance: Random, most: int) -> Iterator[dict[str, bytes | None]]:
        """What may be there."""
        namings = list(self._namings(chance))
        rounds = 1 + most // (len(namings) * len(_MANNERS)) if self._pending else 1
        contents = [content for _ in range(rounds) for content in self._contents(chance)]
        pairs = [(naming, content) for naming in namings for content in contents]
        if len(pairs) > most:
            pairs = [pairs[0], pairs[-1], *chance.sample(pairs, most - 2)]
        for naming, content in pairs:
            yield self._files(naming, content)

    def _is_settled(self, naming: Event, sync: Event) -> bool:
        if self._model == ORDERED:
            return True
        return sync.verb == SYNC_FOLDER and str(Path(naming.path).parent) == sync.path

    def _namings(self, chance: Random) -> Iterator[list[Event]]:
        naming = self._naming
        yield from (naming[:end] for end in range(len(naming) + 1))
        if self._model == POSIX and len(naming) > 1:
            yield from ([*naming[:at], *naming[at + 1 :]] for at in range(len(naming) - 1))
            yield [event for event in naming if chance.random() < 0.5]

    def _contents(self, chance: Random) -> Iterator[dict[int, bytes]]:
        """The files that have something pending, all in the same manner, and each in a manner of its own."""
        for manner in _MANNERS:
            yield {file: manner(self._durable.get(file, b""), ops, chance) for file, ops in self._pending.items()}
        if len(self._pending) > 1:
            yield {
                file: chance.choice(_MANNERS)(self._durable.get(file, b""), ops, chance)
                for file, ops in self._pending.items()
            }

    def _files(self, naming: Sequence[Event], contents: dict[int, bytes]) -> dict[str, bytes | None]:
        names = dict(self._names)
        for event in naming:
            _name(names, event)
        files: dict[str, bytes | None] = {}
        for name in sorted(names):
            parent = str(Path(name).parent)
            if parent == "." or parent in files:  # what lies in a folder that is not there is not there
                file = names[name]
                files[name] = None if file == _IS_FOLDER else contents.get(file, self._durable.get(file, b""))
        return files


def _name(names: dict[str, int], event: Event) -> None:
    if event.verb in {UNLINK, RENAME}:
        names.pop(event.source or event.path, None)
    if event.verb != UNLINK:
        names[event.path] = _IS_FOLDER if event.verb == FOLDER else event.file


def _written(durable: dict[int, bytes], file: int, ops: Sequence[Event]) -> bytes:
    return _all(durable.get(file, b""), ops)


def _put(data: bytes, op: Event, written: bytes | None = None) -> bytes:
    """The file after one operation, of which `written` is what reached the disk."""
    if op.verb == TRUNCATE:
        return data[: op.at].ljust(op.at, b"\0")
    written = op.data if written is None else written
    return data[: op.at].ljust(op.at, b"\0") + written + data[op.at + len(written) :]


def _all(data: bytes, ops: Sequence[Event], _chance: Random | None = None) -> bytes:
    for op in ops:
        data = _put(data, op)
    return data


def _nothing(data: bytes, _ops: Sequence[Event], _chance: Random) -> bytes:
    return data


def _first(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    """Some of the first operations."""
    return _all(data, ops[: chance.randrange(len(ops) + 1)])


def _one_missing(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    missing = chance.randrange(len(ops))
    return _all(data, [*ops[:missing], *ops[missing + 1 :]])


def _torn(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    """The last write stops at any byte."""
    before = _all(data, ops[:-1])
    return _put(before, ops[-1], ops[-1].data[: chance.randrange(len(ops[-1].data) + 1)])


def _torn_at_sector(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    """The last write stops where a sector ends."""
    before, op = _all(data, ops[:-1]), ops[-1]
    sectors = (op.at + len(op.data)) // SECTOR - op.at // SECTOR
    cut = (op.at // SECTOR + chance.randint(0, sectors)) * SECTOR - op.at
    return _put(before, op, op.data[: max(cut, 0)])


def _zeros(data: bytes, ops: Sequence[Event], _chance: Random) -> bytes:
    """The files have their new lengths, and nothing of what was to fill them."""
    after = _all(data, ops)
    return data[: len(after)].ljust(len(after), b"\0")


def _scattered(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    """Of each sector the old or the new content, in any order."""
    after = _all(data, ops)
    before = data[: len(after)].ljust(len(after), b"\0")
    starts = range(0, len(after), SECTOR)
    return b"".join((before if chance.random() < 0.5 else after)[at : at + SECTOR] for at in starts)


def _scattered_and_short(data: bytes, ops: Sequence[Event], chance: Random) -> bytes:
    """The same, and the length is that of some moment on the way."""
    mixed = _scattered(data, ops, chance)
    return mixed[: len(_first(data, ops, chance))]


_MANNERS: tuple[Callable[[bytes, Sequence[Event], Random], bytes], ...] = (
    _nothing,
    _first,
    _one_missing,
    _torn,
    _torn,
    _torn_at_sector,
    _zeros,
    _scattered,
    _scattered,
    _scattered_and_short,
    _all,
)
