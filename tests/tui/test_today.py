"""Today, the screen the program opens on: every list acts in place."""

from datetime import UTC, date, datetime, timedelta

import pytest
from app_case import (
    SIZES,
    WIDE,
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    go_to,
    message,
    open_app,
    press,
    resize,
    settle,
)
from record_case import TODAY
from test_layout import fill

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage_of
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.calendar.term import edit_term
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.model import CheckIn, FollowUp, Leave, Term, glyphs
from advisory.model.words import Kind, PromiseStatus
from advisory.rules.learning.question_to_ask import question_to_ask
from advisory.rules.next.suggestion import Reason
from advisory.tui.app import AdvisoryApp
from advisory.tui.running.period_clock import PeriodClock
from advisory.tui.screens.today.lists import SUGGESTED
from advisory.tui.screens.today.page import LISTED
from advisory.tui.screens.today.section import MORE, key_of
from advisory.tui.words.contact_strip import strip_line


async def test_the_program_opens_on_it(demo: Caseload) -> None:
    async with AdvisoryApp(demo).run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert case_screen(pilot).stem == "today"
        shown = drawn(pilot)
    for title in ("Who next", "The circle", "this round, since"):
        assert title in shown
    assert "you promised: find three sample poems" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_no_text_of_a_note_stands_on_it(demo: Caseload, size: tuple[int, int]) -> None:
    said = (
        {c.line for c in demo.check_ins} | {c.body for c in demo.check_ins} | {c.student_says for c in demo.check_ins}
    )
    async with open_app(demo, (size[0], 200), screen="today") as pilot:
        shown = drawn(pilot)
        assert_fits(pilot)
    shown_elsewhere = {promise.text for promise in demo.follow_ups} | {jot.line for jot in demo.jots}
    assert [text for text in said - shown_elsewhere if len(text) > 5 and text in shown] == []


async def test_a_jot_shows_its_text_and_under_the_shade_only_its_kind(demo: Caseload) -> None:
    jot = demo.jots[0]
    async with open_app(demo, WIDE, screen="today") as pilot:
        assert jot.line in drawn(pilot)
        await command(pilot, "shade")
        row = next(line for line in drawn(pilot).splitlines() if glyphs.BEGUN in line)
        assert jot.kind.label in row
        assert jot.line not in row


@pytest.mark.parametrize("size", SIZES)
async def test_the_lower_part_is_about_who_is_highlighted(demo: Caseload, size: tuple[int, int]) -> None:
    line = demo.summary(demo.one("leila").id)
    asked = question_to_ask(coverage_of(demo, line.student.id).sides, demo.today)
    async with open_app(demo, size, screen="today") as pilot:
        case_screen(pilot).body.go_to(key_of("circle", line.student.id))
        await settle(pilot)
        pane = "\n".join(drawn(pilot).splitlines()[-2 - case_screen(pilot).query_one("#detail").size.height : -2])
        assert_fits(pilot)
    assert demo.names[line.student.id] in pane
    assert "".join(span.text for span in strip_line(line.strip, 20)) in pane
    assert line.promises[0].text in pane
    assert f"Ask: {asked}"[:40] in pane


async def test_the_circle_shows_today_with_the_marks_of_the_strip(demo: Caseload) -> None:
    diego, jun, leila = (demo.one(name).id for name in ("diego", "jun", "leila"))
    record_check_in(demo, diego, "Hi")
    record_check_in(demo, jun, "", kind=Kind.QUICK_TOUCH)
    record_check_in(demo, leila, "Not in the room", contact_made=False)
    async with open_app(demo, screen="today") as pilot:
        shown = drawn(pilot)
    assert [mark for mark in ("● Diego", "○ Jun", "× Leila", "/ Elif", "· Seun") if mark not in shown] == []


async def test_the_last_note_is_hidden_until_l_and_only_for_whoever_it_is_about(demo: Caseload) -> None:
    maya, kai = demo.one("maya").id, demo.one("kai").id
    for student_id in (maya, kai):
        record_check_in(demo, student_id, f"Zanzibar of {student_id}")
    async with open_app(demo, screen="today") as pilot:
        go_to = case_screen(pilot).body.go_to
        go_to(key_of("circle", maya))
        assert "Zanzibar" not in drawn(pilot)
        await command(pilot, "last-note")
        assert f"Zanzibar of {maya}" in drawn(pilot)
        go_to(key_of("circle", kai))
        await settle(pilot)
        assert "Zanzibar" not in drawn(pilot)
        await command(pilot, "last-note", "shade")
        assert "Zanzibar" not in drawn(pilot)
        await command(pilot, "last-note")
        assert not case_screen(pilot).last_note.is_shown


async def test_the_rest_of_a_list_opens_and_folds_again(demo: Caseload) -> None:
    student_id = demo.one("maya").id
    for number in range(12):
        make_promise(demo, student_id, f"promise {number}", due_on=demo.today + timedelta(days=90))
    async with open_app(demo, (120, 40), screen="today") as pilot:
        left = len([one for one in demo.follow_ups if one.is_mine]) - LISTED
        assert f"… and {left} later" in drawn(pilot)
        case_screen(pilot).body.go_to(key_of(MORE, "promises"))
        await command(pilot, "open")
        shown = drawn(pilot)
        assert [number for number in range(12) if f"promise {number} " not in shown] == []
        assert case_screen(pilot).highlighted.promise is not None
        case_screen(pilot).body.go_to(key_of(MORE, "promises"))
        await command(pilot, "open")
        assert f"… and {left} later" in drawn(pilot)
        await resize(pilot, 200, 70)  # where all of it fits, nothing is folded
        assert "… and" not in drawn(pilot)


async def test_every_suggestion_that_is_due_is_shown_where_there_is_room(caseload: Caseload) -> None:
    fill(caseload, 20)
    assert all(one.reason is Reason.NEVER for one in caseload.suggestions)
    for size, count in (((80, 24), SUGGESTED), ((120, 60), len(caseload.suggestions))):
        async with open_app(caseload, size, screen="today") as pilot:
            places = [place for place in case_screen(pilot).page.page.places if place.section == "next"]
            assert len(places) == count


async def test_a_note_for_the_one_highlighted_is_two_keys_and_the_text(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "c", *"Hi", "enter")
        assert message(pilot) == f"Saved: one-to-one, today · {demo.shorts[student_id]}"
        assert case_screen(pilot).highlighted.student == student_id
        await press(pilot, "n")
        assert case_screen(pilot).highlighted.student == demo.suggestions[0].student_id != student_id
        assert "· seen today" not in drawn(pilot)
    assert demo.store.check_ins_of(student_id)[-1].line == "Hi"


async def test_a_touch_is_one_key_and_is_not_made_twice(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = demo.one("diego").id
        case_screen(pilot).body.go_to(f"circle:{student_id}")
        before = len(demo.check_ins)
        await press(pilot, "space")
        touch = demo.store.check_ins_of(student_id)[-1]
        assert (touch.kind, touch.line, touch.counts_contact, touch.counts_one_to_one) == (
            Kind.QUICK_TOUCH,
            "",
            True,
            False,
        )
        assert case_screen(pilot).highlighted.student == student_id
        await press(pilot, "space")
        assert message(pilot).startswith("Already seen today")
        assert len(demo.check_ins) == before + 1
        await press(pilot, "u")
    assert len(demo.check_ins) == before


async def test_whoever_was_not_reached_today_can_still_be_marked_as_seen(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = demo.one("diego").id
        record_check_in(demo, student_id, "dropped by", kind=Kind.QUICK_TOUCH, contact_made=False)
        case_screen(pilot).body.go_to(f"circle:{student_id}")
        await press(pilot, "space")
        assert message(pilot).startswith("Seen today")
        assert demo.store.check_ins_of(student_id)[-1].counts_contact


async def test_the_time_left_is_right_as_soon_as_a_screen_is_shown(demo: Caseload, monkeypatch) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "2")
        monkeypatch.setattr(PeriodClock, "texts", ("7 min left", "7 min"))
        await press(pilot, "1")
        assert "· 7 min" in drawn(pilot)


async def test_n_goes_through_the_suggestions_and_says_why(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        for suggestion in [*demo.suggestions[:5], demo.suggestions[0]]:
            await press(pilot, "n")
            assert case_screen(pilot).stem == "today"
            assert case_screen(pilot).highlighted.student == suggestion.student_id
            assert message(pilot).startswith("Next, ")
            assert message(pilot).endswith(demo.shorts[suggestion.student_id])


@pytest.mark.parametrize("screen", ["caseload", "board", "log", "pacts", "card"])
async def test_n_knows_what_was_changed_on_another_screen(demo: Caseload, screen: str) -> None:
    first = demo.suggestions[0].student_id
    async with open_app(demo, screen=screen) as pilot:
        record_check_in(demo, first, kind=Kind.QUICK_TOUCH)
        case_screen(pilot).redraw()
        await press(pilot, "n")
        assert case_screen(pilot).highlighted.student == demo.suggestions[0].student_id != first
        assert message(pilot).startswith("Next, ")


@pytest.mark.parametrize("key", ["a", "space"])
async def test_the_same_key_again_never_means_another_student(demo: Caseload, key: str) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id, before = case_screen(pilot).highlighted.student, demo.store.seq
        await press(pilot, key)
        assert case_screen(pilot).highlighted.student == student_id
        await press(pilot, key)
        assert case_screen(pilot).highlighted.student == student_id
    touched = {student for change in demo.store.changes() if change.seq > before for student in change.students}
    assert touched == {student_id}


async def test_what_another_terminal_writes_moves_the_cursor_to_nobody_else(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        record_check_in(demo, student_id, "Seen by somebody else's hand")
        pilot.app.follower.follow()
        await press(pilot)
        assert case_screen(pilot).highlighted.student == student_id


async def test_who_is_not_here_drops_out_and_comes_back(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        case_screen(pilot).body.go_to(f"circle:{student_id}")
        await press(pilot, "a")
        assert message(pilot).startswith("Not here today")
        assert student_id not in [one.student_id for one in demo.suggestions]
        assert "/ not here 3" in drawn(pilot)
        await press(pilot, "a")
        assert message(pilot).startswith("Here after all")
        assert student_id in [one.student_id for one in demo.suggestions]
        assert "/ not here 2" in drawn(pilot)
        assert "promises due ──" in drawn(pilot).partition("The circle")[0]


async def test_several_days_away_are_typed(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "D")
        await fill_in(pilot, until="fri")
        assert message(pilot).startswith("Not here until Fri")
    leave = demo.store.of_student(Leave, student_id)[-1]
    assert (leave.starts_on, leave.ends_on) == (TODAY, TODAY + timedelta(days=4))


async def test_a_promise_is_put_off_once_twice_and_to_a_typed_day(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        promise = next(one for one in demo.follow_ups if one.is_mine and one.due_on == TODAY)
        case_screen(pilot).body.go_to(f"promises:{promise.id}")
        await press(pilot, "z")
        assert message(pilot).startswith("Snoozed until tomorrow: ")
        assert demo.store.need(FollowUp, promise.id).due_on == TODAY + timedelta(days=1)
        await press(pilot, "z")
        await fill_in(pilot, until="12/11")
        assert message(pilot).startswith("Snoozed until Dec 11: ")
    put_off = demo.store.need(FollowUp, promise.id)
    assert put_off.due_on == date(2026, 12, 11)
    assert [one.was_due_on for one in put_off.snoozed][-1] == TODAY


async def test_a_promise_is_done_in_place(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        promise = next(one for one in demo.follow_ups if one.is_mine and one.due_on == TODAY)
        case_screen(pilot).body.go_to(f"promises:{promise.id}")
        await press(pilot, "x")
        assert case_screen(pilot).body.key.startswith("promises:")
    assert demo.store.need(FollowUp, promise.id).status is PromiseStatus.DONE


async def test_enter_opens_the_card_or_the_jot(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "open")
        assert (case_screen(pilot).stem, case_screen(pilot).highlighted.student) == ("card", student_id)
        await press(pilot, "escape")
        jot = demo.jots[0]
        case_screen(pilot).body.go_to(f"jots:{jot.id}")
        await command(pilot, "open")
        await fill_in(pilot, line="Said it whole", state="done")
        await press(pilot, "up")
        assert not [place for place in case_screen(pilot).page.page.places if place.key == f"jots:{jot.id}"]
    assert demo.store.need(CheckIn, jot.id).line == "Said it whole"


async def test_tab_goes_from_list_to_list_and_round(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        walked = []
        for _ in range(9):
            walked.append(case_screen(pilot).body.key.partition(":")[0])
            await press(pilot, "tab")
        assert walked == ["next", "circle", "promises", "reviews", "jots", "theirs", "season", "birthdays", "next"]
        await press(pilot, "shift+tab", "shift+tab")
        assert case_screen(pilot).body.key.startswith("birthdays:")


async def test_the_cursor_goes_up_down_and_across(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        body = case_screen(pilot).body
        await press(pilot, "l")
        assert body.key.startswith("promises:")
        await press(pilot, "h")
        assert body.key.startswith("next:")
        await press(pilot, "G")
        last = body.key
        await press(pilot, "j")
        assert body.key == last
        await press(pilot, "home")
        assert body.key == f"next:{demo.suggestions[0].student_id}"
        await press(pilot, *["j"] * 5)
        first = body.key
        assert first.startswith("circle:")
        await press(pilot, "l", "h", "j", "k")
        assert body.key == first


async def test_under_the_shade_it_names_nobody(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="today") as pilot:
        await press(pilot, "n", "ctrl+l")
        shown = drawn(pilot)
    for student in demo.students:
        assert student.called not in shown
    for promise in demo.follow_ups:
        assert promise.text not in shown


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_it_is_said_that_no_term_covers_today(demo: Caseload, size: tuple[int, int]) -> None:
    for term in demo.store.all(Term):
        edit_term(demo, term, "Autumn", date(2026, 8, 31), TODAY - timedelta(days=3))
    async with open_app(demo, size, screen="today") as pilot:
        assert "No term covers today, so Monday to Friday count." in drawn(pilot)
        assert_fits(pilot)
        for screen in ("caseload", "card", "week", "settings"):
            await go_to(pilot, screen)
            assert "No term covers today, so Monday to Friday count." in " ".join(drawn(pilot).split()), screen
            assert_fits(pilot)
            await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_in_the_summer_it_is_said_that_ages_stand_still(demo: Caseload, size: tuple[int, int]) -> None:
    in_july = Caseload(demo.store, today=lambda: date(2027, 7, 14), now=lambda: datetime(2027, 7, 14, 9, tzinfo=UTC))
    async with open_app(in_july, size, screen="today") as pilot:
        for screen in ("today", "caseload", "card", "week"):
            await go_to(pilot, screen)
            assert "No term covers today, so ages stand still." in " ".join(drawn(pilot).split()), screen
            assert_fits(pilot)


async def test_when_everybody_was_seen_it_says_so(demo: Caseload) -> None:
    for line in demo.summaries:
        if line.contact.last_on != TODAY:
            record_check_in(demo, line.student.id, kind=Kind.QUICK_TOUCH)
    async with open_app(demo, screen="today") as pilot:
        assert "Everyone who is here has been seen today." in drawn(pilot)
        await press(pilot, "n")
        assert message(pilot) == "Everyone who is here has been seen today."


async def test_when_nobody_is_here_it_does_not_say_that_everybody_was_seen(caseload: Caseload) -> None:
    mark_away(caseload, add_student(caseload, given_name="Ada", family_name="Stone").id, TODAY, TODAY)
    async with open_app(caseload, screen="today") as pilot:
        assert "Nobody is here today." in drawn(pilot)


async def test_with_nobody_in_the_caseload_it_says_how_to_begin(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        assert "Your caseload is empty." in drawn(pilot)
        await press(pilot, "3")
        assert "Your caseload is empty." in drawn(pilot)  # the board
        await press(pilot, "1")
        for key in ("c", "space", "a", "D", "n", "x", "z", "+", "down", "tab", "enter"):
            await press(pilot, key)
            assert pilot.app.is_running


async def test_a_snow_week_after_the_fact_changes_the_reasons(demo: Caseload) -> None:
    monday = TODAY - timedelta(days=7)
    async with open_app(demo, screen="today") as pilot:
        assert "no one-to-one for 11 school days" in drawn(pilot)
        assert "no one-to-one for 17 school days" in drawn(pilot)
        add_no_school_days(demo, [(monday, monday + timedelta(days=4), "Snow")])
        case_screen(pilot).redraw()
        await press(pilot)
        assert "no one-to-one for 12 school days" in drawn(pilot)
        assert "no one-to-one for 17 school days" not in drawn(pilot)
