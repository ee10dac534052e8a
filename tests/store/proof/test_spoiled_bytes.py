"""The journal cut at every byte of its last changes, one bit flipped anywhere: noticed, never silently something else."""

import os
import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from folder_left import JOURNAL, SNAPSHOT, leave
from keeper import StockKeeper, StoreKeeper

from advisory.store import DamagedError, StoreError
from advisory.store.disk import history, journal, row, snapshot

FLIPS = 400
CUT_CHANGES = 3


@pytest.fixture
def left(tmp_path, monkeypatch):
    """The folder, and the truth after each change."""
    return tmp_path / "left", leave(tmp_path / "left", monkeypatch)


def cut(left, monkeypatch, *, every_byte):
    folder, truths = left
    data = (folder / JOURNAL).read_bytes()
    ends = [end + 1 for end, byte in enumerate(data) if byte == ord("\n")]
    last = range(ends[-2], len(data))
    earlier = range(ends[-1 - CUT_CHANGES], ends[-2])
    copy = folder.with_name("cut")
    counts = Counter(cuts=0)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)  # looking at a cut need not outlive a power cut
    for at in [*(earlier if every_byte else earlier[::13]), *last]:
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        shutil.copyfile(folder / SNAPSHOT, copy / SNAPSHOT)
        (copy / JOURNAL).write_bytes(data[:at])
        store = StoreKeeper(copy)
        truth = truths[len(truths) - 1 - sum(end > at for end in ends)]
        assert (store.seq, store.found()) == (truth.seq, truth.now), at
        assert ("is incomplete" in "".join(store.store.notices)) == (at not in ends), at
        torn = [path.read_bytes() for path in copy.glob("backups/torn-*")]
        assert torn == ([data[max(end for end in ends if end <= at) : at]] if at not in ends else []), at
        store.abandon()
        counts["cuts"] += 1
    return counts


def test_the_last_changes_cut_at_every_byte(left, monkeypatch):
    assert cut(left, monkeypatch, every_byte=False)["cuts"] > 400


@pytest.mark.proof
def test_the_last_three_changes_cut_at_every_byte(left, monkeypatch, figures):
    figures("Tails", cut(left, monkeypatch, every_byte=True))


def flip(folder, truth, keeper, flips, seed):
    """What became of each flip; `silent` are those nobody was told of."""
    chance = Random(seed)
    names = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size]
    names = [name for name in names if name.parts[0] in {SNAPSHOT, JOURNAL, history.FOLDER}]
    counts = Counter(dict.fromkeys(("flips", "refused", "told", "harmless", "silent"), 0))
    copy, first = folder.with_name("flipped"), ""
    for _ in range(flips):
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        name = chance.choice(names)
        data = bytearray((copy / name).read_bytes())
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        data[at] ^= 1 << bit
        (copy / name).write_bytes(data)
        outcome = _look(copy, truth, keeper, name)
        counts[outcome] += 1
        counts["flips"] += 1
        if outcome == "silent":
            first = first or f"{name}, byte {at}, bit {bit}: {bytes(data[max(at - 30, 0) : at + 30])!r}"
    return counts, first


def _look(folder: Path, truth, keeper, name: Path):
    try:
        store = keeper(folder)
        found, seqs = store.found(), None
    except (StoreError, ValueError):
        return "refused"
    try:
        seqs = store.look_back()
    except DamagedError:
        return "told" if found == truth.now else "silent"
    except ValueError:  # a traceback tells nobody what to do
        return "silent"
    finally:
        told = keeper is StoreKeeper and bool(store.store.notices)
        store.abandon()
    if told:
        return "told"
    is_whole = keeper is not StoreKeeper or seqs == list(range(truth.seq, 0, -1))
    return "harmless" if found == truth.now and is_whole else "silent"


def need_none_silent(left, flips, figures, seed=1):
    folder, truths = left
    counts, first = flip(folder, truths[-1], StoreKeeper, flips, seed)
    figures("Bits flipped", counts)
    assert counts["silent"] == 0, (counts, first)
    assert counts["refused"] > flips / 4


def test_one_flipped_bit_is_never_silently_wrong(left, figures):
    need_none_silent(left, FLIPS, figures)


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(10, 14))
def test_thousands_of_flipped_bits_are_never_silently_wrong(left, figures, seed):
    need_none_silent(left, 2500, figures, seed)


def test_our_store_without_its_checksums_is_caught(left, monkeypatch):
    for reader in (journal, history):
        monkeypatch.setattr(reader, "read_line", lambda data, seed=None: row.read_line(data))
    monkeypatch.setattr(snapshot, "fits", lambda _data: True)
    folder, truths = left
    silent = flip(folder, truths[-1], StoreKeeper, 100, 1)[0]["silent"]
    assert silent > 3  # 6 to 18, by the seed


def test_tinydb_as_it_comes_is_caught(tmp_path, monkeypatch):
    truths = leave(tmp_path / "left", monkeypatch, StockKeeper)
    assert flip(tmp_path / "left", truths[-1], StockKeeper, 100, 1)[0]["silent"] > 10


def test_tinydb_as_it_comes_is_caught_by_a_cut(tmp_path, monkeypatch):
    leave(tmp_path / "left", monkeypatch, StockKeeper)
    path = tmp_path / "left" / SNAPSHOT
    data = path.read_bytes()
    for at in range(len(data) - 20, len(data)):
        path.write_bytes(data[:at])
        store = StockKeeper(tmp_path / "left")
        with pytest.raises(ValueError, match="line 1"):
            store.found()
        store.abandon()
