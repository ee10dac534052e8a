"""A path typed in part is completed by Tab as a shell would."""

from pathlib import Path

from app_case import open_app, press

from advisory.caseload.caseload import Caseload


async def test_tab_completes_in_a_box_for_a_path_and_then_goes_on(caseload: Caseload, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").touch()
    async with open_app(caseload) as pilot:
        await press(pilot, "X")
        dialog = pilot.app.screen
        box = dialog.query_one("#field-file")
        box.focus()
        box.value = f"{tmp_path}/ros"
        await press(pilot, "tab")
        assert (box.value, box.has_focus) == (f"{tmp_path}/roster.csv", True)
        await press(pilot, "tab")
        assert not box.has_focus
