"""`g` opens group entry and `gg` goes to the first line, however fast or slowly they are typed, and loses no key."""

from pathlib import Path

import pytest
from app_case import case_screen, caseload_in, message, open_app, press, settings_of, settle
from terminal_case import Terminal
from textual import events
from textual.keys import _character_to_key

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.model import CheckIn
from advisory.store import Drafts, Store
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.running.key_app import DOUBLED_WITHIN, LATE_WITHIN, WORD_WITHIN
from advisory.tui.running.patience import until

STUDENTS = 20
NAMES = [f"{chr(ord('A') + number)}na" for number in range(STUDENTS)]


async def at_once(pilot, *keys: str) -> None:
    """Press keys without waiting for anything in between."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(events.Key(name, key if len(key) == 1 else None))
    for _ in range(4):
        await settle(pilot)


@pytest.mark.parametrize("screen", ["today", "caseload", "board", "log", "pacts", "card", "week"])
async def test_gg_goes_to_the_first(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        first = case_screen(pilot).body.key
        await press(pilot, "G")
        assert case_screen(pilot).body.key != first
        await press(pilot, "g", "g")
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == (screen, first)


async def test_two_slow_ones_open_it_and_begin_the_text(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "g")
        await pilot.pause(LATE_WITHIN)
        await press(pilot, "g")
        assert pilot.app.screen.text.text == "g"


async def g_and_later(pilot, *keys: str) -> None:
    """Open the group entry, and then press keys as if the first of them had come 0.4 seconds after that."""
    first = events.Key("g", "g")
    pilot.app.post_message(first)
    await until(lambda: isinstance(pilot.app.screen, GroupDialog))
    await settle(pilot)
    for number, key in enumerate(keys):
        event = events.Key(key, key)
        event.time = first.time + 0.4 + number / 10
        pilot.app.post_message(event)


async def test_a_gg_in_less_than_half_a_second_leaves_the_group_entry_again(demo: Caseload) -> None:
    seq = demo.store.seq
    async with open_app(demo) as pilot:
        await press(pilot, "G")
        await g_and_later(pilot, "g")
        await until(lambda: pilot.app.screen.id == "caseload")
        await settle(pilot)
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == ("caseload", demo.students[0].id)
        await g_and_later(pilot, *"great")
        await until(lambda: pilot.app.screen.text.text == "great")
        assert pilot.app.screen.text.text == "great"
        await press(pilot, "escape")
        await g_and_later(pilot, "g")
        await until(lambda: pilot.app.screen.text.text == "greatg")  # it goes on with the text that was kept
        assert pilot.app.screen.text.text == "greatg"
        await press(pilot, "ctrl+d", "escape")
    assert (demo.store.seq, Drafts(demo.store.folder).all()) == (seq, [])


async def test_a_command_after_gg(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await at_once(pilot, "G", "g", "g")
        await pilot.pause(WORD_WITHIN)
        await press(pilot, "j")
        assert case_screen(pilot).body.key == demo.students[1].id


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
        await pilot.pause(DOUBLED_WITHIN)
        await settle(pilot)
        assert pilot.app.screen.text.text == "Circle"


async def test_with_another_key_for_it_gg_is_what_it_was_and_the_key_does_not_wait(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"keys": {"group": "f6"}}')
    async with open_app(demo) as pilot:
        await press(pilot, "G", "g", "g")
        assert case_screen(pilot).body.key == demo.students[0].id
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
        terminal.wait_for("Saved: whole group, 18 students")
        terminal.type("u")
        terminal.wait_for("Undid: Group entry: whole group")
        terminal.type("\x12")
        terminal.wait_for("Did again")
        terminal.type("q")
        assert terminal.wait_for_the_end() == 0
    assert of_the_group(home) == {name: KEYS[5] for name in NAMES if name not in {"Bna", "Cna"}}


def test_g_and_gg_as_a_terminal_sends_them(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Ana")
        terminal.type("2")
        terminal.wait_for("▸ Ana")
        terminal.type("G")
        terminal.wait_for("▸ Tna")
        terminal.type("gg")
        terminal.wait_for("▸ Ana")
        terminal.type("g")
        terminal.wait_for("who was there?")
        terminal.type("good")
        terminal.wait_for("good")
        terminal.type("\x1b")
        terminal.wait_for("the group entry is kept")


def test_closing_the_window_in_the_middle_keeps_the_ticks_and_the_lines(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.wait_for("Ana")
        terminal.type("g\x1b[B Circle\td\rLed it")
        terminal.wait_for("Led it")
        terminal.close()
        terminal.program.wait(10)
    with Terminal(home) as terminal:
        terminal.wait_for("Not saved yet: a group entry")
        terminal.type("g")
        terminal.wait_for("19 of 20")
        terminal.wait_for("[x] Dna ✎")
        terminal.type("\r")
        terminal.wait_for("Saved: whole group, 19 students")
    assert of_the_group(home)["Dna"] == "Led it"
    assert "Bna" not in of_the_group(home)
