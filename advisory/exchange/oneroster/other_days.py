"""Say who is enrolled in a class on another day: before the term begins, or after it has ended."""

from collections import Counter
from datetime import date

from advisory.exchange.file.error import FileError
from advisory.exchange.roster.roster import OtherDay
from advisory.model.day_order import show_day

from .school import Enrollment, School, as_date


class NobodyTodayError(FileError):
    """Nobody is enrolled in the class on the day asked for; on `other` there is somebody."""

    def __init__(self, sentence: str, other: OtherDay) -> None:
        super().__init__(sentence)
        self.other = other


def about_other_days(school: School, class_id: str, today: date) -> OtherDay | None:
    """Who comes later or was there before, and which day to read the class as of; None if there is nobody.

    Those who were there before count only if nobody comes: they may have left.
    """
    begins: Counter[date] = Counter()
    ends: Counter[date] = Counter()
    enrolled = [
        one
        for one in school.enrollments.get(class_id, ())
        if one.role.casefold() == "student" and school.active(one.user_id)
    ]
    for enrollment in enrolled:
        begin, end = _days(enrollment)
        if begin and begin > today:
            begins[begin] += 1
        elif end and end < today:
            ends[end] += 1
    if begins:
        day = min(begins)
        count = begins[day]
        more = f", {begins.total() - count} more later" if begins.total() > count else ""
        return OtherDay(day, f"{count} begin{'s' if count == 1 else ''} on {_named(day)}{more}.")
    if ends and ends.total() == len(enrolled):
        day = max(ends)
        return OtherDay(day, f"{ends[day]} ended on {_named(day)}.")
    return None


def _days(enrollment: Enrollment) -> tuple[date | None, date | None]:
    try:
        return as_date(enrollment.begins), as_date(enrollment.ends)
    except ValueError:
        return None, None


def _named(day: date) -> str:
    return show_day(day)
