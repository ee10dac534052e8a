"""A picture of Known well and of its form, as in test_snapshot."""

from datetime import date
from typing import Any

import pytest
from test_snapshot import SMALL, USUAL, WIDE, picture

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.student.import_roster import import_roster
from advisory.model.words import Facet, LearnedHow

SIZES = pytest.mark.parametrize("size", [SMALL, USUAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
def test_known_well(snap_compare: Any, demo: Caseload, size: tuple[int, int]) -> None:
    maya = demo.one("maya")
    learn_fact(
        demo, maya.id, Facet.PEERS, "Sits with Kai", how=LearnedHow.OBSERVED, learned_on=date(2025, 10, 2)
    )  # fmt: skip
    assert picture(snap_compare, demo, "known_well", "right", size=size)


@SIZES
def test_known_well_of_150(snap_compare: Any, caseload: Caseload, size: tuple[int, int]) -> None:
    import_roster(caseload, new=[{"given_name": f"Ann{n:03}", "family_name": "Lee"} for n in range(150)])
    for at, facet in enumerate(Facet):
        for student in caseload.students[: at + 1]:
            learn_fact(caseload, student.id, facet, "Told me", how=LearnedHow.SURVEY)
    assert picture(snap_compare, caseload, "known_well", *["right"] * 11, size=size)


def test_the_form_for_a_fact(snap_compare: Any, demo: Caseload) -> None:
    assert picture(snap_compare, demo, "known_well", "home", "K", size=USUAL)
