"""A picture of the pact's editor in the states that are worth one, as in test_snapshot."""

from typing import Any

from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload


def test_a_pact_that_two_keep(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "p", "R", *["tab"] * 6, size=WIDE)


def test_what_is_missing_on_a_small_screen(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "P", *"I can", "ctrl+g", size=SMALL)


def test_what_changed_since_the_two_agreed(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "p", "R", *" now", "ctrl+s", size=USUAL)


def test_the_calendar(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "caseload", "P", "shift+tab", "space", size=USUAL)
