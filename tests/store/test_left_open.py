"""Whatever opens a folder lets go of all its files: an open one keeps Windows from replacing it, and a lock keeps others out."""

from pathlib import Path

import pytest
from folder_case import NOW, add_student, filled

from advisory.store import DamagedError, Refused, Store
from advisory.store.doctor import examine, repair
from advisory.store.restore import restore

OPEN = Path("/proc/self/fd")
pytestmark = pytest.mark.skipif(not OPEN.exists(), reason="only Linux lists the files that a process has open")


def opened():
    return {path.name for path in OPEN.iterdir()}


def use(folder):
    store = Store.open(folder)
    with store.change("Add", NOW) as change:
        add_student(change)
    store.undo(NOW)
    store.close()


def open_damaged(folder):
    (folder / "advisory.json").write_bytes(b"{")
    with pytest.raises(DamagedError):
        Store.open(folder)


def restore_damaged(folder):
    (folder / "advisory.json").write_bytes(b"{")
    restore(folder, folder.parent / "usb.json", NOW)


def restore_nothing(folder):
    (folder.parent / "usb.json").write_bytes(b"{")
    with pytest.raises(Refused):
        restore(folder, folder.parent / "usb.json", NOW)


@pytest.mark.parametrize(
    "what",
    [
        use,
        examine,
        open_damaged,
        restore_damaged,
        restore_nothing,
        lambda folder: restore(folder, folder.parent / "usb.json", NOW),
        lambda folder: repair(folder, NOW, lambda _question: True),
    ],
)
def test_nothing_stays_open(tmp_path, what):
    folder = tmp_path / "home"
    store = filled(folder)
    store.back_up(tmp_path / "usb.json")
    store.close()
    before = opened()
    what(folder)
    assert opened() <= before
