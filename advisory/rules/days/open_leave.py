"""The days of a leave that has not ended: from the day it began, as long as the student is on leave."""

from collections.abc import Iterator
from datetime import date, timedelta

from advisory.model import Student
from advisory.model.words import Status

from .uncovered import Span

_AHEAD = timedelta(days=400)
"""How far after today it reaches, for whoever plans ahead."""


def open_leave(student: Student | None, today: date) -> Iterator[Span]:
    """One span, on whose days a student's clocks stand still; none for one who is not on leave, or nobody knows since when."""
    if student is not None and student.status is Status.ON_LEAVE and student.left_on is not None:
        yield Span(student.left_on, max(student.left_on, today) + _AHEAD)
