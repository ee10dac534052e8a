"""Choosing keys on the screen: the new key works at once, a clash is named, and the file stays readable."""

import json

from app_case import case_screen, drawn, message, open_app, press
from each_row import each_row

from advisory.caseload.caseload import Caseload
from advisory.tui.commands.settings.keys import why_not


@each_row(
    ("command_id", "key", "told"),
    [
        ("check-in", "f2", ""),
        ("check-in", "ж", ""),
        ("sort", "s", ""),
        ("check-in", "x", "x is the key of “Promise done” on Today and Caseload and more; nothing changed."),
        ("set-step", "S", ""),
        ("reword-pact", "S", "S is the key of “Pause” on Pact; nothing changed."),
        ("check-in", "ctrl+m", "a terminal can't tell ctrl+m from Enter; choose another key for check-in."),
        ("shade", "h", "h for shade could no longer be typed in a note, because shade works in notes too. Choose one with ctrl, or f1 to f24."),
    ],
)  # fmt: skip
def test_a_key_that_can_not_be_is_refused_with_the_reason(command_id: str, key: str, told: str) -> None:
    assert why_not(command_id, key, {}) == told


def test_a_key_that_was_given_away_is_free() -> None:
    assert why_not("check-in", "x", {"promise-done": "f5"}) == ""


def kept(caseload: Caseload) -> dict[str, str]:
    return json.loads((caseload.store.folder / "settings.json").read_text(encoding="utf-8")).get("keys", {})


async def test_a_key_is_chosen_by_pressing_it_works_at_once_and_can_be_reset(demo: Caseload) -> None:
    async with open_app(demo, (120, 40), screen="settings") as pilot:
        case_screen(pilot).body.go_to("keys")
        await press(pilot, "enter")
        assert pilot.app.screen.lines.key == "check-in"
        await press(pilot, "enter", "x")
        assert "x is the key of “Promise done”" in drawn(pilot)
        await press(pilot, "enter", "escape", "enter", "f2", "down", "enter", "f4")
        assert " is F4 now." in drawn(pilot)
        await press(pilot, "d", "escape")
        assert kept(demo) == {"check-in": "f2"}
        assert "1 of your own" in drawn(pilot)
        await press(pilot, "2", "c")
        assert message(pilot) == "c: no command has this key. ? shows the keys."
        assert "F2 Check in" in drawn(pilot).splitlines()[-1]
        await press(pilot, "f2", "escape", "comma")
        case_screen(pilot).body.go_to("keys")
        await press(pilot, "enter", "D", "j", "D")
        assert kept(demo) == {"check-in": "f2"}
        await press(pilot, "D", "escape", "escape")
        assert kept(demo) == {}
        await press(pilot, "c")
        assert case_screen(pilot).is_taking_note


async def test_a_mode_s_number_that_changed_is_shown_on_top(demo: Caseload) -> None:
    async with open_app(demo, (120, 40), screen="settings") as pilot:
        case_screen(pilot).body.go_to("keys")
        await press(pilot, "enter")
        pilot.app.screen.lines.go_to("show-board")
        await press(pilot, "enter", "f8", "escape", "escape", "f8")
        assert pilot.app.screen.id == "board"
        assert "F8 Board" in drawn(pilot).splitlines()[0]
