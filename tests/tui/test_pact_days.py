"""Days in the pact's editor: typed by word, chosen in a small calendar, or gone along with the rhythm."""

from datetime import date

from app_case import assert_fits, click, command, drawn, highlight, open_app, press, set_fields, settle

from advisory.caseload.caseload import Caseload
from advisory.tui.dialogs.form.calendar import CalendarDialog
from advisory.tui.widgets.boxes.month import Month


async def test_a_day_is_chosen_in_the_calendar_which_tells_days_without_school(demo: Caseload) -> None:
    async with open_app(demo, (60, 20)) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        editor = pilot.app.screen
        await set_fields(pilot, next_review_on="fri")
        assert "Fri Nov 27" in drawn_at(editor, "next_review_on")
        await set_fields(pilot, next_review_on="sometime")
        assert drawn_at(editor, "next_review_on") == "…"
        editor.set_focus(editor.query_one("#field-next_review_on"))
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, CalendarDialog)
        assert_fits(pilot)
        assert "▸23" in drawn(pilot)
        assert "(29)" in drawn(pilot)
        await press(pilot, "right", "down", "down")
        assert pilot.app.screen.query_one(Month).day == date(2026, 12, 8)
        assert "Tue Dec 8" in drawn(pilot)
        await press(pilot, "left")
        assert "Mon Dec 7 · no school" in drawn(pilot)
        await press(pilot, "t")
        assert "·23·" not in drawn(pilot)  # the cursor is there
        await press(pilot, "up", "pagedown", "pagedown", "pageup", "left")
        assert pilot.app.screen.query_one(Month).day == date(2026, 12, 15)
        await press(pilot, "enter")
        assert editor.values["next_review_on"] == "Dec 15, 2026"
        await press(pilot, "space", "escape")
        assert editor.values["next_review_on"] == "Dec 15, 2026"


async def test_a_click_goes_to_a_day_and_a_double_click_takes_it(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        editor = pilot.app.screen
        editor.set_focus(editor.query_one("#field-next_review_on"))
        await press(pilot, "space", "t")
        month = pilot.app.screen.query_one(Month)
        await click(pilot, Month, offset=(2, 1))  # a weekday's name is no day
        assert month.day == date(2026, 11, 23)
        await click(pilot, Month, offset=(5 * 3 + 2, 2))  # Thursday of the last of October's weeks
        assert month.day == date(2026, 10, 29)
        await click(pilot, Month, offset=(5 * 4 + 2, 4), times=2)
        await settle(pilot)
        assert pilot.app.screen is editor
        assert editor.values["next_review_on"] == "Oct 16, 2026"


async def test_a_month_that_is_shorter_ends_where_it_ends(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        await set_fields(pilot, target_on="Jan 31, 2027")
        editor = pilot.app.screen
        editor.set_focus(editor.query_one("#field-target_on"))
        await press(pilot, "space", "pagedown", "enter")
        assert editor.values["target_on"] == "Feb 28, 2027"


async def test_the_first_day_goes_with_the_rhythm_until_another_is_said(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        editor = pilot.app.screen
        editor.set_focus(editor.query_one("#field-review_every"))
        await press(pilot, "left")
        assert (editor.values["review_every"], editor.values["next_review_on"]) == ("weekly", "Nov 30, 2026")
        await set_fields(pilot, next_review_on="+9")
        await press(pilot, "right")
        assert (editor.values["review_every"], editor.values["next_review_on"]) == ("two_weeks", "+9")


def drawn_at(editor, field: str) -> str:
    """What is said behind a day."""
    return editor.query_one(f"#day-{field}").visual.plain
