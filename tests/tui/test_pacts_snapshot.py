"""A picture of the pacts with all of them unfolded, of finding in them, and of the form for the page to sign, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
UNFOLDED = ("G", "right", "G", "up", "up", "right", "home")


@SIZES
def test_the_pacts(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "pacts", *UNFOLDED, size=size)


def test_finding_in_the_pacts(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "pacts", "slash", *"ing", size=USUAL)


def test_the_form_for_the_page_to_sign(snap_compare: Any, demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert picture(snap_compare, demo, "pacts", "O", size=USUAL)
