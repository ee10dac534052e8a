"""Read an .xls or .ods in a process of its own.

In both formats a few bytes can claim billions of cells, and the library ends the whole process when there is no memory
for them. Here only a child process ends.
"""

import os
import subprocess
import sys

import msgspec

from .sheet import Sheet

MOST_MEMORY = 1024 * 1024 * 1024
PATIENCE = 20
"""Seconds, of which a workbook of 2,000 students takes less than one."""


def read_apart(data: bytes) -> tuple[Sheet, ...] | None:
    """The sheets as `read_cells` gives them. None if the child ended without an answer."""
    try:
        child = subprocess.run(
            [sys.executable, "-m", "advisory.exchange.workbook.apart"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            timeout=PATIENCE,
            check=False,
        )
        return msgspec.json.decode(child.stdout, type=tuple[Sheet, ...]) if child.returncode == 0 else None
    except (subprocess.TimeoutExpired, OSError, msgspec.DecodeError):
        return None


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; there only time is limited
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    from .cells import read_cells

    _limit_memory()
    sys.stdout.buffer.write(msgspec.json.encode(read_cells(sys.stdin.buffer.read(), {})))
