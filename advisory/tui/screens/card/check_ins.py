"""The check-ins on a student's card: what they ask, the last three near the top, earlier ones at the end."""

from collections.abc import Iterator, Sequence

from advisory.caseload.leaving.shares import shared_line
from advisory.model import CheckIn
from advisory.model.words import Observer
from advisory.rules.check_in.line import line_words
from advisory.rules.overview.summary import Summary
from advisory.tui.desk import KEPT_BACK, Desk
from advisory.tui.prose import day, wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.screens.caseload.detail_pane import check_in_heading
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

LAST = 12
"""How many check-ins the card shows; the log has the rest."""
FIRST = 3
"""How many of those are near the top, above the partnership."""


ASKED = "asked "
"""The prefix of the keys of rows with a question that waits."""


def question_lines(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    """The questions that the student left for next time."""
    asked = desk.caseload.questions_of(line.student.id)
    if asked:
        yield from section_heading("They ask you")
    for one in asked:
        question = f"{KEPT_BACK} ·" if desk.keeps_back(one) else f"“{desk.prose.note(one.question)}”"
        texts = wrap(f"{question} {day(one.happened_on, line.as_of)}", cells)
        for at, text in enumerate(texts):
            yield text_row(Span(text, "accent"), key="" if at else f"{ASKED}{one.id}")


def last_lines(desk: Desk, line: Summary, newest_first: Sequence[CheckIn], cells: int) -> Iterator[Row]:
    """The rows of this year's last three check-ins."""
    yield from section_heading(f"Check-ins {len(newest_first)}")
    if not newest_first:
        yield text_row(Span(f"No notes yet. Press {desk.key('check-in')} to take one.", "muted"))
    yield from check_in_rows(desk, line, newest_first[:FIRST], cells)


def more_lines(desk: Desk, line: Summary, newest_first: Sequence[CheckIn], cells: int) -> Iterator[Row]:
    """The rows of this year's other check-ins, and how many more there are."""
    if len(newest_first) > FIRST:
        yield from section_heading("Earlier check-ins")
    yield from check_in_rows(desk, line, newest_first[FIRST:LAST], cells)
    if len(newest_first) > LAST:
        yield text_row(Span(f"… and {len(newest_first) - LAST} more in the log ({desk.key('show-log')}).", "muted"))


def check_in_rows(desk: Desk, line: Summary, check_ins: Sequence[CheckIn], cells: int) -> Iterator[Row]:
    """The rows of some check-ins."""
    for check_in in check_ins:
        yield from _check_in(desk, line, check_in, cells)


def _check_in(desk: Desk, line: Summary, check_in: CheckIn, cells: int) -> Iterator[Row]:
    shared = shared_line(desk.caseload, check_in.id)
    heading = " · ".join(filter(None, (check_in_heading(check_in, line), shared)))
    yield text_row(Span(heading, "muted"), key=check_in.id)
    is_own = check_in.by is Observer.STUDENT
    line_text = line_words(check_in)
    texts = wrap(desk.written(check_in, line_text), cells - 2) if line_text else []
    yield from (text_row(Span("  " + text, "accent" if is_own else "")) for text in texts)
    if check_in.student_says and not is_own and not desk.keeps_back(check_in):
        yield from (
            text_row(Span("  " + text, "accent"))
            for text in wrap(f"“{desk.prose.note(check_in.student_says)}”", cells - 2)
        )
