"""A picture of a pact on its own screen, and of one of its wordings, as in test_snapshot."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from pact_case import reworded
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload


@pytest.fixture(autouse=True)
def at_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The hour of a change is told by the clock on the wall."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_pact(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    assert picture(snap_compare, demo, "caseload", "p", size=size)


def test_its_history(snap_compare: Any, caseload: Caseload) -> None:
    reworded(caseload)
    assert picture(snap_compare, caseload, "caseload", "p", "H", "left", size=USUAL)
