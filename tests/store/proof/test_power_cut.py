"""The power goes: of every state that a disk may be left in, nothing acknowledged is lost and nothing is half there."""

import errno
import os
import shutil
from collections import Counter
from random import Random

import pytest
from keeper import VERBS, CachingKeeper, StockKeeper, StoreKeeper
from power_cut import ORDERED, POSIX, final, states
from recorder import ACKNOWLEDGE, BEGIN, Recorder, open_tapped
from system_call import CHANGING, tapped
from truth import Step, Truth

from advisory.store import StoreError, WriteError
from advisory.store.disk.files import make_folder
from advisory.store.disk.open_folder import saving

SYNCS = ("fsync", "fdatasync")


class Run:
    """What was asked of the disk in a run, and the truth after each of its changes."""

    def __init__(self, folder, keeper, changes, seed, monkeypatch):
        monkeypatch.setattr(saving, "LARGEST_JOURNAL", 9000)  # a snapshot every few changes
        monkeypatch.setattr("tinydb.storages.open", open_tapped, raising=False)
        self.keeper = keeper
        self.truths = [Truth()]
        self.recorder = Recorder(folder)
        chance = Random(seed)
        with tapped(self.recorder, CHANGING):
            for part in range(3):
                store = keeper(folder / "data")
                for _ in range(changes // 3):
                    self._change(store, chance)
                if part == 0:
                    store.abandon()
                else:
                    store.close()
        self.left = {
            str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))
        }

    def _change(self, store, chance):
        self.recorder.say(BEGIN)
        if isinstance(store, StoreKeeper) and chance.random() < 0.2 and self.truths[-1].done:
            store.undo()
            self.truths.append(self.truths[-1].after(Step(store.seq, {}, "undo")))
        else:
            announce = lambda _seq, documents: self.truths.append(  # noqa: E731 - said once
                self.truths[-1].after(Step(len(self.truths), documents))
            )
            store.make(chance.choice(VERBS), chance, announce)
        self.recorder.say(ACKNOWLEDGE)


def look(keeper, truths, state, root, *, goes_on):
    """What is wrong with what is found; None when nothing is."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    state.put(root)
    allowed = truths[state.acknowledged : state.begun + 1]
    try:
        store = keeper(root / "data")
        found = store.found()
    except (StoreError, ValueError):
        return "does not open"
    except Exception as error:  # noqa: BLE001 - a person would see a traceback
        return f"traceback: {error!r}"
    truth = next((truth for truth in allowed if truth.now == found), None)
    if truth is None:
        store.abandon()
        return "lost" if found in [truth.now for truth in truths] else "half applied"
    if keeper is StoreKeeper:
        wrong = _look_further(store, truth, root / "data", goes_on=goes_on)
        if wrong:
            return wrong
    store.abandon()
    return None


def _look_further(store, truth, folder, *, goes_on):
    try:
        if (store.seq, store.look_back()) != (truth.seq, list(range(truth.seq, 0, -1))):
            return "history lost"
    except StoreError:
        return "history lost"
    if goes_on:
        store.make("add", Random(1), lambda _seq, documents: None)
        found = store.found()
        store.close()
        again = StoreKeeper(folder)
        if again.found() != found:
            return "does not go on"
        try:
            if again.look_back() != list(range(truth.seq + 1, 0, -1)):
                return "history lost later"
        except StoreError:
            return "history lost later"
        again.abandon()
    return None


def cut_power(run, root, model, most_each, seed=1):
    """How many states there were, and what was wrong with how many of them."""
    counts = Counter(states=0)
    first = ""
    with tapped(lambda *_: None, SYNCS):  # looking at a state need not outlive a power cut
        for state in states(run.recorder.events, model, seed, most_each):
            wrong = look(run.keeper, run.truths, state, root, goes_on=counts["states"] % 3 == 0)
            counts["states"] += 1
            if wrong:
                counts[wrong] += 1
                first = first or f"{wrong} before event {state.event}: {run.recorder.events[state.event - 1 :][:2]}"
    return counts, first


def need_none_lost(run, root, model, most_each, figures):
    counts, first = cut_power(run, root, model, most_each)
    figures(f"Power cuts, {model}", {**counts, "faults": sum(counts.values()) - counts["states"]})
    assert set(counts) == {"states"}, (counts, first)
    return counts["states"]


def test_a_file_made_by_a_change_that_failed_has_its_name_when_the_next_one_is_saved(tmp_path):
    (tmp_path / "run").mkdir()
    recorder, truths, full = Recorder(tmp_path / "run"), [Truth()], [True]

    def fails_once(name, call, args):
        if name == "write" and full:
            full.clear()
            raise OSError(errno.ENOSPC, "No space left on device")
        return recorder(name, call, args)

    with tapped(fails_once, CHANGING):
        store = StoreKeeper(tmp_path / "run/data")
        with pytest.raises(WriteError):
            store.make("add", Random(1), lambda *_: None)
        recorder.say(BEGIN)
        store.make("add", Random(1), lambda seq, documents: truths.append(truths[-1].after(Step(seq, documents))))
        recorder.say(ACKNOWLEDGE)
    for state in states(recorder.events, POSIX, 1, 20):
        assert look(StoreKeeper, truths, state, tmp_path / "cut", goes_on=False) is None, state


def test_a_torn_file_of_a_killed_program_has_its_name_when_the_next_change_is_saved(tmp_path):
    (tmp_path / "run").mkdir()
    recorder, truths = Recorder(tmp_path / "run"), [Truth()]
    with tapped(recorder, CHANGING):
        make_folder(tmp_path / "run/data/backups")
        descriptor = os.open(tmp_path / "run/data/advisory.journal.jsonl", os.O_CREAT | os.O_WRONLY)
        os.write(descriptor, b'{"journal":1,')
        os.close(descriptor)
        store = StoreKeeper(tmp_path / "run/data")
        recorder.say(BEGIN)
        store.make("add", Random(1), lambda seq, documents: truths.append(truths[-1].after(Step(seq, documents))))
        recorder.say(ACKNOWLEDGE)
    for state in states(recorder.events, POSIX, 1, 20):
        assert look(StoreKeeper, truths, state, tmp_path / "cut", goes_on=False) is None, state


def test_the_recorder_misses_nothing(tmp_path, monkeypatch):
    run = Run(tmp_path, StoreKeeper, 30, 1, monkeypatch)
    assert final(run.recorder.events) == run.left


@pytest.mark.parametrize("model", [POSIX, ORDERED])
def test_nothing_acknowledged_is_lost(tmp_path, monkeypatch, figures, model):
    (tmp_path / "run").mkdir()
    run = Run(tmp_path / "run", StoreKeeper, 24, 1, monkeypatch)
    assert need_none_lost(run, tmp_path / "cut", model, 12, figures) > 300


@pytest.mark.proof
@pytest.mark.parametrize("model", [POSIX, ORDERED])
@pytest.mark.parametrize("seed", range(4))
def test_nothing_acknowledged_is_lost_in_thousands(tmp_path, monkeypatch, figures, model, seed):
    (tmp_path / "run").mkdir()
    run = Run(tmp_path / "run", StoreKeeper, 45, 10 + seed, monkeypatch)
    assert need_none_lost(run, tmp_path / "cut", model, 150, figures) > 2000


@pytest.mark.parametrize("keeper", [StockKeeper, CachingKeeper])
def test_tinydb_as_it_comes_is_caught(tmp_path, monkeypatch, keeper):
    (tmp_path / "run").mkdir()
    run = Run(tmp_path / "run", keeper, 12, 1, monkeypatch)
    counts, _ = cut_power(run, tmp_path / "cut", ORDERED, 6)
    assert counts["lost"] + counts["does not open"] > counts["states"] / 10


def test_our_store_without_its_syncs_is_caught(tmp_path, monkeypatch):
    for sync in SYNCS:
        monkeypatch.setattr(os, sync, lambda _descriptor: None)
    (tmp_path / "run").mkdir()
    run = Run(tmp_path / "run", StoreKeeper, 12, 1, monkeypatch)
    run.recorder.events = [event for event in run.recorder.events if not event.verb.startswith("sync")]
    counts, _ = cut_power(run, tmp_path / "cut", ORDERED, 6)
    assert counts["lost"] + counts["does not open"] > counts["states"] / 10
