"""How long ago, in a few characters."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.cli.base.sitting import talk
from advisory.rules.days.clocks import Clock
from advisory.rules.days.term_words import uncovered_words


def say_what_counts(caseload: Caseload) -> None:
    """Say before any ages that no term covers today, if so, and what counts instead."""
    words = uncovered_words(caseload.calendar, caseload.today)
    if words:
        talk(f"{words} `advisory calendar add-term` enters one.")


def ago(days: int | None) -> str:
    """`5 d`, or a dash if there was no such day yet."""
    return "–" if days is None else f"{days} d"


def clock_age(clock: Clock, as_of: date) -> str:
    """How long ago a clock was last restarted: `today`, `5 d` or a dash."""
    return "today" if clock.last_on == as_of else ago(clock.age)
