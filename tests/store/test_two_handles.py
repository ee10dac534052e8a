"""Several at once: each sees what the others wrote, nobody's change is lost, and waiting has an end."""

import shutil
import subprocess
import sys

import pytest
from folder_case import NOW, abandon, add_check_in, filled, lines_of

from advisory.model import CheckIn, Student
from advisory.store import Busy, Conflict, DamagedError, Store
from advisory.store.disk import state


@pytest.fixture
def two(tmp_path):
    one = filled(tmp_path)
    two = Store.open(tmp_path)
    yield one, two
    one.close()
    two.close()


def test_each_sees_what_the_other_wrote(two):
    one, other = two
    assert not other.refresh()
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "From one")
    assert other.refresh()
    assert not other.refresh()
    assert lines_of(other)[-1] == "From one"
    assert other.check_ins_of("s0000001")[-1].line == "From one"
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "From the other")
    assert one.refresh()
    assert not one.refresh()
    assert lines_of(one) == lines_of(other)


def test_only_the_new_lines_are_read(two, monkeypatch):
    one, other = two
    kept = other.need(Student, "s0000001")
    monkeypatch.setattr(
        "advisory.store.disk.open_folder.followed.read_state", lambda *_args: pytest.fail("everything was read again")
    )
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "From one")
    assert other.refresh()
    assert lines_of(other)[-1] == "From one"
    assert other.need(Student, "s0000001") is kept


def test_rules_inside_a_change_are_checked_on_what_the_other_wrote(two):
    one, other = two
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "From one")
    with other.change("Check-in", NOW) as change:
        assert change.check_ins_of("s0000001")[-1].line == "From one"
        assert add_check_in(change, "s0000001").id == "c0000005"


def test_an_edit_over_the_others_edit_is_told(two):
    one, other = two
    from msgspec.structs import replace

    shown = other.need(CheckIn, "c0000001")
    with one.change("Edit", NOW) as change:
        change.put(replace(shown, line="From one"))
    with pytest.raises(Conflict) as conflict, other.change("Edit", NOW) as change:
        change.put(replace(shown, line="From the other"), shown=shown)
    assert conflict.value.stored.line == "From one"
    assert lines_of(one) == lines_of(other) == ["From one", "Line 1", "Line 2"]


def test_they_follow_each_other_across_a_snapshot(two):
    one, other = two
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Before the snapshot")
    one.close()
    assert other.refresh()
    assert lines_of(other)[-1] == "Before the snapshot"
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "After the snapshot")
    again = Store.open(other.folder)
    assert lines_of(again) == lines_of(other)
    assert again.notices == ()


def test_the_first_lines_after_a_snapshot_are_read_on(tmp_path):
    filled(tmp_path).close()
    one, other = Store.open(tmp_path), Store.open(tmp_path)
    for number in range(2):
        with one.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", f"New {number}")
        assert other.refresh()
        assert lines_of(other)[-1] == f"New {number}"
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "And back")
    abandon(one)
    abandon(other)
    assert lines_of(Store.open(tmp_path))[-1] == "And back"


def test_a_journal_put_in_place_of_another_is_followed(two):
    one, other = two
    path = other.folder / "advisory.journal.jsonl"
    copy = path.with_name("copy")
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "In the new file")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "After it")
    assert one.refresh()
    assert lines_of(one)[-2:] == lines_of(other)[-2:] == ["In the new file", "After it"]


def test_a_journal_of_the_same_length_put_in_place_of_another_is_read(tmp_path):
    """As when a cloud service brings over the file of another computer."""
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    filled(home).close()
    shutil.copytree(home, elsewhere)
    here, there = Store.open(home), Store.open(elsewhere)
    for store, line in ((here, "Written here"), (there, "Written afar")):
        with store.change("Check-in", NOW) as change:
            add_check_in(change, "s0000001", line)
    (elsewhere / "advisory.journal.jsonl").replace(home / "advisory.journal.jsonl")
    assert here.refresh()
    assert lines_of(here)[-1] == "Written afar"
    with here.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Goes on")
    abandon(here)
    abandon(there)
    assert lines_of(Store.open(home))[-2:] == ["Written afar", "Goes on"]


def test_files_put_back_while_open_are_not_written_over(two):
    one, other = two
    one.close()
    with other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001")
    for name in ("advisory.json", "advisory.journal.jsonl"):
        (other.folder / name).unlink()
    (other.folder / "history/2026-11.jsonl").rename(other.folder / "elsewhere")
    with pytest.raises(DamagedError, match="replaced by older ones"), other.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001")
    assert len(lines_of(other)) == 4


def test_a_waiter_gives_up_with_a_sentence(two):
    one, other = two
    other._ledger.patience = 0.05
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "Slow")
        with pytest.raises(Busy, match="Another advisory has been writing"), other.change("Check-in", NOW):
            pass
        assert not other.refresh()
    assert other.refresh() is True
    assert lines_of(other)[-1] == "Slow"


def test_refresh_does_not_wait_for_a_writer(two):
    one, other = two
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001")
    with one.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001")
        assert not other.refresh()
    assert other.refresh()


def test_files_that_change_while_they_are_read_are_read_again(two, monkeypatch):
    one, other = two
    read, seen = state.read_files, []

    def reading(*args, **options):
        found = read(*args, **options)
        seen.append(found.seq)
        if len(seen) == 1:
            with one.change("Check-in", NOW) as change:
                add_check_in(change, "s0000001", "Meanwhile")
        return found

    monkeypatch.setattr(state, "read_files", reading)
    assert state.read_state(other.folder, lambda *_document: None).seq == 5
    assert seen == [4, 5]


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from advisory.model import Student
from advisory.store import Store
store = Store.open(Path(sys.argv[1]))
for number in range(40):
    with store.change("Add", datetime.now(UTC)) as change:
        change.add(Student, given_name=f"{sys.argv[2]} {number}", family_name="Reed")
store.close()
"""


def test_processes_at_once_lose_nothing(tmp_path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, tmp_path, name]) for name in "abc"]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    store = Store.open(tmp_path)
    students = store.all(Student)
    assert sorted(s.given_name for s in students) == sorted(f"{name} {n}" for name in "abc" for n in range(40))
    assert [s.id for s in students] == [f"s{number:07d}" for number in range(1, 121)]
    assert [change.seq for change in store.changes()] == list(range(120, 0, -1))
    assert store.notices == ()
