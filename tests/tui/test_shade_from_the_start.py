"""Hidden from the first key on: what was going to be said at the start names nobody once names are hidden, at any moment."""

import time
from pathlib import Path

import pytest
from app_case import caseload_in, drawn, open_app, press, settle, wait_until
from record_case import NOW
from terminal_case import Terminal
from textual import events

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.settings.configuration import Configuration
from advisory.store import Drafts, Store
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.prose import Shade

NAMES = (("Amina", "Yusuf"), ("Diego", "Ramírez"), ("Kai", "Tran"))
UNSEEN = ("Amina", "Yusuf", "Diego", "Ramírez", "Kai", "Tran", "Zanzibar")
WITHIN = 1.5
"""Seconds in which everything that is said at a start has been said."""


def home_with_drafts(home: Path, drafts: int) -> Path:
    store = Store.open(home)
    caseload = caseload_in(store)
    ids = [add_student(caseload, given_name=given, family_name=family).id for given, family in NAMES]
    for student_id in ids[:drafts]:
        Drafts(home).save(NOTE, student_id, {"line": "Zanzibar was where"}, NOW)
    store.close()
    return home


def seen_after(home: Path, keys: str, delay: float) -> list[str]:
    """What is on the screen once everything has been said, where the keys come so many seconds after the start."""
    with Terminal(home) as terminal:
        _look(terminal, delay)
        terminal.type(keys)
        _look(terminal, WITHIN)
        assert terminal.shown.strip()
        return [name for name in UNSEEN if name in terminal.shown]


def painted_with_names(home: Path, keys: str, *, after: str = "") -> list[str]:
    """The names in anything that the terminal was ever sent, where the keys were there first, or once `after` is shown.

    What was in the making when the keys came is not counted: a frame, at most.
    """
    with Terminal(home) as terminal:
        begun = 0
        if after:
            terminal.wait_for(after)
            while terminal.read(0.3):
                pass
            begun = len(terminal.written)
        terminal.type(keys)
        _look(terminal, WITHIN)
        terminal.wait_for("Hidden.")
        painted = terminal.written[begun:].decode(errors="replace")
        return [name for name in UNSEEN if name in painted]


def _look(terminal: Terminal, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal.read(0.02)


@pytest.mark.parametrize("drafts", [1, 2])
def test_a_key_that_was_there_before_the_program(tmp_path: Path, drafts: int) -> None:
    assert seen_after(home_with_drafts(tmp_path / "home", drafts), "\x0c", 0) == []


@pytest.mark.parametrize("keys", ["\x0c", "2\x0c", "x\x0c", "11\x0c"])
def test_not_one_frame_names_anybody_if_the_key_was_there_first(tmp_path: Path, keys: str) -> None:
    assert painted_with_names(home_with_drafts(tmp_path / "home", 0), keys) == []


def test_a_start_that_is_hidden_never_names_anybody_until_one_key_does(tmp_path: Path) -> None:
    home = home_with_drafts(tmp_path / "home", 1)
    Configuration(home).choose(starts_shaded=True)
    with Terminal(home) as terminal:
        _look(terminal, WITHIN)
        terminal.wait_for("AY")
        assert not any(name in terminal.written.decode(errors="replace") for name in UNSEEN)
        terminal.type("\x0e")
        terminal.wait_for("Amina")


def test_the_look_at_the_frames_would_find_a_name(tmp_path: Path) -> None:
    home = home_with_drafts(tmp_path / "home", 0)
    with Terminal(home) as terminal:
        terminal.wait_for("Amina")
        assert "Amina" in terminal.written.decode(errors="replace")
    assert painted_with_names(home, "\x0c", after="Amina") == []


@pytest.mark.slow
@pytest.mark.parametrize("drafts", range(3))
def test_the_first_half_second_step_by_step(tmp_path: Path, drafts: int) -> None:
    home = home_with_drafts(tmp_path / "home", drafts)
    seen = {delay: seen_after(home, "\x0c", delay / 20) for delay in range(1, 14, 2)}
    assert not any(seen.values()), seen


@pytest.mark.parametrize(("there", "back"), [(("v",), ("escape", "b")), (("ctrl+l", "ctrl+l"), ("ctrl+l",))])
async def test_what_is_to_be_said_waits_while_nobody_but_the_advisor_may_read_it(
    tmp_path: Path, there: tuple[str, ...], back: tuple[str, ...]
) -> None:
    store = Store.open(home_with_drafts(tmp_path / "home", 2))
    async with open_app(caseload_in(store)) as pilot:
        await press(pilot, "escape")  # what was said at once
        await press(pilot, *there)
        pilot.app._are_noticed = False
        pilot.app._notices += ["Two keys clash.", "Two more clash."]
        pilot.app.show_notices()
        await settle(pilot)
        assert "clash" not in drawn(pilot)
        await press(pilot, *back)
        await wait_until(pilot, lambda: "things to know" in drawn(pilot))
    store.close()


def type_at_once(pilot, *keys: str) -> None:
    """Let all these keys come before the app does anything about the first."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize("before", [(), ("2",), ("c", "a", "b"), ("o",), ("3", "4", "1")])
async def test_names_are_hidden_before_the_keys_typed_earlier_have_had_their_turn(
    demo: Caseload, before: tuple[str, ...]
) -> None:
    async with open_app(demo) as pilot:
        names = [student.family_name for student in demo.students]
        assert any(name in drawn(pilot) for name in names)
        type_at_once(pilot, *before, "ctrl+l")
        assert pilot.app.desk.prose.shade is Shade.INITIALS
        await settle(pilot)
        assert not any(name in drawn(pilot) for name in names)
        assert pilot.app.desk.prose.shade is (Shade.NEUTRAL if before == ("o",) else Shade.INITIALS)


@pytest.mark.parametrize("times", range(1, 8))
async def test_every_press_counts_however_fast_they_come(demo: Caseload, times: int) -> None:
    async with open_app(demo) as pilot:
        type_at_once(pilot, *["ctrl+l"] * times)
        await settle(pilot)
        assert pilot.app.desk.prose.shade == times % 3


async def test_no_name_is_shown_between_two_presses_that_show_and_hide_them(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "ctrl+l", "ctrl+l")
        shades: list[Shade] = []
        more = pilot.app._shade_more
        pilot.app._shade_more = lambda: (more(), pilot.app.call_next(lambda: shades.append(pilot.app.desk.prose.shade)))
        type_at_once(pilot, "ctrl+l", "2", "ctrl+l")
        await settle(pilot)
        assert shades == [Shade.INITIALS, Shade.INITIALS]


async def test_the_advisors_own_key_hides_ahead_too(tmp_path: Path, demo: Caseload) -> None:
    Configuration(demo.store.folder).choose(keys={"shade": "f9"})
    async with open_app(demo) as pilot:
        type_at_once(pilot, "2", "ctrl+l")
        assert pilot.app.desk.prose.shade is Shade.OFF
        type_at_once(pilot, "f9")
        assert pilot.app.desk.prose.shade is Shade.INITIALS
        await settle(pilot)


async def test_over_a_dialog_the_key_waits_its_turn_and_goes_neutral(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "o")
        type_at_once(pilot, "x", "ctrl+l")
        assert pilot.app.desk.prose.shade is Shade.OFF
        await settle(pilot)
        assert pilot.app.desk.prose.shade is Shade.NEUTRAL
        await press(pilot, "ctrl+l")
        assert pilot.app.desk.prose.shade is Shade.OFF
        await press(pilot, "escape")


async def test_what_is_refused_under_the_shade_names_nobody_and_quotes_nothing(demo: Caseload, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("students;Zanzibar Quux\n", encoding="utf-8")
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await press(pilot, "ctrl+l")
        desk = pilot.app.desk
        taken = f"Student number 12 already belongs to {maya.full_name}. “Zanzibar” is not a day; “Quux is cut"
        assert desk.as_shaded(taken) == "Student number 12 already belongs to MO. “····” is not a day; “····”"
        assert desk.as_shaded("Maya is not ticked, nor is Okafor.") == "MO is not ticked, nor is MO."
        await press(pilot, "I", *str(roster), "ctrl+s")
        assert "That file can't be used" in " ".join(drawn(pilot).split())
        assert "Quux" not in drawn(pilot)


async def test_a_message_worded_before_names_were_hidden(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        worded = f"Saved: {demo.one('maya').full_name}"
        await press(pilot, "ctrl+l")
        pilot.app.screen.say(worded)
        assert "Saved: MO" in drawn(pilot)


async def test_what_was_chosen_about_somebody_is_hidden_in_the_form(demo: Caseload) -> None:
    async with open_app(demo, (80, 40), screen="log") as pilot:
        await press(pilot, "enter")
        shown = drawn(pilot)
        await press(pilot, "escape", "ctrl+l", "enter")
        hidden = drawn(pilot)
        choices = pilot.app.screen.query("Choice")
        labels = {choice._choices[choice._at][1] for choice in choices}
        assert any(f"← {label} →" in shown for label in labels)
        assert not any(f"← {label} →" in hidden for label in labels)
        assert "← ···· →" in hidden
        first = choices.first()
        before = first.value
        first.focus()
        await press(pilot, "right")
        assert first.value != before


async def test_nothing_is_copied_from_a_box_that_shows_dots(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "c", *"secret", "ctrl+a")
        area = pilot.app.screen.notes.line.area
        area.select_all()
        area.action_copy()
        assert pilot.app.clipboard == "secret"
        pilot.app.copy_to_clipboard("other")
        await press(pilot, "ctrl+l")
        area.select_all()
        area.action_copy()
        assert pilot.app.clipboard == "other"
        area.action_cut()
        assert area.text == "secret"


async def test_nothing_is_cut_from_a_covered_field_and_other_boxes_cut_as_ever(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for keys, kept in ((("o",), ""), (("ctrl+l", "o"), "lend a book")):
            await press(pilot, *keys)
            box = pilot.app.screen.query_one("#field-text")
            box.value = "lend a book"
            box.action_select_all()
            box.action_cut()
            assert box.value == kept
            await press(pilot, "escape")


async def test_a_name_that_several_have_becomes_nobodys_initials(caseload: Caseload) -> None:
    for family in ("Brandt", "Lindqvist"):
        add_student(caseload, given_name="Noah", family_name=family)
    async with open_app(caseload) as pilot:
        await press(pilot, "ctrl+l")
        assert pilot.app.desk.as_shaded("Noah is not ticked, Noah Brandt is.") == "···· is not ticked, NB is."
