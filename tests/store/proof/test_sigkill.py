"""SIGKILL at any moment of seven kinds of life, one folder living on: nothing acknowledged is lost, nothing is half there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from worker import KINDS

KILLS = 110
PIECES = 16
SCRIPT = Path(__file__).with_name("kills.py")


def kill(subject, folder, kills, seed, *kinds):
    """The harness's own figures; it stops at the first fault."""
    command = [sys.executable, SCRIPT, subject, folder, str(kills), str(seed), *kinds]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def need_nothing_lost(found, figures):
    figures("Kills", found["kills"])
    figures("Killed at", found["moments"])
    figures("Around the kills", {key: value for key, value in found.items() if isinstance(value, int)})
    figures("Faults of the kills", {"any": 0} | found["faults"])
    assert found["faults"] == {}, found["detail"]
    assert set(found["kills"]) == set(KINDS)


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_acknowledged_is_lost(tmp_path, figures, seed):
    need_nothing_lost(kill("store", tmp_path / "data", KILLS, seed), figures)


@pytest.mark.proof
@pytest.mark.parametrize("piece", range(PIECES))
def test_nothing_acknowledged_is_lost_in_thousands(tmp_path, figures, request, piece):
    kills = -(-request.config.getoption("kills") // PIECES)
    need_nothing_lost(kill("store", tmp_path / "data", kills, 1000 + piece), figures)


@pytest.mark.parametrize(
    ("subject", "kind", "fault"),
    [
        ("stock JSONStorage", "committing", "does not open"),
        ("CachingMiddleware", "committing", "lost"),
        ("store without its lock", "three writers", None),
    ],
)
def test_a_storage_that_loses_is_caught(tmp_path, subject, kind, fault):
    found = kill(subject, tmp_path / "data", 200, 1, kind)
    assert found["faults"]
    assert fault is None or fault in found["faults"], found
