"""Which tests run which line: from one run of the unchanged tests under coverage.py."""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import chain, zip_longest
from pathlib import Path

from .copies import TOP, Copy
from .mutation import Mutant


class Seen:
    """What the runs found: which tests run which line, and how long each test takes."""

    def __init__(self, found: Sequence[dict]) -> None:
        self._found = found
        self.failed: list[str] = [test for one in found for test in one["failed"]]
        every = {test: seconds for one in found for test, seconds in one["seconds"].items()}
        self._seconds: dict[str, float] = {test: seconds for test, seconds in every.items() if test not in self.failed}

    @cached_property
    def _using(self) -> dict[str, set[str]]:
        """Each shared fixture, with the tests that use it."""
        using: dict[str, set[str]] = {}
        for test, fixtures in chain.from_iterable(one["shared"].items() for one in self._found):
            for fixture in fixtures:
                using.setdefault(fixture, set()).add(test)
        return using

    def running(self, mutant: Mutant) -> set[str]:
        """The tests that run the mutated statement; for one that runs at import, those that run any of its module."""
        first, last = mutant.lines
        names: set[str] = set()
        for one in self._found:
            lines = one["lines"].get(mutant.file, {})
            at = lines if mutant.at_import else [str(line) for line in range(first, last + 1) if str(line) in lines]
            names.update(one["names"][number] for line in at for number in one["groups"][lines[line]])
        return {test for name in names for test in self._using.get(name, {name})} & self._seconds.keys()

    def below(self, folder: str) -> set[str]:
        """The tests in a folder."""
        return {test for test in self._seconds if test.startswith(folder)}

    @property
    def starting(self) -> set[str]:
        """The tests that start another process."""
        return {test for one in self._found for test in one["starting"]} & self._seconds.keys()

    def ordered(self, tests: Iterable[str], mutant: Mutant) -> list[str]:
        """In the order to ask them: files named after the module first, then a test of each file in turn, fast ones first."""
        of_file: dict[str, list[str]] = defaultdict(list)
        for test in sorted(tests, key=lambda test: (self._seconds[test], test)):
            of_file[test.partition("::")[0]].append(test)
        stem = Path(mutant.file).stem.rstrip("s")
        near = sorted((file for file in of_file if stem in file), key=lambda file: (len(file), file))
        turns = zip_longest(*(some for file, some in of_file.items() if file not in near))
        return [
            *chain.from_iterable(of_file[file] for file in near),
            *(test for turn in turns for test in turn if test),
        ]

    def in_stages(self, tests: Sequence[str], limit: float) -> Iterator[list[str]]:
        """These tests in parts that take about 5 seconds, then 15, 45 …, until `limit` seconds are spent."""
        part: list[str] = []
        spent, until, of_part = 0.0, 5.0, 0.0
        for test in tests:
            part.append(test)
            of_part += self._seconds[test]
            if of_part > until:
                yield part
                part, spent, until, of_part = [], spent + of_part, until * 3, 0.0
                if spent > limit:
                    return
        if part:
            yield part

    def seconds(self, tests: Sequence[str]) -> float:
        """How long these tests took."""
        return sum(self._seconds[test] for test in tests)


def see(copies: Sequence[Copy], files: Sequence[str]) -> Seen:
    """Run the unchanged tests under coverage.py, a part in each copy, or load what an earlier run found in this tree."""
    digest = hashlib.sha256(f"{sys.version} {len(copies)}".encode())
    for file in files:
        digest.update(b"%b\0%b\0" % (file.encode(), (TOP / file).read_bytes()))
    folder = Path(tempfile.gettempdir(), "advisory-mutants", digest.hexdigest()[:24])
    folder.mkdir(parents=True, exist_ok=True)
    tests = sorted(
        (file for file in files if file.startswith("tests/") and Path(file).match("test_*.py")),
        key=lambda file: (not file.startswith("tests/tui/"), file),
    )
    tui = sum(file.startswith("tests/tui/") for file in tests)
    cuts = [tests[:tui], tests[tui:]] if len(copies) > 1 else [tests]

    def part(number: int) -> dict:
        kept = folder / f"{number}.json"
        if not kept.exists():
            copy = copies[number]
            written = copy.home / "seen.json"
            code = copy.pytest("--tb=short", *cuts[number], MUTANTS_COLLECT=str(written), COVERAGE_CORE="ctrace")
            if code not in {0, 1} or not written.exists():  # 1: tests fail without a mutant
                raise RuntimeError(copy.said)
            shutil.move(written, kept)
        return json.loads(kept.read_text())

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return Seen([*pool.map(part, range(len(cuts)))])
