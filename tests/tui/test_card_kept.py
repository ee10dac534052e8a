"""The card is kept when it is closed, and is told anew when it is opened again: nothing on it is left from before."""

from app_case import case_screen, command, drawn, open_app, press, resize, settle

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.model import Student
from advisory.model.words import Visibility

SIZE = (80, 24)


async def open_card(pilot, student: Student):
    await case_screen(pilot).open_over("card", student.id)
    await settle(pilot)
    return case_screen(pilot)


async def test_the_card_opened_again_is_the_same_screen_and_looks_as_one_opened_first(demo: Caseload) -> None:
    maya, diego = demo.one("maya"), demo.one("diego")
    record_check_in(demo, diego.id, "Heard in confidence", visibility=Visibility.PRIVATE)
    async with open_app(demo, SIZE, screen="today") as pilot:
        card = await open_card(pilot, diego)
        first, first_key = drawn(pilot), card.body.key
        await press(pilot, "down", "down", "end")
        card.shows_private = True
        await press(pilot, "slash", *"zzz")
        await press(pilot, "escape")
        await command(pilot, "backup")
        card.last_twice = ("delete-check-in", "row", "", demo.store.seq)
        await press(pilot, "escape")
        assert case_screen(pilot).id == "today"
        assert (await open_card(pilot, maya)) is card
        assert "Diego" not in drawn(pilot).splitlines()[1]
        await press(pilot, "escape")
        assert (await open_card(pilot, diego)) is card
        assert drawn(pilot) == first
        assert (card.body.key, card.shows_private, card.last_twice[0], card.query_text) == (first_key, False, "", "")


async def test_what_changed_meanwhile_is_on_the_card_at_once(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo, SIZE, screen="today") as pilot:
        card = await open_card(pilot, maya)
        await press(pilot, "escape")
        record_check_in(demo, maya.id, "Brought the atlas back")
        await resize(pilot, 100, 30)
        assert await open_card(pilot, maya) is card
        assert "Brought the atlas back" in drawn(pilot)
        assert card.size.width == 100
        await press(pilot, "ctrl+l")
        assert "Brought the atlas back" not in drawn(pilot)
        await press(pilot, "escape")
        await open_card(pilot, maya)
        assert "Brought the atlas back" not in drawn(pilot)
        assert "Okafor" not in drawn(pilot)
