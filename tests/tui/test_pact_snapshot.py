"""A picture of a pact on its own screen, and of one of its wordings, as in test_snapshot."""

from typing import Any

import pytest
from pact_case import reworded
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.casework.caseload import Caseload


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_pact(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "p", size=size)


def test_its_history(snap_compare: Any, caseload: Caseload) -> None:
    reworded(caseload)
    assert picture(snap_compare, caseload, "caseload", "p", "H", "left", size=USUAL)
