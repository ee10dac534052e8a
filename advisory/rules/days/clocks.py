"""A student's clocks: how long since the last contact of any kind, and since the last one-to-one."""

from datetime import date

import msgspec

from advisory.model.words import Word

from .school_days import Calendar

DUE_UNTIL = 1.5
"""Beyond this many intervals, a contact is no longer just due but "waiting on you"."""


class ClockWord(Word):
    """The state of a clock."""

    SEEN = "seen"
    DUE = "due"
    WAITING = "waiting", "waiting on you"
    NOT_YET = "not_yet", "not yet this term"


class Clock(msgspec.Struct, frozen=True):
    """The last date, how many school days ago it was (None: never), and the state."""

    last_on: date | None
    age: int | None
    word: ClockWord


def derive_clock(last_on: date | None, interval: int, calendar: Calendar, today: date, student_id: str = "") -> Clock:
    """Derive a clock as of `today`; `interval` is in school days."""
    if last_on is None:
        return Clock(None, None, ClockWord.NOT_YET)
    age = calendar.days_between(last_on, today, student_id)
    if last_on < calendar.term_at(today).starts_on:
        return Clock(last_on, age, ClockWord.NOT_YET)
    if age <= interval:
        return Clock(last_on, age, ClockWord.SEEN)
    return Clock(last_on, age, ClockWord.DUE if age <= DUE_UNTIL * interval else ClockWord.WAITING)
