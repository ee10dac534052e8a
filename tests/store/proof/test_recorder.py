"""The recorder inside the process saw what the kernel saw: the same run under strace, call by call."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from recorder import FOLDER, LINK, MAKE, RENAME, SYNC, SYNC_FOLDER, TRUNCATE, UNLINK, WRITE, Event

SCRIPT = Path(__file__).with_name("recorded_run.py")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
DESCRIPTOR = re.compile(r"^(\d+)")
TRACED = "open,openat,close,write,pwrite64,writev,ftruncate,truncate,fsync,fdatasync,rename,renameat,renameat2"
TRACED += ",link,linkat,unlink,unlinkat,mkdir,mkdirat,fallocate,sync_file_range,copy_file_range,sendfile"


class Trace:
    """strace's lines as the recorder's events; a call that it does not know stops it."""

    def __init__(self, root):
        self.events: list[Event] = []
        self._root, self._names, self._folders = str(root), {"."}, {"."}
        self._opened: dict[int, str] = {}

    def take(self, row):
        found = CALL.match(row)
        if not found or found[3].startswith("-"):
            return
        call, arguments, answer = found[1], found[2], int(found[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments)]
        names = [self._inside(text) for text in texts] if "write" not in call else []
        first = DESCRIPTOR.match(arguments)
        descriptor = int(first[1]) if first else -1
        if call in {"open", "openat"}:
            self._open(names[0], arguments, answer)
        elif call == "close":
            self._opened.pop(descriptor, None)
        elif call in {"write", "pwrite64"} and descriptor in self._opened:
            self._note(WRITE, data=texts[0][:answer])
        elif call in {"fsync", "fdatasync"} and descriptor in self._opened:
            name = self._opened[descriptor]
            self._note(*((SYNC_FOLDER, name) if name in self._folders else (SYNC,)))
        elif call == "ftruncate" and descriptor in self._opened:
            self._note(TRUNCATE, at=int(arguments.rpartition(",")[2]))
        elif any(name is not None for name in names):
            self._name(call, names, arguments)

    def _open(self, name, arguments, descriptor):
        if name is None:
            return
        if "O_CREAT" in arguments and name not in self._names:
            self._note(MAKE, name)
            self._names.add(name)
        self._opened[descriptor] = name

    def _name(self, call, names, arguments):
        if call.startswith("mkdir"):
            self._note(FOLDER, names[0])
            self._folders.add(names[0])
        elif call.startswith("unlink"):
            self._note(UNLINK, names[0])
            self._names.discard(names[0])
        elif call == "truncate":
            self._note(TRUNCATE, at=int(arguments.rpartition(",")[2]))
        else:
            assert call.startswith(("rename", "link")), call
            is_link = call.startswith("link")
            self._note(LINK if is_link else RENAME, names[1], source="" if is_link else names[0])
            self._names.add(names[1])
            if not is_link:
                self._names.discard(names[0])

    def _inside(self, path):
        text = path.decode(errors="replace")
        inside = text == self._root or text.startswith(f"{self._root}/")
        return (text[len(self._root) + 1 :] or ".") if inside else None

    def _note(self, verb, path="", **more):
        self.events.append(Event(verb, path, **more))


def comparable(events):
    """Without our numbers of files, and without the places of writes, which strace does not tell."""
    return [
        (event.verb, event.path, event.source, event.data, event.at if event.verb == TRUNCATE else 0)
        for event in events
    ]


@pytest.mark.proof
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_it_saw_what_the_kernel_saw(tmp_path):
    root, traced, told = tmp_path / "run", tmp_path / "traced", tmp_path / "told"
    root.mkdir()
    options = ["-f", "-xx", "-s", "1000000", "-e", f"trace={TRACED}", "-o", traced]
    done = subprocess.run(["strace", *options, sys.executable, SCRIPT, root, told], capture_output=True, check=False)
    if b"ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    trace = Trace(root)
    for row in traced.read_text("utf-8").splitlines():
        trace.take(row)
    recorded = msgspec.json.decode(told.read_bytes(), type=list[Event])
    assert len(recorded) > 200
    assert comparable(trace.events) == comparable(recorded)
