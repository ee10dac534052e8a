"""The last three weeks before a student's day: they are due every three school days, and rise in who next."""

from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from advisory.model import DefensePlan
from advisory.rules.check_in.seen import Seen
from advisory.rules.days.school_days import Calendar

SEASON_DAYS = 15
"""School days before the day on which a student's last weeks begin."""
SEASON_INTERVAL = 3
"""School days between one-to-ones in these weeks, unless the student's own interval is shorter."""


TALKS = 4
"""One-to-ones that everybody is to have in these weeks."""

_IN_HAND = 3
"""School days of these weeks that are not counted on: somebody is away now and then."""


class DefenseSoon(NamedTuple):
    """A day that is near: how many school days away (0 is today), and the practices and one-to-ones since it was near."""

    on: date
    away: int
    practices: int = 0
    talks: int = 0

    def is_due(self, age: int | None) -> bool:
        """Whether the day is the reason to see a student again, so many school days after the last one-to-one (None: none).

        It is after the interval of these weeks, and sooner where otherwise TALKS would not fit in before the day. Who has
        had as many is seen again for the age, like anybody else, against the interval of these weeks.
        """
        missing = TALKS - self.talks
        if age is None or missing <= 0:
            return missing > 0
        return age >= min(SEASON_INTERVAL, max(1, (self.away - _IN_HAND) // missing))

    @property
    def order(self) -> tuple[int, date]:
        """Sorts those to be seen: first whoever has the fewest days to spare if their missing talks are an interval apart."""
        return self.away - max(0, TALKS - self.talks) * SEASON_INTERVAL, self.on


def defense_soon(
    plan: DefensePlan | None, check_ins: Iterable[Seen], today: date, calendar: Calendar
) -> DefenseSoon | None:
    """How near an upcoming plan's day is; None when it is not within its last weeks. `check_ins` are newest first."""
    if plan is None or plan.outcome is not None or plan.held_on < today:
        return None
    away = calendar.days_between(today, plan.held_on)
    if away > SEASON_DAYS:
        return None
    near = takewhile(lambda seen: calendar.days_between(seen.happened_on, plan.held_on) <= SEASON_DAYS, check_ins)
    talks = {seen.happened_on for seen in near if seen.counts_one_to_one and seen.happened_on <= today}
    return DefenseSoon(plan.held_on, away, len(plan.practices), len(talks))


def listed_now(plans: Iterable[DefensePlan], today: date, calendar: Calendar) -> list[DefensePlan]:
    """The plans to list on a day, the nearest first: in their last weeks, still to be closed, or with something of the advisor's due."""
    from .next_step import waiting

    listed = [
        plan for plan in plans if not plan.is_over and (_is_near(plan, today, calendar) or waiting(plan, today).mine)
    ]
    return sorted(listed, key=lambda plan: (plan.held_on, plan.id))


def _is_near(plan: DefensePlan, today: date, calendar: Calendar) -> bool:
    """Whether its last weeks have begun, or its day has passed and it is still to be closed."""
    from .plan_life import is_upcoming

    return not is_upcoming(plan, today) or calendar.days_between(today, plan.held_on) <= SEASON_DAYS


def season_interval(usual: int, soon: DefenseSoon | None) -> int:
    """School days that may pass between one-to-ones, with a defense near or without one."""
    return usual if soon is None else min(usual, SEASON_INTERVAL)


def soon_words(soon: DefenseSoon, today: date) -> str:
    """`defends in 9 school days, no practice yet`."""
    when = "today" if soon.on == today else f"in {soon.away} school {'day' if soon.away == 1 else 'days'}"
    return f"defends {when}{'' if soon.practices else ', no practice yet'}"
