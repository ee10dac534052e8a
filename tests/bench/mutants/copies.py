"""A copy of the tree in which one file at a time is mutated and tests are run."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .mutation import Mutant
from .verdict import CAUGHT, SURVIVED, TOO_LONG

TOP = Path(__file__).parents[3]
_PLUGIN = "tests.bench.mutants.plugin"
_PLACES = {"HOME": "home", "TMPDIR": "tmp", "XDG_DATA_HOME": "home/data", "XDG_CONFIG_HOME": "home/config", "PYTEST_DEBUG_TEMPROOT": "roots"}  # fmt: skip


def tree() -> list[str]:
    """The files of the tree, including those not committed yet."""
    listed = subprocess.check_output(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=TOP, text=True)
    return sorted(file for file in listed.split("\0") if file and (TOP / file).is_file())


class Copy:
    """A copy of the tree below `home`, with its own HOME and temporary folder."""

    def __init__(self, home: Path, files: Sequence[str]) -> None:
        self.home, self.top, self._aside = home, home / "tree", home / "aside"
        for file in files:
            (self.top / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(TOP / file, self.top / file)

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
        """Run pytest in the copy; None when it took longer than `limit` seconds."""
        shutil.rmtree(self._aside, ignore_errors=True)
        for place in _PLACES.values():
            (self._aside / place).mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ,
            **{name: str(self._aside / place) for name, place in _PLACES.items()},
            **names,
            "PYTHONPATH": str(self.top),
        }
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", _PLUGIN, "--hypothesis-seed=0", *args]  # fmt: skip
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

    def failing(self, tests: Sequence[str], limit: float) -> tuple[str, str]:
        """Run these tests in a process of their own; the outcome and the first test that failed."""
        chosen, failed = self.home / "chosen.json", self.home / "failed"
        chosen.write_text(json.dumps(tests))
        failed.unlink(missing_ok=True)
        files = sorted({test.partition("::")[0] for test in tests})
        code = self.pytest(
            "-x", "--tb=no", *files, limit=limit, MUTANTS_RUN=str(chosen), MUTANTS_FAILED=str(failed)
        )  # fmt: skip
        by = failed.read_text() if failed.exists() else ""
        if code is None:
            return TOO_LONG, by
        if code == 0:
            return SURVIVED, ""
        if not by and "no tests ran" in self.said and "error" not in self.said.lower():
            raise RuntimeError(f"no test was found where some were before:\n{self.said}")
        return CAUGHT, by or "could not be collected"
