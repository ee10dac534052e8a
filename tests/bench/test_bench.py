"""The measurements as `pytest -m bench -n 0 -s` shows them; a slow machine fails nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.mark.bench
def test_the_table_is_printed():
    done = subprocess.run([sys.executable, "-m", "tests.bench"], cwd=TOP, stdout=subprocess.PIPE, text=True, check=True)
    sys.stdout.write("\n" + done.stdout)
    assert done.stdout.count("\n|") > 10
