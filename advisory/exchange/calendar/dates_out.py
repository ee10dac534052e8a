"""The advisor's dates as a calendar file, made from what may leave for its reader."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, tzinfo
from typing import NamedTuple

from advisory.model import DefensePlan, FollowUp, Pact, Student
from advisory.model.day_order import show_day
from advisory.rules.days.hour_words import time_words
from advisory.rules.leaving.leaving import Leaving
from advisory.rules.leaving.only import only
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part

from .ics_out import calendar_file
from .own_dates import Book, OwnDate, own_dates

_NO_ZONE = "This computer's time zone has no name that calendars know, so hours are written without one"


class _Leaves(NamedTuple):
    """The records that may leave, as the book from which the dates are made."""

    today: date
    students: Sequence[Student]
    defenses: Sequence[DefensePlan]
    pacts: Sequence[Pact]
    follow_ups: Sequence[FollowUp]


def dates_out(
    book: Book, leaving: Leaving, called_by: Mapping[str, str], zone: tzinfo | None, *, names_zone: str = ""
) -> Outgoing:
    """The file of those of the book's dates that leave. `names_zone` says how the zone can be named where it isn't."""
    leaving = only(leaving, {one.record_id for one in own_dates(book, called_by)})
    own = _Leaves(book.today, book.students, leaving.of(DefensePlan), leaving.of(Pact), leaving.of(FollowUp))
    dates = own_dates(own, called_by)

    def kept(left_out: Collection[str]) -> list[OwnDate]:
        return [one for one in dates if one.uid not in left_out]

    def file(left_out: Collection[str], _name: str) -> Written:
        there = kept(left_out)
        holds = "1 date" if len(there) == 1 else f"{len(there):,} dates"
        warning = f"{_NO_ZONE}{names_zone}." if zone is None and any(one.starts for one in there) else ""
        return Written(calendar_file(there, zone), holds, warning)

    def text(left_out: Collection[str]) -> str:
        return "\n".join(map(_words, kept(left_out)))

    lines = [Going(one.uid, _words(one), (one.record_id,)) for one in dates]
    return Outgoing("your dates", leaving, [Part("", lines)], file, text)


def _words(one: OwnDate) -> str:
    """`Fri Mar 12, 2027 at 9:00 · Defense: MO · Library`."""
    hour = f" at {time_words(one.starts)}" if one.starts else ""
    return " · ".join(filter(None, (f"{show_day(one.day, weekday=True, year=True)}{hour}", one.summary, one.place)))
