"""A picture of Today at each size and in its extremes, and of the line for anybody, as in test_snapshot."""

from typing import Any

import pytest
from test_layout import fill
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

AMBIGUOUS = ("+", *"noah Asked for the key <")


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_today(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "today", size=size)


def test_today_under_the_shade(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "today", "ctrl+l")


def test_today_without_students(snap_compare: Any, caseload: Caseload) -> None:
    assert picture(snap_compare, caseload, "today", size=USUAL)


@pytest.mark.parametrize("size", [USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_today_with_150_students(snap_compare: Any, caseload: Caseload, size: tuple[int, int]) -> None:
    fill(caseload, 150)
    assert picture(snap_compare, caseload, "today", size=size)


def test_a_note_about_one_of_two(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "today", *AMBIGUOUS, size=USUAL)


def test_a_note_about_one_of_two_asks_which(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "today", *AMBIGUOUS, "enter", size=USUAL)


def test_how_a_note_is_written(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "today", "+", "f1", size=USUAL)
