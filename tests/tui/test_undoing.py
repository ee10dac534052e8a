"""`u` and ctrl+r on every screen: they say what was undone, and for whom."""

import pytest
from app_case import command, drawn, message, open_app

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.tui.commands.registry import SCREENS


@pytest.mark.parametrize("screen", SCREENS)
async def test_undo_and_redo_say_what(demo: Caseload, screen: str) -> None:
    maya = demo.one("maya")
    seen, promised = record_check_in(demo, maya.id, "Showed the draft"), make_promise(demo, maya.id, "bring the atlas")
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "undo")
        assert message(pilot) == "Undid: Promise made: bring the atlas · Maya"
        assert promised not in demo.follow_ups
        await command(pilot, "undo")
        assert message(pilot) == "Undid: Check-in: one-to-one, today · Maya"
        assert seen not in demo.check_ins
        await command(pilot, "redo")
        assert message(pilot) == "Redid: Check-in: one-to-one, today · Maya"
        assert seen.id in {check_in.id for check_in in demo.check_ins}
        await command(pilot, "redo", "redo")
        assert message(pilot) == "There is nothing to redo."


@pytest.mark.parametrize("screen", ["caseload", "board", "log", "pacts"])
async def test_with_nothing_done_there_is_nothing_to_undo(caseload: Caseload, screen: str) -> None:
    async with open_app(caseload, screen=screen) as pilot:
        await command(pilot, "undo")
        assert message(pilot) == "There is nothing to undo."
        await command(pilot, "redo")
        assert message(pilot) == "There is nothing to redo."


async def test_the_demo_is_never_undone_to_an_empty_caseload(demo: Caseload) -> None:
    make_promise(demo, demo.one("maya").id, "bring the atlas")
    async with open_app(demo) as pilot:
        await command(pilot, "undo", "undo")
        assert message(pilot) == "There is nothing to undo."
        assert demo.students
        await command(pilot, "redo")
        assert message(pilot) == "Redid: Promise made: bring the atlas · Maya"


async def test_every_screen_shows_what_was_undone_on_another(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo, screen="log") as pilot:
        record_check_in(demo, maya.id, "Xylophone")
        await command(pilot, "show-caseload", "show-log")
        assert "Xylophone" in drawn(pilot)
        await command(pilot, "show-board", "undo", "show-log")
        assert "Xylophone" not in drawn(pilot)
