"""Judge mutants of functions: collect all tests once, then fork for each mutant and swap the code of its function there.

A mutant is judged in a second where a process of its own would spend three on importing and collecting. It is in its
file as well meanwhile, so that a program that a test starts runs it too.
"""

import contextlib
import functools
import gc
import json
import os
import shutil
import signal
import sys
import time
import types
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

TOP = Path.cwd()
_LARGEST_HEAP = 4 * 1024**3
"""A limit, because a mutant may allocate memory forever."""
_PATIENCE = 300
"""Seconds that the tests of a mutant may take; they ask for `cpu` seconds of the processor at most, see Job."""


class Forking:
    """Reads jobs, and writes a line of JSON for each: the outcome, the test that caught it, how many tests were run."""

    def __init__(self, jobs: Path, verdicts: Path) -> None:
        self._jobs, self._verdicts = json.loads(jobs.read_text(encoding="utf-8")), verdicts
        self._result = verdicts.with_suffix(".child")
        self._unreliable: set[str] = set()
        self._failed = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._failed:
            self._failed = report.nodeid

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = {item.nodeid: item for item in session.items}
        gc.unfreeze()
        self._functions: dict[str, list[types.FunctionType]] = {}
        self._caches = []
        for found in gc.get_objects():
            if isinstance(found, types.FunctionType):
                self._functions.setdefault(found.__code__.co_filename, []).append(found)
            elif isinstance(found, functools._lru_cache_wrapper) and found.__module__.startswith("advisory"):
                self._caches.append(found)
        gc.collect()
        gc.freeze()
        with self._verdicts.open("w") as verdicts:
            for job in self._jobs:
                json.dump(self._judged(job), verdicts)
                verdicts.write("\n")
                verdicts.flush()
        return True

    def _judged(self, job: dict[str, Any]) -> dict[str, Any]:
        """The outcome of the first test that fails with the mutant and passes without it."""
        while True:
            tests = [test for test in job["tests"] if test in self._items and test not in self._unreliable]
            with _spoiled(TOP / job["file"], job):
                found = self._forked(tests, job)
            is_caught = found["outcome"] == "caught" and found["by"]
            if not is_caught or self._forked([found["by"]], None)["outcome"] == "survived":
                return found
            self._unreliable.add(found["by"])

    def _forked(self, tests: Sequence[str], job: dict[str, Any] | None) -> dict[str, Any]:
        self._result.unlink(missing_ok=True)
        child = os.fork()
        if not child:
            os.setsid()
            try:
                found = self._run(tests, job)
            except BaseException as error:  # noqa: BLE001 - reported to the parent
                found = {"outcome": "not forked", "by": repr(error)[:200], "run": 0}
            self._result.write_text(json.dumps(found))
            os._exit(0)
        try:
            until = time.monotonic() + _PATIENCE
            while not os.waitpid(child, os.WNOHANG)[0]:
                if time.monotonic() > until:
                    os.killpg(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                    return {"outcome": "too long", "by": "", "run": 0}
                time.sleep(0.01)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            for left in Path(os.environ["PYTEST_DEBUG_TEMPROOT"]).iterdir():
                shutil.rmtree(left, ignore_errors=True)
        return (
            json.loads(self._result.read_text()) if self._result.exists() else {"outcome": "caught", "by": "", "run": 0}
        )

    def _run(self, tests: Sequence[str], job: dict[str, Any] | None) -> dict[str, Any]:
        bound_memory()
        for cache in self._caches:
            cache.cache_clear()
        if job:
            self._swap(TOP / job["file"])
        begun = sum(os.times()[:4])
        for number, test in enumerate(tests, 1):
            after = tests[number] if number < len(tests) else None
            item = self._items[test]
            item.ihook.pytest_runtest_protocol(item=item, nextitem=self._items[after] if after else None)
            if self._failed:
                return {"outcome": "caught", "by": self._failed, "run": number}
            if job and sum(os.times()[:4]) - begun > job["cpu"]:
                return {"outcome": "survived", "by": "", "run": number}
        return {"outcome": "survived", "by": "", "run": len(tests)}

    def _swap(self, path: Path) -> None:
        """Give every function of the file the code that the file has now."""
        module = ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
        if module not in sys.modules:
            return
        made = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(path.read_bytes(), str(path), "exec", dont_inherit=True))}  # fmt: skip
        swapped = 0
        for function in self._functions.get(str(path), ()):
            code = made.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
            if code is not None and code != function.__code__:
                function.__code__ = code
                swapped += 1
        if not swapped:
            raise RuntimeError(f"no function of {path} has the mutant")


def bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_LARGEST_HEAP, _LARGEST_HEAP))


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            yield inner
            yield from _codes(inner)


@contextlib.contextmanager
def _spoiled(path: Path, job: dict[str, Any]) -> Iterator[None]:
    source = path.read_bytes()
    _write(path, source[: job["start"]] + job["text"].encode() + source[job["end"] :])
    try:
        yield
    finally:
        _write(path, source)


def _write(path: Path, source: bytes) -> None:
    path.write_bytes(source)
    for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
        compiled.unlink()
