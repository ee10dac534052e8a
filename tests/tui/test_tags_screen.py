"""The tags: listed with their notes, renamed, merged and hidden, each undone by one key."""

import pytest
from app_case import case_screen, command, do, drawn, fill_in, message, open_app, press, settle

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.widgets.boxes.find_line import FindLine


@pytest.fixture
def tagged(demo: Caseload) -> Caseload:
    maya = demo.one("maya").id
    for tag in ("zebra", "zebra", "zenith"):
        record_check_in(demo, maya, "x", tags=(tag,))
    return demo


def counts(caseload: Caseload) -> dict[str, int]:
    return {tag.name: tag.count for tag in caseload.tags.all if tag.name[0] in "zq"}


async def test_a_tag_is_renamed_in_all_its_notes_and_one_undo_takes_it_back(tagged: Caseload) -> None:
    async with open_app(tagged, screen="log") as pilot:
        await command(pilot, "tags")
        case_screen(pilot).body.go_to("zebra")
        await settle(pilot)
        assert "2 notes" in next(line for line in drawn(pilot).splitlines() if "#zebra" in line)
        await command(pilot, "rename-tag")
        await press(pilot, *"quagga", "enter")  # typing replaces the name
        assert message(pilot) == "Renamed: #quagga; 2 notes"
        assert counts(tagged) == {"quagga": 2, "zenith": 1}
        assert case_screen(pilot).body.key == "quagga"
        await press(pilot, "u")
        assert message(pilot).startswith("Undid: Tag renamed: #zebra to #quagga · ")
        assert counts(tagged) == {"zebra": 2, "zenith": 1}


async def test_the_name_of_another_tag_asks_and_merges(tagged: Caseload) -> None:
    async with open_app(tagged, screen="tags") as pilot:
        case_screen(pilot).body.go_to("zebra")
        await command(pilot, "rename-tag")
        await fill_in(pilot, tag="#Zenith")
        assert isinstance(pilot.app.screen, ReportDialog)
        await press(pilot, "escape")
        assert counts(tagged) == {"zebra": 2, "zenith": 1}
        await command(pilot, "rename-tag")
        await fill_in(pilot, tag="zenith")
        await press(pilot, "enter")
        assert message(pilot) == "Merged: #zenith; 3 notes, u separates them"
        assert counts(tagged) == {"zenith": 3}


async def test_a_tag_is_merged_into_one_that_is_picked(tagged: Caseload) -> None:
    async with open_app(tagged, screen="tags") as pilot:
        case_screen(pilot).body.go_to("zebra")
        await command(pilot, "merge-tags")
        pilot.app.screen.query_one("Lines").go_to("zenith")
        await press(pilot, "enter", "enter")
        assert counts(tagged) == {"zenith": 3}


async def test_a_hidden_tag_stands_below_and_is_offered_again_by_the_same_key(tagged: Caseload) -> None:
    async with open_app(tagged, (80, 60), screen="tags") as pilot:
        case_screen(pilot).body.go_to("zebra")
        await command(pilot, "hide-tag")
        assert message(pilot) == "Hidden: #zebra; kept on 2 notes, d offers it again"
        assert drawn(pilot).index("#zebra") > drawn(pilot).index("Hidden: not offered") > drawn(pilot).index("#zenith")
        await do(pilot, "hide-tag")
        assert message(pilot) == "Offered again: #zebra"
        await press(pilot, "u")
        assert message(pilot) == "Undid: Tag offered again: #zebra"


async def test_enter_finds_the_notes_and_the_shade_covers_the_names(tagged: Caseload) -> None:
    async with open_app(tagged, screen="tags") as pilot:
        case_screen(pilot).body.go_to("zebra")
        await press(pilot, "enter")
        assert case_screen(pilot).stem == "search"
        assert case_screen(pilot).query_one(FindLine).value == "#zebra "
        assert "2 found" in drawn(pilot)
        await press(pilot, "escape")
        await command(pilot, "shade")
        assert "#zebra" not in drawn(pilot)
