"""Group entry: every key of its dialog, from the text that is typed at once to a line of one student's own."""

import re

import pytest
from app_case import (
    MODES,
    SIZES,
    WIDE,
    assert_fits,
    case_screen,
    click,
    command,
    do,
    drawn,
    fill_in,
    go_to,
    message,
    obeyed_characters,
    open_app,
    press,
    resize,
    settle,
)
from record_case import TODAY
from test_hostile_names import HOSTILE

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.model import CheckIn
from advisory.model.words import Kind
from advisory.tui.dialogs.fields.check_in import OF_ALL


@pytest.fixture
def five(caseload: Caseload) -> Caseload:
    for name in ("Ann", "Ben", "Bo", "Cal", "Dee"):
        add_student(caseload, given_name=name, family_name="Lee")
    return caseload


def written(caseload: Caseload) -> dict[str, tuple[str, str]]:
    return {caseload.shorts[c.student]: (c.line, c.body) for c in caseload.store.all(CheckIn)}


def ticked(pilot) -> list[str]:
    ticks = pilot.app.screen.ticks
    return [tick.name for tick in ticks.ticks if tick.key in ticks.ticked]


def here(pilot) -> str:
    return pilot.app.screen.ticks.name_here


def has_focus(pilot) -> str:
    return pilot.app.focused.id


@pytest.mark.parametrize("screen", MODES)
async def test_g_opens_it_with_all_who_are_here_ticked_and_the_text_first(demo: Caseload, screen: str) -> None:
    here = [one.id for one in demo.students if not demo.calendar.is_away(one.id, TODAY)]
    assert 0 < len(here) < len(demo.students)
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "group")
        await press(pilot)  # on a busy machine it is there before it is drawn
        assert ticked(pilot) == [demo.shorts[student_id] for student_id in here]
        assert f"{len(here)} of {len(demo.students)}" in drawn(pilot)
        assert has_focus(pilot) == "group-text"
        await press(pilot, *"Circle", "enter")
        assert message(pilot) == "Saved: whole group, today: Amina, Anneliese +18; it marks nobody as seen"
        assert pilot.app.screen.id == screen


async def test_arrows_and_space_tick_until_the_text_begins_and_then_are_the_text_s(five: Caseload) -> None:
    async with open_app(five, (24, 24)) as pilot:
        await do(pilot, "group")
        await press(pilot, "down", "space", "down", "down", "space", "up", "space", "space")
        assert ticked(pilot) == ["Ann", "Bo", "Dee"]
        await press(pilot, "x", "space", "y", "left", "z", "down", "space")
        assert pilot.app.screen.text.text == "x zy "
        assert (ticked(pilot), here(pilot)) == (["Ann", "Bo", "Dee"], "Bo")
        await press(pilot, *["backspace"] * 5, "space")
        assert ticked(pilot) == ["Ann", "Dee"]


async def test_one_change_and_one_undo(five: Caseload) -> None:
    async with open_app(five) as pilot:
        seq = five.store.seq
        await do(pilot, "group")
        await press(pilot, "down", "space", *"Circle", "enter")
        assert five.store.seq == seq + 1
        assert written(five) == dict.fromkeys(("Ann", "Bo", "Cal", "Dee"), ("Circle", ""))
        await press(pilot, "u")
        assert message(pilot) == "Undid: Group entry: whole group, today · Ann, Bo +2"
        assert written(five) == {}


async def test_arrows_go_across_the_columns(five: Caseload) -> None:
    async with open_app(five, (60, 20)) as pilot:
        await do(pilot, "group")
        assert pilot.app.screen.ticks._rows == 2
        for key, name in (
            ("right", "Bo"), ("right", "Dee"), ("right", "Dee"), ("left", "Bo"), ("down", "Cal"), ("right", "Dee"),
            ("up", "Cal"), ("left", "Ben"), ("left", "Ben"), ("up", "Ann"), ("up", "Ann"),
        ):  # fmt: skip
            await press(pilot, key)
            assert here(pilot) == name, key


async def test_tab_goes_from_the_text_to_the_names_the_kind_the_topic_and_round(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        for key, where in (
            ("tab", "ticks"), ("tab", "kind"), ("tab", "topic"), ("tab", "text"), ("shift+tab", "topic"),
            ("enter", "text"), ("shift+tab", "topic"), ("shift+tab", "kind"), ("shift+tab", "ticks"),
            ("enter", "own"), ("tab", "kind"), ("shift+tab", "ticks"), ("enter", "own"), ("shift+tab", "text"),
        ):  # fmt: skip
            await press(pilot, key)
            assert has_focus(pilot) == f"group-{where}", key
            assert pilot.app.screen.own.display is (where == "own")


async def test_in_the_names_a_letter_jumps_on_to_the_next_that_begins_with_it(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "tab")
        for key, name in (("b", "Ben"), ("b", "Bo"), ("B", "Ben"), ("g", "Ben"), ("d", "Dee"), ("end", "Dee")):
            await press(pilot, key)
            assert here(pilot) == name, key
        await press(pilot, "home")
        assert here(pilot) == "Ann"
        await press(pilot, "pagedown", "pageup", "space")
        assert ticked(pilot) == ["Ben", "Bo", "Cal", "Dee"]


async def test_all_none_and_the_other_way_round(five: Caseload) -> None:
    mark_away(five, five.one("cal").id, TODAY, TODAY)
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "tab")
        assert ticked(pilot) == ["Ann", "Ben", "Bo", "Dee"]
        assert "[/] Cal" in drawn(pilot)
        for key, names in (
            ("space", ["Ben", "Bo", "Dee"]), ("!", ["Ann"]), ("!", ["Ben", "Bo", "Dee"]), ("-", []),
            ("*", ["Ann", "Ben", "Bo", "Dee"]), ("c", ["Ann", "Ben", "Bo", "Dee"]),
            ("space", ["Ann", "Ben", "Bo", "Cal", "Dee"]), ("!", []),
        ):  # fmt: skip
            await press(pilot, key)
            assert ticked(pilot) == names, key
        assert "0 of 5" in drawn(pilot)


async def test_a_line_of_ones_own_is_kept_with_its_student_and_marked(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "down", "space", *"Circle", "tab", "enter")
        assert "Just about Ben, added to the note for everyone:" in drawn(pilot)
        await press(pilot, *"Led it", "enter")
        assert has_focus(pilot) == "group-ticks"
        assert "[x] Ben ✎" in drawn(pilot)  # who is written about was there
        await press(pilot, "d", "enter", *"Late", "enter", "b", "b", "enter")
        assert pilot.app.screen.own.value == ""
        await press(pilot, "enter", "B", "enter")
        assert pilot.app.screen.own.value == "Led it"
        await press(pilot, "end", "!", "ctrl+s")
    assert written(five) == {
        "Ann": ("Circle", ""), "Ben": ("Led it!", "Circle"), "Bo": ("Circle", ""), "Cal": ("Circle", ""),
        "Dee": ("Late", "Circle"),
    }  # fmt: skip


async def test_an_emptied_line_is_no_line(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "tab", "enter", "x", "enter", "enter", "backspace", "enter")
        assert "✎" not in drawn(pilot)
        await press(pilot, "shift+tab", *"All", "enter")
    assert set(written(five).values()) == {("All", "")}


async def test_how_the_note_is_read_takes_the_whole_line_from_the_first_letter_on_and_where_a_draft_is_back(
    five: Caseload,
) -> None:
    read = "5 students · whole group · today · private"
    async with open_app(five) as pilot:
        await press(pilot, "g", "x")
        assert read in drawn(pilot)
        await press(pilot, "tab")
        assert "▸[x] Ann" in drawn(pilot)  # the keys go there now
        await press(pilot, "tab")
        assert "▸[x]" not in drawn(pilot)
        await press(pilot, "escape", "g")
        assert read in drawn(pilot)
        await resize(pilot, 34, 20)
        assert read in " ".join(drawn(pilot).replace("│", " ").split())


async def test_the_kind_is_chosen_and_counts_as_it_does(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, *"Lab", "tab", "tab", "left", "enter")
        assert has_focus(pilot) == "group-text"
        await press(pilot, "enter")
        assert message(pilot) == "Saved: small group, today: Ann, Ben +3"
    assert {(c.kind, c.counts_contact) for c in five.store.all(CheckIn)} == {(Kind.SMALL_GROUP, True)}


async def test_the_topic_is_kept_with_the_entry_shown_in_the_log_and_edited_as_one(five: Caseload) -> None:
    async with open_app(five, WIDE) as pilot:
        await do(pilot, "group")
        await press(pilot, "shift+tab", *"sleep", "escape")
        assert message(pilot).startswith("Not saved yet.")
        await do(pilot, "group")
        assert pilot.app.screen.topic.value == "sleep"
        await press(pilot, *"Went well", "tab", "tab", "tab", "enter", "enter")
        assert {(one.topic, one.line) for one in five.store.all(CheckIn)} == {("sleep", "Went well")}
        await go_to(pilot, "log")
        assert "sleep: Went well" in drawn(pilot)
        assert "Topic: sleep" in drawn(pilot)
        await press(pilot, "right", "down", "enter")
        await fill_in(pilot, topic="dreams", of_all=OF_ALL)
        assert {one.topic for one in five.store.all(CheckIn)} == {"dreams"}
        await command(pilot, "shade")
        assert "dreams" not in drawn(pilot)


async def test_save_works_from_anywhere(five: Caseload) -> None:
    for tabs, keys in ((0, ()), (1, ()), (1, ("enter", "z")), (2, ())):
        async with open_app(five) as pilot:
            await do(pilot, "group")
            await press(pilot, *"xy", *["tab"] * tabs, *keys, "ctrl+s")
            assert message(pilot).startswith("Saved"), (tabs, keys)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("enter",), "There is nothing to save yet"),
        (("tab", "-", "shift+tab", "x", "y", "enter"), "Nobody is ticked"),
        (("tab", "enter", "x", "enter", "space", "ctrl+s"), "There is a line about Ann Lee, who is not ticked"),
    ],
)
async def test_a_refusal_shows_it_again_with_everything_in_it(five: Caseload, keys, told: str) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, *keys)
        assert told in " ".join(drawn(pilot).replace("│", " ").split())
        before = pilot.app.screen.entry
        await press(pilot, "escape")
        await do(pilot, "group")
        assert pilot.app.screen.entry == before
    assert written(five) == {}


async def test_after_a_refusal_it_can_be_put_right(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "enter", *"Circle", "enter")
        assert message(pilot) == "Saved: whole group, today: Ann, Ben +3; it marks nobody as seen"


async def test_a_click_ticks_and_leaves_the_keys_with_the_text_and_a_double_click_opens_the_line(
    five: Caseload,
) -> None:
    async with open_app(five) as pilot:
        await do(pilot, "group")
        await press(pilot, "x")
        lines = drawn(pilot).splitlines()
        row = next(at for at, line in enumerate(lines) if "[x] Bo" in line)
        column = lines[row].index("[x] Bo") + 4
        await click(pilot, offset=(column, row))
        await press(pilot, "y")
        assert (ticked(pilot), pilot.app.screen.text.text) == (["Ann", "Ben", "Cal", "Dee"], "xy")
        row = next(at for at, line in enumerate(drawn(pilot).splitlines()) if "[ ] Bo" in line)
        await click(pilot, offset=(column, row), times=2)
        await press(pilot, *"hi", "enter")
        assert pilot.app.screen.entry.lines == {five.one("bo").id: "hi"}


async def test_nobody_in_the_caseload_is_said(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        await do(pilot, "group")
        assert "caseload is empty" in message(pilot)
        assert pilot.app.screen.id == "caseload"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("students", [1, 25, 150])
async def test_it_fits_and_keeps_the_text_the_kind_and_the_keys_in_sight(
    caseload: Caseload, students: int, size: tuple[int, int]
) -> None:
    for number in range(students):
        add_student(
            caseload, given_name=("Maya", "José", "雨桐", "Anneliese-Katharina")[number % 4], family_name=str(number)
        )
    async with open_app(caseload, size) as pilot:
        await do(pilot, "group")
        for keys in ((), ("tab", "end"), ("enter",)):
            await press(pilot, *keys)
            assert_fits(pilot)
            shown = drawn(pilot)
            assert "Together: who was there?" in shown
            assert "What did you see or hear?" in shown
            assert "whole group" in shown
            assert "Esc" in shown or "Tab kind" in shown
            assert here(pilot) in shown
            for name in caseload.shorts.values() if students == 1 else ():
                assert name in shown


async def test_names_that_are_cut_stay_told_apart(caseload: Caseload) -> None:
    for family in ("Adeyemi-Ogunlesi", "Adeyemi-Ogunbanjo"):
        add_student(caseload, given_name="Oluwaseun Temitope", family_name=family)
    async with open_app(caseload, (80, 24)) as pilot:
        await do(pilot, "group")
        shown = set(re.findall(r"\[.\] (Oluwaseun \S.*?)(?=  |│)", drawn(pilot)))
    assert len(shown) == 2
    assert {name.rstrip(".")[-1] for name in shown} == {"b", "l"}


async def test_names_that_would_break_a_screen_are_drawn(caseload: Caseload) -> None:
    for name in HOSTILE.values():
        add_student(caseload, given_name=name, family_name="Q")
    for size in SIZES:
        async with open_app(caseload, size) as pilot:
            await do(pilot, "group")
            await press(pilot, "tab", "end", "enter", *"hi", "enter")
            assert obeyed_characters(pilot) == set()
            assert_fits(pilot)
            await press(pilot, "ctrl+d", "escape")


async def test_a_change_of_size_keeps_the_cursor(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await do(pilot, "group")
        await press(pilot, "tab", "m", "m")
        name = here(pilot)
        for size in ((60, 20), (120, 40), (1, 1), (80, 24)):
            await resize(pilot, *size)
            assert here(pilot) == name
        assert_fits(pilot)


async def test_under_the_shade_names_are_initials_and_every_text_is_covered(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await press(pilot, "ctrl+l")
        await do(pilot, "group")
        await press(pilot, *"Circle", "tab", "enter", *"Led it")
        shown = drawn(pilot)
        assert "[x] AL ✎" in shown
        assert "about AL" in shown
        assert not [word for word in ("Ann", "Ben", "Lee", "Circle", "Led") if word in shown]
        await press(pilot, "enter", "space", "ctrl+s")
        assert "line about AL, who is not ticked" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+l")
        assert drawn(pilot).split() == ["advisory", "^l", "to", "come", "back"]
        await press(pilot, "ctrl+l", "ctrl+d", *"Circle", "enter")
        assert message(pilot) == "Saved: whole group, today: AL, BL +3; it marks nobody as seen"
    assert set(written(five).values()) == {("Circle", "")}


@pytest.mark.parametrize(("answer", "count", "told"), [("1", 1, ", with Ben"), ("2", 5, " each")])
async def test_the_marks_of_a_note_hold_for_the_group_and_a_promise_for_all_or_for_each(
    five: Caseload, answer: str, count: int, told: str
) -> None:
    ben = five.one("ben").id
    async with open_app(five) as pilot:
        case_screen(pilot).body.go_to(ben)
        await press(pilot, "g", *["space" if c == " " else c for c in "Circle #sleep ~9 >fri bring tea"])
        read = "5 students · whole group · today · 9 min · #sleep · you promise: bring tea, Fri Nov 27 · private"
        assert read in " ".join(drawn(pilot).replace("│", " ").split())
        await press(pilot, "enter")
        assert "You promise: bring tea" in drawn(pilot)
        await press(pilot, *["down"] * (answer == "2"), "enter")
        assert message(pilot) == f"Saved: whole group, today: Ann, Ben +3; promised{told}: bring tea"
        await press(pilot, "1")
        assert ("Ben +4" in drawn(pilot)) == (count == 1)
        await case_screen(pilot).open_over("card", ben)
        await settle(pilot)
        assert ("bring tea (+4)" in drawn(pilot)) == (count == 1)
    assert {(one.line, one.tags, one.minutes) for one in five.check_ins} == {("Circle", ("sleep",), 9)}
    assert [promise.text for promise in five.follow_ups] == ["bring tea"] * count
    sources = {one.id for one in five.check_ins if count == 5 or one.student == ben}
    assert {promise.source for promise in five.follow_ups} == sources


async def test_nothing_is_saved_until_it_is_chosen_whom_the_promise_is_for(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await press(pilot, "g", *["space" if c == " " else c for c in "Circle >fri bring tea"], "enter", "escape")
        assert "choose whom the promise is for" in drawn(pilot)
        assert pilot.app.screen.entry.text == "Circle >fri bring tea"
    assert five.check_ins == []


async def test_a_mark_that_can_not_be_read_is_refused_with_every_word_kept(five: Caseload) -> None:
    async with open_app(five) as pilot:
        await press(pilot, "g", *["space" if c == " " else c for c in "Circle >blah tea"], "enter")
        assert "“>blah” is not a date" in drawn(pilot)
        assert "Circle >blah tea" in drawn(pilot)
    assert five.check_ins == []
