"""A picture of the end of the year, as in test_snapshot."""

from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, picture

from advisory.caseload.caseload import Caseload


@pytest.mark.parametrize(("size", "keys"), [(SMALL, ()), (USUAL, ("space", "j")), (USUAL, ("tab",) * 7)])
def test_the_end_of_the_year(snap_compare: Any, demo: Caseload, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    assert picture(snap_compare, demo, "year_end", *keys, size=size)
