"""A picture of the forms for evidence and insight, and of the open insights, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.note_insight import note_insight

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
def test_the_form_for_evidence(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "e", size=size)


def test_the_form_for_an_insight(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "m")


@SIZES
def test_the_open_insights(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    maya = demo.one("maya")
    note_insight(
        demo, maya.id, "Looks for who did it", "An event has one cause; the rest is background", area="history"
    )
    assert picture(snap_compare, demo, "insights", size=size)


def test_how_a_target_goes_on_the_card(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "card", *["down"] * 15, size=USUAL)
