"""Kill one command again and again: `python command_kills.py PLACE KILLS SEED COMMAND…` prints its figures as JSON.

Each folder is killed in up to three times, as by somebody who tries again, before it is looked at. It is a program of its
own because it forks; `PYTHONPATH` names the two folders above. It ends with 1 at the first fault.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from command_case import COMMANDS, Command, Truth, check, do, learn, make_template
from system_call import CHANGING, real_write, tapped
from worker import Death

TRIES = 3
BY_CLOCK = 0.4
"""The share of kills at a moment of the clock; the others are at a system call."""


class Case:
    """One command: its folder as it is at first, what must be there, and how long it takes."""

    def __init__(self, name: str, place: Path, seed: int) -> None:
        self.name, self.place = name, place
        self.command: Command = COMMANDS[name]
        place.mkdir(parents=True)
        make_template(self.command, place / "template")
        self.truth: Truth = learn(self.command, place / "template", place / "here")
        death, began, here = Death(0, Random(seed), lambda **_: None), time.monotonic(), self.renew()
        with tapped(death, CHANGING):
            do(self.command, here)
        self.calls, self.seconds = death.count, time.monotonic() - began

    def renew(self) -> Path:
        """The folder as it was at first."""
        here = self.place / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(self.place / "template", here)
        return here


class Life(Random):
    """One process that does the command once."""

    def __init__(self, case: Case, here: Path, seed: int) -> None:
        super().__init__(seed)
        self.case, self.here, self.seed_ = case, here, seed
        self.words: list[dict[str, Any]] = []

    def live(self) -> tuple[bool, bool]:
        """Whether it was killed, and whether it had said that the command was done."""
        at = self.randint(1, self.case.calls + 2)
        is_by_clock = self.random() < BY_CLOCK
        moment = self.random() * self.case.seconds
        ours, theirs = os.pipe()
        pid = os.fork()
        if not pid:
            os.close(ours)
            self._do(theirs, 0 if is_by_clock else at)
        os.close(theirs)
        began = time.monotonic()
        if is_by_clock:
            time.sleep(moment)
            os.kill(pid, signal.SIGKILL)
        with os.fdopen(ours, "rb") as pipe:
            self.words = [json.loads(row) for row in pipe.read().splitlines()]
        _, status = os.waitpid(pid, 0)
        over = next((word for word in self.words if "over" in word), None)
        if over is not None:
            self.case.seconds += 0.3 * (time.monotonic() - began - self.case.seconds)
            assert over["code"] == 0, over
        return os.WIFSIGNALED(status), over is not None

    def _do(self, pipe: int, dies_at: int) -> None:
        def say(**words: Any) -> None:
            real_write(pipe, json.dumps(words).encode() + b"\n")

        try:
            death = Death(dies_at, self, say)
            with tapped(death, CHANGING):
                said = do(self.case.command, self.here)
            say(over=death.count, code=said.code, text=said.text)
        finally:
            os._exit(0)


def main(place: Path, kills: int, seed: int, names: list[str]) -> int:
    """Kill so often, the commands in turn; the exit status."""
    chance = Random(seed)
    cases = [Case(name, place / str(number), seed) for number, name in enumerate(names)]
    counts: Counter[str] = Counter({"kills": 0, "folders": 0, "acknowledged": 0})
    moments: Counter[str] = Counter()
    fault = ""
    while counts["kills"] < kills and not fault:
        case = cases[counts["folders"] % len(cases)]
        here, is_done = case.renew(), False
        for _ in range(chance.randint(1, TRIES) if case.command.may_repeat else 1):
            life = Life(case, here, chance.getrandbits(32))
            is_killed, is_over = life.live()
            counts["kills"] += is_killed
            is_done = is_done or is_over
            moments.update(word["dies"] for word in life.words if "dies" in word)
        counts["acknowledged"] += is_done
        counts["folders"] += 1
        if wrong := check(case.command, case.truth, here, is_done=is_done):
            fault = f"{case.name}: {wrong}"
    sys.stdout.write(json.dumps({"counts": counts, "moments": moments, "fault": fault[:3000]}) + "\n")
    return 1 if fault else 0


if __name__ == "__main__":
    os.umask(0o077)
    _place, _kills, _seed, *_names = sys.argv[1:]
    sys.exit(main(Path(_place), int(_kills), int(_seed), _names or [*COMMANDS]))
