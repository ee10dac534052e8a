"""The lock of a folder: how it waits, what it says, and what it does where a system locks only files, or nothing at all."""

import errno
import os
import sys
from types import SimpleNamespace

import pytest

from advisory.store import Busy, Unwritable
from advisory.store.disk import lock
from advisory.store.disk.lock import KernelLock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it acts as another system would")
UNLOCK, TRY = 0, 2


@pytest.fixture
def held(tmp_path):
    one = KernelLock(tmp_path / "advisory.lock")
    one.acquire()
    yield tmp_path
    one.close()
    one.close()


def test_who_waits_looks_now_and_then_and_says_for_how_long(held, monkeypatch):
    other, slept = KernelLock(held / "advisory.lock"), []
    monkeypatch.setattr(lock.time, "monotonic", iter([100.0, 100.0, 101.5, 103.0]).__next__)
    monkeypatch.setattr(lock.time, "sleep", slept.append)
    with pytest.raises(Busy) as busy:
        other.acquire(2.6)
    assert slept == [0.005, 0.005]
    assert str(busy.value) == (
        f"Another advisory has been writing to {held} for 3 seconds. Nothing has been saved: wait until it is done or close it, "
        "then try again."
    )
    (held / lock.PURGE).touch()
    monkeypatch.setattr(lock.time, "monotonic", lambda: 100.0)
    with pytest.raises(Busy) as purging:
        other.acquire(0)
    assert str(purging.value) == (
        f"Another advisory is purging records in {held}, which may take a minute after many years. Nothing has been saved: "
        "wait until it is done, then try again."
    )
    assert len(slept) == 2
    other.close()


def test_where_files_cannot_be_locked_nothing_is_written_and_folders_need_not_be(tmp_path, monkeypatch):
    one, real = KernelLock(tmp_path / "advisory.lock"), lock.fcntl.flock

    def failing_for(descriptor):
        def flock(which, how):
            if which == descriptor:
                raise OSError(errno.ENOLCK, "No locks available")
            real(which, how)

        return flock

    monkeypatch.setattr(lock.fcntl, "flock", failing_for(one._on_folder))
    one.acquire(0)
    monkeypatch.setattr(lock.fcntl, "flock", failing_for(one._descriptor))
    with pytest.raises(Unwritable) as refused:
        one.acquire(0)
    assert str(refused.value) == (
        f"{tmp_path} is on a disk without file locks (No locks available), so two programs could overwrite each other's "
        "changes. Nothing has been saved: use a folder on this computer's own disk."
    )
    one.close()


def test_where_no_folder_can_be_opened_the_file_alone_is_locked(tmp_path, monkeypatch):
    real = os.open

    def open_(path, *arguments):
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", open_)
    one, other = KernelLock(tmp_path / "advisory.lock"), KernelLock(tmp_path / "advisory.lock")
    one.acquire(0)
    with pytest.raises(Busy):
        other.acquire(0)
    one.release()
    other.acquire(0)
    one.close()
    other.close()


def test_a_deleted_lock_file_that_cannot_be_made_again_is_told(tmp_path, monkeypatch):
    one = KernelLock(tmp_path / "advisory.lock")
    (tmp_path / "advisory.lock").unlink()

    def fail(*_arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock, "open_private", fail)
    with pytest.raises(Unwritable) as refused:
        one.acquire(0)
    assert str(refused.value) == (
        f"{tmp_path}/advisory.lock was deleted and can't be made again (No space left on device). Nothing has been saved."
    )
    tmp_path.rename(tmp_path.with_name("moved"))
    one.acquire(0)
    one.close()


def test_windows_locks_the_first_byte_of_the_file(tmp_path, monkeypatch):
    calls = []

    def locking(descriptor, how, length):
        calls.append((os.lseek(descriptor, 0, os.SEEK_CUR), how, length))
        os.lseek(descriptor, 9, os.SEEK_SET)
        if len(calls) == 3:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(lock, "msvcrt", SimpleNamespace(LK_UNLCK=UNLOCK, LK_NBLCK=TRY, locking=locking), raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        patch.setattr(lock, "fcntl", None)
        one = KernelLock(tmp_path / "advisory.lock")
        (tmp_path / "advisory.lock").unlink()
        one.acquire(0)
        one.release()
        with pytest.raises(Busy):
            one.acquire(0)
    assert calls == [(0, TRY, 1), (0, UNLOCK, 1), (0, TRY, 1)]
    one.close()
