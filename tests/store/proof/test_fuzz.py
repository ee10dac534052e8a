"""Files spoiled as hypothesis likes: opened or refused, in time; no other exception, and nothing lost without a word."""

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from folder_left import JOURNAL, SNAPSHOT, leave
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keeper import StoreKeeper

from advisory.store import StoreError

HISTORY = "history/2026-11.jsonl"
RUBBISH = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [b"\n", b"\r\n", b"\0", b"{}", b"[[[[", b"null", b"-1", b"1e999", b"\\ud800", b'"1":', b"\xff", b"}"]
    ),
)
PLACE = st.floats(0, 1)
SPOIL = st.one_of(
    st.tuples(st.just("insert"), PLACE, RUBBISH),
    st.tuples(st.just("overwrite"), PLACE, RUBBISH),
    st.tuples(st.just("remove"), PLACE, st.integers(1, 3000)),
    st.tuples(st.just("repeat"), PLACE, st.integers(1, 3000)),
    st.tuples(st.sampled_from(["row gone", "row twice", "rows swapped", "cut"]), PLACE, st.none()),
)
SPOILS = st.lists(st.tuples(st.sampled_from([SNAPSHOT, JOURNAL, HISTORY]), SPOIL), min_size=1, max_size=4)


def spoiled(data, how, where, what):
    """The bytes after one accident."""
    at = int(where * len(data))
    if how == "insert":
        return data[:at] + what + data[at:]
    if how == "overwrite":
        return data[:at] + what + data[at + len(what) :]
    if how == "remove":
        return data[:at] + data[at + what :]
    if how == "repeat":
        return data[: at + what] + data[at:]
    if how == "cut":
        return data[:at]
    rows = data.splitlines(keepends=True) or [b""]
    number = min(int(where * len(rows)), len(rows) - 1)
    if how == "row gone":
        del rows[number]
    elif how == "row twice":
        rows.insert(number, rows[number])
    else:
        rows[number], rows[-1] = rows[-1], rows[number]
    return b"".join(rows)


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("fuzz") / "left"
        truths = leave(folder, patch)
    return folder, truths


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


def look(left, spoils):
    folder, truths = left
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / "data"
        shutil.copytree(folder, copy)
        for name, (how, where, what) in spoils:
            (copy / name).write_bytes(spoiled((copy / name).read_bytes(), how, where, what))
        before = contents(copy)
        try:
            store = StoreKeeper(copy)
        except StoreError as refusal:
            store, sentence = None, str(refusal)
        if store is None:
            assert contents(copy) == before, "refused, and untouched"
            assert len(sentence) > 40
            return
        found = store.found()
        # whole lines that are gone from the end leave an older state, exact, and no trace: as with SQLite's WAL
        assert store.store.notices or found == truths[store.seq].now
        seqs = []
        with contextlib.suppress(StoreError):
            seqs = store.look_back()
            assert seqs == list(range(store.seq, store.seq - len(seqs), -1))
        with contextlib.suppress(StoreError):
            store.undo()
        found = store.found()
        store.close()
        again = StoreKeeper(copy)
        assert again.found() == found
        again.abandon()


QUIETLY = {"deadline": 5000, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}


@settings(max_examples=200, **QUIETLY)
@given(spoils=SPOILS)
def test_spoiled_files_are_opened_or_refused(left, spoils):
    look(left, spoils)


@pytest.mark.proof
@settings(max_examples=5000, **QUIETLY)
@given(spoils=SPOILS)
def test_thousands_of_spoiled_files_are_opened_or_refused(left, spoils):
    look(left, spoils)
