"""A file that counts only together with something else: if that fails, what was there before is there again."""

import os

import pytest

from advisory.store import Taken, WriteError, written_file


def failing(path, **fields):
    with written_file(path, b"new", **fields):
        assert path.read_bytes() == b"new"
        raise WriteError("The disk is full.")


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "page.html"
    for data in (b"first", b"second"):
        with written_file(path, data, may_replace=True):
            pass
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"second", [path])
    with pytest.raises(Taken), written_file(path, b"third"):
        pass
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"second", [path])


@pytest.mark.parametrize("has_links", [True, False])
def test_what_was_there_before_is_there_again(tmp_path, monkeypatch, has_links):
    def no_links(*_paths):
        raise PermissionError(1, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr(os, "link", no_links)
    path, link = tmp_path / "page.html", tmp_path / "link.html"
    with pytest.raises(WriteError):
        failing(path)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    link.symlink_to(path)
    for name in (path, link):
        with pytest.raises(WriteError):
            failing(name, may_replace=True)
        assert (path.read_bytes(), sorted(tmp_path.iterdir())) == (b"old", [link, path])
    assert link.is_symlink()


def test_a_file_that_cant_be_kept_is_not_replaced(tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr("advisory.store.disk.written_file.write_beside", full)
    with pytest.raises(WriteError, match="Free up disk space"):
        failing(path, may_replace=True)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])
