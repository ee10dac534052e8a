"""The four programs in FORMAT.md, and what one of them prints."""

import contextlib
import io
import re
import sys
from pathlib import Path

import pytest

import advisory.store

TEXT = Path(advisory.store.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
CHECK, REPLAY, HISTORY, REBUILD = re.findall(r"^```python\n(.+?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def run(program: str, *arguments: object, given: str = "") -> str:
    """What one of the programs prints."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setattr(sys, "argv", ["program", *map(str, arguments)])
        patch.setattr(sys, "stdin", io.StringIO(given))
        try:
            exec(compile(program, "FORMAT.md", "exec"), {"__name__": "__main__"})
        except SystemExit as refusal:
            return f"refused: {refusal.code}"
    return said.getvalue()
