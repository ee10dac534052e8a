"""Who gets the advisor's time this term: what each student got, the quietest first, and how everybody fared week by week."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import dropwhile, takewhile
from typing import NamedTuple

import msgspec

from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Party, Status, Tone
from advisory.rules.days.school_days import Calendar

from .contact_counts import contact_counts
from .week_review import monday_of

LATER = 5
"""A student who came this many school days after the others is said to have come later."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


class Owner(msgspec.Struct, frozen=True):
    """One current student and their check-ins, none of them in the trash, oldest first."""

    student: Student
    check_ins: Sequence[CheckIn] = ()


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What one student got this term. Counts without further words are of contacts."""

    student_id: str
    since: date
    """The first day that counts: the term's first, or the day the student came."""
    came_later: bool
    on_leave: bool = False
    """Whether the student is on leave now; nobody can be asked to have met them."""
    school_days: int
    """The school days since then on which the student was there."""
    one_to_ones: int = 0
    contacts: int = 0
    """All contacts, including the one-to-ones."""
    minutes: int = 0
    """The minutes of those that were timed. A group's minutes count in full for each student in it."""
    timed: int = 0
    """How many were timed."""
    by_advisor: int = 0
    by_student: int = 0
    by_others: int = 0
    """How many were started by the family or by staff."""
    celebrations: int = 0
    concerns: int = 0
    attempts: int = 0
    """How often contact was tried and not made."""


class SchoolWeek(NamedTuple):
    """A school week by its Monday: how many students had a one-to-one, how many only another contact, and how many neither.

    A student who was away on every day of it, or is on leave now and was not met in it, is not counted.
    """

    monday: date
    counts: tuple[int, int, int]


class TimeGiven(NamedTuple):
    """The term so far, for the current students; those who left are not in it."""

    since: date
    """The first day that counts."""
    is_term: bool
    """Whether that follows from a term; otherwise no term covers it, and the whole school year counts."""
    students: tuple[Given, ...]
    """The quietest first: the fewest one-to-ones for the days they were there, then the fewest contacts.
    Students on leave come last."""
    weeks: tuple[SchoolWeek, ...]


def time_given(owners: Iterable[Owner], calendar: Calendar, today: date) -> TimeGiven:
    """Derive what each student got from the beginning of the term, or of a school year without one, to `today`."""
    owners, first = list(owners), calendar.term_at(today).starts_on
    joined = [max(first, min(today, owner.student.joined_on or first)) for owner in owners]
    begun = min(joined, default=first)
    students: list[Given] = []
    weeks: dict[date, list[int]] = {}
    since = begun
    for owner, joined_on in zip(owners, joined, strict=True):
        of_term = [one for one in _newest_first(owner.check_ins, today, first) if one.kind is not Kind.REFERRAL]
        earliest = min([joined_on, *(one.happened_on for one in of_term)])
        since = min(since, earliest)
        students.append(_given(owner.student, of_term, earliest, begun, calendar, today))
        for monday, place in _by_week(owner.student, of_term, earliest, calendar, today):
            weeks.setdefault(monday, [0, 0, 0])[place] += 1
    told = sorted((SchoolWeek(monday, (one, other, none)) for monday, (one, other, none) in weeks.items()))
    return TimeGiven(since, calendar.is_in_term(first), tuple(sorted(students, key=_quietest)), tuple(told))


def since_words(given: TimeGiven, day: str) -> str:
    """Since when it counts; `day` is that day as the reader writes it."""
    return f"Counted since {day}." if given.is_term else f"Without a term, this counts since {day}."


def spread_words(given: TimeGiven) -> str:
    """How the one-to-ones are spread, in one sentence without a judgment."""
    counts = sorted((one.one_to_ones for one in given.students), reverse=True)
    every, students = sum(counts), len(counts)
    if not students:
        return "Your caseload is empty."
    if not every:
        return "No one-to-one yet."
    half = _holders_of_half(counts)
    if every == 1:
        return f"Your one-to-one so far went to 1 of {students}."
    none = sum(not one.one_to_ones and not one.on_leave for one in given.students)
    rest = f"; {none} had none yet" if none else ""
    return f"Half of your {every} one-to-ones went to {half} of {students}{rest}."


def minutes_words(given: Given) -> str:
    """`35`, `35+` if some contacts were not timed, or a dash if none was."""
    if not given.timed:
        return "–"
    return f"{given.minutes}{'+' if given.timed < given.contacts else ''}"


def _holders_of_half(counts: Sequence[int]) -> int:
    """How few students together got at least half; `counts` begins with the largest."""
    so_far = 0
    for number, count in enumerate(counts, 1):
        so_far += count
        if so_far * 2 >= sum(counts):
            return number
    return len(counts)


def _newest_first(check_ins: Sequence[CheckIn], today: date, first: date) -> Iterator[CheckIn]:
    """The term's check-ins. Those of the years before are not read."""
    until_today = dropwhile(lambda one: one.happened_on > today, reversed(check_ins))
    return takewhile(lambda one: one.happened_on >= first, until_today)


def _given(
    student: Student, check_ins: Sequence[CheckIn], since: date, begun: date, calendar: Calendar, today: date
) -> Given:
    counts, contacts = contact_counts(check_ins), [one for one in check_ins if one.counts_contact]
    timed = [one.minutes for one in contacts if one.minutes is not None]
    by = [one.initiator for one in contacts]
    made = [one for one in check_ins if one.contact_made]
    return Given(
        student_id=student.id,
        since=since,
        came_later=calendar.days_between(begun - _DAY, since - _DAY) >= LATER,
        on_leave=_is_on_leave(student),
        school_days=calendar.days_between(since - _DAY, today, student.id),
        one_to_ones=counts.one_to_ones,
        contacts=counts.contacts,
        minutes=sum(timed),
        timed=len(timed),
        by_advisor=by.count(Party.ADVISOR),
        by_student=counts.student_started,
        by_others=len(by) - by.count(Party.ADVISOR) - counts.student_started,
        celebrations=counts.celebrations,
        concerns=sum(one.tone is Tone.CONCERN for one in made),
        attempts=len(check_ins) - len(made),
    )


def _by_week(
    student: Student, check_ins: Sequence[CheckIn], since: date, calendar: Calendar, today: date
) -> Iterator[tuple[date, int]]:
    """Each school week in which the student was there, or was met, with the index of what they got in SchoolWeek.counts."""
    got: dict[date, int] = {}
    for one in check_ins:
        if one.counts_contact or one.counts_one_to_one:
            monday = monday_of(one.happened_on)
            got[monday] = 0 if one.counts_one_to_one else got.get(monday, 1)
    monday = monday_of(since)
    while monday <= today:
        begins, ends = max(monday, since), min(monday + _WEEK - _DAY, today)
        if monday in got:
            yield monday, got[monday]
        elif not _is_on_leave(student) and calendar.days_between(begins - _DAY, ends, student.id):
            yield monday, 2
        monday += _WEEK


def _is_on_leave(student: Student) -> bool:
    return student.status is Status.ON_LEAVE


def _quietest(one: Given) -> tuple[bool, Fraction, Fraction, int]:
    """The order of the students. One who has been there for a few days only is not quieter than one who has for weeks."""
    days = max(1, one.school_days)
    return one.on_leave, Fraction(one.one_to_ones, days), Fraction(one.contacts, days), -days
