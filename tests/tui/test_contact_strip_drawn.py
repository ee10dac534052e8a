"""The contact strip on the screens: told apart without color, and it gives way where there is no room."""

from datetime import timedelta

import pytest
from app_case import assert_fits, drawn, open_app

from advisory.caseload.caseload import Caseload
from advisory.rules.days.contact_strip import DayCell
from advisory.tui.words.contact_strip import MARKS, strip_line


def test_no_two_days_look_alike_without_color() -> None:
    assert len({mark.text for mark in MARKS.values()}) == len(DayCell)
    cells = (DayCell.BEFORE, DayCell.NOTHING, DayCell.AWAY, DayCell.ATTEMPT, DayCell.CONTACT, DayCell.ONE_TO_ONE)
    assert "".join(span.text for span in strip_line(cells, 5)) == "·/×○●"
    assert strip_line(cells, 0) == []


@pytest.mark.parametrize(("size", "days"), [((60, 20), 0), ((66, 20), 10), ((80, 24), 20), ((200, 60), 20)])
async def test_it_shows_as_many_days_as_fit(demo: Caseload, size: tuple[int, int], days: int) -> None:
    whole = "".join(span.text for span in strip_line(demo.summary(demo.one("diego").id).strip, 20))
    async with open_app(demo, size, screen="caseload") as pilot:
        row = next(line for line in drawn(pilot).splitlines() if "Diego" in line)
        assert_fits(pilot)
    assert len(whole) == 20
    assert (whole[20 - days :] in row) if days else not set("●○") & set(row)
    assert (whole in row) == (days == 20)


def test_the_days_are_worked_out_once_for_everybody(demo: Caseload) -> None:
    calendar, today = demo.calendar, demo.today
    assert calendar.last_school_days(today) is calendar.last_school_days(today)
    assert len({len(line.strip) for line in demo.summaries}) == 1
    assert calendar.last_school_days(today - timedelta(days=2)) != calendar.last_school_days(today)
