"""The power goes while a folder of an older schema is brought to the present one: it opens afterwards, with everything in it."""

import os
from pathlib import Path

import pytest
from keeper import StoreKeeper
from power_cut import ORDERED, POSIX, states
from recorder import Recorder
from system_call import CHANGING, tapped

from advisory.store.disk import files

GOLDEN = Path(__file__).parents[1] / "golden"
OLDER = sorted(path.name for path in GOLDEN.glob("schema-*"))[:-1]


def bring(source, target):
    """Copy a folder through calls that are recorded, each file and name synced."""
    for path in (source, *sorted(source.rglob("*"))):
        place = target / path.relative_to(source)
        if path.is_dir():
            files.make_folder(place)
        else:
            descriptor = os.open(place, os.O_WRONLY | os.O_CREAT, 0o600)
            files.write_all(descriptor, path.read_bytes())
            os.fsync(descriptor)
            os.close(descriptor)
            files.sync_folder(place.parent)


@pytest.mark.parametrize("model", [POSIX, ORDERED])
@pytest.mark.parametrize("schema", OLDER)
def test_it_opens_with_everything_in_it(tmp_path, figures, model, schema):
    run = tmp_path / "run"
    run.mkdir()
    recorder = Recorder(run)
    with tapped(recorder, CHANGING):
        bring(GOLDEN / schema, run / "data")
        begun = len(recorder.events)
        store = StoreKeeper(run / "data")
        truth, seq = store.found(), store.seq
        store.abandon()
    assert len(truth) > 3
    count = 0
    for state in states(recorder.events, model, 1, 20):
        if state.event > begun:
            root = tmp_path / "cut" / str(count)
            root.mkdir(parents=True)
            state.put(root)
            store = StoreKeeper(root / "data")
            assert (store.found(), store.seq) == (truth, seq), (state.event, recorder.events[state.event - 1])
            store.abandon()
            count += 1
    figures(f"Power cuts in a migration, {model}", {"states": count, "faults": 0})
    assert count > 30
