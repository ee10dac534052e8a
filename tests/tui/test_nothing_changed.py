"""A form saved as it was opened says that nothing changed, as there is nothing that undo would take back."""

from app_case import command, highlight, message, open_app, press

from advisory.caseload.caseload import Caseload


async def test_a_record_saved_as_it_was_says_that_nothing_changed(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        await command(pilot, "edit-student")
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Nothing changed · Amina")
    assert demo.store.seq == before


async def test_a_next_step_says_it_too(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await highlight(pilot, demo.one("maya"))
        await command(pilot, "set-step")
        await press(pilot, *"ask", "ctrl+s")
        assert message(pilot).startswith("Next step set")
        before = demo.store.seq
        await command(pilot, "set-step")
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Nothing changed · Maya")
    assert demo.store.seq == before
