"""Mutation testing: how many small faults do the tests notice? `python -m tests.bench.mutants --room rules --count 30 --seed 7`.

A *room* is a folder of `advisory`; its own tests are in the folder of the same name in `tests`. A *mutant* is a copy of
the room with one small fault in it; mutation.py lists the kinds. Which mutants are drawn depends on the seed, the room
and its source, and on nothing else. Each kind gets its turn, so that constants, the most common kind, do not crowd out
the others. No mutant is drawn twice.

How mutants are counted
- A mutant is *caught* when a test fails, when pytest cannot collect the tests, or when they run far too long. Anything
  else *survives*, including mutants on lines that no test runs and mutants that change nothing a user could see. Read
  the survivors yourself to tell these apart. The figure is caught / drawn.
- For each mutant only the tests that run the mutated statement are run, fastest first, until one fails. Which tests
  those are comes from one run of the unchanged tests under coverage.py. A shared fixture counts for every test that uses
  it. Tests that start another process come last, because coverage.py does not see into it. If the statement runs at
  import or collection, any test may depend on it, so all tests of the room are run.
- Tests that fail without a mutant are left out and listed.
- Tests that `addopts` deselects (slow, proof, every, bench) are not run. Hypothesis uses a fixed seed.
- `--then-all` gives each survivor to the tests of all rooms and prints a second figure.

Tests run in copies of the tree in a temporary folder, with their own HOME. The bytecode of the mutated file is deleted
before and after. The coverage data is cached in the temporary folder, keyed by the contents of the whole tree. This is a
measurement: it never fails a build.
"""

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import NamedTuple

from .mutation import KINDS, Mutant, mutants_of

TOP = Path(__file__).parents[2]
PLUGIN = "tests.bench.mutants_plugin"
CAUGHT, TOO_LONG, SURVIVED, NEVER_RUN = "caught", "too long", "survived", "never run"
_PATIENCE = 60
_TIMES = 6
"""A mutant is given _PATIENCE seconds plus _TIMES as long as its tests take without it."""


class Verdict(NamedTuple):
    """The outcome for one mutant, and the test that caught it."""

    mutant: Mutant
    outcome: str
    by: str = ""

    @property
    def is_caught(self) -> bool:
        return self.outcome in {CAUGHT, TOO_LONG}

    def __str__(self) -> str:
        return f"{self.outcome:9}  {self.mutant}" + (f"   [{self.by}]" if self.by else "")


class Copy:
    """A copy of the tree in which one file at a time is mutated."""

    def __init__(self, home: Path, files: Sequence[str], source: Path = TOP) -> None:
        self.top, self._aside = home / "tree", home / "aside"
        for file in files:
            (self.top / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / file, self.top / file)

    @contextlib.contextmanager
    def spoiled(self, mutant: Mutant) -> Iterator[None]:
        """Apply a mutant for the length of the block."""
        path = self.top / mutant.file
        source = path.read_bytes()
        try:
            self._write(path, mutant.applied(source))
            yield
        finally:
            self._write(path, source)

    def _write(self, path: Path, source: bytes) -> None:
        path.write_bytes(source)
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
            compiled.unlink()

    def pytest(self, *args: str, limit: float | None = None, **names: str) -> int | None:
        """Run pytest in the copy; None when it took longer than the limit."""
        shutil.rmtree(self._aside, ignore_errors=True)
        places = {"HOME": "home", "TMPDIR": "tmp", "XDG_DATA_HOME": "home/data", "XDG_CONFIG_HOME": "home/config"}
        for place in places.values():
            (self._aside / place).mkdir(parents=True)
        environment = {
            **os.environ,
            **{name: str(self._aside / place) for name, place in places.items()},
            **names,
            "PYTHONPATH": str(self.top),
        }
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            PLUGIN,
            "--hypothesis-seed=0",
            *args,
        ]
        with subprocess.Popen(
            command, cwd=self.top, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as program:  # fmt: skip
            try:
                self.said = program.communicate(timeout=limit)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                return None
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(program.pid, signal.SIGKILL)
            return program.returncode

    def failing(self, tests: Sequence[str], limit: float, processes: int) -> tuple[str, str]:
        """Run these tests; the outcome and the first test that failed."""
        chosen, failed = self.top.parent / "chosen.json", self.top.parent / "failed"
        chosen.write_text(json.dumps(tests))
        failed.unlink(missing_ok=True)
        files = sorted({test.partition("::")[0] for test in tests})
        names = {"MUTANTS_RUN": str(chosen), "MUTANTS_FAILED": str(failed)}
        code = self.pytest("-x", "-n", str(processes), "--tb=no", *files, limit=limit, **names)
        by = failed.read_text() if failed.exists() else ""
        if code is None:
            return TOO_LONG, by
        if code == 0:
            return SURVIVED, ""
        if not by and "no tests ran" in self.said and "error" not in self.said.lower():
            raise RuntimeError(f"no test was found where some were before:\n{self.said}")
        return CAUGHT, by or "could not be collected"


class Seen:
    """Coverage of the unchanged tests: which tests run which line, and how long each test takes."""

    def __init__(self, found: dict) -> None:
        self.failed: list[str] = found["failed"]
        self._seconds: dict[str, float] = {test: s for test, s in found["seconds"].items() if test not in self.failed}
        self._shared: dict[str, list[str]] = found["shared"]
        self._starting: set[str] = set(found["starting"])
        self._names: list[str] = found["names"]
        self._groups: list[list[int]] = found["groups"]
        self._lines: dict[str, dict[str, int]] = found["lines"]

    @cached_property
    def _using(self) -> dict[str, set[str]]:
        """Each shared fixture, with the tests that use it."""
        using: dict[str, set[str]] = {}
        for test, fixtures in self._shared.items():
            for fixture in fixtures:
                using.setdefault(fixture, set()).add(test)
        return using

    def _named(self, groups: Iterable[int]) -> list[str]:
        """The names in these groups: tests, shared fixtures, and "" for import and collection."""
        numbers = {number for group in set(groups) for number in self._groups[group]}
        return [self._names[number] for number in numbers]

    def _tests(self, names: Sequence[str]) -> set[str]:
        tests = {test for name in names for test in self._using.get(name, {name})}
        return tests & self._seconds.keys()

    def able_to_notice(self, mutant: Mutant) -> list[str]:
        """The tests to run for a mutant, in order; none when no test runs its statement."""
        lines = self._lines.get(mutant.file, {})
        first, last = mutant.lines
        of_statement = (lines[str(line)] for line in range(first, last + 1) if str(line) in lines)
        names = self._named(lines.values() if mutant.at_import else of_statement)
        if not names:
            return []
        rest = self._seconds.keys() if mutant.at_import or "" in names else self._tests([*self._starting])
        tests = self._tests(names)
        return [*sorted(tests, key=self._seconds.__getitem__), *sorted(rest - tests, key=self._seconds.__getitem__)]

    def seconds(self, tests: Sequence[str]) -> float:
        """How long these tests took."""
        return sum(self._seconds[test] for test in tests)


def tree() -> list[str]:
    """The files of the tree, including those not committed yet."""
    listed = subprocess.check_output(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=TOP, text=True)
    return sorted(file for file in listed.split("\0") if file and (TOP / file).is_file())


def see(tests: str, top: Path, files: Sequence[str], without: Sequence[str]) -> Seen:
    """Run the unchanged tests under coverage.py, or load what an earlier run found in the same tree."""
    digest = hashlib.sha256(f"{sys.version} {tests} {without}".encode())
    for file in files:
        digest.update(b"%b\0%b\0" % (file.encode(), (top / file).read_bytes()))
    kept = Path(tempfile.gettempdir(), "advisory-mutants", f"{digest.hexdigest()[:24]}.json")
    if not kept.exists():
        say(f"Running {tests} once to see which test runs which line ...")
        kept.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as home:
            copy = Copy(Path(home), files, top)
            written = copy.top.parent / "seen.json"
            ignored = [f"--ignore={folder}" for folder in without]
            copy.pytest("-n", "0", "--tb=short", *ignored, tests, MUTANTS_COLLECT=str(written))
            if not written.exists():
                raise RuntimeError(copy.said)
            shutil.move(written, kept)
    return Seen(json.loads(kept.read_text()))


def draw(mutants: Sequence[Mutant], count: int, chance: Random) -> list[Mutant]:
    """Draw `count` mutants, one kind after another."""
    by_kind = [[mutant for mutant in mutants if mutant.kind == kind] for kind in KINDS]
    for some in by_kind:
        chance.shuffle(some)
    drawn: list[Mutant] = []
    while len(drawn) < count and any(by_kind):
        for some in by_kind:
            while some and len(drawn) < count:
                mutant = some.pop()
                if mutant.changes((TOP / mutant.file).read_bytes()):
                    drawn.append(mutant)
                    break
    return drawn


def sources(room: str, files: Sequence[str], left_out: str | None) -> list[str]:
    """The modules of a room, in subfolders too."""
    modules = [file for file in files if file.startswith(f"advisory/{room}/") and file.endswith(".py")]
    return [file for file in modules if not left_out or f"/{left_out}/" not in file]


def judge(mutants: Sequence[Mutant], seen: Seen, copies: Sequence[Copy], processes: int = 0) -> Iterator[Verdict]:
    """Test each mutant, several at a time: one in each copy. Yields verdicts in the order drawn."""
    free: SimpleQueue[Copy] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(mutant: Mutant) -> Verdict:
        tests = seen.able_to_notice(mutant)
        if not tests:
            return Verdict(mutant, NEVER_RUN)
        copy = free.get()
        try:
            with copy.spoiled(mutant):
                return Verdict(mutant, *copy.failing(tests, _PATIENCE + _TIMES * seen.seconds(tests), processes))
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(one, mutants)


def table(verdicts: Sequence[Verdict]) -> str:
    """The counts by kind, as Markdown."""
    drawn, caught = (Counter(v.mutant.kind for v in some) for some in (verdicts, [v for v in verdicts if v.is_caught]))
    rows = [f"| {kind} | {drawn[kind]} | {caught[kind]} |" for kind in KINDS if drawn[kind]]
    return "\n".join(
        ["| kind | drawn | caught |", "|---|---|---|", *rows, f"| all | {drawn.total()} | {caught.total()} |"]
    )


def share(verdicts: Sequence[Verdict], by: str) -> str:
    """One sentence with the figure."""
    outcomes = Counter(verdict.outcome for verdict in verdicts)
    caught = outcomes[CAUGHT] + outcomes[TOO_LONG]
    return (
        f"{caught} of {len(verdicts)} caught by {by} ({caught / len(verdicts):.0%}); {outcomes[TOO_LONG]} of them "
        f"because the tests took too long. No test runs {outcomes[NEVER_RUN]} of the others."
    )


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def asked() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Count how many small faults the tests notice.")
    parser.add_argument("--room", required=True, help="a folder of advisory: rules, store, tui ...")
    parser.add_argument("--tests", help="the folder with its tests (tests/ROOM)")
    parser.add_argument("--without", metavar="FOLDER", action="append", default=[], help="tests that are not asked")
    parser.add_argument("--count", type=int, default=30, help="how many mutants (30)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other mutants (1)")
    parser.add_argument("--at", metavar="FILE:LINE", action="append", help="no draw: every mutant of this line")
    parser.add_argument("--leave-out", metavar="FOLDER", help="a folder of the room that holds no logic")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time (as many as cores)")
    parser.add_argument("--then-all", action="store_true", help="ask the whole suite about the survivors")
    return parser.parse_args()


def main() -> None:
    """Draw the mutants, test them, and print the verdicts and the figures."""
    args, files, begun = asked(), tree(), time.monotonic()
    every = [mutant for file in sources(args.room, files, args.leave_out) for mutant in mutants_of(TOP, file)]
    if args.at:
        at = {tuple(place.rsplit(":", 1)) for place in args.at}
        drawn = [one for one in every if any(one.file.endswith(file) and one.line == int(line) for file, line in at)]
        drawn = draw(drawn, len(drawn), Random(0))
    else:
        drawn = draw(every, args.count, Random(f"{args.room} {args.seed}"))
    if not drawn:
        sys.exit(f"There is nothing to change in advisory/{args.room}.")
    with tempfile.TemporaryDirectory(prefix="advisory-mutants-") as home:
        copies = [Copy(Path(home, str(number)), files) for number in range(args.jobs)]
        seen = see(args.tests or f"tests/{args.room}", copies[0].top, files, args.without)
        for test in seen.failed:
            say(f"{test} fails without a mutant and counts for nothing.")
        verdicts = []
        for verdict in judge(drawn, seen, copies):
            verdicts.append(verdict)
            say(verdict)
        say(f"\n{table(verdicts)}\n\n{share(verdicts, 'the own tests of ' + args.room)}")
        if args.then_all:
            survivors = [verdict.mutant for verdict in verdicts if not verdict.is_caught]
            again = []
            for verdict in judge(
                survivors, see("tests", copies[0].top, files, args.without), copies[:1], processes=args.jobs
            ):
                again.append(verdict)
                say(verdict)
            verdicts = [verdict for verdict in verdicts if verdict.is_caught] + again
            say(f"\n{share(verdicts, 'the whole suite')}")
    say(f"Of {len(every)} that could be drawn, in {time.monotonic() - begun:.0f} s.")


if __name__ == "__main__":
    main()
