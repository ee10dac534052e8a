"""Pipes and folders where files should be: never opened, told, and moved away by repair; everything else opens."""

import os
import signal
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from folder_case import NOW, abandon, add_student, filled, lines_of

from advisory.store import DamagedError, Drafts, Refused, Store, StoreError, Unwritable, write_file
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

if sys.platform == "win32":
    pytest.skip("Windows has no pipes in folders", allow_module_level=True)

READ_ON = ("advisory.journal.jsonl", "advisory.lock")
"""What reading can do without; what is new can't be written then."""
OPEN = (
    "advisory.last", "advisory.unwritten.txt", "settings.json", "history/2026-11.jsonl", "history", "drafts", "backups", "drafts/check_in-s0000001.json",
    "backups/advisory-2026-11-22-0000001.json.gz", ".advisory.json.1-1.tmp",
)  # fmt: skip
"""What changes can do without."""
MAKE = {
    "pipe": os.mkfifo,
    "folder": lambda path: path.mkdir(mode=0o700),
    "broken link": lambda path: path.symlink_to(path.parent / "nowhere"),
    "loop": lambda path: path.symlink_to(path.name),
}
LOOKS = {"pipe": Path.is_fifo, "folder": Path.is_dir, "broken link": Path.is_symlink, "loop": Path.is_symlink}


@pytest.fixture(autouse=True)
def _no_waiting():
    """Whoever opens a pipe waits for its other end: the test then fails instead of hanging."""
    signal.signal(signal.SIGALRM, lambda *_args: pytest.fail("it waits for a pipe"))
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    filled(folder, 3).close()
    Drafts(folder).save("check_in", "s0000001", {"text": "Half"}, NOW)
    return folder


def put(folder, name, thing):
    """Put something else in the place of a file or a folder."""
    path = folder / name
    if path.exists():
        path.rename(folder.parent / f"was-{path.name}")
    path.parent.mkdir(mode=0o700, exist_ok=True)
    MAKE[thing](path)
    return path


def findings(folder):
    return [finding for finding in examine(folder).findings if not finding.is_advice]


@pytest.mark.parametrize("thing", MAKE)
@pytest.mark.parametrize("name", [*READ_ON, *OPEN])
def test_everything_else_opens_and_doctor_tells_and_moves_it_away(home, name, thing):
    if thing == "folder" and name in {"history", "drafts", "backups"}:
        return  # as it should be
    if thing != "folder" and name == "advisory.unwritten.txt":
        return  # a close that went well deletes it
    path = put(home, name, thing)
    store = Store.open(home)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    assert store.check_ins_of("s0000001")[-1].line == "Line 2"
    for read in (store.changes, lambda: store.edits_of("s0000001")):
        with pytest.raises(DamagedError, match="can't be read") if name == "history" else nullcontext():
            list(read())
    drafts = Drafts(home)
    drafts.all()
    assert any(path.name in notice for notice in drafts.notices) == name.startswith("drafts/")
    if name in READ_ON:
        assert any(path.name in notice and "not a file" in notice for notice in store.notices)
        with pytest.raises(Refused, match="moves it away"), store.change("Add", NOW) as change:
            add_student(change)
    else:
        with store.change("Add", NOW) as change:
            add_student(change)
    store.close()
    (finding,) = findings(home)
    assert finding.file == name
    assert "was not opened" in finding.what
    repair(home, NOW, lambda _question: True)
    assert findings(home) == []
    moved = home / ("odd-backups" if name == "backups" else f"backups/odd-{path.name}")
    assert LOOKS[thing](moved)
    again = Store.open(home)
    with again.change("Add", NOW) as change:
        add_student(change)
    assert lines_of(again) == ["Line 0", "Line 1", "Line 2"]
    again.close()


@pytest.mark.parametrize("thing", MAKE)
def test_without_a_snapshot_a_start_is_refused_in_a_sentence_and_repair_takes_a_copy(home, thing):
    store = Store.open(home)
    with store.change("Add", NOW) as change:
        add_student(change)
    store.close()
    put(home, "advisory.json", thing)
    with pytest.raises(StoreError, match=r"advisory\.json can't be used: it is not a file.*`advisory doctor`"):
        Store.open(home)
    assert [finding.file for finding in findings(home)] == ["advisory.json", "advisory.json"]
    repair(home, NOW, lambda _question: True)
    assert findings(home) == []
    assert lines_of(Store.open(home)) == ["Line 0", "Line 1", "Line 2"]


def test_a_pipe_that_comes_while_the_store_is_open_is_told(home):
    store = Store.open(home)
    (home / "advisory.journal.jsonl").unlink()
    os.mkfifo(home / "advisory.journal.jsonl")
    with pytest.raises(StoreError), store.change("Add", NOW) as change:
        add_student(change)
    assert lines_of(store) == ["Line 0", "Line 1", "Line 2"]
    abandon(store)


@pytest.mark.parametrize("thing", ["broken link", "loop"])
def test_a_second_broken_link_of_the_same_name_takes_another_place(home, thing):
    for _ in range(2):
        put(home, "settings.json", thing)
        repair(home, NOW, lambda _question: True)
    assert sorted(path.name for path in (home / "backups").glob("odd-*")) == [
        "odd-settings.json",
        "odd-settings.json-2",
    ]


@pytest.mark.parametrize("thing", ["broken link", "loop"])
def test_nothing_is_restored_over_a_link_that_leads_nowhere(home, tmp_path, thing):
    store = Store.open(home)
    store.back_up(tmp_path / "usb.json")
    store.close()
    path = put(home, "advisory.json", thing)
    with pytest.raises(Unwritable, match="is a link that leads nowhere"):
        restore(home, tmp_path / "usb.json", NOW)
    assert path.is_symlink()


@pytest.mark.parametrize("force", [True, False])
def test_a_link_to_itself_is_no_place_to_write(tmp_path, force):
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    with pytest.raises(Refused, match=r"loop\.csv"):
        write_file(tmp_path / "loop.csv", b"data", replace=force)
    assert (tmp_path / "loop.csv").is_symlink()
