"""Kill workers again and again over one folder that lives on, and compare it each time with what they acknowledged.

`python kills.py SUBJECT FOLDER KILLS SEED [KIND…]` prints its figures as JSON, and ends with 1 at the first fault.
It is a program of its own because it forks: thousands of kills cost no thousands of starts.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from truth import Step, Truth, Wrong, judge
from worker import KINDS, STARTING, SUBJECTS, THREE_WRITERS, live

from advisory.store import StoreError

WRITERS = 3
LOOK_BACK_EVERY = 40
PATIENCE = 20.0


class Life:
    """One worker: its pipe, what it said, and when it is to be killed."""

    def __init__(self, pid: int, pipe: int) -> None:
        self.pid, self.pipe = pid, pipe
        self.steps: list[Step] = []
        self.armed_at: float | None = None
        self.over: int | None = None
        self.died_at = "a moment"
        self.ended = False
        self._rest = b""

    def hear(self) -> None:
        """Take in what it says; only at the end of its life it says nothing."""
        heard = os.read(self.pipe, 1 << 16)
        self.ended = not heard
        *lines, self._rest = (self._rest + heard).split(b"\n")
        for line in lines:
            self._take(json.loads(line))

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def bury(self) -> bool:
        """Hear the rest of it; whether it was killed rather than ending by itself."""
        while not self.ended:
            self.hear()
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL

    def _take(self, word: dict[str, Any]) -> None:
        if "will" in word:
            self.steps.append(Step(word["will"], word["documents"], word.get("verb", "change")))
        elif "did" in word:
            self.steps[-1].is_acknowledged = True
        elif "nothing" in word:
            self.steps.pop()
        elif "dies" in word:
            self.died_at = word["dies"]
        elif "armed" in word:
            self.armed_at = time.monotonic()
        else:
            self.over = word["over"]


class Proof:
    """One folder, the truth about it, and the figures so far."""

    def __init__(self, subject: str, folder: Path, seed: int) -> None:
        self.subject, self.folder = subject, folder
        self.chance = Random(seed)
        self.truth = Truth()
        self._counts = subject.startswith("store")
        self.kills: Counter[str] = Counter()
        self.moments: Counter[str] = Counter()
        self.acknowledged = self.in_flight = self.torn = self.looked_back = self.at_rest = 0
        self._calls = dict.fromkeys(KINDS, 25)
        self._seconds = dict.fromkeys(KINDS, 0.01) | {STARTING: 0.3}

    def kill_once(self, kind: str) -> None:
        """Start workers, kill them at some moment, and look at what is left. Raises Wrong."""
        lives = [self._start(kind) for _ in range(WRITERS if kind == THREE_WRITERS else 1)]
        self._watch(kind, lives)
        for life in lives:
            if not life.bury():
                raise Wrong(Counter({"worker failed": 1}), kind)
            if life.over is None:
                self.kills[kind] += 1
                self.moments[life.died_at] += 1
            else:  # its moment had passed: it was killed as well, and does not count
                self.at_rest += 1
                self._calls[kind] += (life.over - self._calls[kind]) // 3
        steps = [step for life in lives for step in life.steps]
        if not self._counts:
            for number, step in enumerate(steps, self.truth.seq + 1):
                step.seq = number
        self.acknowledged += sum(step.is_acknowledged for step in steps)
        before = self.truth.seq + sum(step.is_acknowledged for step in steps)
        self._look(steps)
        self.in_flight += self.truth.seq > before

    def look_back(self) -> None:
        """Every change since the first can be looked back on. Raises Wrong."""
        copy = self.folder.with_name(f"{self.folder.name}-whole")
        shutil.copytree(self.folder, copy)
        store = SUBJECTS[self.subject](copy)
        seqs = store.look_back()
        if seqs != list(range(store.seq, 0, -1)):
            raise Wrong(Counter({"history lost": 1}), f"{len(seqs)} of {store.seq}")
        store.abandon()
        shutil.rmtree(copy)
        self.looked_back += 1

    def _start(self, kind: str) -> Life:
        ours, theirs = os.pipe()
        seed = self.chance.getrandbits(32)
        dies_at = self.chance.randint(1, max(self._calls[kind], 8)) if self.chance.random() < 0.6 else 0
        if kind == STARTING:
            os.set_inheritable(theirs, True)
            command = [sys.executable, str(Path(__file__).with_name("worker.py")), self.subject, str(self.folder)]
            pid = subprocess.Popen([*command, str(theirs), str(seed)], close_fds=False).pid
        elif not (pid := os.fork()):
            try:
                os.close(ours)
                live(self.subject, kind, self.folder, theirs, seed, dies_at)
            finally:
                os._exit(3)
        os.close(theirs)
        return Life(pid, ours)

    def _watch(self, kind: str, lives: list[Life]) -> None:
        """Listen until each has killed itself, has come to its end, or has reached the moment that was drawn for it."""
        began = time.monotonic()
        until = {life: self.chance.random() * self._seconds[kind] for life in lives}
        by_clock = kind == STARTING or self.chance.random() < 0.4
        waiting = list(lives)
        while True:
            now = time.monotonic()
            if now - began > PATIENCE:
                raise Wrong(Counter({"hang": 1}), kind)
            for life in list(waiting):
                start = began if kind == STARTING else life.armed_at
                if life.over is not None:
                    self._seconds[kind] += 0.1 * (now - (start or now) - self._seconds[kind])
                due = by_clock and start is not None and now - start >= until[life]
                if life.ended or life.over is not None or due:
                    if not life.ended:
                        life.kill()
                    waiting.remove(life)
            if not waiting:
                return
            for pipe in select.select([life.pipe for life in waiting], [], [], 0.0005 if by_clock else 0.05)[0]:
                next(life for life in waiting if life.pipe == pipe).hear()

    def _look(self, steps: list[Step]) -> None:
        """Open a copy, so that what recovers the folder itself is the next worker, which may be killed doing it."""
        copy = self.folder.with_name(f"{self.folder.name}-copy")
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for name in ("advisory.json", "advisory.journal.jsonl"):
            if (self.folder / name).exists():
                shutil.copyfile(self.folder / name, copy / name)
        try:
            store = SUBJECTS[self.subject](copy)
            found = store.found()
        except (StoreError, ValueError) as error:
            raise Wrong(Counter({"does not open": 1}), str(error)) from error
        self.torn += (copy / "backups").exists()
        self.truth = judge(self.truth, steps, found, store.seq if self._counts else None)
        store.abandon()


def main(subject: str, folder: Path, kills: int, seed: int, kinds: tuple[str, ...]) -> int:
    """Kill until there have been so many, the kinds in turn; the exit status."""
    proof = Proof(subject, folder, seed)
    faults: Counter[str] = Counter()
    detail, rounds, began = "", 0, time.monotonic()
    try:
        while proof.kills.total() < kills:
            proof.kill_once(kinds[rounds % len(kinds)])
            rounds += 1
            if rounds % LOOK_BACK_EVERY == 0:
                proof.look_back()
        proof.look_back()
    except Wrong as wrong:
        faults, detail = wrong.faults, str(wrong)[:2000]
    figures = {
        "kills": proof.kills,
        "moments": proof.moments,
        "acknowledged": proof.acknowledged,
        "in flight and there": proof.in_flight,
        "torn lines set aside": proof.torn,
        "killed at rest": proof.at_rest,
        "looked back": proof.looked_back,
        "documents": len(proof.truth.now),
        "seconds": round(time.monotonic() - began, 1),
        "faults": faults,
        "detail": detail,
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    _subject, _folder, _kills, _seed, *_kinds = sys.argv[1:]
    sys.exit(main(_subject, Path(_folder), int(_kills), int(_seed), tuple(_kinds) or KINDS))
