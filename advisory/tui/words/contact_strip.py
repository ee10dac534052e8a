"""Draws a contact strip: each kind of day has a mark of its own shape, and a day before the student came has none."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from advisory.model import glyphs
from advisory.rules.days.contact_strip import DayCell
from advisory.rules.overview.summary import Summary
from advisory.tui.prose import day
from advisory.tui.widgets.text.ink import Line, Span

MARKS = {
    DayCell.ONE_TO_ONE: Span(glyphs.ONE_TO_ONE, "accent"),
    DayCell.CONTACT: Span(glyphs.CONTACT),
    DayCell.ATTEMPT: Span(glyphs.ATTEMPT, "mine"),
    DayCell.AWAY: Span(glyphs.AWAY, "muted"),
    DayCell.NOTHING: Span(glyphs.NOTHING, "muted"),
    DayCell.BEFORE: Span(" "),
}


def strip_line(cells: Sequence[DayCell], days: int) -> Line:
    """`··●··○···`: the last `days` days, the latest at the end."""
    marks = [MARKS[one] for one in cells[-days:]] if days > 0 else []
    return [
        Span("".join(mark.text for mark in same), look) for look, same in groupby(marks, key=lambda mark: mark.look)
    ]


def dated_strip(line: Summary, first_day: date | None) -> Line:
    """`Oct 27 ··●··○··· today`: the whole strip between its first day and its last."""
    if first_day is None:
        return ()
    front = Span(f"{day(first_day, line.as_of)} ", "muted")
    return [front, *strip_line(line.strip, len(line.strip)), Span(" today", "muted")]
