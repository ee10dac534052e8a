"""The program as it is really started: its exit codes, its streams, and what it does not load."""

import errno
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from record_case import TODAY

from advisory.store import Store

AS_OF = ["--today", TODAY.isoformat()]


@pytest.fixture
def start(home):
    """Start the program, buffered as it is for everybody who does not say PYTHONUNBUFFERED."""

    def call(*arguments, **options) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "advisory", "--home", str(home), *AS_OF, *map(_typed, arguments)]
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        given = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 60, **options}
        return subprocess.run(command, **given | {"env": inherited | options.get("env", {})}, check=False)

    return call


def _typed(argument: str | bytes) -> str | bytes:
    """As a terminal of today sends it, whatever the locale of the tests."""
    return argument.encode() if isinstance(argument, str) and os.name == "posix" else argument


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


@contextmanager
def broken():
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@contextmanager
def full():
    """A disk without room."""
    with open("/dev/full", "wb") as device:  # noqa: PTH123 - a device
        yield device


CODES = {
    "--version": 0,
    "list": 0,
    "list --json": 0,
    "export students": 0,
    "checkin jose Laughed": 0,
    "show zoe": 1,
    "": 1,
    "fly": 2,
}
"""Command line → exit code, which no reader of its output changes."""
EACH = [
    pytest.param(one, marks=() if one in {"export students", "checkin jose Laughed", "show zoe"} else pytest.mark.every)
    for one in CODES
]
"""One that says, one that writes and one that refuses; `-m every` starts the others too."""
ENCODINGS = ["ascii", "cp1252", pytest.param("utf-8", marks=pytest.mark.every)]
DATA = {"--version", "list", "list --json", "export students"}
"""Those of them that write to stdout."""


@pytest.mark.parametrize("arguments", EACH)
def test_a_reader_that_has_seen_enough_is_no_error(start, arguments):
    with broken() as pipe:
        both = start(*arguments.split(), stdout=pipe, stderr=pipe, capture_output=False)
        unbuffered = start(
            *arguments.split(), stdout=pipe, stderr=pipe, capture_output=False, env={"PYTHONUNBUFFERED": "1"}
        )
        talk = start(*arguments.split(), stdout=subprocess.DEVNULL, stderr=pipe, capture_output=False)
        data = start(*arguments.split(), stdout=pipe, stderr=subprocess.PIPE, capture_output=False)
    codes = {both.returncode, unbuffered.returncode, talk.returncode, data.returncode}
    assert codes == {CODES[arguments]}
    assert b"Traceback" not in data.stderr
    assert b"BrokenPipe" not in data.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell closes streams only there")
@pytest.mark.parametrize("arguments", EACH)
def test_a_stream_that_is_closed_is_an_error_only_where_data_should_go_there(start, arguments):
    closed = start(*arguments.split(), preexec_fn=partial(os.closerange, 0, 3))
    assert closed.returncode == (1 if arguments in DATA else CODES[arguments])
    unwritten = start(*arguments.split(), preexec_fn=partial(os.close, 1))
    assert unwritten.returncode == (1 if arguments in DATA else CODES[arguments])
    assert (b"The output could not be written: stdout is closed." in unwritten.stderr) == (arguments in DATA)
    told = start(*arguments.split(), stdin=None, preexec_fn=partial(os.close, 0))
    assert told.returncode == CODES[arguments]
    assert told.stdout or told.stderr
    assert b"Traceback" not in told.stderr


def test_a_note_is_kept_also_when_nobody_reads_what_is_said(start):
    with broken() as pipe:
        start("checkin", "jose", "Laughed", stdout=pipe, stderr=pipe, capture_output=False)
    start("checkin", "jose", "Wept", preexec_fn=partial(os.closerange, 0, 3))
    log = start("log").stdout.decode()
    assert "Laughed" in log
    assert "Wept" in log


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device stands for a full disk")  # noqa: PTH110 - likewise
def test_data_that_finds_no_room_is_refused_and_a_note_is_kept_all_the_same(start):
    for arguments in ("--version", "list", "list --json", "export students --for myself"):
        with full() as disk:
            said = start(*arguments.split(), stdout=disk, stderr=subprocess.PIPE, capture_output=False)
            unsaid = start(*arguments.split(), stdout=disk, stderr=disk, capture_output=False)
        assert (said.returncode, unsaid.returncode) == (1, 1)
        assert said.stderr == f"The output could not be written: {os.strerror(errno.ENOSPC)}.\n".encode()
    with full() as disk:
        noted = start("checkin", "jose", "Laughed", stdout=disk, stderr=disk, capture_output=False)
    assert noted.returncode == 0
    assert b"Laughed" in start("log").stdout


def test_head_takes_one_line_and_the_rest_is_no_error(home):
    command = [sys.executable, "-m", "advisory", "--home", str(home), *AS_OF, "log", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout.readline().startswith(b"Usage: advisory log")
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


PLAIN_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere arguments and file names are always UTF-8")
def test_a_locale_of_ascii_reads_and_shows_every_name(start, tmp_path):
    roster = os.fsencode(tmp_path) + "/älteste.txt".encode()
    Path(os.fsdecode(roster)).write_text("Zoë Brønsted\n", encoding="utf-8")
    assert start("import", roster, env=PLAIN_ASCII).returncode == 0
    saved = start("checkin", "josé", "Laughed 🙂", env=PLAIN_ASCII)
    assert saved.stderr.decode().startswith("Saved [c0000001]: José Ñandú")
    assert "Laughed 🙂" in start("log", env=PLAIN_ASCII).stdout.decode()
    assert "Zoë Brønsted" in start("list", env=PLAIN_ASCII).stdout.decode()
    assert "“zoo”" in start("show", "zoo", env=PLAIN_ASCII).stderr.decode()


def test_json_is_utf_8_wherever_it_goes(start):
    said = start("list", "--json", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert said.returncode == 0
    assert '"given_name": "José"' in said.stdout.decode()


@pytest.mark.parametrize("encoding", ENCODINGS)
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
    command = [sys.executable, "-X", "utf8", "-c", _COMMANDS, json.dumps(commands), "--home", str(home), *AS_OF]
    said = subprocess.run(command, capture_output=True, timeout=60, check=True)
    ends = [json.loads(end) for end in said.stderr.decode().splitlines() if end.startswith("[")]
    for arguments, (code, loaded) in zip(commands, ends, strict=True):
        assert code == 0, arguments
        assert "advisory.cli.main" in loaded
        assert _NEVER.isdisjoint(loaded), arguments
