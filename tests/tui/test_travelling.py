"""The open app follows the computer's clock: another time zone, another day."""

import time

import pytest
from app_case import drawn, open_app, settle

from advisory.caseload.caseload import Caseload
from advisory.opening import open_caseload
from advisory.rules.days.day_words import format_day


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows follows by itself")
@pytest.mark.parametrize("screen", ["today", "caseload", "week"])
async def test_in_another_time_zone_it_shows_the_day_there(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    """Between these two it is never the same day."""
    try:
        monkeypatch.setenv("TZ", "Etc/GMT+12")
        time.tzset()
        caseload = open_caseload(demo.store, None)
        async with open_app(caseload, (110, 30), screen=screen) as pilot:
            here, before = caseload.today, drawn(pilot)
            monkeypatch.setenv("TZ", "Etc/GMT-14")
            pilot.app.follower.follow()
            await settle(pilot)
            assert caseload.today > here
            assert drawn(pilot) != before
            first = drawn(pilot).splitlines()[0]
            assert str(caseload.today.day) in first, (first, format_day(caseload.today, caseload.today))
    finally:
        monkeypatch.undo()
        time.tzset()
