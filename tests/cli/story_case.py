"""A school year on the command line: every command of story.txt, and what it then printed, whole.

A line of story.txt that begins with `$` is what is typed behind `advisory`; `@2027-05-10` before it is the day, and what
is typed at questions follows `<`, with `/` for Enter; `↵` is a line break. What is in the files is told by exchange's tests.
`kept_text` says how what it printed is written anew.
"""

import io
import os
import re
import shlex
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.cli import run
from advisory.cli.base import sitting

STORY = Path(__file__).with_name("story.txt")
_ROSTER = """Given name,Family name,Preferred name,Student number,Grade,Birthday,Email
José,Ñandú,,0042,10,11-24,jose@example.org
Margaret,Okafor,Maya,0043,12,2009-03-01,maya@example.org
Mayumi,Sato,,0044,12,,
Ben,Ode,,0045,9,11-23,
"""
_DAYS = """BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261126
DTEND;VALUE=DATE:20261128
SUMMARY:Thanksgiving: no school
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261204
SUMMARY:Band practice
END:VEVENT
END:VCALENDAR
"""
FILES = {
    "roster.csv": _ROSTER,
    "days.ics": _DAYS,
    "other.csv": "Kid,Kin,Room\nZoe,Quill,4\nAbe,Quill,5\n",
    "namesakes.csv": "First,Last,Grade\nBen,Ode,11\nBen,Ode,12\nNew,One,9\n",
    "none.csv": "First,Last\n",
    "wide.csv": f"{'a' * 29}b,{'a' * 29}bc\nZoe,Quill\n",
    "empty.txt": "\n",
}


class Terminal(io.StringIO):
    """What is typed at questions."""

    def isatty(self) -> bool:
        return True


class Captured(io.StringIO):
    """What is printed, with the bytes that go around the text."""

    def __init__(self) -> None:
        super().__init__()
        self.buffer = self

    def write(self, text) -> int:
        return super().write(text.decode() if isinstance(text, bytes) else text)


def commands() -> list[str]:
    return [line for line in STORY.read_text(encoding="utf-8").splitlines() if line.startswith("$")]


def told(folder: Path) -> Iterator[str]:
    """Each command and what it prints: data, then messages, then a code that is not 0."""
    clock = ticking()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    place = mock.patch.object(
        sitting.Sitting, "caseload_of", lambda self, store: Caseload(store, today=lambda: self.today, now=clock)
    )
    with place, chdir(folder), mock.patch.dict(os.environ, {"COLUMNS": "80", "ADVISORY_PASSPHRASE": ""}):
        for command in commands():
            yield command
            line, _, typed = command.removeprefix("$").strip().partition(" < ")
            words = shlex.split(line.replace("↵", "\n"))
            day = words.pop(0).removeprefix("@") if words[0].startswith("@") else TODAY.isoformat()
            out, err = Captured(), Captured()
            stdin = Terminal(typed.replace("/", "\n") + "\n") if typed else io.StringIO()
            with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", stdin):
                code = run(["--home", "home", "--today", day, *words])
            said = out.getvalue() + "".join(f"! {one}\n" for one in err.getvalue().splitlines())
            said = re.sub(r"\d{4}-\d\d-\d\d(?=-\d{7}\.)", "DAY", said.replace(str(folder), "FOLDER"))
            yield from (one.rstrip() for one in said.splitlines())
            if code:
                yield f"→ {code}"


def words(folder: Path) -> str:
    """All of it as one text, by the clock of UTC. The folder is empty."""
    with mock.patch.dict(os.environ, {"TZ": "UTC"}):
        time.tzset()
        return "\n".join(told(folder.resolve())) + "\n"
