"""A disk that is really full, and folders that can't be read, can't be written, or vanish."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from keeper import StoreKeeper

from advisory.store import StoreError

SCRIPT = Path(__file__).with_name("sitting.py")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def sit(how, folder, *before):
    done = subprocess.run(
        [*before, sys.executable, SCRIPT, how, folder], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def need_refused_and_gone_on(found):
    assert found["wrong"] == []
    assert found["changes"] > 3
    assert all("could not be saved" in refusal for refusal in found["refusals"])


def test_files_may_not_grow(tmp_path):
    need_refused_and_gone_on(sit("limit", tmp_path / "data"))


@pytest.mark.skipif(not IS_ROOT, reason="only root may mount a small disk; the limit above stands for it")
def test_a_small_disk_is_full(tmp_path):
    mount = 'mount -t tmpfs -o size=256k none "$0" && exec "$@"'
    if subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, tmp_path, "true"], capture_output=True, check=False
    ).returncode:
        pytest.skip("this root may not mount; the limit above stands for it")
    data = tmp_path / "data"
    need_refused_and_gone_on(sit("filler", data, "unshare", "-m", "sh", "-c", mount, tmp_path))


@pytest.fixture
def closed(tmp_path):
    store = StoreKeeper(tmp_path / "data")
    store.make("add", Random(1), lambda *_: None)
    store.close()
    store = StoreKeeper(tmp_path / "data")
    store.make("add", Random(2), lambda *_: None)
    store.abandon()
    return tmp_path / "data"


def modes(folder, *, folders, files):
    for path in (folder, *folder.rglob("*")):
        path.chmod(folders if path.is_dir() else files)


@pytest.mark.skipif(not IS_ROOT, reason="needs to become somebody else")
@pytest.mark.parametrize(("folders", "files", "found"), [(0o755, 0o644, 8), (0o755, 0o600, None), (0o711, 0o644, 8)])
def test_a_folder_of_somebody_else_is_read_if_it_can_be(closed, folders, files, found):
    modes(closed, folders=folders, files=files)
    said = sit("permission", closed)
    assert said["found"] == found
    assert len(said["refusals"]) == 1
    sentence = said["refusals"][0]
    assert "is read-only" in sentence if found else "Permission denied" in sentence, sentence


def test_a_folder_that_vanishes_and_comes_back(closed):
    store = StoreKeeper(closed)
    before = store.found()
    away = closed.with_name("away")
    closed.rename(away)
    for _ in range(2):
        with pytest.raises(StoreError):
            store.make("note", Random(1), lambda *_: None)
        assert store.found() == before
    shutil.rmtree(closed, ignore_errors=True)
    away.rename(closed)
    store.make("note", Random(1), lambda *_: None)
    assert len(store.found()) == len(before) + 1
    store.close()
    assert len(StoreKeeper(closed).found()) == len(before) + 1
