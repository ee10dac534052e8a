"""The time left: by the meeting pattern, or a timer of one's own."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from app_case import case_screen, drawn, fill_in, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.store import Store
from advisory.tui.running.period_clock import PeriodClock

Told = Callable[[time], Caseload]


class Wall:
    """A clock on the wall that a test sets."""

    def __init__(self, at: time) -> None:
        self.at = datetime.combine(TODAY, at).astimezone()

    def __call__(self) -> datetime:
        return self.at.astimezone(UTC)

    def go_on(self, **by: int) -> None:
        self.at += timedelta(**by)


def told_at(store: Store, wall: Wall) -> Caseload:
    return Caseload(store, today=lambda: TODAY, now=wall)


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (time(9, 39, 59), ""),
        (time(9, 40), "30 min left"),
        (time(9, 40, 1), "30 min left"),
        (time(9, 52), "18 min left"),
        (time(10, 9, 59), "1 min left"),
        (time(10, 10), ""),
    ],
)
def test_it_counts_the_periods_minutes(demo: Caseload, at: time, text: str) -> None:
    assert PeriodClock(told_at(demo.store, Wall(at))).text == text


def test_a_timer_goes_before_the_period_and_runs_out(demo: Caseload) -> None:
    wall = Wall(time(9, 52))
    clock = PeriodClock(told_at(demo.store, wall))
    clock.start(5)
    assert clock.texts == ("18 min left · timer 5 min", "timer 5 min")
    wall.go_on(minutes=4, seconds=30)
    assert clock.text == "timer 1 min"
    wall.go_on(minutes=1)
    assert clock.text == "time is up"
    clock.stop()
    assert clock.text == "13 min left"


def test_a_timer_is_usually_as_long_as_the_period(demo: Caseload, caseload: Caseload) -> None:
    assert PeriodClock(demo).usual == 30
    assert PeriodClock(caseload).usual == 30


async def test_the_top_line_tells_it_and_follows(demo: Caseload) -> None:
    wall = Wall(time(9, 52))
    async with open_app(told_at(demo.store, wall), screen="today") as pilot:
        first = drawn(pilot).splitlines()[0]
        assert first.endswith("Nov 23 · 18 min ")
        assert " 2 Caseload " in first
        assert " 7 Defenses " in first
        wall.go_on(minutes=1)
        pilot.app.follower.follow()
        await press(pilot)
        assert "· 17 min " in drawn(pilot).splitlines()[0]


async def test_t_starts_a_timer_and_stops_it(demo: Caseload) -> None:
    wall = Wall(time(14))
    async with open_app(told_at(demo.store, wall), screen="today") as pilot:
        assert "left" not in drawn(pilot).splitlines()[0]
        await press(pilot, "t")
        await fill_in(pilot, minutes="twelve")
        assert "“twelve”" in drawn(pilot)
        await fill_in(pilot, minutes="12")
        assert message(pilot) == "Timer set: 12 min; t stops it"
        assert "timer 12 min" in drawn(pilot).splitlines()[0]
        await press(pilot, "t")
        assert message(pilot) == "Timer stopped."
        assert "timer" not in drawn(pilot).splitlines()[0]
        assert case_screen(pilot).stem == "today"
