"""A file is there whole or not at all, and nobody's file is written over by surprise."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from advisory.store import Refused, write_atomically
from advisory.store.disk import files
from advisory.store.disk.files import replace, sync, sync_data, sync_folder
from advisory.store.errors import OddError


def test_a_file_is_private_and_replaces_the_one_before(tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"before")
    path.chmod(0o644)
    write_atomically(path, b"after", replace=True)
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.csv"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_is_there_is_refused(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", lambda *_args: (_ for _ in ()).throw(OSError(95, "Operation not supported")))
    path = tmp_path / "sheet.csv"
    write_atomically(path, b"mine", replace=False)
    with pytest.raises(Refused, match="is there already"):
        write_atomically(path, b"another", replace=False)
    assert path.read_bytes() == b"mine"
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.csv"]


def test_of_many_at_once_one_wins(tmp_path):
    won = []

    def write(number):
        try:
            write_atomically(tmp_path / "sheet.csv", b"%d" % number, replace=False)
        except Refused:
            return
        won.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "sheet.csv").read_bytes() == b"%d" % won[0]
    assert len(won) == 1


def test_a_failed_write_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises(OSError, match="Input/output error"):
        write_atomically(path, b"after", replace=True)
    assert path.read_bytes() == b"before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["sheet.csv"]


@pytest.mark.parametrize(("winerror", "succeeds"), [(32, True), (5, True), (33, True), (19, False), (None, False)])
def test_a_file_held_open_for_a_moment_is_waited_for(tmp_path, monkeypatch, winerror, succeeds):
    source, target = tmp_path / "new", tmp_path / "old"
    source.write_bytes(b"new")
    real, tries, slept = os.replace, [], []

    def held(*args):
        tries.append(args)
        if len(tries) < 3:
            error = PermissionError(13, "Access is denied")
            error.winerror = winerror
            raise error
        real(*args)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("time.sleep", slept.append)
    if succeeds:
        replace(source, target)
        assert target.read_bytes() == b"new"
        assert slept == [0.05, 0.05]
    else:
        with pytest.raises(PermissionError):
            replace(source, target)
        assert len(tries) == 1


def test_a_file_held_open_for_long_is_given_up(tmp_path, monkeypatch):
    tries = []

    def held(*args):
        tries.append(args)
        error = PermissionError(13, "Access is denied")
        error.winerror = 32
        raise error

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    with pytest.raises(PermissionError):
        replace(tmp_path / "new", tmp_path / "old")
    assert len(tries) == 31


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fcntl")
def test_each_system_waits_for_its_disk_in_its_own_way(tmp_path, monkeypatch):
    import fcntl

    calls = []
    full = lambda descriptor, how: calls.append(("full", descriptor, how))  # noqa: E731
    monkeypatch.setattr(os, "fsync", lambda descriptor: calls.append("fsync"))
    monkeypatch.setattr(os, "fdatasync", lambda descriptor: calls.append("fdatasync"), raising=False)
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full)
    for system, told in (
        ("linux", ["fsync", "fdatasync", "fsync"]),
        ("darwin", [("full", 3, 51), ("full", 3, 51), ("full", 3, 51)]),
        ("win32", ["fsync", "fsync"]),
    ):
        calls.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "open", lambda *_arguments: 3)
            patch.setattr(os, "close", lambda _descriptor: None)
            patch.setattr(sys, "platform", system)
            sync(3)
            sync_data(3)
            sync_folder(tmp_path)
        assert calls == told, system

    def fail(*_arguments):
        raise OSError(45, "Operation not supported")

    calls.clear()
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "fcntl", fail)
        patch.setattr(sys, "platform", "darwin")
        sync(3)
    assert calls == ["fsync"]


def test_what_is_new_in_a_folder_is_on_the_disk_when_it_is_said_to_be_there(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    place = tmp_path / "a" / "b"
    files.make_folder(place)
    assert synced == [tmp_path / "a", tmp_path]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (place, place.parent)] == [0o700, 0o700]
    files.make_folder(place)
    write_atomically(place / "x", b"1", replace=False)
    assert synced[2:] == [place]
    files.write_over(place / "x", b"2")
    assert ((place / "x").read_bytes(), synced[3:]) == (b"2", [])


def test_a_file_that_cannot_be_put_over_another_leaves_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(_source, _target):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "replace", fail)
    with pytest.raises(OSError, match="Input/output error"):
        files.write_over(path, b"new")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"x": b"old"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other links")
def test_what_is_no_file_is_neither_opened_nor_removed(tmp_path):
    file, link, nowhere, loop, folder = (tmp_path / name for name in ("file", "link", "nowhere", "loop", ".x.1.tmp"))
    file.write_bytes(b"")
    link.symlink_to(file)
    nowhere.symlink_to(tmp_path / "none")
    loop.symlink_to(loop)
    folder.mkdir()
    missing = tmp_path / "missing"
    assert [files.leads_nowhere(path) for path in (file, link, nowhere, loop, folder, missing)] == [
        False, False, True, True, False, False,
    ]  # fmt: skip
    assert [files.is_odd(path) for path in (file, link, nowhere, loop, folder, missing)] == [
        False, False, True, True, True, False,
    ]  # fmt: skip
    for path in (nowhere, loop, folder):
        for read in (files.read_regular, lambda path: files.open_private(path, os.O_RDONLY)):
            with pytest.raises(OddError):
                read(path)
    (tmp_path / ".x.2.tmp").touch()
    (tmp_path / ".y.2.tmp").touch()
    files.remove_leftovers(tmp_path / "x")
    assert sorted(path.name for path in tmp_path.glob(".*")) == [".x.1.tmp", ".y.2.tmp"]


def test_a_folder_that_another_program_makes_meanwhile_is_as_good(tmp_path, monkeypatch):
    there = tmp_path / "a"
    there.mkdir()
    monkeypatch.setattr(files, "sync_folder", lambda _folder: None)
    monkeypatch.setattr(Path, "exists", lambda path: path != there)
    files.make_folder(there)
    files.make_folder(there / "b")
    assert (there / "b").is_dir()


def test_a_temporary_file_that_is_gone_meanwhile_hides_no_failure(tmp_path, monkeypatch):
    path = tmp_path / "x"

    def take_away_and_fail(descriptor_or_source, *_target):
        for one in tmp_path.glob(".*"):
            one.unlink()
        raise OSError(5, "Input/output error")

    for name, write in (
        ("replace", lambda: files.write_over(path, b"new")),
        ("replace", lambda: files.write_atomically(path, b"new", replace=True)),
        ("write_all", lambda: files.write_beside(path, b"new")),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(files, name, take_away_and_fail)
            with pytest.raises(OSError, match="Input/output error"):
                write()
    (tmp_path / ".x.1.tmp").touch()
    monkeypatch.setattr(files, "is_odd", lambda leftover: bool(leftover.unlink()))
    files.remove_leftovers(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other links")
def test_whatever_can_not_be_looked_at_leads_nowhere_and_a_path_is_told_as_it_was_given(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    with pytest.raises(Refused) as told:
        files.write_file(tmp_path / "link" / "none" / "x", b"", replace=True)
    assert str(told.value) == f"{tmp_path / 'link' / 'none' / 'x'} could not be written: No such file or directory."

    def fail(_path):
        raise OSError(40, "Too many levels of symbolic links")

    monkeypatch.setattr(Path, "exists", fail)
    assert files.leads_nowhere(tmp_path / "link")
    assert not files.leads_nowhere(tmp_path / "folder")
