"""Beside the advisor the student marks what they kept, says how they are, leaves words and a question; all of it is theirs."""

from app_case import assert_fits, case_screen, drawn, go_to, message, open_app, press, resize
from pact_case import agreed, maya_in, stored
from record_case import TODAY
from test_beside import told, turned

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.own_hand import leave_question
from advisory.casework.pact.mark_kept import mark_kept
from advisory.casework.student.add import add_student
from advisory.model import CheckIn
from advisory.model.words import Observer
from advisory.tui.screens.beside.screen import BesideScreen
from advisory.tui.screens.today.section import DRAFTS


def left(caseload: Caseload) -> list[tuple[str, int | None, str]]:
    return [(one.student_says, one.feeling, one.question) for one in caseload.store.all(CheckIn)]


async def test_space_marks_what_the_student_does_as_kept_by_them_and_takes_it_back(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        screen = await turned(pilot)
        await press(pilot, "space")
        assert "First go down to something that you do" in told(pilot)
        screen.body.go_to("student_commitments:0")
        await press(pilot, "space")
        assert "You kept it today. Space takes it back." in told(pilot)
        assert "kept today: you marked it" in told(pilot)
        assert stored(caseload, pact).student_commitments[0].own_marks == (TODAY,)
        await press(pilot, "escape", "b", "p")
        assert "last today by their own hand" in told(pilot)
        await press(pilot, "tab", "space")
        assert message(pilot) == "Their own mark removed, not kept today: bring one graph a week · Maya"
        await press(pilot, "u", "escape")
        screen = await turned(pilot)
        screen.body.go_to("student_commitments:0")
        await press(pilot, "space")
        assert "Taken back." in told(pilot)
        assert stored(caseload, pact).student_commitments[0].kept == ()
        mark_kept(caseload, stored(caseload, pact), Observer.STUDENT, 0)
        screen.redraw()
        await press(pilot, "space")
        assert "Your advisor has marked this one for today already." in told(pilot)


async def test_c_leaves_how_they_are_their_words_and_a_question(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    add_student(caseload, given_name="Jun", family_name="Watanabe")
    async with open_app(caseload, (60, 40)) as pilot:
        await turned(pilot)
        await press(pilot, "c", "1", "4", *"Jun slept", "enter")
        assert "Kept. Your advisor sees how you are." in told(pilot)
        await press(pilot, "c", "2", *"It helps", "enter", "c", "3", *"Why Jun?", "enter")
        assert left(caseload) == [("Jun slept", 4, ""), ("It helps", None, ""), ("", None, "Why Jun?")]
        assert "4 of 5, good: another student slept" in told(pilot)
        assert "Your question for next time Why another student?" in told(pilot)
        await resize(pilot, 60, 20)
        assert_fits(pilot)
        await press(pilot, "c", "1", "escape", "c", "2", "enter")
        assert "There is nothing to keep yet." in told(pilot)
        await press(pilot, "escape", "b", "u")
        assert message(pilot) == "Undid: Left by the student: their question, today · Maya"
    assert {one.student for one in caseload.store.all(CheckIn)} == {maya.id}


async def test_what_the_student_began_to_type_is_kept_and_offered_again(caseload: Caseload) -> None:
    maya_in(caseload)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "c", "1", "5", *"Half of", "escape")
        assert "What you typed is kept as a draft." in told(pilot)
        await press(pilot, "escape", "b")
        await go_to(pilot, "today")
        assert "what the student began to leave" in drawn(pilot)
        body = case_screen(pilot).body
        body.go_to(next(key for key in body.keys if key.startswith(DRAFTS)))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BesideScreen)
        await press(pilot, "c", "enter", "enter")
        assert "5 of 5, very good" in told(pilot)
        assert "Half of" in told(pilot)
        await press(pilot, *" it", "enter")
        assert left(caseload) == [("Half of it", 5, "")]
        assert pilot.app.desk.unsaved.waiting() == []


async def test_a_question_is_shown_until_it_is_answered_on_the_card(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    leave_question(caseload, maya.id, "Why a moose?")
    async with open_app(caseload, (80, 40), screen="today") as pilot:
        case_screen(pilot).body.go_to(maya.id)
        await press(pilot, "home")
        assert "They ask: Why a moose?" in drawn(pilot)
        await resize(pilot, 120, 40)
        await go_to(pilot, "caseload")
        assert "They ask: Why a moose?" in drawn(pilot)
        await go_to(pilot, "log")
        assert "their question" in drawn(pilot)
        await go_to(pilot, "card")
        assert "They ask you" in drawn(pilot)
        case_screen(pilot).body.go_to("asked c0000001")
        await press(pilot, "enter", *"Because", "enter")
        assert message(pilot) == "Question answered: asked today · Maya"
        assert "They ask you" not in drawn(pilot)
        assert "“Why a moose?” today, by their own hand" in drawn(pilot)
