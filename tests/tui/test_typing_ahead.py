"""Keys typed in one breath, faster than anything is drawn, go where they were meant to go."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from app_case import drawn, message, open_app, settle, wait_until
from terminal_case import Terminal
from textual import events
from textual.keys import _character_to_key

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, FollowUp, StageMove
from advisory.store import Store
from advisory.tui.commands.registry import COMMAND
from advisory.tui.running import already_typed

if TYPE_CHECKING:
    from textual.driver import Driver


async def at_once(pilot, *keys: str) -> None:
    """Press keys without waiting for anything in between."""
    for key in keys:
        is_mark = len(key) == 1 and not key.isalnum()
        name = _character_to_key(key) if is_mark else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    for _ in range(4):
        await settle(pilot)


def lines_of(caseload: Caseload, student_id: str) -> set[str]:
    return {check_in.line for check_in in caseload.store.check_ins_of(student_id)}


@pytest.mark.parametrize("screen", COMMAND["check-in"].where)
async def test_c_the_note_and_enter(demo: Caseload, screen: str) -> None:
    note = "xAZdu2 said 3>2 q"
    async with open_app(demo, screen=screen) as pilot:
        seq, student_id = demo.store.seq, pilot.app.screen.highlighted.student
        await at_once(pilot, "c", *note, "enter")
        assert pilot.app.screen.id == screen
    assert demo.store.seq == seq + 1
    assert note in {check_in.line for check_in in demo.store.check_ins_of(student_id)}


async def test_five_students_in_one_breath(demo: Caseload) -> None:
    students = [student.id for student in demo.students[:5]]
    async with open_app(demo) as pilot:
        await at_once(pilot, *(key for n in range(5) for key in ("c", "n", str(n), "enter", "down")))
        await wait_until(pilot, lambda: all(f"n{n}" in lines_of(demo, students[n]) for n in range(5)))


async def test_a_paste_in_the_middle_of_what_is_typed_stays_in_its_place(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        student_id = pilot.app.screen.highlighted.student
        await at_once(pilot, "c", *"said: ")
        for event in (
            *(events.Key(letter, letter) for letter in "and "),
            events.Paste("one two"),
            events.Key("x", "x"),
        ):
            pilot.app.post_message(event)
        await at_once(pilot, *"yz", "enter")
    assert "said: and one twoxyz" in lines_of(demo, student_id)


async def test_a_click_right_after_a_note_comes_after_it(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        student_id, place = pilot.app.screen.highlighted.student, (drawn(pilot).index("Board"), 0)
        for key in ("c", *"Hi", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        for kind in (events.MouseDown, events.MouseUp):
            pilot.app.post_message(kind(None, *place, 0, 0, 1, False, False, False, *place))
        await wait_until(pilot, lambda: pilot.app.screen.id == "board")
    assert "Hi" in lines_of(demo, student_id)


async def test_finding_and_then_a_note(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "slash", *"ramir", "enter", "c", *"Hi", "enter")
    assert "Hi" in {check_in.line for check_in in demo.store.check_ins_of(demo.one("diego").id)}


async def test_into_a_form_and_out_of_it(demo: Caseload) -> None:
    student_id = demo.students[0].id
    async with open_app(demo) as pilot:
        await at_once(pilot, "o", *"atlas", "enter", *"fri", "enter", "c", *"Hi", "enter")
    promise = max(demo.store.all(FollowUp), key=lambda promise: promise.id)
    assert (promise.student, promise.text) == (student_id, "atlas")
    assert promise.due_on.isoformat() == "2026-11-27"
    assert "Hi" in {check_in.line for check_in in demo.store.check_ins_of(student_id)}


async def test_a_move_and_its_undo(demo: Caseload) -> None:
    before = demo.store.all(StageMove)
    async with open_app(demo) as pilot:
        await at_once(pilot, "greater_than_sign", *"saw it", "enter", "u")
        await wait_until(pilot, lambda: message(pilot).startswith("Undid"))
    assert demo.store.all(StageMove) == before
    assert demo.summary(demo.students[0].id).stage is not None


async def test_the_shade_in_the_middle_of_a_breath(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "c", *"ab", "ctrl+l", "ctrl+l", *"zz", "ctrl+l", *"cd", "enter")
        await wait_until(pilot, lambda: "abcd" in lines_of(demo, demo.students[0].id))


async def test_through_modes_and_the_card_and_back(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "3", "4", "5", "2", "enter", "escape", "down", "enter", "c", *"Hi", "enter")
        await wait_until(pilot, lambda: "Hi" in lines_of(demo, demo.students[1].id))


def test_in_a_real_terminal_and_in_one_packet(tmp_path: Path, caseload: Caseload) -> None:
    home = tmp_path / "real"
    store = Store.open(home)
    here = Caseload(store, today=lambda: caseload.today, now=caseload.now)
    for given_name in ("Ann", "Ben", "Cal"):
        student = add_student(here, given_name=given_name, family_name="Lee")
        record_check_in(here, student.id, "Before")
    store.close()
    with Terminal(home) as terminal:
        terminal.wait_for("▸ ● Ann")
        terminal.type("2cxAu one\r\x1b[Bc/q two\r\x1b[Bczz three\r4")
        terminal.wait_for("zz three")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    store = Store.open(home)
    by_name = {student.given_name: student.id for student in Caseload(store).students}
    lines = {
        name: [check_in.line for check_in in store.all(CheckIn) if check_in.student == student_id][1:]
        for name, student_id in by_name.items()
    }
    store.close()
    assert lines == {"Ann": ["xAu one"], "Ben": ["/q two"], "Cal": ["zz three"]}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hands its keys over in its own time")
@pytest.mark.parametrize(("typed", "waits"), [(b"", already_typed._AT_LEAST), (b"c", already_typed._AT_MOST)])
async def test_it_waits_while_something_is_left_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch, typed: bytes, waits: int
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(already_typed.asyncio, "sleep", sleep)
    reader, writer = os.pipe()
    try:
        os.write(writer, typed)
        await already_typed.already_read(cast("Driver", SimpleNamespace(fileno=reader)))
    finally:
        os.close(reader)
        os.close(writer)
    assert len(slept) == waits
