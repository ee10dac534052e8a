"""What the palette finds, and what the list of keys does with what is typed."""

import json

from app_case import case_screen, command, drawn, message, open_app, press, settle, wait_until
from textual.command import CommandList

from advisory.caseload.caseload import Caseload
from advisory.tui.commands.palette.other_words import OTHER_WORDS
from advisory.tui.commands.registry import COMMAND
from advisory.tui.dialogs.help import Explained
from advisory.tui.dialogs.keys import Known
from advisory.tui.key_place import PlacedKey

SECTIONS = {"Days without school", "Terms", "The advisory period"}


def test_other_words_belong_to_commands_or_to_sections_of_the_settings() -> None:
    assert set(OTHER_WORDS) - set(COMMAND) == SECTIONS


async def test_the_first_of_what_fits_is_what_the_word_means(demo: Caseload) -> None:
    typed = {
        "absent": "Not here",
        "goal": "New pact",
        "delete": "Discard",
        "print": "Page to sign",
        "holiday": "Away",
        "vacation": "settings",
        "dark": "Theme: dark",
        "u": "Undo",
    }
    async with open_app(demo, (120, 60), screen="pacts") as pilot:
        found = {}
        for word in typed:
            await command(pilot, "palette")
            await press(pilot, *word)
            await wait_until(pilot, lambda: pilot.app.screen.query_one(CommandList).option_count)
            found[word] = str(pilot.app.screen.query_one(CommandList).get_option_at_index(0).prompt)
            await press(pilot, "escape")
        assert {word: typed[word] for word in typed if typed[word] not in found[word]} == {}, found
        await command(pilot, "palette")  # a command of other screens goes before letters from anywhere
        await press(pilot, *"archive")
        await wait_until(pilot, lambda: pilot.app.screen.query_one(CommandList).option_count)
        assert "Archive  A" in str(pilot.app.screen.query_one(CommandList).get_option_at_index(0).prompt)
        await press(pilot, "enter")
        assert message(pilot) == "Archive is not for this screen, but for Caseload, Board and Card."


async def test_what_was_used_is_offered_first_and_no_name_is_remembered(demo: Caseload) -> None:
    async with open_app(demo, (120, 40)) as pilot:
        await command(pilot, "palette")
        await press(pilot, *"longest wait", "enter")
        assert message(pilot) == "Longest without a one-to-one first."
        await command(pilot, "palette")
        shown = drawn(pilot)
        assert shown.index("Sort  .") < shown.index("Check in  c")
        await press(pilot, *"ramir", "enter")
        assert pilot.app.screen.id == "card"
    kept = json.loads((demo.store.folder / "settings.json").read_text(encoding="utf-8"))
    assert kept["used"] == ["sort"]


async def test_a_row_of_the_settings_is_gone_to(demo: Caseload) -> None:
    async with open_app(demo, (120, 40)) as pilot:
        await command(pilot, "palette")
        await press(pilot, *"hide when", "enter")
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == ("settings", "idle_shade")


def test_a_key_fits_by_itself_then_by_the_beginning_of_a_word_then_by_any_word() -> None:
    known = Known("sort", Explained("L", "Sort", "By name, or by who has waited longest."), "order")
    assert [known.fit(typed) for typed in ("L", "so", "ord", "waited name", "x")] == [3, 2, 2, 1, 0]


async def test_the_list_of_keys_narrows_while_typing_and_enter_runs(demo: Caseload) -> None:
    async with open_app(demo, (120, 40)) as pilot:
        await press(pilot, "?", *"longest", "enter")
        assert message(pilot) == "Longest without a one-to-one first."
        await press(pilot, "?", *"survey", "enter")
        assert message(pilot) == "Survey is not for this screen, but for Known well."
        await press(pilot, "?", *"zzz")
        assert "No command fits" in drawn(pilot)
        await press(pilot, "escape", "?")  # is typed, like any key that is looked up
        assert "Show every key" in drawn(pilot).split("What the marks")[0]
        await press(pilot, "escape", "я")
        assert "Type with a Latin layout" in drawn(pilot)
        await press(pilot, "backspace")
        pilot.app.post_message(PlacedKey("ы", "ы", "s", "s"))
        await settle(pilot)
        assert pilot.app.screen.typed == "s"
        await press(pilot, "escape", "escape")
        assert pilot.app.screen.id == "caseload"
