"""A picture of group entry and of each kind of step of the Friday review, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
def test_group_entry(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "g", "down", "space", "right", size=size)


def test_a_line_of_one_s_own(snap_compare: Any, demo: Caseload) -> None:
    keys = ("g", *"Circle about sleep", "tab", "m", "enter", *"led it", "enter", "m", "enter")
    assert picture(snap_compare, demo, "caseload", *keys, size=USUAL)


@SIZES
def test_the_week(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "week", size=size)


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_the_week_s_other_steps(snap_compare: Any, demo: Caseload, steps: int) -> None:
    assert picture(snap_compare, demo, "week", *["tab"] * steps, size=USUAL)
