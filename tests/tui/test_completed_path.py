"""A path typed in part is completed as a shell would."""

from pathlib import Path

from app_case import open_app, press

from advisory.caseload.caseload import Caseload
from advisory.exchange.file.typed_path import completed


def test_what_can_only_be_meant_is_added(tmp_path: Path) -> None:
    for name in ("roster one.csv", "roster two.csv", "survey.csv", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "lists").mkdir()
    for typed, full in {
        "ro": "roster ",
        "roster o": "roster one.csv",
        "s": "survey.csv",
        "l": "lists/",
        "nothing": "nothing",
        "roster ": "roster ",
        ".h": ".hidden",
        "": "",
    }.items():
        assert completed(f"{tmp_path}/{typed}") == f"{tmp_path}/{full}"
    assert completed("~nobody-of-this-name/x") == "~nobody-of-this-name/x"
    assert completed(f"{tmp_path}/no/such/folder") == f"{tmp_path}/no/such/folder"


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
