"""The program as it is really started: its exit codes, its streams, and what it does not load."""

import json
import os
import subprocess
import sys

import pytest
from record_case import TODAY

from advisory.store import Store

AS_OF = ["--today", TODAY.isoformat()]


@pytest.fixture
def start(home):
    def call(*arguments, **options) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "advisory", "--home", str(home), *AS_OF, *arguments]
        environment = {**os.environ, **options.pop("env", {})}
        given = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 60, **options}
        return subprocess.run(command, env=environment, check=False, **given)

    return call


def test_a_note_is_on_the_disk_when_the_command_returns(start, home):
    said = start("checkin", "jose", "Laughed 🙂")
    assert (said.returncode, said.stdout) == (0, b"")
    assert said.stderr.decode().startswith("Saved [c0000001]: José Ñandú")
    store = Store.open(home)
    assert [check_in.line for check_in in store.recent_check_ins()] == ["Laughed 🙂"]
    store.close()


@pytest.mark.parametrize(
    ("arguments", "code"), [(["list"], 0), (["show", "may"], 1), ([], 1), (["demo"], 1), (["fly"], 2)], ids=str
)
def test_the_process_ends_with_the_commands_code_and_no_traceback(start, arguments, code):
    said = start(*arguments)
    assert said.returncode == code
    assert bool(said.stdout) == (code == 0)
    assert b"Traceback" not in said.stderr


def test_a_file_where_the_folder_should_be_ends_with_three(start, tmp_path):
    (tmp_path / "file").touch()
    said = start("--home", str(tmp_path / "file"), "list")
    assert (said.returncode, said.stdout) == (3, b"")


@pytest.mark.parametrize(
    "arguments", [["list"], ["list", "--json"], ["export", "students"], ["checkin", "jose", "x"]], ids=str
)
def test_a_reader_that_has_seen_enough_is_no_error(start, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    said = start(*arguments, stdout=writer, stderr=subprocess.PIPE, capture_output=False)
    os.close(writer)
    assert said.returncode == 0
    assert b"Error" not in said.stderr
    assert b"Traceback" not in said.stderr


def test_a_note_is_kept_also_when_nobody_reads_what_is_said(start):
    reader, writer = os.pipe()
    os.close(reader)
    said = start("checkin", "jose", "Laughed", stdout=writer, stderr=writer, capture_output=False)
    os.close(writer)
    assert said.returncode == 0
    assert "Laughed" in start("log").stdout.decode()


def test_json_is_utf_8_wherever_it_goes(start):
    said = start("list", "--json", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert said.returncode == 0
    assert '"given_name": "José"' in said.stdout.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_name_that_the_encoding_lacks_is_told_all_the_same(start, encoding):
    start("checkin", "jose", "王 🙂")
    for arguments in (["list"], ["log"], ["show", "jose"], ["undo"]):
        said = start(*arguments, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
        assert said.returncode == 0, said.stderr
        assert b"Traceback" not in said.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere arguments are always text")
def test_bytes_that_are_no_text_are_refused(start):
    for arguments in ([b"checkin", b"jose", b"caf\xe9"], [b"show", b"jos\xe9"], [b"import", b"\xff.csv"]):
        said = start(*arguments)
        assert said.returncode == 1
        assert b"Traceback" not in said.stderr
    assert start("log").stdout == b""


_COMMANDS = """
import json
import sys
from advisory.cli import run
for command in json.loads(sys.argv[1]):
    code = run([*sys.argv[2:], *command])
    print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
_NEVER = {"textual", "rich", "advisory.tui", "socket", "ssl", "http", "urllib.request", "asyncio"}


def test_a_command_loads_no_screens_and_no_network(home, tmp_path):
    (tmp_path / "names.txt").write_text("Jun Sato\nKai Tran\n", encoding="utf-8")
    commands = [
        ["list"],
        ["list", "--json"],
        ["show", "jose"],
        ["log"],
        ["checkin", "jose", "Laughed"],
        ["move", "jose", "alliance", "--reason", "x"],
        ["undo"],
        ["export", "students"],
        ["export", "checkins"],
        ["import", str(tmp_path / "names.txt")],
        ["where"],
    ]
    command = [sys.executable, "-c", _COMMANDS, json.dumps(commands), "--home", str(home), *AS_OF]
    said = subprocess.run(command, capture_output=True, timeout=60, check=True)
    ends = [json.loads(end) for end in said.stderr.decode().splitlines() if end.startswith("[")]
    for arguments, (code, loaded) in zip(commands, ends, strict=True):
        assert code == 0, arguments
        assert "advisory.cli.main" in loaded
        assert _NEVER.isdisjoint(loaded), arguments
