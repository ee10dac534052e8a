"""A file the advisor asked for is written, or refused in one sentence whoever asks."""

import os
import sys

import pytest

from advisory.store import Refused, Taken, write_file


def test_a_name_that_is_taken_is_refused_unless_it_may_be_replaced(tmp_path):
    path = tmp_path / "sheet.csv"
    write_file(path, b"mine")
    with pytest.raises(Taken) as refused:
        write_file(path, b"another")
    assert str(refused.value) == f"{path} is there already. Choose another name, or move that file away first."
    assert path.read_bytes() == b"mine"
    write_file(path, b"another", replace=True)
    assert path.read_bytes() == b"another"


@pytest.mark.parametrize("name", ["nowhere/sheet.csv", "she\0et.csv", "folder"], ids=ascii)
def test_a_file_that_can_not_be_written_is_refused_with_its_name_and_leaves_nothing(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused) as refused:
        write_file(tmp_path / name, b"data", replace=True)
    assert not isinstance(refused.value, Taken)
    assert str(refused.value).startswith(f"{tmp_path / name} could not be written: ")
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other pipes, and links only for who may make them")
def test_a_link_is_followed_to_a_file_and_nothing_else_is_written_over(tmp_path):
    real, link, nowhere, loop, pipe = (tmp_path / name for name in ("real", "link", "nowhere", "loop", "pipe"))
    write_file(real, b"old")
    link.symlink_to(real)
    nowhere.symlink_to(tmp_path / "new")
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    for path, why in (
        (tmp_path, "it is a folder. Name a file in it."),
        (pipe, "it is a pipe, a socket or a device, and is left as it is."),
        (loop, "it is a link that leads to itself."),
    ):
        with pytest.raises(Refused) as refused:
            write_file(path, b"data", replace=True)
        assert str(refused.value) == f"{path} could not be written: {why}"
    for path in (link, nowhere, loop):
        with pytest.raises(Taken):
            write_file(path, b"data")
    write_file(link, b"one", replace=True)
    write_file(nowhere, b"two", replace=True)
    assert (real.read_bytes(), (tmp_path / "new").read_bytes()) == (b"one", b"two")
    assert all(path.is_symlink() for path in (link, nowhere, loop))
