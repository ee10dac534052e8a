"""Whatever repair put aside, `restore` takes it again: all that can be read of it, and says what is wrong with it."""

import os
import shutil

import pytest
from doctor_case import DAMAGES, fill_home, records_of
from folder_case import NOW, abandon, add_check_in, filled, lines_of

from advisory.cli.main import advisory as command
from advisory.store import DamagedError, Refused, Store
from advisory.store.doctor import repair
from advisory.store.restore import restore

SNAPSHOT, JOURNAL = "advisory.json", "advisory.journal.jsonl"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home") / "home"
    fill_home(folder)
    folder.chmod(0o700)
    return folder


def shown_in(folder):
    """The records that the damaged folder shows; nothing if it does not open. A copy is opened, so that it stays as it is."""
    aside = shutil.copytree(folder, folder.with_name("aside"))
    try:
        return records_of(aside)
    except DamagedError:
        return {}
    finally:
        shutil.rmtree(aside)


@pytest.mark.parametrize("share", range(4))
def test_what_repair_of_any_damage_put_aside_is_accepted(home, share, tmp_path, monkeypatch):
    for name in ("fsync", "fdatasync"):
        monkeypatch.setattr(os, name, lambda _descriptor: None, raising=False)
    count = 0
    for damage in list(DAMAGES.values())[share::8]:
        folder = tmp_path / "home"
        shutil.copytree(home, folder)
        damage(folder)
        shown = shown_in(folder)
        repair(folder, NOW, lambda _question: True)
        for kept in sorted(folder.glob("backups/before-repair-*.json.gz")):
            try:
                restore(folder, kept, NOW)
            except Refused as refused:  # nothing in it was a record
                assert "can't be restored from" in str(refused)  # noqa: PT017
                continue
            count += 1
            assert records_of(folder) == (shown or records_of(folder)), damage
            Store.open(folder).close()
        shutil.rmtree(folder)
    assert count > 5


def test_a_damaged_line_is_told_and_the_rest_is_back(tmp_path, capsys):
    folder = tmp_path / "home"
    store = filled(folder, 3)
    abandon(store)
    path = folder / JOURNAL
    path.write_bytes(path.read_bytes().replace(b'"Line 1"', b'"Line 1'))
    repair(folder, NOW, pytest.fail)
    (kept,) = folder.glob("backups/before-repair-*")
    command.main(["--home", str(folder), "restore", f"backups/{kept.name}"], standalone_mode=False)
    said = capsys.readouterr().err
    assert "That copy was damaged, as it was before the repair. Everything readable in it was restored." in said
    assert "advisory.journal.jsonl, line 4:" in said
    assert lines_of(Store.open(folder)) == ["Line 0", "Line 2"]


def test_a_journal_kept_alone_is_accepted(tmp_path):
    folder = tmp_path / "home"
    filled(folder, 2).close()
    store = Store.open(folder)
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "In the journal")
    abandon(store)
    (folder / SNAPSHOT).unlink()
    repair(folder, NOW, lambda _question: True)
    (kept,) = folder.glob("backups/before-repair-*.journal.jsonl.gz")
    done = restore(folder, kept, NOW)
    assert done.damage
    assert lines_of(Store.open(folder)) == ["In the journal"]


def test_a_damaged_copy_of_somebody_else_is_refused(tmp_path):
    folder = tmp_path / "home"
    filled(folder, 2).close()
    copy = tmp_path / "usb.json"
    copy.write_bytes((folder / SNAPSHOT).read_bytes()[:-60])
    with pytest.raises(Refused, match="can't be restored from; your records are as they were"):
        restore(folder, copy, NOW)


def test_a_copy_whose_journal_tells_of_everything_is_taken_from_that(tmp_path):
    folder, other = tmp_path / "home", tmp_path / "other"
    abandon(filled(folder, 2))
    filled(other, 1).close()
    (folder / SNAPSHOT).write_bytes(b"{")
    kept = restore(folder, other, NOW).kept
    done = restore(folder, folder / kept, NOW)
    assert (done.students, done.check_ins, done.damage) == (1, 2, ())
    assert lines_of(Store.open(folder)) == ["Line 0", "Line 1"]
