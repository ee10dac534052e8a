"""The partnership in a real terminal: on with the gate met, on before it, back with a reason, and all of it undone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_case import caseload_in
from terminal_case import Terminal

from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.student.add import add_student
from advisory.model import StageMove, Student
from advisory.model.words import Direction, MoveReason, Stage
from advisory.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")

ENTER, ESCAPE, SAVE = "\r", "\x1b", "\x13"
SCROLL_BAR = "▁▂▃▄▅▆▇█"
"""What its ends are drawn with, in the last cell of a line."""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    store = Store.open(home)
    caseload = caseload_in(store)
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    for key in ("listened", "helped", "student_started"):
        add_sign(caseload, maya.id, key)
    store.close()
    return home


def test_on_on_back_and_undo_all_three_and_the_timeline_tells_it(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Who next")
        terminal.type("3")
        terminal.wait_for("3 of 3: all there")
        terminal.type(">")
        terminal.wait_for("The signs are there.")
        terminal.type("Asked for a target" + SAVE)
        terminal.wait_for("Partnership on to Alliance")
        terminal.type(">")
        terminal.wait_for("0 of 3; still")
        terminal.type("She explains it already" + SAVE)
        terminal.wait_for("Partnership on to Cognitive insight")
        terminal.type("<")
        terminal.wait_for("Nothing is deleted.")
        terminal.type("m" + SAVE)
        terminal.wait_for("Partnership back to Alliance")
        terminal.type(ENTER)
        terminal.wait_for("── The partnership")
        terminal.type("G")
        terminal.wait_for(f"▰▱▱ begun in Rapport{' ' * 50}")  # with what stood there before written over
        timeline = [line.strip(f" {SCROLL_BAR}") for line in terminal.shown.split("how it moved")[1].splitlines()]
        assert timeline[1:8] == [
            "▰▰▱ today  back to Alliance",
            "│ moved too fast",
            "▰▰▰ today  on to Cognitive insight",
            "│ She explains it already (before all the signs were there)",
            "▰▰▱ today  on to Alliance",
            "│ signs seen: Asked for a target",
            "▰▱▱ begun in Rapport",
        ]
        store = Store.open(home)
        moves = store.all(StageMove)
        store.close()
        terminal.type("u")
        terminal.wait_for("Undid: Partnership: back to Alliance")
        terminal.type("u")
        terminal.wait_for("Undid: Partnership: on to Cognitive insight")
        terminal.type("u")
        terminal.wait_for("Undid: Partnership: on to Alliance")
        terminal.wait_until_gone("how it moved")
        terminal.type(ESCAPE)
        terminal.wait_for("3 of 3: all there")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert [(move.direction, move.reason_key, move.override) for move in moves] == [
        (Direction.FORWARD, MoveReason.SIGNS_SEEN, False),
        (Direction.FORWARD, MoveReason.OTHER, True),
        (Direction.BACK, MoveReason.MOVED_TOO_FAST, False),
    ]
    store = Store.open(home)
    maya = store.all(Student)[0]
    assert store.all(StageMove) == []
    assert caseload_in(store).summary(maya.id).stage in {None, Stage.RAPPORT}
    store.close()
