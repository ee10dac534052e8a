"""Pictures of the season, of a plan and of a proposal, as in test_snapshot."""

from typing import Any

import pytest
from defense_case import near_plan, season, without_season
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def _no_season(demo: Caseload) -> None:
    without_season(demo)


@SIZES
def test_the_season(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    season(demo)
    assert picture(snap_compare, demo, "defenses", "right", "right", size=size)


@SIZES
def test_a_plan(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    near_plan(demo)
    assert picture(snap_compare, demo, "defenses", "home", "enter", size=size)


def test_nobody_has_a_day(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "defenses", size=USUAL)


def test_a_practice(snap_compare: Any, demo: Caseload) -> None:
    near_plan(demo)
    assert picture(snap_compare, demo, "defenses", "home", "r", size=USUAL)
