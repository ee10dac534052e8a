"""A picture of the search over everything, before and after something is typed, and of the tags, as in test_snapshot."""

from collections.abc import Sequence
from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
@pytest.mark.parametrize("keys", [(), (*"fraction", "enter", "down", "down")], ids=["help", "found"])
def test_the_search(snap_compare: Any, demo: Caseload, keys: Sequence[str], size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "backslash", *keys, size=size)


def test_the_tags(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "tags", size=USUAL)
