"""What is said, kept whole in a text file beside the test that has it said again.

`ADVISORY_TELL_ANEW=1 uv run pytest TESTS` writes the files of these tests anew. They are right only once somebody has read
what changed.
"""

import os
from pathlib import Path

import pytest


def kept(path: Path, text: str) -> list[str]:
    """The lines of a file, to be compared with those of what is said now. Fails where they are to be written anew."""
    if os.environ.get("ADVISORY_TELL_ANEW"):  # never run: the suite writes no texts
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} is written anew: read what changed")
    if not path.exists():
        pytest.fail(f"{path.name} isn't written yet: ADVISORY_TELL_ANEW=1 writes it")
    return path.read_text(encoding="utf-8").splitlines()
