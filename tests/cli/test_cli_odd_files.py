"""Files named by mistake: no name, a folder, a pipe, a device, a link; a reader that has gone; a data folder that is full."""

import os
import subprocess
import sys

import pytest

posix = pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")


@pytest.mark.parametrize(
    "command",
    [
        ("export", "students", "-o", ""),
        ("backup", ""),
        ("backup", " "),
        ("restore", ""),
        ("import", ""),
        ("calendar", "import", ""),
        ("pact", "show", "jose", "--page", ""),
    ],
)
def test_no_name_is_a_wrong_command_line(begun, line, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    said = line(*command)
    assert said.code == 2
    assert "there is no name: say which file." in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("name", [".", "folder"])
def test_a_folder_is_no_file(line, tmp_path, monkeypatch, name, force):
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    said = line("export", "students", "-o", name, *force)
    assert (said.code, said.err) == (1, f"{name} could not be written: it is a folder. Name a file in it.\n")


@posix
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_pipe_or_a_device_stays_what_it_is(line, tmp_path, force):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    for name in ("pipe", "null"):
        said = line("export", "students", "-o", str(tmp_path / name), *force)
        assert said.code == 1
        assert "it is a pipe, a socket or a device, and is left as it is." in said.err
        assert "--force" not in said.err
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "null").is_symlink()


@posix
def test_with_force_the_file_behind_a_link_is_written(line, tmp_path):
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    assert line("export", "students", "-o", str(tmp_path / "link.csv"), "--force").code == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert b"Okafor" in (tmp_path / "real.csv").read_bytes()


@posix
def test_doctor_into_a_reader_that_has_gone(home):
    for number in range(3000):
        (home / f"advisory-copy-{number}.json").touch()
    done = subprocess.run(
        ["bash", "-c", '"$0" -m advisory --home "$1" doctor | head -1; exit ${PIPESTATUS[0]}', sys.executable, home],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.count("\n") == 1
    assert (done.returncode, done.stderr) == (0, "")


def full(*_args):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("checkin", "jose", "A note"), "could not be saved"),
        (("undo",), "could not be saved"),
        (("backup",), "could not be written (No space left on device). Free up"),
        (("restore", "usb.json"), "Nothing was restored, because"),
        (("doctor", "--repair"), "can't be repaired (No space left on device)"),
    ],
)
def test_on_a_full_disk_the_folder_is_the_trouble(line, home, tmp_path, monkeypatch, command, words):
    line("backup", str(tmp_path / "usb.json"))
    line("checkin", "jose", "Before")
    monkeypatch.chdir(tmp_path)
    if command[0] == "doctor":
        path = home / "advisory.json"
        path.write_bytes(path.read_bytes().replace(b'"given_name":"Maya"', b'"given_name":""'))
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        said = line(*command)
    assert said.code == 3
    assert words in said.err
    assert "No space left on device" in said.err
    assert line("log", "jose").out.count("Before") == 1


def test_an_interrupt_does_not_say_that_nothing_changed(line, monkeypatch):
    def interrupt(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("advisory.store.store.Store.close", interrupt)
    said = line("checkin", "jose", "A note")
    assert said.code == 1
    assert said.err.splitlines()[-1] == "Interrupted. Everything reported as saved is saved."
    monkeypatch.undo()
    assert "A note" in line("log", "jose").out
