"""A folder with values edited at random, of every table: every command runs, doctor overlooks nothing, repair mends it."""

import os

import pytest
from fuzzed_case import base_folder, go_through

EDITS = 25
"""In each folder; more would leave little to look at, fewer would take longer."""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return base_folder(tmp_path_factory.mktemp("base"))


@pytest.fixture(autouse=True)
def _no_syncing(monkeypatch):
    """A thousand commands write here, and nobody needs that on the disk."""
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, lambda _descriptor: None, raising=False)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.every) for seed in range(1, 6))])
def test_nothing_stumbles_over_edits_of_values(base, tmp_path, seed):
    assert go_through(tmp_path, base, seed, EDITS) == []


@pytest.mark.proof
@pytest.mark.parametrize("block", range(40))
def test_nothing_stumbles_over_ten_thousand_edits(base, tmp_path, block):
    for seed in range(1000 + block * 10, 1010 + block * 10):
        assert go_through(tmp_path, base, seed, EDITS) == []
