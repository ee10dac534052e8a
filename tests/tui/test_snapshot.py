"""A picture of each screen. After a change of looks: `pytest tests/tui/test_snapshot.py --snapshot-update`, and look at them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from app_case import OPENS_AT, case_screen, go_to, press, settings_of, settle
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from advisory.caseload.caseload import Caseload
from advisory.model import THEMES
from advisory.tui.app import AdvisoryApp

WIDE, USUAL, SMALL = (120, 40), (80, 24), (60, 20)
Snap = Callable[..., bool]
CALENDAR = Path(__file__).parents[1] / "exchange" / "calendars" / "school-year.ics"


def picture(snap_compare: Snap, caseload: Caseload, screen: str, *keys: str, size: tuple[int, int] = WIDE) -> bool:
    """Compare what is drawn on a screen after some keys, with Maya highlighted where a line is a student."""
    app = OPENS_AT.get(screen, AdvisoryApp)(caseload)
    app.animation_level = "none"

    async def before(pilot: Pilot[None]) -> None:
        maya = next((student.id for student in caseload.students if student.given_name == "Maya"), "")
        if screen == "card":
            await case_screen(pilot).open_over("card", maya)
        else:
            await go_to(pilot, screen)
            case_screen(pilot).body.go_to(maya)
        await settle(pilot)
        for key in keys:
            await press(pilot, key)  # one by one, since how far a form scrolls depends on what was laid out before
        for box in (*pilot.app.screen.query(TextArea), *pilot.app.screen.query(Input)):
            box.cursor_blink = False

    return snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("screen", ["caseload", "board", "log", "pacts", "card", "settings"])
def test_a_screen(snap_compare: Any, demo: Caseload, screen: str) -> None:
    assert picture(snap_compare, demo, screen)


@pytest.mark.parametrize("size", [USUAL, SMALL], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", ["caseload", "board", "settings"])
def test_a_smaller_screen(snap_compare: Any, demo: Caseload, screen: str, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, screen, size=size)


def test_the_check_in_line(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "c", *"Brought the lab notes")


def test_the_help(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "?")


def test_the_form_for_a_move(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", ">")


def test_the_days_off_to_tick(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "settings", "I", *str(CALENDAR), "enter")


def test_the_form_for_a_pact(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "P")


def test_the_first_start(snap_compare: Any, caseload: Caseload) -> None:
    assert picture(snap_compare, caseload, "caseload")


def test_the_shade(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "ctrl+l")


def test_the_neutral_screen(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "ctrl+l", "ctrl+l")


@pytest.mark.parametrize("theme", THEMES[1:3])
def test_another_theme(snap_compare: Any, demo: Caseload, theme: str) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    assert picture(snap_compare, demo, "caseload")
