"""`=`: planning a talk for one of the next periods, the round that says who is still to come, and both in no student's view."""

from datetime import timedelta

import pytest
from app_case import WIDE, case_screen, command, drawn, fill_in, go_to, highlight, message, open_app, press, settle
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.plan.plan_talk import plan_talk
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away
from advisory.rules.next.suggestion import Reason
from advisory.tui.screens.today.section import CIRCLE, MORE, PLAN, ROUND, key_of


@pytest.fixture
def three(caseload: Caseload) -> Caseload:
    for name in ("Ann", "Ben", "Cal"):
        add_student(caseload, given_name=name, family_name="Lee")
    return caseload


async def test_the_key_goes_through_the_next_periods_then_asks_and_a_blank_takes_off(three: Caseload) -> None:
    ben = three.one("ben")
    async with open_app(three, WIDE) as pilot:
        await highlight(pilot, ben)
        for said in (
            "Planned for tomorrow; = again: Wed · Ben",
            "Planned for Wed; = again: Thu · Ben",
            "Planned for Thu; = again: a day you type · Ben",
        ):
            await press(pilot, "=")
            assert message(pilot) == said
        assert "planned for Thu" in drawn(pilot)
        await press(pilot, "=")
        await fill_in(pilot, on="sat")
        assert "There is no school on Sat Nov 28" in drawn(pilot)
        await fill_in(pilot, on="fri")
        assert message(pilot) == "Planned for Fri · Ben"
        assert case_screen(pilot).highlighted.student == ben.id
        await press(pilot, "u")
        assert message(pilot) == "Undid: Talk planned: Fri · Ben"
        await press(pilot, "=")
        await fill_in(pilot, on="")
        assert message(pilot) == "Off the plan · Ben"
        assert three.planned == []


async def test_the_plan_stands_on_today_and_says_who_moved_on(three: Caseload) -> None:
    ann, ben, cal = (student.id for student in three.students)
    plan_talk(three, ben, TODAY + timedelta(days=1))
    mark_away(three, ben, TODAY + timedelta(days=1), TODAY + timedelta(days=1))
    plan_talk(three, cal, TODAY)
    async with open_app(three, WIDE, screen="today") as pilot:
        assert three.suggestions[0].reason is Reason.PLANNED
        assert "Cal Lee               planned" in drawn(pilot)
        assert "• Ben           not here tomorrow" in drawn(pilot)
        case_screen(pilot).body.go_to(key_of(PLAN, ben))
        assert case_screen(pilot).highlighted.student == ben
        case_screen(pilot).body.go_to(key_of(CIRCLE, ann))
        await command(pilot, "plan")
        assert message(pilot) == "Planned for tomorrow; = again: Wed · Ann"
        await go_to(pilot, "week")
        assert "0 of 3 this round; it begins with the next one-to-one" in drawn(pilot)


async def test_the_round_s_line_opens_who_is_still_to_come(three: Caseload) -> None:
    ann, ben, cal = (student.id for student in three.students)
    record_check_in(three, ann, "x")
    mark_away(three, cal, TODAY, TODAY)
    async with open_app(three, screen="today") as pilot:
        assert "1 of 3 this round, since today: 1 school day · … 1 to come, 1 not here" in drawn(pilot)
        case_screen(pilot).body.go_to(key_of(MORE, ROUND))
        await command(pilot, "open")
        assert case_screen(pilot).highlighted.student == ben
        keys = [place.key for place in case_screen(pilot).page.page.places]
        assert keys[keys.index(key_of(MORE, ROUND)) :][1:3] == [key_of(ROUND, ben), key_of(ROUND, cal)]
        await press(pilot, "c", *"Hi", "enter")
        assert case_screen(pilot).highlighted.student == ben
        assert "everybody here was seen this round" in drawn(pilot)


async def test_nothing_of_a_round_or_a_plan_is_turned_to_the_student(three: Caseload) -> None:
    for student in three.students:
        plan_talk(three, student.id, TODAY)
    async with open_app(three, WIDE, screen="today") as pilot:
        assert drawn(pilot).count("planned") == 3
        await command(pilot, "beside")
        await settle(pilot)
        assert case_screen(pilot) is not pilot.app.screen
        shown = drawn(pilot).lower()
    assert [word for word in ("planned", "round", "interval", "to come") if word in shown] == []
