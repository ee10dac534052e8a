"""The lines at the top of Today that say how to begin."""

from app_case import case_screen, command, drawn, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.meeting_pattern import add_meeting_pattern
from advisory.casework.calendar.no_school_days import add_no_school_days
from advisory.casework.student.add import add_student
from advisory.settings.configuration import Configuration


async def test_four_lines_tell_their_state_and_each_opens_its_form(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        assert all(one in drawn(pilot) for one in ("Your students", "The advisory period", "Terms", "Days off"))
        assert case_screen(pilot).body.key == "begin:roster"
        forms = ("From the file", "10:05-10:35", "A term", "Days without school")
        for form in forms:
            await press(pilot, "enter")
            assert form in drawn(pilot)
            await press(pilot, "escape", "down")
        add_student(caseload, given_name="Maya", family_name="Okafor")
        case_screen(pilot).redraw()
        await press(pilot)
        assert "1 student" in drawn(pilot)
        assert case_screen(pilot).highlighted.student  # a key for notes meets her, not a line


async def test_they_go_when_all_is_there_and_the_new_years_terms_are_asked_for(caseload: Caseload) -> None:
    from datetime import date, time

    from advisory.casework.calendar.term import add_term

    add_student(caseload, given_name="Maya", family_name="Okafor")
    add_meeting_pattern(caseload, (0,), time(9), time(10))
    add_no_school_days(caseload, [(date(2026, 11, 26), date(2026, 11, 27), "")])
    async with open_app(caseload, screen="today") as pilot:
        assert "To begin" in drawn(pilot)
        term = add_term(caseload, "Fall", date(2026, 8, 31), date(2026, 12, 18))
        case_screen(pilot).redraw(force=True)
        await press(pilot)
        assert "To begin" not in drawn(pilot)
        assert term.title not in drawn(pilot)


async def test_they_can_be_put_away_for_good(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        await command(pilot, "put-away")
        assert "Your students" not in drawn(pilot)
        assert "settings" in message(pilot)
    assert Configuration(caseload.store.folder).settings.has_begun
    async with open_app(caseload, screen="today") as pilot:
        assert "Your students" not in drawn(pilot)
