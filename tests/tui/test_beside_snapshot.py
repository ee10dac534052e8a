"""A picture of the student-beside-me view, and of the two asked to say yes, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
def test_the_screen_turned_to_a_student(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "v", size=size)


@SIZES
def test_a_line_in_other_words_and_both_say_yes(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "v", "down", "down", "enter", *" twice", "enter", *"Ma", size=size)
