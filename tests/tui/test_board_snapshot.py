"""Pictures of the board: each size in each theme, with forty students, and of the student's own board on the card.

After a change of looks: `pytest tests/tui/test_board_snapshot.py --snapshot-update`, and look at them.
"""

import json
from typing import Any

import pytest
from app_case import settings_of
from test_layout import FAMILY
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.student.import_roster import import_roster
from advisory.casework.student.set_focal import set_focal
from advisory.model import THEMES
from advisory.model.words import Stage

SIZES = (SMALL, USUAL, WIDE)
GIVEN = ("Maya", "José", "雨桐", "Anneliese-Katharina", "Noah", "שרה", "Kai", "Ada")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", THEMES[1:3])
def test_the_board_in_another_theme(snap_compare: Any, demo: Caseload, theme: str, size: tuple[int, int]) -> None:
    settings_of(demo.store.folder, json.dumps({"theme": theme}))
    assert picture(snap_compare, demo, "board", size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_board_without_colour(
    snap_compare: Any, demo: Caseload, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(snap_compare, demo, "board", size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_board_with_forty(snap_compare: Any, caseload: Caseload, size: tuple[int, int]) -> None:
    import_roster(caseload, new=[{"given_name": name, "family_name": family} for family in FAMILY for name in GIVEN])
    for number, student in enumerate(caseload.students):
        if number % 3:
            move_stage(caseload, student.id, Stage.ALLIANCE, "Because")
        if number % 7 == 0:
            set_focal(caseload, student.id, focal=True)
    assert picture(snap_compare, caseload, "board", size=size)


def test_the_signs_to_pick_from(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "board", "i", size=USUAL)


def test_the_form_of_a_sign(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "board", "i", "enter", size=USUAL)


def test_the_card_at_its_board(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "card", *["down"] * 12, size=USUAL)
