"""The contact strip: what happened with a student on each of the last school days, the oldest first."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from advisory.model import Student
from advisory.model.words import Status, Word
from advisory.rules.check_in.contact import default_counts
from advisory.rules.check_in.seen import Seen

from .school_days import Calendar


class DayCell(Word):
    """What happened on a day: the most of it, in this order."""

    ONE_TO_ONE = "one_to_one", "one-to-one"
    CONTACT = "contact"
    ATTEMPT = "attempt"
    AWAY = "away", "not here"
    NOTHING = "nothing"
    BEFORE = "before", "not with you yet"


_RANK = {cell: at for at, cell in enumerate(DayCell)}


def contact_strip(
    student: Student, newest_first: Iterable[Seen], days: Sequence[date], calendar: Calendar
) -> tuple[DayCell, ...]:
    """A cell for each of these days. What was written on a day without school counts to the school day before it.

    Reads no further back than the first of the days, so that it costs the same after ten years.
    """
    cells = [_without_check_in(student, day, calendar) for day in days]
    for check_in in newest_first:
        at = bisect_right(days, check_in.happened_on) - 1
        if at < 0:
            break
        cells[at] = min(cells[at], _cell(check_in), key=_RANK.__getitem__)
    if days and cells[-1] is DayCell.NOTHING and student.status is Status.ON_LEAVE:
        cells[-1] = DayCell.AWAY
    return tuple(cells)


def _cell(check_in: Seen) -> DayCell:
    if check_in.counts_one_to_one:
        return DayCell.ONE_TO_ONE
    if check_in.counts_contact:
        return DayCell.CONTACT
    is_attempt = not check_in.contact_made and default_counts(check_in.kind).contact
    return DayCell.ATTEMPT if is_attempt else DayCell.BEFORE  # the last of all, so that it changes no cell


def _without_check_in(student: Student, day: date, calendar: Calendar) -> DayCell:
    if student.joined_on is not None and day < student.joined_on:
        return DayCell.BEFORE
    return DayCell.AWAY if calendar.is_away(student.id, day) else DayCell.NOTHING
