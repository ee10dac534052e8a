"""A folder with values edited at random, of every table, opens every screen and what opens over it."""

import asyncio
import random
from pathlib import Path

import pytest
from app_case import MODES, case_screen, caseload_in, do, go_to, open_app, press, settle
from fuzzed_case import base_folder, fuzzed

from advisory.store import Store

EDITS = 60
OVER = ("card", "pact", "week", "insights", "year", "time", "families", "settings", "year_end", "shared")
DIALOGS = {
    "today": ("open", "take-next", "promise-done"),
    "caseload": (
        "open", "history", "edit-student", "check-in", "promise", "know", "evidence", "insight", "move-on", "move-back", "add-sign",
        "feedback", "group", "edit-pact", "draft-pact", "away", "beside",
    ),
    "board": ("open", "set-step"),
    "log": ("open", "trash", "find"),
    "pacts": ("open", "pact-page"),
    "known_well": ("open", "edit-fact", "sensitive-facts"),
    "card": ("open", "evidence", "insight"),
    "pact": ("pact-history", "agreements", "reword-pact", "review-pact", "close-pact", "mark-day", "mark-line", "next-pact"),
    "week": ("step-on",) * 4,
    "year_end": ("open", "end-pacts", *("step-on",) * 7),
    "insights": ("open",),
    "year": ("open",),
    "time": ("open",),
    "families": ("open", "edit-student"),
    "settings": ("change-setting",),
    "shared": ("open",),
}  # fmt: skip
"""Screen → commands that show something, or change what is highlighted."""


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return base_folder(tmp_path_factory.mktemp("base"))


async def back_to(pilot, stem: str, screen: str) -> bool:
    """Leave what a command opened, and whether that came back to the screen."""
    for _ in range(6):
        if case_screen(pilot) is pilot.app.screen and case_screen(pilot).stem == stem:
            return True
        await press(pilot, "escape", *(["b"] if pilot.app.is_beside else []))
        await settle(pilot)
    await go_to(pilot, screen)
    return case_screen(pilot).stem == stem


SEEDS = [0, pytest.param(1, marks=pytest.mark.every)]


async def walk(folder: Path, chance: random.Random, *, is_whole: bool) -> None:
    """Open every screen, go down its rows, and with `is_whole` open its dialogs on two of them."""
    store = Store.open(folder)
    async with open_app(caseload_in(store), (120, 40), screen="today") as pilot:
        await press(pilot, "escape")
        for screen in (*MODES, *OVER):
            await go_to(pilot, screen)
            stem = case_screen(pilot).stem
            for command in (DIALOGS.get(stem, ()) * 2) if is_whole else ():
                await do(pilot, command)
                if not await back_to(pilot, stem, screen):
                    break
                await press(pilot, *["down"] * chance.randint(0, 3))
            await press(pilot, *["down"] * chance.randint(1, 9), "G")
            assert pilot.app.is_running
            if screen in OVER:
                await press(pilot, "escape")
    store.close()


@pytest.mark.parametrize("seed", SEEDS)
async def test_every_screen_draws_what_is_left(base, tmp_path, seed):
    made = fuzzed(tmp_path, base, seed, EDITS)
    await walk(made.folder, random.Random(seed), is_whole=False)


@pytest.mark.proof
@pytest.mark.parametrize("block", range(17))
async def test_every_screen_and_dialog_draws_what_is_left_of_a_thousand_edits(base, tmp_path, block):
    for seed in range(100 + block * 10, 110 + block * 10):
        made = fuzzed(tmp_path, base, seed, EDITS)
        try:
            await asyncio.wait_for(walk(made.folder, random.Random(seed), is_whole=True), 300)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {made.edits}") from error
