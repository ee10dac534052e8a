"""The last three weeks before a student's day: they are due every three school days, and rise in who next."""

from datetime import date
from typing import NamedTuple

from advisory.model import DefensePlan
from advisory.rules.days.school_days import Calendar

SEASON_DAYS = 15
"""School days before the day on which a student's last weeks begin."""
SEASON_INTERVAL = 3
"""School days between one-to-ones in these weeks, unless the student's own interval is shorter."""


class DefenseSoon(NamedTuple):
    """A day that is near: how many school days away (0 is today), and how many practices there were."""

    on: date
    away: int
    practices: int


def defense_soon(plan: DefensePlan | None, today: date, calendar: Calendar) -> DefenseSoon | None:
    """How near an upcoming plan's day is; None when it is not within its last weeks."""
    if plan is None or plan.outcome is not None or plan.held_on < today:
        return None
    away = calendar.days_between(today, plan.held_on)
    return DefenseSoon(plan.held_on, away, len(plan.practices)) if away <= SEASON_DAYS else None


def season_interval(usual: int, soon: DefenseSoon | None) -> int:
    """School days that may pass between one-to-ones, with a defense near or without one."""
    return usual if soon is None else min(usual, SEASON_INTERVAL)


def soon_words(soon: DefenseSoon) -> str:
    """`defends in 9 school days, no practice yet`."""
    when = "today" if not soon.away else f"in {soon.away} school {'day' if soon.away == 1 else 'days'}"
    return f"defends {when}{'' if soon.practices else ', no practice yet'}"
