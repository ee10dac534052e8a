"""Refuses impossible entries in the school calendar, such as an end before a start or overlapping terms."""

from collections.abc import Iterable
from datetime import date, time

from advisory.model import MeetingPattern, Term
from advisory.model.day_order import show_date
from advisory.rules.refusal import Refusal

from .hour_words import hour_words, weekday_words

LONGEST = 366
"""The most days a term or a break may have; a longer one has a mistyped year."""


def refuse_odd_span(what: str, starts_on: date, ends_on: date) -> None:
    """Refuse a last day before the first, and a span longer than LONGEST; `what` begins the sentence."""
    span = f"{show_date(starts_on)} to {show_date(ends_on)}"
    if ends_on < starts_on:
        raise Refusal(f"{what} can't end before the first day: {span}. Check the two dates.")
    days = (ends_on - starts_on).days + 1
    if days > LONGEST:
        raise Refusal(f"{what} can't last {days:,} days: {span}. Check the years.")


def refuse_shared_days(starts_on: date, ends_on: date, others: Iterable[Term]) -> None:
    """Refuse a term that overlaps another one: each school day belongs to one term."""
    for other in others:
        if other.starts_on <= ends_on and starts_on <= other.ends_on:
            raise Refusal(
                f"{show_date(starts_on)} to {show_date(ends_on)} overlaps {other.title}, which runs from "
                f"{show_date(other.starts_on)} to {show_date(other.ends_on)}: change one of the two."
            )


def refuse_odd_hours(weekdays: Iterable[int], starts: time, ends: time, others: Iterable[MeetingPattern]) -> None:
    """Refuse a period without a weekday, one that ends before it starts, and one that overlaps another."""
    days = set(weekdays)
    if not days:
        raise Refusal("On which weekdays does your period meet? Type them as mon wed fri, or mon-fri.")
    if ends <= starts:
        raise Refusal(f"A period must end after it starts; {hour_words(starts, ends)} does not.")
    for other in others:
        shared = days & set(other.weekdays)
        if shared and other.starts < ends and starts < other.ends:
            raise Refusal(
                f"On {weekday_words(shared)} you already have a period at that time, {hour_words(other.starts, other.ends)}: "
                "change that one, or choose other hours."
            )
