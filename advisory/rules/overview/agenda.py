"""What waits for the advisor today: promises, reviews, birthdays, and who of everybody has been seen."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from advisory.model import FollowUp, Pact, Student
from advisory.model.words import Word
from advisory.rules.days.birthday import next_birthday

from .summary import Summary

BIRTHDAYS_WITHIN = 7
"""Days from today on, today among them (issue of the advisory period)."""


class Presence(Word):
    """Where a student stands in today's circle."""

    SEEN = "seen"
    TO_SEE = "to_see"
    NOT_HERE = "not_here"


class Birthday(NamedTuple):
    """Whose, and when it is next."""

    student: Student
    on: date


class Agenda(NamedTuple):
    """Each list in the order in which it is told. Ids are those of current students' records."""

    promises: list[FollowUp]
    reviews: list[Pact]
    birthdays: list[Birthday]
    circle: list[tuple[str, Presence]]


def presence(line: Summary) -> Presence:
    """Seen is any contact today that counts; who is seen is here."""
    if line.contact.last_on == line.as_of:
        return Presence.SEEN
    return Presence.NOT_HERE if line.not_here else Presence.TO_SEE


def agenda(lines: Iterable[Summary], today: date) -> Agenda:
    """Tell today's lists from the current students' lines, which stay in their order in the circle."""
    lines = list(lines)
    promises = [promise for line in lines for promise in line.promises]
    reviews = [line.review for line in lines if line.review is not None]
    birthdays = [
        Birthday(line.student, next_birthday(line.student.birthday, today)) for line in lines if line.student.birthday
    ]
    return Agenda(
        promises=sorted(promises, key=lambda promise: (promise.due_on or date.max, promise.id)),
        reviews=sorted(reviews, key=lambda pact: (pact.next_review_on or today, pact.id)),
        birthdays=sorted(
            (one for one in birthdays if (one.on - today).days < BIRTHDAYS_WITHIN), key=lambda one: one.on
        ),
        circle=[(line.student.id, presence(line)) for line in lines],
    )
