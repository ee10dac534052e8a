"""The power goes while a backup is put back: either all is as it was, or all is as in the backup, and it opens."""

import os
from datetime import timedelta
from random import Random

import pytest
from keeper import NOW, StoreKeeper
from power_cut import ORDERED, POSIX, states
from recorder import ACKNOWLEDGE, BEGIN, Recorder
from system_call import CHANGING, tapped

from advisory.store import StoreError
from advisory.store.restore import restore

JOURNAL = "advisory.journal.jsonl"


def changes_left(folder):
    """The last changes are in the journal only."""
    _changes(folder, 2).abandon()


def header_left(folder):
    """The last change was cut off behind the header."""
    _changes(folder, 1).abandon()
    data = (folder / JOURNAL).read_bytes()
    _cut(folder / JOURNAL, data.index(b"\n") + 1)


def spoiled(folder):
    """The journal can't be read; all the more reason to restore."""
    _changes(folder, 2).abandon()
    _overwrite(folder / JOURNAL)


def _changes(folder, count):
    store = StoreKeeper(folder)
    for number in range(count):
        store.make("add", Random(number), lambda *_: None)
    return store


def _cut(path, size):
    descriptor = os.open(path, os.O_RDWR)
    os.ftruncate(descriptor, size)
    os.fsync(descriptor)
    os.close(descriptor)


def _overwrite(path):
    descriptor = os.open(path, os.O_RDWR)
    os.write(descriptor, b"x")
    os.fsync(descriptor)
    os.close(descriptor)


def found(folder):
    """What is there; None when it is refused."""
    try:
        store = StoreKeeper(folder)
    except StoreError:
        return None
    documents = store.found()
    store.abandon()
    return documents


@pytest.mark.parametrize("model", [POSIX, ORDERED])
@pytest.mark.parametrize("left", [changes_left, header_left, spoiled])
def test_a_restore_is_whole_or_not_at_all(tmp_path, figures, model, left):
    run, backup = tmp_path / "run", tmp_path / "usb.json"
    run.mkdir()
    recorder = Recorder(run)
    with tapped(recorder, CHANGING):
        _changes(run / "data", 2).close()
    (store := StoreKeeper(run / "data")).store.back_up(backup)
    store.abandon()
    with tapped(recorder, CHANGING):
        left(run / "data")
        recorder.say(BEGIN)
        begun = len(recorder.events)
        before = None
        restore(run / "data", backup, NOW + timedelta(days=1))
        recorder.say(ACKNOWLEDGE)
    after = found(run / "data")
    assert after is not None
    counts = {"states": 0, "faults": 0}
    wrong = []
    for state in states(recorder.events, model, 1, 30):
        if state.event < begun:
            continue
        root = tmp_path / "cut" / str(counts["states"])
        root.mkdir(parents=True)
        state.put(root)
        there = found(root / "data")
        counts["states"] += 1
        if state.event == begun:
            before = there
        if there != after and (state.acknowledged or there != before):
            wrong.append((state.event, state.acknowledged, recorder.events[state.event - 2 : state.event + 1]))
    figures(f"Power cuts in a restore, {model}", {**counts, "faults": len(wrong)})
    assert wrong == []
