"""After weeks, and after a whole school year, every screen still fits and says what it has to."""

import math
from datetime import date
from pathlib import Path

import pytest
from app_case import MODES, assert_fits, case_screen, drawn, obeyed_characters, open_app, press
from year_of_use import FIRST, LAST, live_a_year

from advisory.store import Store

SIX_WEEKS = date(2026, 10, 9)


@pytest.mark.parametrize("last", [SIX_WEEKS, pytest.param(LAST, marks=pytest.mark.slow)], ids=["weeks", "year"])
async def test_every_screen_is_readable_after_it(tmp_path: Path, last: date) -> None:
    store = Store.open(tmp_path / "home")
    caseload = live_a_year(store, last=last).caseload
    assert len(caseload.check_ins) > (last - FIRST).days * 4
    assert caseload.jots
    assert {line.one_to_one_age is not None for line in caseload.summaries} == {True}
    rounds = caseload.round.earlier
    assert len(rounds) > (last - FIRST).days // 21
    assert max(one.school_days for one in rounds) < 3 * caseload.intervals.contact_every
    assert max(line.waited for line in caseload.summaries) <= 1.5 * math.ceil(len(caseload.students) / 3)
    for size in ((80, 24), (120, 40)):
        async with open_app(caseload, size, screen="today") as pilot:
            for student in caseload.students:
                assert sum(place.key == f"circle:{student.id}" for place in case_screen(pilot).page.page.places) == 1
            for keys in (*([number] for number in MODES.values()), ["1", "enter"], ["w"], *[["tab"]] * 4):
                await press(pilot, *keys)
                assert_fits(pilot)
                assert obeyed_characters(pilot) == set()
                assert len(drawn(pilot).split()) > 20
    store.close()
