"""Private notes may be collapsed to their day and kind: one key shows their words, on the screen one is on."""

import pytest
from app_case import case_screen, command, drawn, message, open_app, press, settings_of, settle
from defense_case import near_plan, without_season

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.model.words import CheckInState, Kind, Visibility
from advisory.tui.widgets.boxes.find_line import FindLine

SECRET, SHARED = "Her private xylophone", "Her open xylophone"


@pytest.fixture
def two(demo: Caseload) -> Caseload:
    maya = demo.one("maya").id
    record_check_in(demo, maya, SHARED, kind=Kind.FAMILY_CONTACT, visibility=Visibility.SHAREABLE)
    words = {"tags": ("zebra",), "student_says": "zyzzy", "question": "where quokkas live"}
    record_check_in(demo, maya, SECRET, kind=Kind.FAMILY_CONTACT, **words, state=CheckInState.JOT)
    settings_of(demo.store.folder, '{"collapse_private": true}')
    return demo


def shown(pilot) -> tuple[bool, bool]:
    words = " ".join(drawn(pilot).split())
    return any(part in words for part in (SECRET, "#zebra", "zyzzy", "quokka")), SHARED in words


async def test_the_key_works_at_the_end_of_what_is_typed_in_the_search_too(two: Caseload) -> None:
    async with open_app(two, (120, 60), screen="search") as pilot:
        case_screen(pilot).query_one(FindLine).value = "xylophone"
        case_screen(pilot).query_one(FindLine).action_end()
        await settle(pilot)
        assert not shown(pilot)[0]
        await press(pilot, "ctrl+k")
        assert shown(pilot)[0]
        assert case_screen(pilot).query_one(FindLine).value == "xylophone"


@pytest.mark.parametrize("screen", ["log", "caseload", "card", "families"])
async def test_only_the_day_and_kind_show_until_the_key_on_this_screen(two: Caseload, screen: str) -> None:
    async with open_app(two, (120, 60), screen="caseload") as pilot:
        case_screen(pilot).body.go_to(two.one("maya").id)
        if screen == "card":
            await press(pilot, "enter")
        elif screen != "caseload":
            await command(pilot, {"log": "show-log"}.get(screen, screen))
        await settle(pilot)
        assert shown(pilot) == (False, True)
        assert ("private · today" if screen == "card" else "private") in drawn(pilot)
        await press(pilot, "ctrl+k")
        assert shown(pilot) == (True, True)
        await press(pilot, "ctrl+k")
        assert shown(pilot) == (False, True)
        await press(pilot, "ctrl+k", "5", "4")
        assert shown(pilot)[0] is False


async def test_what_they_ask_in_a_private_note_is_kept_back_on_today_too(two: Caseload) -> None:
    async with open_app(two, (120, 60), screen="today") as pilot:
        case_screen(pilot).body.go_to(f"circle:{two.one('maya').id}")
        await settle(pilot)
        assert "They ask something (private)" in drawn(pilot)
        await press(pilot, "ctrl+k")
        assert "They ask: where quokkas live" in drawn(pilot)
        assert message(pilot).startswith("Private notes are shown here")
        await press(pilot, "2", "1")
        assert ("They ask something (private)" in drawn(pilot), message(pilot)) == (True, "")


async def test_the_last_note_that_is_asked_for_on_today_is_kept_back_too(two: Caseload) -> None:
    async with open_app(two, (120, 60), screen="today") as pilot:
        case_screen(pilot).body.go_to(f"circle:{two.one('maya').id}")
        await press(pilot, "L")
        assert shown(pilot) == (False, False)
        assert "today · family contact: A private note. ^k shows the private notes" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+k")
        assert shown(pilot) == (True, False)


async def test_what_they_felt_in_the_preparation_is_a_number_on_the_plan_until_asked_for(demo: Caseload) -> None:
    without_season(demo)
    prepared = near_plan(demo).student
    record_check_in(demo, prepared, "", kind=Kind.DEFENSE_PREP, feeling=2, student_says="zyzzy")
    settings_of(demo.store.folder, '{"collapse_private": true}')
    async with open_app(demo, (80, 60), screen="defense") as pilot:
        assert "today: 2 of 5" in drawn(pilot)
        assert shown(pilot)[0] is False
        await press(pilot, "ctrl+k")
        assert "2 of 5 “zyzzy”" in drawn(pilot)


async def test_the_trash_keeps_them_back_too(two: Caseload) -> None:
    for noted in two.store.check_ins_of(two.one("maya").id)[-2:]:
        move_to_trash(two, CheckIn, noted.id)
    async with open_app(two, (120, 40), screen="log") as pilot:
        await command(pilot, "trash")
        assert shown(pilot) == (False, True)


async def test_a_search_finds_them_and_keeps_their_words_back(two: Caseload) -> None:
    async with open_app(two, (120, 40), screen="today") as pilot:
        assert shown(pilot)[0] is False
        await command(pilot, "search-everything")
        case_screen(pilot).query_one(FindLine).value = "xylophone"
        await settle(pilot)
        assert "2 found" in drawn(pilot)
        assert shown(pilot) == (False, True)
        await press(pilot, "enter", "ctrl+k")
        assert shown(pilot) == (True, True)


async def test_the_setting_says_what_it_does_and_follows_the_start_until_it_is_chosen(demo: Caseload) -> None:
    settings_of(demo.store.folder, '{"starts_shaded": true}')
    async with open_app(demo, screen="settings") as pilot:
        settings = pilot.app.desk.configuration
        assert settings.settings.collapses_private
        case_screen(pilot).body.go_to("collapse_private")
        await press(pilot, "enter")
        assert message(pilot) == "Saved: private notes are shown"
        assert not settings.settings.collapses_private
        await press(pilot, "escape")
        await command(pilot, "show-log", "private-notes")
        assert message(pilot) == "Private notes are shown already; the settings (,) can collapse them."
