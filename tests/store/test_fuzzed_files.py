"""Files spoiled in any way: opened, or refused in a sentence; never a traceback, never silently something else."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from examples import some
from folder_case import NOW, abandon, add_check_in, filled
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.model import KINDS
from advisory.store import Store, StoreError

PIECES = [
    b"",
    b"\n",
    b"{",
    b"}",
    b'"',
    b",",
    b"null",
    b"-1",
    b"\0",
    b"\xff",
    b"\r\n",
    b'"1":',
    b"[[[",
    b"1e999",
    b"\\ud800",
]
SPOILS = st.lists(
    st.tuples(
        st.sampled_from(["snapshot", "journal", "history"]),
        st.floats(0, 1),
        st.integers(0, 60),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=3,
)
NAMES = {"snapshot": "advisory.json", "journal": "advisory.journal.jsonl", "history": "history/2026-11.jsonl"}


@pytest.fixture(scope="module")
def files(tmp_path_factory):  # never run: for a slow proof
    folder = tmp_path_factory.mktemp("data")
    filled(folder, 2).close()
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "In the journal")
    abandon(store)
    return {name: (folder / name).read_bytes() for name in NAMES.values()}, [store.all(kind) for kind in KINDS]


@pytest.mark.slow
@settings(max_examples=some(200), deadline=None)
@given(spoils=SPOILS)
def test_spoiled_files_are_opened_or_refused(files, spoils):
    held, truth = files
    held = dict(held)
    for which, where, length, piece in spoils:
        data = held[NAMES[which]]
        at = int(where * len(data))
        held[NAMES[which]] = data[:at] + piece + data[at + length :]
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        (folder / "history").mkdir()
        for name, data in held.items():
            (folder / name).write_bytes(data)
        try:
            store = Store.open(folder)
        except StoreError:
            assert {name: (folder / name).read_bytes() for name in held} == held
            return
        if not store.notices:
            assert [store.all(kind) for kind in KINDS] == truth
        with contextlib.suppress(StoreError):
            assert len([undone for undone in (store.undo(NOW) for _ in range(6)) if undone]) < 6
        store.close()
        Store.open(folder).close()
