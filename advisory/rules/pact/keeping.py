"""What is marked while a pact runs: success lines met, commitments kept, and the next review date."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from advisory.model import Commitment, Pact, glyphs
from advisory.model.day_order import show_date, show_day
from advisory.model.words import Observer
from advisory.rules.days.day_words import next_review
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal

from .life import AGREED_STATES, refuse_dates
from .wording import with_revision

MARKED_WEEKS = 6
"""How many weeks of marks to show for a commitment."""
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_DAILY = re.compile(r"\b(daily|(every|each) (school )?day)\b", re.IGNORECASE)


class Marked(NamedTuple):
    """A line of a pact that is marked while it runs: a success line, or one of a side's commitments. Counted from 0."""

    number: int
    side: Observer | None = None
    """None for a success line."""


_FIELD = {Observer.STUDENT: "student_commitments", Observer.ADVISOR: "advisor_commitments"}


def commitments(pact: Pact, side: Observer) -> tuple[Commitment, ...]:
    """The commitments of one side."""
    return pact.student_commitments if side is Observer.STUDENT else pact.advisor_commitments


def unmarked(pact: Pact, today: date) -> list[Marked]:
    """The lines to go through in a talk: what the student does and did not keep today, success lines not met, what the advisor does."""
    theirs, mine = (
        [Marked(at, side) for at, one in enumerate(commitments(pact, side)) if today not in one.kept]
        for side in (Observer.STUDENT, Observer.ADVISOR)
    )
    met = [Marked(at) for at, line in enumerate(pact.success_evidence) if line.met_on is None]
    return [*theirs, *met, *mine]


def text_of(pact: Pact, line: Marked) -> str:
    """What a line that can be marked says."""
    return (pact.success_evidence if line.side is None else commitments(pact, line.side))[line.number].text


def with_marks(pact: Pact, lines: Iterable[Marked], today: date) -> Pact:
    """The pact with these lines met or kept today."""
    for line in lines:
        if line.side is None:
            pact = with_met(pact, line.number, today, today)
        else:
            pact = with_kept(pact, line.side, line.number, today, today)
    return pact


def with_met(pact: Pact, number: int, on: date | None, today: date) -> Pact:
    """The pact with one success line met on a date, or not met (None). Lines count from 0."""
    _refuse_unkept(pact, on, today)
    lines = list(pact.success_evidence)
    lines[number] = replace(lines[number], met_on=on)
    return replace(pact, success_evidence=tuple(lines))


def with_kept(pact: Pact, side: Observer, number: int, on: date, today: date) -> Pact:
    """The pact with one commitment kept on a date; a second mark on the same date changes nothing."""
    _refuse_unkept(pact, on, today)
    one = commitments(pact, side)[number]
    return _with(pact, side, number, replace(one, kept=tuple(sorted({*one.kept, on}))))


def with_own_mark(pact: Pact, number: int, today: date) -> Pact:
    """The pact with one of the student's commitments kept today, marked by their own hand. Refuses a day the advisor marked."""
    one = pact.student_commitments[number]
    if today in one.kept:
        raise Refusal("Your advisor has marked this one for today already.")
    marked = with_kept(pact, Observer.STUDENT, number, today, today)
    own = replace(marked.student_commitments[number], own_marks=tuple(sorted({*one.own_marks, today})))
    return _with(marked, Observer.STUDENT, number, own)


def without_kept(pact: Pact, side: Observer, number: int, on: date) -> Pact:
    """The pact with one mark removed."""
    _refuse_not_kept_now(pact)
    one = commitments(pact, side)[number]
    kept, own = ([day for day in days if day != on] for days in (one.kept, one.own_marks))
    return _with(pact, side, number, replace(one, kept=tuple(kept), own_marks=tuple(own)))


def with_next_review(pact: Pact, on: date, at: datetime, today: date, calendar: Calendar) -> Pact:
    """The pact with another next review date; the old one is kept in a revision, and nobody has to agree again.

    Refuses a date in the past, one after the pact's end, and one later than the schedule allows, which both must agree
    to.
    """
    latest = usual_review_on(pact, today, calendar)
    if latest is not None and latest < on <= (pact.target_on or on):
        raise Refusal(
            f"You two review it {pact.review_every.label}, so no later than {show_day(latest, weekday=True)}. "
            "To choose a later day, change the pact: you both have to agree."
        )
    if on < today:
        raise Refusal(f"{show_date(on)} is in the past: choose a later day for the next review.")
    refuse_dates(pact.start_on, on, pact.target_on)
    if on == pact.next_review_on:
        return pact
    return with_revision(pact, replace(pact, next_review_on=on), at, looked=True)


def usual_review_on(pact: Pact, today: date, calendar: Calendar) -> date | None:
    """The school day of the next review by the pact's schedule, no later than its end; None when the pact has ended."""
    usual = calendar.school_day_from(next_review(today, pact.review_every))
    if pact.target_on is None or usual <= pact.target_on:
        return usual
    return pact.target_on if pact.target_on > today else None


def kept_this_month(parts: Iterable[Commitment], today: date) -> int:
    """How many marks there are in this calendar month."""
    return sum((day.year, day.month) == (today.year, today.month) for part in parts for day in part.kept)


def times_words(count: int) -> str:
    """`1 time`, `3 times`."""
    return f"{count} time{'' if count == 1 else 's'}"


class KeptSoFar(NamedTuple):
    """How a commitment was kept in the weeks, or the school days, in which it could be; both texts "" if there are none."""

    marks: str
    """`·✓✓·✓`: one mark a week, the latest last, of at most six weeks."""
    words: str
    """`3 of 5 weeks`; of what is done daily `11 of 23 school days`."""


def kept_so_far(pact: Pact, one: Commitment, today: date, calendar: Calendar) -> KeptSoFar:
    """How a commitment was kept lately. What could not be is left out.

    That is the weeks before the pact began and after it closed, those without school for the student, and the present
    week or day until it is marked, because it isn't over.
    """
    until = min(today, pact.closed_on or today)
    start = min([pact.start_on or until, *one.kept])
    begun = {_monday(day) for day in one.kept}

    def could_be(monday: date) -> bool:
        last = min(monday + _WEEK - _DAY, until)
        return last < today and calendar.days_between(max(monday, start) - _DAY, last, pact.student) > 0

    every = (_monday(start) + at * _WEEK for at in range((_monday(until) - _monday(start)) // _WEEK + 1))
    weeks = [monday for monday in every if monday in begun or could_be(monday)]
    of = f"the last {MARKED_WEEKS}" if len(weeks) > MARKED_WEEKS else f"{len(weeks)}"
    weeks = weeks[-MARKED_WEEKS:]
    if not weeks:
        return KeptSoFar("", "")
    marks = "".join(glyphs.DONE if monday in begun else glyphs.NOTHING for monday in weeks)
    if not _DAILY.search(one.how_often):
        return KeptSoFar(marks, f"{marks.count(glyphs.DONE)} of {of} week{'' if len(weeks) == 1 else 's'}")
    first, last = max(weeks[0], start), until if until in one.kept or until < today else until - _DAY
    kept = sum(first <= day <= until for day in one.kept)
    days = max(kept, calendar.days_between(first - _DAY, last, pact.student))
    return KeptSoFar(marks, f"{kept} of {days} school day{'' if days == 1 else 's'}")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _with(pact: Pact, side: Observer, number: int, one: Commitment) -> Pact:
    parts = list(commitments(pact, side))
    parts[number] = one
    return replace(pact, **{_FIELD[side]: tuple(parts)})


def _refuse_unkept(pact: Pact, on: date | None, today: date) -> None:
    """Refuse a mark on a pact that is not running, one in the future, and one before the pact began."""
    _refuse_not_kept_now(pact)
    if on and on > today:
        raise Refusal(f"{show_date(on)} is still to come; mark it when it has happened.")
    if on and pact.start_on and on < pact.start_on:
        raise Refusal(f"The pact began {show_date(pact.start_on)}; choose a later day.")


def _refuse_not_kept_now(pact: Pact) -> None:
    if pact.status not in AGREED_STATES:
        raise Refusal(f"This pact is {pact.status.said}: you can only mark lines while it runs.")
