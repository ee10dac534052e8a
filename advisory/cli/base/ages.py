"""How long ago, in a few characters."""

from datetime import date

from advisory.rules.days.clocks import Clock


def ago(days: int | None) -> str:
    """`5 d`, or a dash if there was no such day yet."""
    return "–" if days is None else f"{days} d"


def clock_age(clock: Clock, as_of: date) -> str:
    """How long ago a clock was last restarted: `today`, `5 d` or a dash."""
    return "today" if clock.last_on == as_of else ago(clock.age)
