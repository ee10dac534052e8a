"""A process that makes changes, says before and after each what it does, and is killed at some point of its life."""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import keeper
from keeper import CachingKeeper, Keeper, StockKeeper, StoreKeeper
from system_call import real_write, tapped

from advisory.store.disk.lock import KernelLock
from advisory.store.disk.open_folder import saving

STARTING, REPLAYING, COMMITTING, COMPACTING, CLOSING, UNDOING, THREE_WRITERS = KINDS = (
    "starting",
    "replaying",
    "committing",
    "compacting",
    "closing",
    "undoing",
    "three writers",
)


class UnlockedKeeper(StoreKeeper):
    """Our store without its lock."""

    def __init__(self, folder: Path) -> None:
        KernelLock._try = lambda _lock: True
        super().__init__(folder)


SUBJECTS: dict[str, Callable[[Path], Keeper]] = {
    "store": StoreKeeper,
    "store without its lock": UnlockedKeeper,
    "stock JSONStorage": StockKeeper,
    "CachingMiddleware": CachingKeeper,
}


class Death:
    """Kills its own process at the n-th system call: before it, after it, or with a write half done."""

    def __init__(self, at: int, chance: Random, say: Callable[..., None]) -> None:
        self.count = 0
        self._at, self._chance, self._say = at, chance, say

    def __call__(self, name: str, call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        self.count += 1
        if self.count == self._at:
            self._say(dies=name)
            how = self._chance.random()
            if name in {"write", "pwrite"} and how < 0.7:
                data = bytes(args[1])
                call(args[0], data[: self._chance.randrange(len(data) + 1)], *args[2:])
            elif how < 0.5:
                call(*args)
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args)


def live(subject: str, kind: str, folder: Path, pipe: int, seed: int, dies_at: int) -> None:
    """Do what the kind of life asks for; `dies_at` counts the system calls of its dangerous part, 0 for none."""

    def say(**words: Any) -> None:
        real_write(pipe, json.dumps(words).encode() + b"\n")

    chance = Random(seed)
    death = Death(dies_at, chance, say)
    saving.LARGEST_JOURNAL, saving.LARGEST_SHARE = 1 << 40, 5
    if kind == REPLAYING:
        say(armed=True)
        with tapped(death):
            SUBJECTS[subject](folder)
    elif kind == STARTING:
        store = SUBJECTS[subject](folder)
        _change(store, chance, say, 2)
        store.close()
    else:
        _live_on(SUBJECTS[subject](folder), kind, chance, say, death)
    say(over=death.count)
    signal.pause()


def _live_on(store: Keeper, kind: str, chance: Random, say: Callable[..., None], death: Death) -> None:
    if kind == CLOSING:
        _change(store, chance, say, 1)
    elif kind == UNDOING:
        _change(store, chance, say, 2)
    elif kind == COMPACTING:
        saving.LARGEST_JOURNAL, saving.LARGEST_SHARE = 1, 1 << 40
    say(armed=True)
    with tapped(death):
        if kind == CLOSING:
            store.close()
        elif kind == UNDOING:
            for _ in range(4):
                _undo(store, chance, say)
        else:
            _change(store, chance, say, 2 if kind == COMPACTING else 4)


def _change(store: Keeper, chance: Random, say: Callable[..., None], count: int) -> None:
    for _ in range(count):
        store.make(chance.choice(keeper.VERBS), chance, lambda seq, documents: say(will=seq, documents=documents))
        say(did=store.seq)


def _undo(store: Any, chance: Random, say: Callable[..., None]) -> None:
    verb = chance.choice(("undo", "undo", "redo"))
    say(will=store.seq + 1, documents={}, verb=verb)
    happened = store.undo() if verb == "undo" else store.redo()
    say(**({"did": store.seq} if happened else {"nothing": True}))


if __name__ == "__main__":
    live(sys.argv[1], STARTING, Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), 0)
