"""The program in a real terminal: what Pilot can't show, such as how it is left, killed and hung up."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from app_case import caseload_in
from terminal_case import Terminal

from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.model import CheckIn
from advisory.store import Drafts, Store, remember_emptied

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")

NAMES = (("Maya", "Okafor"), ("Diego", "Ramírez"), ("Kai", "Tran"))
AT_ONCE = 10.0
"""Seconds in which the program has to be gone, also on a slow and busy machine."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    store = Store.open(home)
    caseload = caseload_in(store)
    for given_name, family_name in NAMES:
        add_student(caseload, given_name=given_name, family_name=family_name)
    record_check_in(caseload, caseload.one("maya").id, "Showed the draft")
    store.close()
    return home


def lines_of(home: Path) -> set[str]:
    store = Store.open(home)
    lines = {check_in.line for check_in in store.all(CheckIn)}
    store.close()
    return lines


def drafts_of(home: Path) -> list[str]:
    return [text for draft in Drafts(home).all() for text in draft.fields.values()]


def begin_a_note(terminal: Terminal, text: str) -> None:
    terminal.wait_for("Diego Ramírez")
    terminal.type("c")
    terminal.wait_for("one-to-one · today")
    terminal.type(text)
    terminal.wait_for(text)


def put_in_trash(home: Path, days_ago: int) -> None:
    store = Store.open(home)
    with store.change("Check-in deleted", datetime.now(UTC) - timedelta(days=days_ago)) as change:
        change.remove(change.need(CheckIn, "c0000001"))
    store.close()
    remember_emptied(home, "2026-01-01")


def test_a_check_in_is_taken_and_is_there_at_the_next_start(home: Path) -> None:
    """And what the close has to tell is told once the terminal is as it was."""
    put_in_trash(home, days_ago=31)
    with Terminal(home) as terminal:
        begin_a_note(terminal, "Brought the lab notes")
        terminal.type("\r")
        terminal.wait_for("Saved")
        terminal.type("q")
        asked_at = time.monotonic()
        assert terminal.wait_for_the_end() == 0
        assert time.monotonic() - asked_at < AT_ONCE
        assert terminal.modes == terminal.modes_before
        for mode in (b"?1049", b"?1000", b"?2004"):  # the other screen, the mouse, bracketed paste
            assert terminal.written.rindex(mode + b"l") > terminal.written.rindex(mode + b"h")
        assert terminal.written.rindex(b"\x1b[?25h") > terminal.written.rindex(b"\x1b[?25l")
        told = terminal.written.rpartition(b"?1049l")[2]
        assert b"After 30 days in the trash. Gone for good: 1 check-in." in told
        assert b"Traceback" not in terminal.written
    with Terminal(home) as terminal:
        terminal.wait_for("● Diego")
        terminal.type("4")
        terminal.wait_for("Brought the lab notes")


def test_what_was_saved_survives_a_kill(home: Path) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "Brought the lab notes")
        terminal.type("\r")
        terminal.wait_for("Saved")
        terminal.program.kill()
        assert terminal.wait_for_the_end() == -signal.SIGKILL
    assert "Brought the lab notes" in lines_of(home)


@pytest.mark.parametrize("ended_by", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_in_the_middle_of_typing_keeps_the_draft_and_leaves(home: Path, ended_by: signal.Signals) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "She asked why we")
        terminal.program.send_signal(ended_by)
        asked_at = time.monotonic()
        assert terminal.wait_for_the_end() == 128 + ended_by
        assert time.monotonic() - asked_at < AT_ONCE
        assert terminal.modes == terminal.modes_before
    assert drafts_of(home) == ["She asked why we"]
    assert lines_of(home) == {"Showed the draft"}
    with Terminal(home) as terminal:
        terminal.wait_for("✎ 1 draft")
        terminal.type("2")
        terminal.wait_for("✎ Diego")
        terminal.type("c")
        terminal.wait_for("She asked why we")


@pytest.mark.parametrize("is_waited_for", [False, True], ids=["by itself", "as uv runs it"])
def test_ctrl_z_in_a_note_leaves_the_screen_and_keeps_the_draft_and_fg_brings_both_back(
    home: Path, *, is_waited_for: bool
) -> None:
    with Terminal(home, is_waited_for=is_waited_for) as terminal:
        begin_a_note(terminal, "She asked why we")
        terminal.type("\x1a")
        until = time.monotonic() + AT_ONCE
        while not (stopped := os.waitpid(terminal.program.pid, os.WUNTRACED | os.WNOHANG))[0]:
            terminal.read(0.05)  # a program whose terminal takes nothing any more can't restore it
            assert time.monotonic() < until
        assert os.WIFSTOPPED(stopped[1])
        while terminal.read(0.2):
            pass
        assert drafts_of(home) == ["She asked why we"]
        assert terminal.modes == terminal.modes_before
        assert terminal.written.rindex(b"?1049l") > terminal.written.rindex(b"?1049h")
        before = len(terminal.written)
        os.killpg(terminal.program.pid, signal.SIGCONT)
        until = time.monotonic() + AT_ONCE
        for wanted in (b"?1049h", b"She asked why we", b"Diego"):
            while wanted not in terminal.written[before:]:
                terminal.read(0.05)
                assert time.monotonic() < until, wanted


def test_closing_the_window_in_the_middle_of_typing_keeps_the_draft(home: Path) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "She asked why we")
        terminal.close()
        terminal.program.wait(10)
    assert drafts_of(home) == ["She asked why we"]


def test_closing_the_window_in_the_middle_of_a_capture_line_offers_it_at_the_next_start(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        terminal.type("+")
        terminal.wait_for("Who is the note about?")
        terminal.type("diego She asked why we >fri bring")
        terminal.wait_for("you promise: bring")
        terminal.close()
        terminal.program.wait(10)
    assert drafts_of(home) == ["diego She asked why we >fri bring"]
    with Terminal(home) as terminal:
        terminal.wait_for("✎ 1 draft")
        terminal.type("+")
        terminal.wait_for("Diego Ramírez · one-to-one · today")
        terminal.type("\r")
        terminal.wait_for("Saved: one-to-one, today, promise due Fri")
    assert "She asked why we" in lines_of(home)


def test_the_shade_in_the_middle_of_a_note_and_back(home: Path) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "She asked why we")
        terminal.type("\x0c")
        terminal.wait_until_gone("She asked")
        terminal.wait_until_gone("Okafor")
        terminal.wait_until_gone("Diego")
        terminal.type("\x0c")
        terminal.wait_for("to come back")
        terminal.type("q\x0c")
        terminal.wait_for("She asked why we")
        terminal.type(" do\r")
        terminal.wait_for("Saved")
    assert "She asked why we do" in lines_of(home)


def test_a_paste_of_several_lines_is_one_note(home: Path) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "said: ")
        terminal.type("\x1b[200~one\rtwo\x1b[201~")
        terminal.wait_for("two")
        terminal.type("\r")
        terminal.wait_for("Saved")
    assert "said: one\ntwo" in lines_of(home)


def test_arrows_find_and_escape_as_a_terminal_sends_them(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("▸ Diego")
        terminal.type("2")
        terminal.wait_for("Stage")
        terminal.type("\x1b[B")
        terminal.wait_for("▸ Kai")
        terminal.type("/ma")
        terminal.wait_until_gone("Diego")
        terminal.type("\x1b")
        terminal.wait_for("Diego")
        terminal.type(">")
        terminal.wait_for("on to Alliance")
        terminal.type("\x1b")
        terminal.wait_until_gone("on to Alliance")


def test_the_terminal_s_title_never_holds_a_name(home: Path) -> None:
    with Terminal(home) as terminal:
        begin_a_note(terminal, "Zanzibar")
        terminal.type("\r")
        terminal.wait_for("Saved")
        terminal.type("\r")
        terminal.wait_for("── Check-ins")
        terminal.type("q")
        terminal.wait_for_the_end()
        told = " ".join(terminal.titles())
    assert not [word for word in (*sum(NAMES, ()), "Zanzibar", "draft") if word in told]


@pytest.mark.parametrize(
    "variables",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"TERM": "dumb"}],
    ids=lambda variables: next(iter(variables)),
)
def test_whatever_the_environment_says_names_are_shown_and_typed(home: Path, variables: dict[str, str]) -> None:
    with Terminal(home, **variables) as terminal:
        begin_a_note(terminal, "Größe 王")
        terminal.type("\r")
        terminal.wait_for("Saved")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert "Größe 王" in lines_of(home)


CRASHING = """
from advisory.tui.app import AdvisoryApp

def fail(self):
    note = "Zanzibar"
    raise RuntimeError(f"about {note}")

AdvisoryApp.action_shade = fail
"""


def test_an_error_nobody_foresaw_keeps_the_draft_and_tells_no_note(home: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CRASHING)
    paths = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    with Terminal(home, PYTHONPATH=paths, XDG_STATE_HOME=str(tmp_path / "state")) as terminal:
        begin_a_note(terminal, "Zanzibar")
        terminal.type("\x0c")  # Ctrl+l
        assert terminal.wait_for_the_end() == 4
        assert terminal.modes == terminal.modes_before
        told = terminal.written[terminal.written.rindex(b"\x1b[?1049l") :].decode()
    assert "advisory met an unexpected error" in told
    assert "Traceback" not in told
    assert "Zanzibar" not in told
    assert drafts_of(home) == ["Zanzibar"]
    (report,) = (path for path in tmp_path.rglob("crash-*.txt"))
    assert "RuntimeError" in report.read_text("utf-8")
    assert "Zanzibar" not in report.read_text("utf-8")


def test_what_it_draws_on_has_to_be_a_terminal_too(home: Path) -> None:
    command = [sys.executable, "-m", "advisory", "--home", str(home)]
    ours, theirs = os.openpty()
    said = subprocess.run(command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert said.returncode == 1
    assert b"needs a terminal" in said.stderr


def test_without_a_terminal_it_says_what_to_do_instead(home: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "advisory", "--home", str(home)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert asked.returncode == 1
    assert "needs a terminal" in asked.stderr
    assert "Traceback" not in asked.stderr
