"""A tag is completed where it is typed: Tab goes through those that fit, → takes the first, a hidden one is not offered."""

from app_case import case_screen, command, do, drawn, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.tag.hide import hide_tag


def typed(text: str) -> list[str]:
    return ["space" if character == " " else character for character in text]


def tagged(caseload: Caseload) -> Caseload:
    maya = caseload.one("maya").id
    for tag in ("zebra", "zebra", "zenith", "zest"):
        record_check_in(caseload, maya, "x", tags=(tag,))
    hide_tag(caseload, "zest")
    return caseload


async def test_tab_goes_through_the_tags_that_fit_and_right_takes_the_first(demo: Caseload) -> None:
    async with open_app(tagged(demo), screen="caseload") as pilot:
        await press(pilot, *typed("cDrew it #z"))
        line = case_screen(pilot).notes.line
        assert "Tab: #zebra #zenith" in " ".join(drawn(pilot).split())
        await press(pilot, "tab")
        assert line.area.text == "Drew it #zebra"
        await press(pilot, "tab")
        assert line.area.text == "Drew it #zenith"
        await press(pilot, "shift+tab", *typed(" #ZEN"), "right", *typed(" then"))
        assert line.area.text == "Drew it #zebra #zenith then"
        kind = line.kind
        await press(pilot, "tab")
        assert line.kind != kind
        await command(pilot, "shade")
        await press(pilot, *typed(" #ze"))
        assert "#ze" not in drawn(pilot)


async def test_a_tag_is_completed_in_the_note_for_several_and_in_the_form(demo: Caseload) -> None:
    async with open_app(tagged(demo), screen="log") as pilot:
        await press(pilot, *typed("gCircle #zen"), "tab")
        dialog = pilot.app.screen
        assert (dialog.text.text, pilot.app.focused) == ("Circle #zenith", dialog.text)
        await press(pilot, "tab")
        assert pilot.app.focused is dialog.ticks
        await press(pilot, "escape")
        await do(pilot, "open")
        box = pilot.app.screen.widget_of("tags")
        pilot.app.screen.set_focus(box)
        box.value = "math ze"
        box.action_end()
        await press(pilot, "right")
        assert box.value == "math zebra"
