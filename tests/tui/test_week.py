"""The look back over the week: its steps, each key on them, and what is chosen at the end."""

from datetime import timedelta

import pytest
from app_case import (
    MODES,
    SIZES,
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    message,
    open_app,
    press,
)
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.model import FollowUp, Student
from advisory.model.words import PromiseStatus
from advisory.rules.overview.week_review import STEPS, WeekStep, week_review


def told(caseload: Caseload):
    return week_review(caseload.summaries, caseload.home_words, caseload.calendar, caseload.today)


def keys_of(pilot) -> list[str]:
    return [row.key for row in case_screen(pilot).body.rows if row.key]


async def go_to_step(pilot, step: WeekStep) -> None:
    await press(pilot, *["tab"] * STEPS.index(step))
    assert case_screen(pilot).steps.current is step


@pytest.mark.parametrize("screen", MODES)
async def test_w_opens_it_over_the_screen_and_escape_goes_back_to_the_same_place(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await press(pilot, "j")
        key = case_screen(pilot).body.key
        await command(pilot, "week-review")
        assert pilot.app.screen.id == "week"
        assert "1 of 6" in drawn(pilot)
        await press(pilot, "escape")
        assert (pilot.app.screen.id, case_screen(pilot).body.key) == (screen, key)


async def test_the_walk_goes_on_and_back_and_ends_behind_the_last_step(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        for key, at in (
            ("left", 0), ("tab", 1), ("right", 2), ("l", 3), ("shift+tab", 2), ("left", 1), ("h", 0), ("right", 1),
            ("right", 2), ("right", 3), ("tab", 4), ("l", 5),
        ):  # fmt: skip
            await press(pilot, key)
            assert case_screen(pilot).steps.current is STEPS[at], key
            shown = " ".join(drawn(pilot).split())
            assert f"{STEPS[at].label} {at + 1} of {len(STEPS)}" in shown
            assert STEPS[at].question in shown
        await press(pilot, "right")
        assert pilot.app.screen.id == "today"


async def test_enter_on_the_last_step_ends_it(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        await go_to_step(pilot, WeekStep.FOCAL)
        await press(pilot, "enter")
        assert pilot.app.screen.id == "today"


async def test_each_step_lists_whom_the_rules_name_in_their_order(demo: Caseload) -> None:
    review = told(demo)
    wanted = [
        [one.line.student.id for one in review.not_seen],
        [line.student.id for line in review.not_started],
        [promise.id for promise in (*review.promises, *review.promises_of_others)],
        [pact.id for pact in review.reviews],
        [word.student.id for word in review.families],
        [student.id for student in demo.students],
    ]
    assert all(wanted)
    async with open_app(demo, screen="week") as pilot:
        for keys in wanted:
            assert keys_of(pilot) == keys
            assert case_screen(pilot).body.key == keys[0]
            await press(pilot, "tab")


@pytest.mark.parametrize("step", [step for step in STEPS[:-1] if step is not WeekStep.PROMISES])
async def test_enter_opens_the_card_and_escape_comes_back_to_the_step(demo: Caseload, step: WeekStep) -> None:
    async with open_app(demo, screen="week") as pilot:
        await go_to_step(pilot, step)
        await press(pilot, "j")
        key, student_id = case_screen(pilot).body.key, case_screen(pilot).highlighted.student
        assert student_id in demo.names
        await press(pilot, "enter")
        assert (pilot.app.screen.id, case_screen(pilot).highlighted.student) == ("card", student_id)
        await press(pilot, "escape")
        assert (pilot.app.screen.id, case_screen(pilot).steps.current, case_screen(pilot).body.key) == (
            "week",
            step,
            key,
        )


@pytest.mark.parametrize("over_it", ["", "enter"])
async def test_a_mode_by_number_leaves_it_whatever_lies_over_it(demo: Caseload, over_it: str) -> None:
    for mode, key in MODES.items():
        async with open_app(demo, screen="week") as pilot:
            await press(pilot, *filter(None, [over_it]), key)
            assert pilot.app.screen.id == mode
            await press(pilot, "2")
            assert pilot.app.screen.id == "caseload"


async def test_a_check_in_takes_a_student_out_of_those_not_seen(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        first, second = keys_of(pilot)[:2]
        await press(pilot, "c", *"Hi", "enter")
        assert message(pilot).startswith("Saved")
        assert case_screen(pilot).highlighted.student == first
        await press(pilot, "down")
        assert first not in keys_of(pilot)
        assert case_screen(pilot).body.key == second
    assert demo.store.check_ins_of(first)[-1].line == "Hi"


async def test_while_a_note_is_typed_tab_and_space_are_the_note_s(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        await press(pilot, "c", *"a f l", "tab", "enter")
        assert message(pilot).startswith("Saved: seen briefly")
        assert case_screen(pilot).steps.current is STEPS[0]


async def test_promises_are_kept_put_off_and_let_go_as_elsewhere(demo: Caseload) -> None:
    review = told(demo)
    promises = [promise.id for promise in review.promises]
    theirs = [promise.id for promise in review.promises_of_others]
    async with open_app(demo, screen="week") as pilot:
        await go_to_step(pilot, WeekStep.PROMISES)
        await press(pilot, "down", "x")
        assert message(pilot).startswith("Done: ")
        await press(pilot, "down")
        assert keys_of(pilot) == [one for one in promises if one != promises[1]] + theirs
        await press(pilot, "z", "z", "z")  # until tomorrow, the next period, a day that is typed
        await fill_in(pilot, until="+40")
        await press(pilot, "home", "Z")
        await fill_in(pilot, why="Somebody else did")
        await press(pilot, "down")
        assert promises[0] not in keys_of(pilot)
        assert keys_of(pilot)[-len(theirs) - 1] == promises[2]
    stored = [demo.store.need(FollowUp, one).status for one in promises[:3]]
    assert stored == [PromiseStatus.DROPPED, PromiseStatus.DONE, PromiseStatus.OPEN]


@pytest.mark.parametrize("key", ["space", "f"])
async def test_focal_students_are_chosen_on_the_last_step_and_counted(demo: Caseload, key: str) -> None:
    diego, focal = demo.one("diego"), {student.id for student in demo.students if student.focal}
    assert len(focal) == 2
    async with open_app(demo, screen="week") as pilot:
        await go_to_step(pilot, WeekStep.FOCAL)
        assert "2 chosen; two or three is enough" in " ".join(drawn(pilot).split())
        case_screen(pilot).body.go_to(diego.id)
        await press(pilot, key, *"Shy", "enter")
        assert message(pilot) == "Focal: see them more often · Diego"
        assert " · Shy · " in drawn(pilot)
        assert "▸ ◆ Diego" in drawn(pilot)
        assert "3 chosen; two or three is enough" in " ".join(drawn(pilot).split())
        await press(pilot, "down", key, "enter")
        assert "4 chosen; with two or three" in " ".join(drawn(pilot).split())
        await press(pilot, "up", key)
        assert message(pilot) == "No longer focal · Diego"
        await press(pilot, "u")
        assert message(pilot) == "Undid: No longer focal · Diego"
        assert demo.store.need(Student, diego.id).focal


async def test_before_the_last_step_f_marks_and_space_says_where_to_choose(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        jordan = case_screen(pilot).highlighted.student
        await press(pilot, "space")
        assert "focal students on the last step" in message(pilot)
        assert not demo.store.need(Student, jordan).focal
        await press(pilot, "f", "enter")
        assert demo.store.need(Student, jordan).focal
        assert "▸ ◆ Jordan" in drawn(pilot)


async def test_without_students_each_step_says_that_there_is_nothing(caseload: Caseload) -> None:
    async with open_app(caseload, screen="week") as pilot:
        review = week_review((), (), caseload.calendar, TODAY)
        for step in STEPS:
            assert review.nothing(step) in drawn(pilot)
            await press(pilot, "f")
            assert message(pilot) == "No students yet: 1 shows Today, where N adds one."
            await press(pilot, "tab")
        assert pilot.app.screen.id == "today"


async def test_who_was_away_all_week_is_told_so(caseload: Caseload) -> None:
    student = add_student(caseload, given_name="Ann", family_name="Lee", joined_on=TODAY - timedelta(days=30))
    mark_away(caseload, student.id, TODAY, TODAY)
    async with open_app(caseload, screen="week") as pilot:
        assert "not here this week" in drawn(pilot)


async def test_what_the_command_line_writes_meanwhile_is_shown(demo: Caseload) -> None:
    async with open_app(demo, screen="week") as pilot:
        await go_to_step(pilot, WeekStep.FOCAL)
        add_student(demo, given_name="Zoe", family_name="Zed")
        case_screen(pilot).redraw()
        await press(pilot, "G")
        assert "Zoe Zed" in drawn(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_step_fits(demo: Caseload, size: tuple[int, int]) -> None:
    async with open_app(demo, size, screen="week") as pilot:
        for at, step in enumerate(STEPS, 1):
            assert_fits(pilot)
            shown = " ".join(drawn(pilot).split())
            assert f"{at} of {len(STEPS)}" in shown
            assert demo.names[case_screen(pilot).highlighted.student][:18] in shown
            assert " ".join(step.question.split()[-3:]) in shown
            await press(pilot, "tab")


@pytest.mark.parametrize("step", STEPS)
async def test_the_second_pane_tells_about_the_highlighted(demo: Caseload, step: WeekStep) -> None:
    async with open_app(demo, (120, 40), screen="week") as pilot:
        await go_to_step(pilot, step)
        aside = case_screen(pilot).query_one("#detail")
        beside = "\n".join(line[aside.region.x :] for line in drawn(pilot).splitlines())
        assert demo.names[case_screen(pilot).highlighted.student][:30] in beside
