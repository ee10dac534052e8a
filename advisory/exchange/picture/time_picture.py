"""The picture of who gets the advisor's time. How often a note celebrates or is concerned is private and not on it."""

from collections.abc import Callable
from datetime import date

from advisory.rules.overview.time_given import Given, TimeGiven, minutes_words, since_words, spread_words

from .picture import Picture, PictureRow
from .weeks import columns_of

_HEADER = ("1:1", "Contacts", "Minutes", "You", "Student", "Tried", "")

_MEANING = "You, Student: who began the contact. Minutes with a +: some contacts were not timed. Tried: not reached."


def time_picture(given: TimeGiven, today: date, name_of: Callable[[str], str]) -> Picture:
    """The picture as of `today`; `name_of` gives the name to show for a student's id."""
    return Picture(
        title="Who gets your time",
        says=(
            spread_words(given),
            f"{since_words(given, given.since.isoformat())} As of {today.isoformat()}.",
            _MEANING,
        ),
        chart="Students, each school week",
        series=("one-to-one", "another contact", "neither"),
        columns=tuple(columns_of(given.weeks)),
        header=_HEADER,
        rows=tuple(_row(one, name_of(one.student_id)) for one in given.students),
    )


def _row(one: Given, name: str) -> PictureRow:
    counts = (one.by_advisor, one.by_student, one.attempts)
    since = "on leave" if one.on_leave else f"since {one.since.isoformat()}" if one.came_later else ""
    cells = (str(one.one_to_ones), str(one.contacts), minutes_words(one), *map(str, counts), since)
    return PictureRow(name, (one.one_to_ones, max(0, one.contacts - one.one_to_ones)), cells)
