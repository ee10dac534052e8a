"""Whether the quiet ones were passed over lately: what the guarantee of who-next has to know of the log (DESIGN §5)."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from advisory.rules.days.school_days import Calendar

from .who_next import ONE_IN

VISITS_LOOKED_AT = ONE_IN - 1


class Visit(NamedTuple):
    """A one-to-one: with whom, on which day, and that student's last one-to-one on a day before it."""

    student_id: str
    on: date
    before_on: date | None


class LastSeen(NamedTuple):
    """The day of a student's last one-to-one and of the last contact of any kind."""

    one_to_one_on: date | None
    contact_on: date | None


def since_longest(latest: Sequence[Visit], last_seen: Mapping[str, LastSeen], calendar: Calendar) -> int:
    """How many of the latest visits in a row were not with the student who had then waited longest: 0, 1 or 2.

    `latest` begins with the newest; `last_seen` holds every current student as of now. The visits are taken back one by
    one, and each is compared with those who could have had it: not with who was away that day, or seen that day as well.
    """
    one_to_one_on = {student_id: seen.one_to_one_on for student_id, seen in last_seen.items()}
    for passed, visit in enumerate(latest[:VISITS_LOOKED_AT]):
        one_to_one_on[visit.student_id] = visit.before_on
        could = {
            student_id
            for student_id, seen in last_seen.items()
            if seen.contact_on != visit.on and not calendar.is_away(student_id, visit.on)
        }
        ages = {
            student_id: math.inf if on is None else calendar.days_between(on, visit.on, student_id)
            for student_id, on in one_to_one_on.items()
            if student_id in could or student_id == visit.student_id
        }
        if ages[visit.student_id] == max(ages.values()):
            return passed
    return len(latest[:VISITS_LOOKED_AT])
