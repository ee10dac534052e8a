"""`g` opens the group entry, however fast the keys behind it are typed; no key is lost, and none writes by chance."""

from pathlib import Path

import pytest
from app_case import case_screen, caseload_in, drawn, message, open_app, press, settings_of, settle
from terminal_case import Terminal
from textual import events
from textual.keys import _character_to_key

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.model import CheckIn
from advisory.store import Drafts, Store
from advisory.tui.dialogs.group import GroupDialog

STUDENTS = 20
NAMES = [f"{chr(ord('A') + number)}na" for number in range(STUDENTS)]


async def at_once(pilot, *keys: str) -> None:
    """Press keys without waiting for anything in between."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    for _ in range(4):
        await settle(pilot)


async def test_g_g_enter_at_any_speed_writes_nothing_and_says_why(demo: Caseload) -> None:
    seq = demo.store.seq
    async with open_app(demo) as pilot:
        await at_once(pilot, "g", "g", "enter")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, GroupDialog)
        assert "One letter isn't a note" in drawn(pilot)
        await press(pilot, "escape")
        await press(pilot, "g", "enter")
        assert "One letter isn't a note" in drawn(pilot)
        await press(pilot, "ctrl+d", "escape")
    assert (demo.store.seq, Drafts(demo.store.folder).all()) == (seq, [])


async def test_everything_in_one_breath_goes_where_it_was_meant_to(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "g", "down", "space", "down", "space", *"sang", "enter", "j", "c", *"Hi", "enter")
        await pilot.pause(0.2)
        assert "Saved" in message(pilot)
    lines = {student.id: demo.store.check_ins_of(student.id)[-1].line for student in demo.students}
    first, second, third, *rest = lines.values()
    assert (first, second) == ("sang", "Hi")
    assert third != "sang"
    assert set(rest) == {"sang", "Not here today."}  # the demo's own, about those who are not


async def test_a_text_that_begins_with_g_in_the_same_breath_is_text(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "g", *"great circle")
        await pilot.pause(0.2)
        assert pilot.app.screen.text.text == "great circle"


@pytest.mark.parametrize("pause", [0.002, 0.02, 0.1])
async def test_no_letter_is_lost_whenever_it_is_typed(demo: Caseload, pause: float) -> None:
    async with open_app(demo) as pilot:
        for key in "gCircle":
            pilot.app.post_message(events.Key(key, key))
            await pilot.pause(pause)
        await pilot.pause(0.2)
        await settle(pilot)
        assert pilot.app.screen.text.text == "Circle"


async def test_with_another_key_for_it_that_key_opens_it_and_g_does_nothing(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"keys": {"group": "f6"}}')
    async with open_app(demo) as pilot:
        await press(pilot, "G", "g", "g")
        assert case_screen(pilot).body.key == demo.students[-1].id
        await at_once(pilot, "f6", "g", "g")
        assert pilot.app.screen.text.text == "gg"


# --- in a real terminal --------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = Store.open(tmp_path / "home")
    caseload = caseload_in(store)
    for name in NAMES:
        add_student(caseload, given_name=name, family_name="Lee")
    store.close()
    return tmp_path / "home"


def of_the_group(home: Path) -> dict[str, str]:
    store = Store.open(home)
    names = caseload_in(store).shorts
    found = {names[c.student]: c.line for c in store.all(CheckIn) if c.group}
    store.close()
    return found


KEYS = ("g", "\x1b[B", " ", "\x1b[B", " ", "Circle about sleep, and why", "\r")


@pytest.mark.parametrize("is_one_packet", [True, False])
def test_a_group_of_20_with_2_exceptions_is_6_keys_and_the_text(home: Path, *, is_one_packet: bool) -> None:
    assert len(KEYS) == 6 + 1
    with Terminal(home) as terminal:
        terminal.wait_for("Ana")
        if is_one_packet:
            terminal.type("".join(KEYS))
        else:
            for key, seen in zip(
                KEYS, ("20 of 20", "▸[x] Bna", "▸[ ] Bna", "▸[x] Cna", "▸[ ] Cna", KEYS[5], "Saved"), strict=True
            ):
                terminal.type(key)
                terminal.wait_for(seen)
        terminal.wait_for("Saved: whole group, today: A")
        terminal.type("u")
        terminal.wait_for("Undid: Group entry: whole group")
        terminal.type("\x12")
        terminal.wait_for("Redid")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert of_the_group(home) == {name: KEYS[5] for name in NAMES if name not in {"Bna", "Cna"}}


def test_g_g_enter_in_one_packet_writes_nothing(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Ana")
        terminal.type("gg\r")
        terminal.wait_for("One letter isn't a note")
        terminal.type("\x1b")
        terminal.wait_for("The group note is kept")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert of_the_group(home) == {}


def test_closing_the_window_in_the_middle_keeps_the_ticks_and_the_lines(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Ana")
        terminal.type("g\x1b[B Circle\td\rLed it")
        terminal.wait_for("Led it")
        terminal.close()
        terminal.program.wait(10)
    with Terminal(home) as terminal:
        terminal.wait_for("✎ 1 draft")
        terminal.type("g")
        terminal.wait_for("19 of 20")
        terminal.wait_for("[x] Dna ✎")
        terminal.type("\r")
        terminal.wait_for("Saved: whole group, today: A")
    assert of_the_group(home)["Dna"] == "Led it"
    assert "Bna" not in of_the_group(home)
