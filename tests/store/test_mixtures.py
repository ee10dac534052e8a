"""Snapshot, journal, history and backups, each as of another moment: repair loses nothing of it, and none of it is silent."""

import os
import random
import shutil

import msgspec
import pytest
from folder_case import NOW, abandon
from mixture_case import Told, lay_out, recorded, records_of

from advisory.store import DamagedError, Store
from advisory.store.disk import packed
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    for name in ("fsync", "fdatasync"):  # hundreds of folders in turn, and nobody needs them on the disk
        monkeypatch.setattr(os, name, lambda _descriptor: None, raising=False)


def _hold(mixture, folder, truth, *, is_restored=False):
    """Whatever the mixture, repair ends with all that the whole changes tell, and with what stands behind a gap."""
    lay_out(mixture, folder)
    told = Told(mixture)
    findings = [finding for finding in examine(folder).findings if not finding.is_advice]
    opened, notices = _opened(folder)
    complete = opened == truth[told.whole_until] and not told.after_a_gap
    assert complete or findings
    assert complete or opened is None or notices
    asked = []
    repaired = repair(folder, NOW, lambda question: asked.append(question) is None)
    assert bool(repaired.done) == bool(findings)
    after, _ = _opened(folder)
    others = [_restored(folder, path) for path in folder.glob("backups/other-*.json*")]
    if others:  # the line of the restore is missing, so that nobody can tell how the two belong together
        assert is_restored
        assert asked
        assert truth[told.whole_until] in (after, *others)
    elif not told.after_a_gap:
        assert after == truth[told.whole_until]
    else:
        later = dict(told.later_documents())
        for record_id, record in truth[told.whole_until].items():
            assert record_id in later or after[record_id] == record
        kept = b"".join(packed.read(path) for path in (folder / "backups").iterdir())
        for record_id, document in later.items():
            record = msgspec.json.decode(msgspec.json.encode(after.get(record_id)))
            if not (record and record.items() >= document.items()):
                # a restore gave its id again, so that nobody can tell: it is kept as it was, and that is said
                assert is_restored
                assert msgspec.json.encode(document) in kept
                assert any("come from different histories" in str(finding) for finding in findings)
    assert all(finding.is_advice for finding in examine(folder).findings)
    assert repair(folder, NOW, pytest.fail).done == ()


def _opened(folder):
    try:
        store = Store.open(folder)
    except DamagedError:
        return None, ()
    records, notices = records_of(store), store.notices
    abandon(store)
    return records, notices


def _restored(folder, path):
    """The records in a copy, as a restore into a folder of its own brings them back."""
    aside = folder.with_name("aside")
    shutil.rmtree(aside, ignore_errors=True)
    restore(aside, path, NOW)
    return _opened(aside)[0]


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    place = tmp_path_factory.mktemp("runs")
    return [recorded(place / f"run-{with_restore}", with_restore=with_restore) for with_restore in (False, True)]


@pytest.mark.parametrize("share", [0, *(pytest.param(share, marks=pytest.mark.every) for share in range(1, 4))])
def test_nothing_readable_is_lost_of_parts_from_different_moments(runs, share, tmp_path):
    chance = random.Random(share)
    for run in runs:
        for mixture in chance.sample(run.mixtures(), 40):
            _hold(mixture, tmp_path / "home", run.truth, is_restored=run.is_restored)


@pytest.mark.proof
def test_nothing_readable_is_lost_of_any_mixture(runs, tmp_path, figures):
    count = 0
    for run in runs:
        for mixture in run.mixtures():
            _hold(mixture, tmp_path / "home", run.truth, is_restored=run.is_restored)
            count += 1
    assert count > 4000
    figures("parts from different moments", {"mixtures repaired": count, "lost or silent": 0})
