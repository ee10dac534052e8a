"""A picture of who gets the advisor's time, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_who_gets_the_time(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "time", size=size)
