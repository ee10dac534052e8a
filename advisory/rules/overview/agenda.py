"""Today's agenda: promises, reviews, birthdays, and which students have been seen."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from advisory.model import FollowUp, Pact, Student
from advisory.model.words import Word
from advisory.rules.days.birthday import next_birthday

from .summary import Summary, first_due_first

BIRTHDAYS_WITHIN = 7
"""How many days of birthdays to list, today included."""


class Presence(Word):
    """Whether a student has been seen today."""

    SEEN = "seen"
    TO_SEE = "to_see"
    NOT_HERE = "not_here"


class Birthday(NamedTuple):
    """A student and the date of the next birthday."""

    student: Student
    on: date


class Agenda(NamedTuple):
    """Today's lists, in display order. `circle` is student ids with their presence."""

    promises: list[FollowUp]
    promises_of_others: list[FollowUp]
    reviews: list[Pact]
    birthdays: list[Birthday]
    circle: list[tuple[str, Presence]]


def nobody_next(lines: Iterable[Summary], *, is_summer: bool = False) -> str:
    """Why nobody is suggested. In the summer, when ages stand still, nobody waits."""
    if is_summer:
        return "There is no school now: nobody waits for you."
    if all(presence(line) is Presence.NOT_HERE for line in lines):
        return "Nobody is here today."
    return "Everyone who is here has been seen today."


def presence(line: Summary) -> Presence:
    """Derive a student's presence. Any contact today counts as seen, even if the student is marked as not here."""
    if line.contact.last_on == line.as_of:
        return Presence.SEEN
    return Presence.NOT_HERE if line.not_here else Presence.TO_SEE


def agenda(lines: Iterable[Summary], today: date) -> Agenda:
    """Derive today's lists from the current students' lines; the circle keeps their order."""
    lines = list(lines)
    reviews = [line.review for line in lines if line.review is not None]
    birthdays = [
        Birthday(line.student, next_birthday(line.student.birthday, today)) for line in lines if line.student.birthday
    ]
    return Agenda(
        promises=first_due_first(promise for line in lines for promise in line.promises),
        promises_of_others=first_due_first(promise for line in lines for promise in line.promises_of_others),
        reviews=sorted(reviews, key=lambda pact: (pact.next_review_on or today, pact.id)),
        birthdays=sorted(
            (one for one in birthdays if (one.on - today).days < BIRTHDAYS_WITHIN), key=lambda one: one.on
        ),
        circle=[(line.student.id, presence(line)) for line in lines],
    )
