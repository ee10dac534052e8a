"""`,`: the school's calendar, the intervals and the program's own choices, each changed where it stands."""

import json
from datetime import date, time

import pytest
from app_case import (
    SIZES,
    assert_fits,
    case_screen,
    click,
    command,
    drawn,
    fill_in,
    go_to,
    message,
    obeyed_characters,
    open_app,
    press,
    settle,
    wait_until,
)
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.term import add_term
from advisory.model import Intervals, MeetingPattern, NoSchoolDay, Term
from advisory.tui.commands.registry import COMMAND, STUDENT_SCREENS
from advisory.tui.screens.neutral import NeutralScreen

SNOW = {"from": "11/9", "until": "11/13", "title": "Snow"}


def settings_file(caseload: Caseload) -> dict[str, object]:
    return json.loads((caseload.store.folder / "settings.json").read_text(encoding="utf-8"))


async def at(pilot, key: str) -> None:
    """Put the cursor on a setting."""
    case_screen(pilot).body.go_to(key)
    await settle(pilot)


@pytest.mark.parametrize("screen", STUDENT_SCREENS)
async def test_comma_opens_them_from_everywhere_and_escape_goes_back(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "settings")
        assert pilot.app.screen.id == "settings"
        for told in (
            "09:40-10:10",
            "Autumn term",
            "Autumn break",
            "10 school days, 5 when focal",
            "as the entry does",
            "month first",
        ):
            assert told in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


async def test_a_mode_s_number_goes_there(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await press(pilot, "4")
        assert pilot.app.screen.id == "log"
        await press(pilot, "2")
        assert pilot.app.screen.id == "caseload"


@pytest.mark.parametrize(
    ("kind", "values", "told", "held"),
    [
        (MeetingPattern, {"weekdays": "tu/th", "hours": "1:05-1:35 pm"}, "Tue Thu", {"weekdays": (1, 3), "starts": time(13, 5)}),
        (Term, {"title": "Spring", "from": "1/19", "until": "6/11"}, "Spring", {"ends_on": date(2027, 6, 11)}),
        (NoSchoolDay, SNOW, "Mon Nov 9 – Fri 13", {"title": "Snow", "starts_on": date(2026, 11, 9)}),
    ],
)  # fmt: skip
async def test_n_adds_where_the_cursor_is_and_d_takes_away(demo: Caseload, kind, values, told, held) -> None:
    before = demo.store.all(kind)
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, before[0].id)
        await command(pilot, "add-to-calendar")
        await fill_in(pilot, **values)
        added = demo.store.all(kind)[-1]
        assert {name: getattr(added, name) for name in held} == held
        assert "added" in message(pilot)
        assert told in drawn(pilot)
        assert case_screen(pilot).body.key == added.id
        await command(pilot, "remove-from-calendar")
        assert demo.store.all(kind) == before
        assert message(pilot).endswith("u brings it back")
        await command(pilot, "undo")
        assert demo.store.all(kind) == [*before, added]
        assert told in drawn(pilot)


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        (MeetingPattern, {"weekdays": "mon wed fri"}, "Mon Wed Fri"),
        (Term, {"title": "Fall"}, "Fall"),
        (NoSchoolDay, {"until": "2026-09-22"}, "Mon Sep 21 – Tue 22"),
    ],
)
async def test_enter_changes_what_is_highlighted(demo: Caseload, kind, values, told: str) -> None:
    before = demo.store.all(kind)
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, before[0].id)
        await command(pilot, "change-setting")
        await fill_in(pilot, **values)
        assert told in drawn(pilot)
        assert " changed" in message(pilot)
    assert [record.id for record in demo.store.all(kind)] == [record.id for record in before]
    assert demo.store.all(kind)[0] != before[0]


@pytest.mark.parametrize(
    ("key", "values", "sentence"),
    [
        (MeetingPattern.table, {"weekdays": "", "hours": ""}, "is not a weekday"),
        (MeetingPattern.table, {"weekdays": "mon", "hours": "1:05-1:35"}, "at night or in the afternoon"),
        (Term.table, {"title": "", "from": "8/31", "until": "12/18"}, "What is the term called?"),
        (Term.table, {"title": "Autumn", "from": "8/31", "until": ""}, "When does the term end?"),
        (Term.table, {"title": "Autumn", "from": "soon", "until": "12/18"}, "is not a date"),
        (NoSchoolDay.table, {"from": "2026-11-13", "until": "2026-11-09"}, "can't end before the first day"),
        (Intervals.table, {"contact_every": "ten", "focal_contact_every": "5"}, "is not a number"),
        (Intervals.table, {"contact_every": "0", "focal_contact_every": "5"}, "must be from 1 to 200"),
        ("idle_shade", {"idle_shade": "999"}, "must be from 0 to 240"),
    ],
)
async def test_what_can_not_be_is_told_and_the_form_stays(caseload: Caseload, key: str, values, sentence: str) -> None:
    before = caseload.store.seq
    async with open_app(caseload, (120, 40), screen="settings") as pilot:
        await at(pilot, key)
        await press(pilot, "enter")
        await fill_in(pilot, **values)
        assert sentence in " ".join(drawn(pilot).replace("│", " ").split())
        assert pilot.app.screen.values | values == pilot.app.screen.values
        await press(pilot, "ctrl+d", "escape")
    assert caseload.store.seq == before


async def test_an_empty_calendar_says_how_to_begin(caseload: Caseload) -> None:
    async with open_app(caseload, (60, 20), screen="settings") as pilot:
        for kind in (MeetingPattern, Term, NoSchoolDay):
            await at(pilot, kind.table)
            assert "N adds" in drawn(pilot).splitlines()[case_screen(pilot).body.at + 1]
            await press(pilot, "d")
            assert "can be removed" in message(pilot)
            await press(pilot, "N", "escape")
        await at(pilot, "theme")
        await press(pilot, "N")
        assert "highlight one of them first" in message(pilot)


async def test_what_is_known_is_not_added_twice(demo: Caseload) -> None:
    off = demo.store.all(NoSchoolDay)
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, off[0].id)
        await press(pilot, "N")
        await fill_in(pilot, **{"from": off[0].starts_on.isoformat()})
        assert message(pilot) == "Days without school: 0 added, 1 was there already."
    assert demo.store.all(NoSchoolDay) == off


async def test_intervals_are_chosen(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, Intervals.table)
        await press(pilot, "enter")
        await fill_in(pilot, contact_every="8", focal_contact_every="4")
        assert message(pilot) == "Due after 8 school days, 4 when focal"
        assert "8 school days, 4 when focal" in drawn(pilot)
        await command(pilot, "undo")
        assert "10 school days, 5 when focal" in drawn(pilot)
        await command(pilot, "redo")
    assert demo.intervals == (8, 4)


async def test_days_are_written_day_first_from_then_on(caseload: Caseload) -> None:
    async with open_app(caseload, screen="settings") as pilot:
        await at(pilot, "day_first")
        await press(pilot, "enter")
        assert "day first, 30 Nov" in drawn(pilot)
        assert "Mon 23 Nov" in drawn(pilot).splitlines()[0]
        await at(pilot, NoSchoolDay.table)
        await press(pilot, "N")
        await fill_in(pilot, **{"from": "9/11"})
        assert settings_file(caseload)["day_first"] is True
        await at(pilot, "day_first")
        await press(pilot, "enter")
        assert message(pilot) == "Saved: 9/11 is September 11"
    assert [off.starts_on for off in caseload.store.all(NoSchoolDay)] == [date(2026, 11, 9)]


async def test_the_start_is_hidden_from_the_next_one_on(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, "starts_shaded")
        await press(pilot, "enter")
        assert message(pilot) == "Saved: starts hidden; ^n shows the names"
        assert not pilot.app.desk.prose.is_shaded
    async with open_app(demo, screen="today") as pilot:
        assert "Okafor" not in drawn(pilot)
        await wait_until(pilot, lambda: message(pilot) == "Hidden. ^n shows the names.")


async def test_the_theme_goes_on_in_its_place(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, "theme")
        await press(pilot, "enter", "down", "enter")
        assert pilot.app.theme == "advisory-light"
        assert message(pilot) == "Theme: light"
        await press(pilot, "T", "down", "enter")
        assert "contrast" in drawn(pilot)
    assert settings_file(demo)["theme"] == "advisory-contrast"


@pytest.mark.parametrize(("minutes", "shown"), [("0", "never"), ("1", "after 1 minute"), ("20", "after 20 minutes")])
async def test_the_minutes_until_it_hides_are_chosen(demo: Caseload, minutes: str, shown: str) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await at(pilot, "idle_shade")
        await press(pilot, "enter")
        await fill_in(pilot, idle_shade=minutes)
        assert shown in drawn(pilot)
        timer = pilot.app._idle_timer
        assert (timer._interval if timer else 0) == int(minutes) * 60
    assert settings_file(demo).get("idle_shade", 5) == int(minutes)


async def test_never_to_hide_holds_at_once_and_so_does_hiding_again(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        configuration = pilot.app.desk.configuration
        configuration.choose(idle_shade=0)
        pilot.app.action_watch_idle()
        await pilot.pause(0.1)
        assert not isinstance(pilot.app.screen, NeutralScreen)
        configuration.choose(idle_shade=1)
        pilot.app.touched_at -= 61
        pilot.app._shade_when_idle()
        await settle(pilot)
        assert isinstance(pilot.app.screen, NeutralScreen)


async def test_other_school_years_are_counted_only(demo: Caseload) -> None:
    add_no_school_days(
        demo, [(date(2025, 11, 27), date(2025, 11, 28), "Long ago"), (date(2025, 12, 1), date(2025, 12, 1), "")]
    )
    add_term(demo, "Last year", date(2025, 9, 1), date(2026, 6, 12))
    add_term(demo, "Next year", date(2027, 8, 30), date(2028, 1, 14))
    async with open_app(demo, screen="settings") as pilot:
        shown = drawn(pilot)
        assert "Long ago" not in shown
        assert "and 2 of earlier school years" in shown
        assert "Last year" not in shown
        assert "Mon Aug 30 – Fri Jan 14, 2028" in shown


async def test_a_snow_week_added_here_changes_every_age_on_every_screen(demo: Caseload) -> None:
    waiting = max((line for line in demo.summaries if line.one_to_one_age), key=lambda line: line.one_to_one_age)
    maya, before = waiting.student, waiting.one_to_one_age
    lost = sum(demo.calendar.is_school_day(date(2026, 11, day)) for day in range(9, 14))
    assert waiting.last_one_to_one_on < date(2026, 11, 9)
    async with open_app(demo, (120, 40)) as pilot:
        case_screen(pilot).body.go_to(maya.id)
        row = next(line for line in drawn(pilot).splitlines() if "▸" in line)
        assert f" {before} d" in row
        await go_to(pilot, "board")
        await command(pilot, "settings")
        await at(pilot, demo.store.all(NoSchoolDay)[0].id)
        await press(pilot, "N")
        await fill_in(pilot, **SNOW)
        after = demo.summary(maya.id).one_to_one_age
        assert after == before - lost
        await press(pilot, "2")
        case_screen(pilot).body.go_to(maya.id)
        row = next(line for line in drawn(pilot).splitlines() if "▸" in line)
        assert f" {after} d" in row
        assert f" {before} d" not in row
        await case_screen(pilot).open_over("card", maya.id)
        await settle(pilot)
        assert f"one-to-one {after} d" in drawn(pilot)
        await press(pilot, "escape", "3")
        stage_age = demo.summary(maya.id).stage_age
        case_screen(pilot).body.go_to(maya.id)
        await settle(pilot)
        assert maya.called in drawn(pilot)
        await press(pilot, "u", "2")
        assert f" {before} d" in next(line for line in drawn(pilot).splitlines() if "▸" in line)
        assert demo.summary(maya.id).stage_age != stage_age or demo.summary(maya.id).stage_since_on > date(2026, 11, 13)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_titles_and_long_ones_fit(caseload: Caseload, size: tuple[int, int]) -> None:
    title = "[bold]\x1b[31m \u202e 雨桐 [/foo] " * 9
    add_term(caseload, title, date(2026, 8, 31), date(2026, 12, 18))
    add_no_school_days(caseload, [(TODAY, TODAY, title)])
    async with open_app(caseload, size, screen="settings") as pilot:
        assert obeyed_characters(pilot) == set()
        assert_fits(pilot)
        for kind in (Term, NoSchoolDay):
            await at(pilot, caseload.store.all(kind)[0].id)
            await press(pilot, "enter")
            assert obeyed_characters(pilot) == set()
            assert_fits(pilot)
            await press(pilot, "escape")


async def test_a_double_click_changes(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await click(pilot, offset=(10, 2), times=2)
        await settle(pilot)
        assert "Which days" in drawn(pilot)


async def test_no_key_of_a_student_does_anything_here(demo: Caseload) -> None:
    before = demo.store.seq
    assert not {
        one.id
        for one in (COMMAND[name] for name in ("check-in", "promise", "archive-student"))
        if "settings" in one.where
    }
    async with open_app(demo, screen="settings") as pilot:
        await press(pilot, "c", "o", "x", "A", "E", "P")
        assert pilot.app.screen.id == "settings"
    assert demo.store.seq == before


async def test_what_an_own_line_in_a_group_counts_as_is_asked_in_the_settings_and_holds_from_then_on(
    demo: Caseload,
) -> None:
    seq = demo.store.seq
    async with open_app(demo, (160, 30)) as pilot:
        await command(pilot, "group")
        await press(pilot, *"Circle", "tab", "enter", *"Led it", "enter", "ctrl+s")
        assert "; does an own line count? Settings (,)" in message(pilot)
        await command(pilot, "settings")
        await at(pilot, "own_line")
        assert "as the entry does, until you say" in drawn(pilot)
        await command(pilot, "change-setting")
        await press(pilot, "down", "down", "enter")
        assert message(pilot) == "Saved: from now on a line of their own counts as a one-to-one"
        await command(pilot, "back", "group")
        await press(pilot, *"Circle", "tab", "enter", *"Led it", "enter", "ctrl+s")
        assert "does an own line count?" not in message(pilot)
    assert demo.store.seq == seq + 2
    assert [one.counts_one_to_one for one in demo.check_ins if one.line == "Led it"] == [False, True]
    assert settings_file(demo)["own_line"] == "one_to_one"
