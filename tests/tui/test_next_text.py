"""The column Next of the caseload: where there is little room, the day is shortened before the text is cut."""

from datetime import date

from each_row import each_row
from record_case import TODAY, make

from advisory.model import FollowUp, Student
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.summary import StudentFile, summarize
from advisory.tui.prose import Prose
from advisory.tui.words.summary import next_text

LATE, LATER = date(2026, 11, 18), date(2026, 12, 3)


@each_row(
    ("due_on", "cells", "shown"),
    [
        (LATE, 40, "bring lab notes, was due Nov 18"),
        (LATE, 24, "bring lab notes, Nov 18"),
        (LATE, 16, "bring lab notes!"),
        (LATE, 10, "bring la…!"),
        (LATER, 24, "bring lab notes, Dec 3"),
        (LATER, 16, "bring lab notes"),
        (None, 10, "bring lab…"),
    ],
)
def test_the_text_is_kept_and_the_day_shortened(due_on: date | None, cells: int, shown: str) -> None:
    file = StudentFile(make(Student), follow_ups=[make(FollowUp, text="bring lab notes", due_on=due_on)])
    line = summarize(file, "Maya Okafor", "Maya", Calendar(), TODAY)
    assert next_text(line, Prose(), cells) == shown
