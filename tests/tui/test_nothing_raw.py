"""Nothing that is written in the folder commands the terminal in which the app runs, whatever it is and however it got there."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_case import caseload_in, open_app, settle
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from terminal_case import Terminal
from textual.strip import Strip
from textual.widget import Widget

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.draft import draft_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.store import Store
from advisory.streams import obeyed
from advisory.tui.textual_internals import render_plain

HOSTILE = "H\x1b]0;PWNED\x07\x1b]52;c;cHduZWQ=\x07\x1b[31m\x9b31m\x9d0;PWNED\x9c\x08\r\x7f\u202egnp\u2066x\u2028y\u200e\u200f\u061c"
_SEQUENCE = re.compile(r"\x1b\[[0-9;:?<=>$]*[A-Za-z]|\x1b\]22;[a-z-]+\x07")
"""What Textual writes to move, color and set up, and for the shape of the pointer: always these, and nothing else."""


_WALK = "1 j 2 3 4 j 5 6 2 \r j H \x1b e \x1b u P \x1b c \x1b ?"
"""Every mode, a student's card and history, forms, the palette and the help."""


EDITED = [pytest.param(False, marks=pytest.mark.every), True]


def raw(written: bytes) -> set[str]:
    """What a terminal obeys, besides the sequences of Textual."""
    text = written.decode(errors="surrogateescape")
    return obeyed(_SEQUENCE.sub("", text).replace("\r\n", "")) | set(re.findall(r"\x1b\[31m", text))


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Caseload]:
    store = Store.open(tmp_path / os.fsdecode(f"home{HOSTILE}".encode("utf-8", "surrogateescape")))  # in any locale
    caseload = caseload_in(store)
    for number in ("60", "61"):
        student = add_student(
            caseload, given_name=HOSTILE, family_name=f"Lee{number}", student_number=number, grade=HOSTILE
        )
        record_check_in(caseload, student.id, HOSTILE, body=HOSTILE, student_says=HOSTILE)
        make_promise(caseload, student.id, HOSTILE)
        draft_pact(caseload, student.id, HOSTILE, title=HOSTILE, why=HOSTILE)
    yield caseload
    store.close()


def edit(folder: Path) -> None:
    """By hand, or by another program: a table, an id, a field, a date and a choice that command a terminal."""
    path = folder / "advisory.json"
    records = json.loads(path.read_text(encoding="utf-8"))
    note = records["checkins"]["1"]
    records["checkins"] |= {
        "3": {**note, "id": HOSTILE},
        "4": {**note, "id": "c0000004", HOSTILE: HOSTILE},
    }
    for number, field in enumerate(("student", "happened_on", "kind", "created_at", "tags"), 5):
        records["checkins"][str(number)] = {**note, "id": f"c000000{number}", field: HOSTILE}
    records[HOSTILE] = {"1": {HOSTILE: HOSTILE}}
    path.write_text(json.dumps(records), encoding="utf-8")
    (folder / "settings.json").write_text(json.dumps({"theme": HOSTILE, "keys": {HOSTILE: "x", "undo": HOSTILE}}))


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
@pytest.mark.parametrize("is_edited", EDITED, ids=["as written", "edited by hand"])
def test_the_app_writes_nothing_raw_to_a_terminal(hostile: Caseload, *, is_edited: bool) -> None:
    folder = hostile.store.folder
    hostile.store.close()
    if is_edited:
        edit(folder)
    with Terminal(folder) as terminal:
        terminal.wait_for("things to know" if is_edited else "? Keys")
        terminal.type("\x1b" if is_edited else "")
        for keys in _WALK.split(" "):
            terminal.type(keys)
            while terminal.read(0.25):
                pass
        assert terminal.program.poll() is None
        terminal.program.terminate()
        terminal.wait_for_the_end()
    assert b"PWNED" in terminal.written
    assert [told for told in terminal.titles() if not told.startswith("22;")] == []
    assert raw(terminal.written) == set()


class Careless(Widget):
    """A widget that draws whatever it is given, past `prose` and past Textual's own text."""

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"a{HOSTILE}b", Style(bold=True)), Segment(HOSTILE), Control.title("PWNED").segment])


async def test_a_widget_that_forgets_prose_is_caught_by_the_net(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        widget = Careless()
        await pilot.app.screen.mount(widget)
        await settle(pilot)
        drawn = "".join(strip.render(pilot.app.console) for strip in pilot.app.screen._compositor.render_strips())
    assert "PWNED" in drawn
    assert raw(drawn.encode()) == set()


def test_a_line_keeps_its_width_and_loses_what_is_obeyed() -> None:
    console = Console(color_system=None)
    line = Strip([Segment("Zoë\t\x1b]0;x\x07雨", Style(bold=True)), Control.title("y").segment, Segment("|")])
    assert render_plain(line, console) == "\x1b[1mZoë]0;x雨\x1b[0m|"
    plain = Strip([Segment("Zoë 雨", Style(bold=True))])
    assert render_plain(plain, console) == plain.render(console) == "\x1b[1mZoë 雨\x1b[0m"
