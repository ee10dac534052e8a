"""`o`, `x`, `z` and `Z`: promises made, kept, put off and let go."""

from datetime import date, timedelta

import pytest
from app_case import case_screen, command, drawn, fill_in, highlight, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.meeting_pattern import edit_meeting_pattern
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.model import FollowUp, MeetingPattern
from advisory.model.words import Party, PromiseStatus
from advisory.tui.commands.registry import COMMAND


def newest(caseload: Caseload) -> FollowUp:
    return max(caseload.follow_ups, key=lambda promise: promise.id)


@pytest.mark.parametrize("screen", COMMAND["snooze"].where)
async def test_a_promise_is_made_put_off_and_kept(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        name = demo.shorts[student_id]
        await command(pilot, "promise")
        await fill_in(pilot, text="bring the atlas", due="today")
        made = newest(demo)
        assert message(pilot).endswith(name)
        assert (made.student, made.text, made.due_on) == (student_id, "bring the atlas", TODAY)
        assert (made.owner, made.status) == (Party.ADVISOR, PromiseStatus.OPEN)
        next_one = demo.summary(student_id).promises[0].id

        await command(pilot, "snooze")
        assert message(pilot).startswith("Snoozed until tomorrow: ")
        assert message(pilot).endswith(f"; z again: a day you choose · {name}")
        assert demo.store.need(FollowUp, next_one).due_on == TODAY + timedelta(days=1)
        await command(pilot, "snooze")
        await fill_in(pilot, until="fri")
        assert message(pilot).startswith("Snoozed until Fri: ")
        snoozed = demo.store.need(FollowUp, next_one)
        assert (snoozed.due_on, snoozed.snoozed[-1].on) == (date(2026, 11, 27), TODAY)

        next_one = demo.summary(student_id).promises[0].id
        await command(pilot, "promise-done")
        if message(pilot).startswith("x again"):  # no row shows it
            await command(pilot, "promise-done")
        assert message(pilot).startswith("Done: ")
    done = demo.store.need(FollowUp, next_one)
    assert (done.status, done.done_on) == (PromiseStatus.DONE, TODAY)


@pytest.mark.parametrize("screen", COMMAND["promise-drop"].where)
async def test_letting_a_promise_go_asks_for_a_line(demo: Caseload, screen: str) -> None:
    for student in demo.students:
        make_promise(demo, student.id, "bring the atlas", due_on=TODAY)
    async with open_app(demo, screen=screen) as pilot:
        promises = demo.summary(case_screen(pilot).highlighted.student).promises
        await command(pilot, "promise-drop")
        assert promises[0].text in " ".join(drawn(pilot).replace("│", " ").split())
        await fill_in(pilot, why="")
        assert "Type one line on what" in drawn(pilot)
        await fill_in(pilot, why="She found it herself")
    dropped = demo.store.need(FollowUp, promises[0].id)
    assert (dropped.status, dropped.dropped_why) == (PromiseStatus.DROPPED, "She found it herself")


async def test_on_the_card_the_highlighted_promise_is_meant(demo: Caseload) -> None:
    jordan = demo.one("jordan")
    make_promise(demo, jordan.id, "find the second key")
    first, second = demo.summary(jordan.id).promises
    async with open_app(demo) as pilot:
        await highlight(pilot, jordan)
        await press(pilot, "enter", "down", "x")
    assert demo.store.need(FollowUp, first.id).is_open
    assert not demo.store.need(FollowUp, second.id).is_open


async def test_a_second_z_on_another_promise_puts_that_one_off(caseload: Caseload) -> None:
    ada = add_student(caseload, given_name="Ada", family_name="Stone")
    for text in ("the key", "the map", "the atlas"):
        make_promise(caseload, ada.id, text, due_on=TODAY)
    first, second, third = caseload.summary(ada.id).promises
    async with open_app(caseload, screen="card") as pilot:
        case_screen(pilot).body.go_to(first.id)
        await press(pilot, "z")
        case_screen(pilot).body.go_to(second.id)
        await press(pilot, "z")
    tomorrow = TODAY + timedelta(days=1)
    assert [caseload.store.need(FollowUp, one.id).due_on for one in (first, second, third)] == [
        tomorrow,
        tomorrow,
        TODAY,
    ]
    assert len(caseload.store.need(FollowUp, first.id).snoozed) == 1


@pytest.mark.parametrize("screen", ["today", "card", "week"])
async def test_enter_on_a_promise_corrects_it_to_an_earlier_day_too(caseload: Caseload, screen: str) -> None:
    ada = add_student(caseload, given_name="Ada", family_name="Stone")
    shown = make_promise(caseload, ada.id, "bring the atals", due_on=TODAY + timedelta(days=3))
    async with open_app(caseload, screen=screen) as pilot:
        if screen == "week":
            await press(pilot, "tab", "tab")
        case_screen(pilot).body.go_to(f"promises:{shown.id}" if screen == "today" else shown.id)
        await press(pilot, "enter")
        assert "x marks it done" in drawn(pilot)
        await fill_in(pilot, text="bring the atlas", due="yest", owner="family")
        assert message(pilot) == "Promise by Ada's family edited: bring the atlas, due yesterday · Ada"
        edited = caseload.store.need(FollowUp, shown.id)
        assert (edited.text, edited.due_on, edited.owner) == (
            "bring the atlas",
            TODAY - timedelta(days=1),
            Party.FAMILY,
        )
        await press(pilot, "u")
        assert caseload.store.need(FollowUp, shown.id) == shown


async def test_a_promise_that_was_found_is_corrected_where_it_was_found(caseload: Caseload) -> None:
    ada = add_student(caseload, given_name="Ada", family_name="Stone")
    shown = make_promise(caseload, ada.id, "bring the atals", due_on=TODAY)
    async with open_app(caseload) as pilot:
        await command(pilot, "search-everything")
        await press(pilot, *"atals", "enter", "enter")
        await fill_in(pilot, text="bring the atlas")
        assert message(pilot) == "Promise edited: bring the atlas, due today · Ada"
    assert caseload.store.need(FollowUp, shown.id).text == "bring the atlas"


async def test_what_others_promised_is_kept_put_off_and_dropped_by_its_name(caseload: Caseload) -> None:
    ada = add_student(caseload, given_name="Ada", family_name="Stone")
    async with open_app(caseload) as pilot:
        await press(pilot, "o")
        await fill_in(pilot, owner="student", text="hand in the form", due="today")
        assert message(pilot) == "Promised by Ada: hand in the form, due today · Ada"
        theirs = newest(caseload)
        await press(pilot, "x")
        assert message(pilot).startswith("You have no open promise here")  # their promise is not taken for one's own
        await press(pilot, "enter")
        case_screen(pilot).body.go_to(theirs.id)
        await press(pilot, "z")
        assert message(pilot) == "Ada's promise put off until tomorrow: hand in the form"
        await press(pilot, "Z")
        await fill_in(pilot, why="No form any more")
        assert message(pilot) == "Ada's promise dropped: hand in the form"
        await press(pilot, "u")
        assert message(pilot) == "Undid: Student's promise dropped: hand in the form · Ada"
        case_screen(pilot).body.go_to(theirs.id)
        await press(pilot, "x")
        assert message(pilot) == "Ada kept their promise: hand in the form"
        assert case_screen(pilot).highlighted.student == ada.id
    assert caseload.store.need(FollowUp, theirs.id).status is PromiseStatus.DONE


@pytest.mark.parametrize("one", ["promise-done", "snooze", "promise-drop"])
async def test_without_a_promise_it_says_how_to_make_one(demo: Caseload, one: str) -> None:
    nobody_promised = next(line.student for line in demo.summaries if not line.promises)
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, nobody_promised)
        await command(pilot, one)
        assert "o makes one" in message(pilot)
        assert pilot.app.screen.id == "caseload"
    assert demo.store.seq == before


async def test_what_can_not_be_is_refused_in_words_and_the_form_keeps_what_was_typed(demo: Caseload) -> None:
    before = demo.store.seq
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        for ids, values, sentence in (
            (["promise"], {"text": ""}, "What did you promise?"),
            (["promise"], {"text": "bring it", "due": "whenever"}, "“whenever” is not a date"),
            (["promise"], {"text": "bring it", "due": "-3"}, "is in the past"),
            (["snooze", "snooze"], {"until": "today"}, "Choose a day after today"),
        ):
            await command(pilot, *ids)
            await fill_in(pilot, **values)
            assert sentence in pilot.app.screen.query_one(".dialog-problem").visual.plain
            assert pilot.app.screen.values | values == pilot.app.screen.values
            await press(pilot, "ctrl+d", "escape")
    assert demo.store.seq == before + 1  # the first z, which asks nothing


async def test_z_goes_on_to_the_next_period_where_that_is_not_tomorrow_and_then_asks(demo: Caseload) -> None:
    (period,) = demo.store.all(MeetingPattern)
    edit_meeting_pattern(demo, period, (0, 3), period.starts, period.ends)
    maya = demo.one("maya")
    promise_id, short = demo.summary(maya.id).promises[0].id, demo.shorts[maya.id]
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        for said, again, due_on in (
            ("tomorrow", "the next period, Thu", TODAY + timedelta(days=1)),
            ("Thu", "a day you choose", date(2026, 11, 26)),
        ):
            await command(pilot, "snooze")
            assert message(pilot).startswith(f"Snoozed until {said}: ")
            assert message(pilot).endswith(f"; z again: {again} · {short}")
            assert demo.store.need(FollowUp, promise_id).due_on == due_on
        await command(pilot, "snooze")
        await press(pilot, "enter")  # the box holds a week later
        assert demo.store.need(FollowUp, promise_id).due_on == date(2026, 12, 3)
        await command(pilot, "snooze")
        await fill_in(pilot, until="12/11")
    put_off = demo.store.need(FollowUp, promise_id)
    assert (put_off.due_on, len(put_off.snoozed)) == (date(2026, 12, 11), 1)
    assert put_off.snoozed[0].was_due_on == TODAY


async def test_after_another_change_z_begins_with_tomorrow_again(demo: Caseload) -> None:
    leila = demo.one("leila")
    make_promise(demo, leila.id, "bring the atlas", due_on=TODAY)
    async with open_app(demo) as pilot:
        await highlight(pilot, leila)
        await press(pilot, "z", "u", "z")
        assert pilot.app.screen.id == "caseload"
        assert message(pilot).startswith("Snoozed until tomorrow: bring the atlas; z again")
