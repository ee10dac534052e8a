"""Every command in a real terminal, with hostile names, ids, arguments and a hostile folder: the terminal gets nothing to obey."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from examples import some_of
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.draft import draft_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.cli.main import advisory
from advisory.store import Store
from advisory.streams import obeyed

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

HOSTILE = "H\x1b]0;PWNED\x07\x1b]52;c;cHduZWQ=\x07\x9b31m\x9d0;PWNED\x9c\x08\r\x7f\u202egnp\u2066x\u2028\u2029y\u200b\u200e\u200f\u061c\x85"
ARGUMENT = HOSTILE + "\udc9b31m\udcff"
"""With bytes that are no text, as the shell hands them over; a terminal of 8 bits obeys the first."""
_RUN = """
import json, os, sys
from advisory.cli import run
from advisory.streams import prepare_streams
prepare_streams()
for arguments in json.load(open(sys.argv[1])):
    run([os.fsdecode(os.fsencode(one)) for one in arguments])  # bytes that the tests read in another locale
"""


def in_a_terminal(command: list[str], folder: Path, answers: bytes = b"") -> str:
    """What the terminal gets from a command run in a folder; the program has nothing else, unless it is asked for an answer.

    A hostile argument may well be taken for the name of a file to write, so it never runs where the tests are.
    """
    master, slave = pty.openpty()
    stdin = slave if answers else subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, stdin=stdin, stdout=slave, stderr=slave, env={**os.environ, "TERM": "xterm"}
    ) as program:
        os.close(slave)
        os.write(master, answers)
        got = b""
        try:
            while data := os.read(master, 65536):
                got += data
        except OSError:  # Linux says so when the last who had the terminal open has gone
            pass
    os.close(master)
    assert program.returncode == 0
    return got.decode(errors="surrogateescape")


def run_all(tmp_path: Path, commands: list[list[str]], answers: bytes = b"") -> str:
    """What the terminal gets from these commands, one after the other."""
    (tmp_path / "commands.json").write_text(json.dumps(commands))
    there = tmp_path / "there"
    there.mkdir(exist_ok=True)
    return in_a_terminal([sys.executable, "-X", "utf8", "-c", _RUN, str(tmp_path / "commands.json")], there, answers)


def raw(shown: str) -> set[str]:
    """What a terminal would obey. Its driver writes each line break as CR LF."""
    return obeyed(shown.replace("\r\n", "")) | {one for one in shown if "\ud800" <= one <= "\udfff"}


def leaves(group: click.Group, *words: str) -> list[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    context = click.Context(group)
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found += leaves(command, *words, name) if isinstance(command, click.Group) else [((*words, name), command)]
    return found


def walk(words: tuple[str, ...], command: click.Command) -> list[list[str]]:
    """A command with a hostile text in the places that take one: as far as it can be, beside what it accepts."""
    names = [one for one in command.params if isinstance(one, click.Argument)]
    options = [one for one in command.params if isinstance(one, click.Option)]
    right = ["60", *([HOSTILE] * (len(names) - 1))] if names else []
    wrong = [[ARGUMENT] * max(1, len(names)), [*right, ARGUMENT, ARGUMENT]]
    wrong += [[f"--{ARGUMENT}"], [f"-{ARGUMENT}"], [*right, f"--un{ARGUMENT}"]]
    wrong += [[*right, option.opts[-1]] for option in options]
    wrong += [[*right, option.opts[-1], ARGUMENT] for option in options]
    wrong += [[*right, f"{option.opts[-1]}={HOSTILE}"] for option in options]
    return [[*words, *call] for call in ([], right, [*right, "--json"], ["--help"], *some_of(wrong))]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a hostile name, in which everything that is written is hostile."""
    folder = tmp_path / os.fsdecode(HOSTILE.replace("\x85", "").encode("utf-8", "surrogateescape"))  # in any locale
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    for number in ("60", "61"):
        student = add_student(
            caseload, given_name=HOSTILE, family_name=f"Lee{number}", student_number=number, grade=HOSTILE
        )
        record_check_in(caseload, student.id, HOSTILE, body=HOSTILE, tags=("".join(HOSTILE.split()),))
        make_promise(caseload, student.id, HOSTILE)
        draft_pact(caseload, student.id, HOSTILE, title=HOSTILE, why=HOSTILE)
    store.close()
    return folder


def test_no_command_writes_what_a_terminal_obeys(hostile: Path, tmp_path: Path) -> None:
    before = ["--home", str(hostile), "--today", TODAY.isoformat()]
    commands = [[*before, *call] for leaf in leaves(advisory) for call in walk(*leaf)]
    commands += [
        [ARGUMENT],
        [f"--{ARGUMENT}"],
        ["--today", ARGUMENT, "list"],
        ["--home", ARGUMENT, "list"],
        ["pact", ARGUMENT],
    ]
    shown = run_all(tmp_path, commands)
    assert shown.count("PWNED") > len(commands)  # most of them name what they were given, or show what is written
    assert "Traceback" not in shown
    assert raw(shown) == set()


def test_the_walk_would_find_what_leaks(tmp_path: Path) -> None:
    (tmp_path / "leak.py").write_text("import sys; sys.stdout.write(sys.argv[1])")
    for leak in ("\x1b]0;x\x07", "\x9b31m", "\u202e", "\u2066", "\u200e", "\u200f", "\u061c", "\x08", "\udc9b"):
        assert raw(
            in_a_terminal(
                [sys.executable, "-X", "utf8", str(tmp_path / "leak.py"), leak.encode("utf-8", "surrogateescape")],
                tmp_path,
            )
        )


@pytest.mark.parametrize("what", ["students", "checkins", "caseload", "pacts", "followups"])
def test_an_export_is_plain_in_a_terminal_and_to_the_letter_in_a_pipe(hostile: Path, tmp_path: Path, what: str) -> None:
    command = [sys.executable, "-m", "advisory", "--home", str(hostile), "export", what, "--for", "myself"]
    shown = in_a_terminal(command, tmp_path)
    assert "PWNED" in shown
    assert raw(shown) == set()
    piped = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert "\x1b]0;PWNED\x07" in piped.decode()


def test_the_folder_is_to_the_letter_in_a_pipe_and_plain_in_a_terminal(hostile: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "advisory", "--home", str(hostile), "where"]
    assert subprocess.run(command, capture_output=True, check=True, timeout=60).stdout == os.fsencode(hostile) + b"\n"
    assert raw(in_a_terminal(command, tmp_path)) == set()


def test_what_a_newer_version_wrote_into_the_database_does_not_reach_the_terminal(tmp_path: Path) -> None:
    """Its `needs` stands in the sentence that refuses the folder; the app is opened without the command line."""
    (tmp_path / "advisory.json").write_text(
        json.dumps({"_meta": {"1": {"format": 99, "schema": 99, "needs": f"9.9{HOSTILE}"}}})
    )
    for arguments in ("", ", 'list'", ", 'doctor'"):
        started = f"import sys; sys.argv = ['advisory'{arguments}]; from advisory.__main__ import main\ntry: main()\nexcept SystemExit: pass"
        program = f"import os; os.environ['ADVISORY_HOME'] = {str(tmp_path)!r}; {started}"
        shown = in_a_terminal([sys.executable, "-X", "utf8", "-c", program], tmp_path, answers=b"\n")
        assert "advisory" in shown
        assert ("PWNED" in shown) == ("doctor" not in arguments)
        assert raw(shown) == set()


def edits(records: dict[str, dict[str, dict[str, object]]]) -> list[dict[str, object]]:
    """The database with one hostile text each: where a table, a key, an id, a field, a date or a choice should be."""
    note = records["checkins"]["1"]
    tables = [{"checkins": {**records["checkins"], HOSTILE: note}}, {HOSTILE: {HOSTILE: {HOSTILE: HOSTILE}}}]
    tables += [{"checkins": {"1": {**note, field: HOSTILE}}} for field in (*note, HOSTILE)]
    tables += [{"students": {**records["students"], "1": {**records["students"]["1"], "id": HOSTILE}}}]
    meta = records["_meta"]["1"]
    tables += [{"_meta": {"1": {**meta, field: HOSTILE}}} for field in (*meta, HOSTILE)]
    return [{**records, **table} for table in tables]


def test_a_database_with_a_hostile_text_in_any_place_is_told_of_in_plain_words(hostile: Path, tmp_path: Path) -> None:
    records = json.loads((hostile / "advisory.json").read_text(encoding="utf-8"))
    commands: list[list[str]] = []
    for number, edited in enumerate(edits(records)):
        folder = tmp_path / f"edited-{number}"
        folder.mkdir()
        (folder / "advisory.json").write_text(json.dumps(edited), encoding="utf-8")
        (folder / "settings.json").write_text(json.dumps({"theme": HOSTILE, "keys": {HOSTILE: "x", "undo": HOSTILE}}))
        calls = [
            ["doctor"],
            ["list"],
            ["show", "60"],
            ["log"],
            ["log", "--json"],
            ["restore", str(folder / "advisory.json")],
        ]
        calls += [["doctor", "--repair", "--yes"], ["log"]]
        commands += [["--home", str(folder), *call] for call in calls]
    shown = run_all(tmp_path, commands)
    assert "PWNED" in shown
    assert "Traceback" not in shown
    assert raw(shown) == set()


def test_a_question_names_a_hostile_class_in_plain_words(hostile: Path, tmp_path: Path) -> None:
    school = tmp_path / "set"
    school.mkdir()
    (school / "users.csv").write_text(
        "sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName\ns1,active,true,o1,student,Ada,Stone\n"
    )
    rows = "".join(f'{one},active,"{HOSTILE[:40]}{one}",homeroom,o1\n' for one in ("c1", "c2"))
    (school / "classes.csv").write_bytes(f"sourcedId,status,title,classType,schoolSourcedId\n{rows}".encode())
    (school / "enrollments.csv").write_text(
        "sourcedId,status,classSourcedId,userSourcedId,role\ne1,active,c1,s1,student\ne2,active,c2,s1,student\n"
    )
    command = [["--home", str(hostile), "import", str(school), "--dry-run"]]
    shown = run_all(tmp_path, command, answers=b"9\n1\n")
    assert "Which class is your advisory?" in shown
    assert raw(shown) == set()
