"""The heading of the caseload's columns stays at the top, however far the list is scrolled, and covers no row the cursor is on."""

from app_case import case_screen, click, drawn, open_app, press

from advisory.caseload.caseload import Caseload

SMALL = (60, 20)
"""Too low for the demo's students."""


def shown(pilot) -> list[str]:
    """The lines of the list, without its scroll bar."""
    return [line[:-1] for line in drawn(pilot).splitlines()[1 : 1 + case_screen(pilot).body.size.height]]


async def test_the_heading_stays_and_covers_no_row_the_cursor_is_on(demo: Caseload) -> None:
    async with open_app(demo, SMALL) as pilot:
        body = case_screen(pilot).body
        names = [demo.names[key].split()[0] for key in body.keys if key]
        whole = shown(pilot)
        assert whole[0].split()[0] == "Student"
        await press(pilot, "end")
        assert shown(pilot)[0] == whole[0]
        assert names[-1] in shown(pilot)[-1]
        for at in range(len(names) - 1, -1, -1):
            marked = [line for line in shown(pilot) if line.startswith("▸")]
            assert [names[at] in line for line in marked] == [True]
            assert shown(pilot)[0] == whole[0]
            await press(pilot, "up")
        assert shown(pilot) == whole
        await press(pilot, "pagedown", "pagedown")
        here = body.key
        assert shown(pilot)[0] == whole[0]
        await click(pilot, offset=(5, 1))
        assert body.key == here
