"""Each system call fails in turn: the change is refused aloud and is nowhere, all before it stays, and the next goes on."""

import errno
import shutil
from collections import Counter
from random import Random

import pytest
from fault import CALLS, ERRORS, Fault
from folder_left import leave
from keeper import StoreKeeper
from system_call import tapped
from truth import Step, Truth

from advisory.store import StoreError
from advisory.store.disk.open_folder import saving

VERBS = ("add", "undo", "shrink", "close", "note", "undo", "redo", "remove", "many", "note")


class Sitting:
    """A store in use while calls fail, beside the truth."""

    def __init__(self, folder, truth):
        self.folder, self.truth, self.chance = folder, truth, Random(1)
        self.store = StoreKeeper(folder)
        self.refused = self.stuck = 0
        self._may_be_stuck = []

    def do(self, verb):
        """One thing; what is refused has changed nothing that can be seen."""
        pending = []
        try:
            if verb == "close":
                self.store.close()
                self.open_again()
            elif verb in {"undo", "redo"}:
                pending.append(Step(self.store.seq + 1, {}, verb))
                if not (self.store.undo if verb == "undo" else self.store.redo)():
                    pending.clear()
            else:
                self.store.make(verb, self.chance, lambda seq, documents: pending.append(Step(seq, documents)))
        except StoreError:
            self.refused += 1
            self._may_be_stuck += filter(self.truth.allows, pending)
        else:
            for step in pending:
                self.truth = self.truth.after(step)
                self._may_be_stuck = []
        assert self.store.found() == self.truth.now, verb

    def open_again(self):
        """As after a restart: a disk that took a write, and then neither synced it nor let it be taken back, still has it."""
        self.store.abandon()
        self.store = StoreKeeper(self.folder)
        for step in self._may_be_stuck:
            if self.store.seq == step.seq and self.store.found() == self.truth.after(step).now:
                self.truth = self.truth.after(step)
                self.stuck += 1
                break
        self._may_be_stuck = []


def sit_through(left, copy, fault):
    """How many things were refused; everything else is asserted."""
    folder, truth = left
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    sitting = Sitting(copy, truth)
    with tapped(fault, CALLS):
        for verb in VERBS:
            sitting.do(verb)
        fault.is_lifted = True
        if sitting.store.store._ledger._is_closed or sitting.store.store.is_read_only:
            sitting.open_again()
        refused = sitting.refused
        for verb in ("note", "undo", "add", "close"):
            sitting.do(verb)
        assert sitting.refused == refused, "it goes on once there is room"
    again = StoreKeeper(copy)
    assert again.found() == sitting.truth.now
    assert (again.seq, again.look_back()) == (sitting.truth.seq, list(range(again.seq, 0, -1)))
    again.abandon()
    return {"refusals": refused, "stuck on a disk that fails for good": sitting.stuck}


def sweep(left, copy, monkeypatch, step, figures):
    monkeypatch.setattr(saving, "LARGEST_JOURNAL", 12_000)
    dry = Fault(0, 0, lasts=False, is_short=False)
    dry.is_lifted = True
    sit_through(left, copy, dry)
    counts = Counter(dict.fromkeys(("failing calls", "refusals", "stuck on a disk that fails for good"), 0))
    number = 0
    for error in ERRORS:
        for lasts in (False, True):
            for is_short in (False, True):
                number += 1
                for at in range(1 + number % step, dry.count + 1, step):
                    fault = Fault(at, error, lasts=lasts, is_short=is_short)
                    try:
                        counts.update(sit_through(left, copy, fault))
                    except AssertionError as wrong:
                        raise AssertionError(
                            f"call {at} ({fault.name}), {error=} {lasts=} {is_short=}: {wrong}"
                        ) from wrong
                    counts["failing calls"] += 1
    figures("Failing disk", counts)
    assert counts["refusals"] > counts["failing calls"] / 4


@pytest.fixture
def left(tmp_path, monkeypatch):
    return tmp_path / "left", leave(tmp_path / "left", monkeypatch)[-1]


@pytest.mark.slow
def test_any_call_may_fail(left, tmp_path, monkeypatch, figures):
    sweep(left, tmp_path / "copy", monkeypatch, 17, figures)


@pytest.mark.proof
def test_every_call_may_fail(left, tmp_path, monkeypatch, figures):
    sweep(left, tmp_path / "copy", monkeypatch, 1, figures)


def test_a_store_may_be_begun_while_calls_fail(tmp_path):
    for at in range(1, 40):
        fault = Fault(at, errno.ENOSPC, lasts=True, is_short=True)
        folder = tmp_path / str(at)
        with tapped(fault, CALLS):
            sitting = None
            try:
                sitting = Sitting(folder, Truth())
                for verb in ("add", "note", "close"):
                    sitting.do(verb)
            except StoreError:
                pass
            fault.is_lifted = True
            sitting = sitting or Sitting(folder, Truth())
            sitting.open_again()
            sitting.do("add")
