"""The list of milestones in the settings: changed, added to, hidden, and offered again."""

from app_case import drawn, fill_in, message, open_app, press

from advisory.caseload.caseload import Caseload


async def test_a_milestone_is_changed_added_hidden_and_offered_again(demo: Caseload) -> None:
    async with open_app(demo, (80, 40), screen="settings") as pilot:
        pilot.app.screen.go_to_milestone("outline")
        await press(pilot, "enter")
        await fill_in(pilot, label="outline on paper", days="20")
        assert message(pilot) == "Saved: outline on paper, 20 days before"
        await press(pilot, "N")
        await fill_in(pilot, label="thank the panel", days="-3", whose="me")
        assert message(pilot) == "Milestone added: thank the panel, 3 days after"
        await press(pilot, "d")
        assert message(pilot).startswith("Hidden: thank the panel; plans to come leave it out")
        assert "hidden" in next(line for line in drawn(pilot).splitlines() if line.startswith("▸"))
        await press(pilot, "d")
        assert message(pilot) == "In again: thank the panel"
    assert demo.milestones["outline"].label == "outline on paper"


async def test_what_is_no_number_is_said_and_the_day_itself_stays(demo: Caseload) -> None:
    async with open_app(demo, (80, 40), screen="settings") as pilot:
        pilot.app.screen.go_to_milestone("outline")
        await press(pilot, "enter")
        await fill_in(pilot, days="soon")
        assert "“soon” is not a number of days" in drawn(pilot)
        await press(pilot, "escape")
        pilot.app.screen.go_to_milestone("the_day")
        await press(pilot, "d")
        assert message(pilot) == "The day itself stays on the list."
