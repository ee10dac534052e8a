"""A store that a test abandons, as a killed process does, is let go of when the test ends."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture(autouse=True)
def nothing_left_open(tmp_path: Path) -> Iterator[None]:
    """Close what the test left open in its folder: thousands of tests in one process would run out of file descriptors."""
    yield
    for entry in OPEN_FILES.iterdir() if OPEN_FILES.is_dir() else ():
        with suppress(OSError):
            if Path(entry.readlink()).is_relative_to(tmp_path):
                os.close(int(entry.name))
