"""A picture of the feedback conversation and of the year, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
def test_a_move_with_something_to_write(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    keys = ("F", *["down"] * 3, *"Checks with a drawing; the sum of three is not there yet")
    assert picture(snap_compare, demo, "caseload", *keys, size=size)


@SIZES
def test_the_year(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "year", size=size)
