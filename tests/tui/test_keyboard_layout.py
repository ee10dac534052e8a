"""A keyboard whose letters aren't Latin: read by place where the terminal tells it; else one sentence says what to do."""

import pytest
from app_case import case_screen, drawn, message, open_app, press, settings_of, settle
from textual._xterm_parser import XTermParser
from textual.events import Key

from advisory.caseload.caseload import Caseload
from advisory.tui.key_place import PlacedKey, is_foreign


def sent(sequence: str) -> Key:
    (key,) = list(XTermParser().feed(sequence))
    assert isinstance(key, Key)
    return key


@pytest.mark.parametrize(
    ("sequence", "typed", "latin"),
    [
        ("\x1b[1089::99;;1089u", "с", "c"),  # Russian
        ("\x1b[1089:1057:99;2;1057u", "С", "C"),
        ("\x1b[1089:1057:99;65;1057u", "С", "C"),  # Caps Lock
        ("\x1b[1102:1070:46;2;1070u", "Ю", "greater_than_sign"),
        ("\x1b[1099::115;5u", "ctrl+ы", "ctrl+s"),
        ("\x1b[1588::97;;1588u", "ش", "a"),  # Arabic
        ("\x1b[1489:1489:99;2;1489u", "ב", "C"),  # Hebrew, which has no capitals
    ],
)
def test_the_place_is_read_from_what_the_terminal_sends(sequence: str, typed: str, latin: str) -> None:
    key = sent(sequence)
    assert isinstance(key, PlacedKey)
    assert (key.key, key.latin) == (typed, latin)
    assert is_foreign(key.key)
    assert isinstance(key.copy(), PlacedKey)


@pytest.mark.parametrize(
    ("sequence", "key", "character"),
    [
        ("\x1b[97;;97u", "a", "a"),
        ("\x1b[97:65;2;65u", "A", "A"),
        ("\x1b[113::97;;113u", "q", "q"),  # a French keyboard has q where a is
        ("\x1b[246::59;;246u", "ö", "ö"),
        ("\x1b[99;5u", "ctrl+c", None),
        ("\x1b[13u", "enter", "\r"),
        ("\x1b[1;2A", "shift+up", None),
    ],
)
def test_a_latin_keyboard_is_read_as_before(sequence: str, key: str, character: str | None) -> None:
    read = sent(sequence)
    assert (read.key, read.character) == (key, character)
    assert not is_foreign(read.key)


async def test_a_key_runs_by_its_place_and_types_its_own_letter(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for _ in range(2):  # the first opens the note, the second is typed into it
            pilot.app.post_message(PlacedKey("с", "с", "c", "c"))
            await settle(pilot)
        assert case_screen(pilot).notes.line.area.text == "с"
        pilot.app.post_message(PlacedKey("ctrl+д", None, "ctrl+l", None))
        await settle(pilot)
        assert pilot.app.desk.prose.is_shaded


async def test_without_a_place_one_sentence_says_what_to_do_and_a_chosen_letter_works(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"keys": {"check-in": "ф"}}')
    async with open_app(demo) as pilot:
        await press(pilot, "с")
        assert message(pilot).startswith("This key arrives as “с”: use a Latin layout, or rebind it.")
        await press(pilot, "ф", "с")
        assert case_screen(pilot).notes.line.area.text == "с"


async def test_beside_a_student_a_letter_that_is_not_latin_says_so_and_leaving_goes_on(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "v")
        await press(pilot, "escape", "и")
        assert "This key arrives as “и”: use a Latin layout" in drawn(pilot)
        await press(pilot, "b")
        assert pilot.app.screen.id == "caseload"
