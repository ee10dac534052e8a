"""The measurements as `pytest -m bench -n 0 -s` shows them; a slow machine fails nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.mark.bench
@pytest.mark.parametrize("command", [("tests.bench",), ("tests.bench.table", "3")])
def test_the_table_is_printed(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=TOP, stdout=subprocess.PIPE, text=True, check=True)
    sys.stdout.write("\n" + done.stdout)
    assert done.stdout.count("\n|") > 10
