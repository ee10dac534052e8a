"""History that was cut, emptied or deleted: doctor and undo tell the gap, repair fills it where backups can."""

import os
import shutil

import pytest
from folder_case import NOW, abandon, add_check_in, add_student, bytes_of, filled
from golden_story import GOLDEN

from advisory.store import Refused, Store, StoreError
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

HISTORY = "history/2026-11.jsonl"


@pytest.fixture
def home(tmp_path):
    """Seven changes in four saves: all of them in the snapshot and in history."""
    folder = tmp_path / "home"
    filled(folder).close()
    for name in ("Ben", "Cleo", "Dan"):
        store = Store.open(folder)
        with store.change("Add", NOW) as change:
            add_student(change, name)
        store.close()
    folder.chmod(0o700)
    assert examine(folder).findings == ()
    return folder


def cut(folder):
    os.truncate(folder / HISTORY, 900)


def cut_at_a_row(folder):
    data = (folder / HISTORY).read_bytes()
    os.truncate(folder / HISTORY, data.rindex(b'{"journal"'))


def fill_with_garbage(folder):
    (folder / HISTORY).write_bytes(bytes(range(128, 256)) * 9)


def delete(folder):
    (folder / HISTORY).unlink()


def delete_all(folder):
    shutil.rmtree(folder / "history")


def empty(folder):
    os.truncate(folder / HISTORY, 0)


LOSSES = [cut, cut_at_a_row, fill_with_garbage, delete, delete_all, empty]


@pytest.mark.parametrize("lose", LOSSES)
def test_a_gap_is_a_finding_and_told_at_undo(home, lose):
    lose(home)
    before = bytes_of(home)
    (finding,) = examine(home).findings
    assert bytes_of(home) == before
    assert not finding.is_advice
    assert "history: it does not hold change 7, so that and what was changed before it can't be undone" in str(finding)
    store = Store.open(home)
    with pytest.raises(StoreError, match=r"history"):
        store.undo(NOW)
    abandon(store)


@pytest.mark.parametrize("lose", [delete, empty, cut_at_a_row])
def test_the_sentence_at_undo_names_the_change(home, lose):
    lose(home)
    store = Store.open(home)
    with pytest.raises(
        Refused, match=r"history does not hold change 7 any more, so that and what was changed before it"
    ):
        store.undo(NOW)
    assert store.redo(NOW) is None
    abandon(store)


@pytest.mark.parametrize("name", ["2026-11.jsonl", "2026-10.jsonl"])
def test_undo_does_not_call_a_hidden_file_of_history_lost(home, name):
    if name == "2026-10.jsonl":  # the first changes were in it
        path = home / HISTORY
        path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[5:]))
        shutil.rmtree(home / "backups")
    else:
        delete(home)
    (home / "history" / name).mkdir()
    store = Store.open(home)
    while store.seq < 10 and name == "2026-10.jsonl":
        store.undo(NOW)
    with pytest.raises(Refused, match=r"^a file of history can't be read now, and no other holds change \d, so"):
        store.undo(NOW)
    abandon(store)


@pytest.mark.parametrize("lose", LOSSES)
def test_repair_takes_from_backups_what_they_tell(home, lose):
    lose(home)
    done = repair(home, NOW, pytest.fail).done
    assert any("history" in sentence for sentence in done)
    assert [one for one in examine(home).findings if not one.is_advice] == []
    assert repair(home, NOW, pytest.fail).done == ()
    store = Store.open(home)
    assert [change.seq for change in store.changes()][:3] == [7, 6, 5]
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    assert store.undo(NOW).what == "Check-in"
    assert store.undo(NOW).what == "Add"
    store.close()


def test_what_no_file_has_is_written_down_as_missing(home):
    delete(home)
    shutil.rmtree(home / "backups")
    (home / "history").mkdir(exist_ok=True)
    assert len(examine(home).findings) == 1
    assert "history goes on without change 7 and what was before it" in repair(home, NOW, pytest.fail).done[0]
    assert all(one.is_advice for one in examine(home).findings)
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    store.close()
    assert [change.seq for change in Store.open(home).changes()] == [8]


def test_a_gap_is_still_told_when_changes_have_followed(home):
    delete(home)
    store = Store.open(home)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    store.close()
    (finding,) = examine(home).findings
    assert "it does not hold change 7" in str(finding)
    store = Store.open(home)
    assert store.undo(NOW).what == "Check-in"
    with pytest.raises(Refused, match="history does not hold change 7"):
        store.undo(NOW)
    abandon(store)


def test_a_torn_row_behind_all_changes_stays_advice(home):
    with (home / HISTORY).open("ab") as file:
        file.write(b'{"seq":8,"at"')
    (finding,) = examine(home).findings
    assert finding.is_advice
    assert "the next save cuts it off by itself" in str(finding)


def in_order(folder):
    folder.chmod(0o700)
    assert [str(one) for one in examine(folder).findings] == []
    store = Store.open(folder)
    abandon(store)


def test_a_folder_that_never_had_a_history_is_in_order(home, tmp_path):
    lone = tmp_path / "lone"
    lone.mkdir(mode=0o700)
    shutil.copy(home / "advisory.json", lone)
    (lone / "advisory.json").chmod(0o600)
    in_order(lone)
    store = Store.open(lone)
    assert store.undo(NOW) is None
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    store.close()
    in_order(lone)


def test_a_folder_restored_into_is_in_order(home, tmp_path):
    fresh = tmp_path / "fresh"
    restore(fresh, home / "advisory.json", NOW)
    in_order(fresh)
    restore(home, min((home / "backups").glob("advisory-*.json.gz")), NOW)
    in_order(home)
    Store.open(tmp_path / "new").close()
    in_order(tmp_path / "new")


@pytest.mark.parametrize("schema", [1, 2, 3, 4, 5])
def test_a_folder_of_an_older_version_is_in_order(schema, tmp_path):
    folder = tmp_path / "home"
    shutil.copytree(GOLDEN / f"schema-{schema}", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    in_order(folder)
    Store.open(folder).close()
    in_order(folder)
