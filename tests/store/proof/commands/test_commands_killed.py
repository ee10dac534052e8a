"""SIGKILL at any moment of a command that puts files in the place of others, and of the tries after it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_case import COMMANDS

SCRIPT = Path(__file__).with_name("command_kills.py")
PIECES = 4


def kill(place, kills, seed, *names):
    command = [sys.executable, SCRIPT, place, str(kills), str(seed), *names]
    above = os.pathsep.join(map(str, SCRIPT.parents[1:3]))
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": above})
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def need_nothing_lost(found, figures):
    figures("Kills in commands", found["counts"])
    figures("Killed in commands at", found["moments"])
    assert not found["fault"], found["fault"]


def test_nothing_is_lost_and_none_is_half_done(tmp_path, figures):
    names = ("restore over a damaged snapshot", "repair an older snapshot", "redo", "migrate schema-5", "purge")
    need_nothing_lost(kill(tmp_path / "here", 30, 1, *names), figures)


@pytest.mark.proof
@pytest.mark.parametrize("piece", range(PIECES))
def test_nothing_is_lost_in_thousands(tmp_path, figures, request, piece):
    kills = -(-request.config.getoption("kills") // PIECES)
    need_nothing_lost(kill(tmp_path / "here", kills, 1000 + piece, *[*COMMANDS][piece::PIECES]), figures)
