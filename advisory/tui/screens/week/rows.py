"""The lines of each step of the look back over a week."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from advisory.model import FollowUp, Pact
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.week_review import NotSeen, WeekReview, WeekStep, contact_words
from advisory.tui.desk import Desk
from advisory.tui.prose import age, day, due, width
from advisory.tui.widgets.lists.lines import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell
from advisory.tui.words.summary import clock_look, clock_words

_LEAST, _MOST = 20, 30
"""Cells of a name: two fifths of the line, within these."""
FOCAL = "◆"


def week_rows(desk: Desk, step: WeekStep, review: WeekReview) -> Sequence[Row]:
    """A line each, keyed by a student's id, a promise's or a pact's; or one that says that there is nothing."""
    rows_of: dict[WeekStep, Callable[[], Iterable[Row]]] = {
        WeekStep.NOT_SEEN: lambda: (_not_seen(desk, one) for one in review.not_seen),
        WeekStep.NOT_STARTED: lambda: (_not_started(desk, line) for line in review.not_started),
        WeekStep.PROMISES: lambda: (_promise(desk, promise) for promise in review.promises),
        WeekStep.REVIEWS: lambda: (_review(desk, pact) for pact in review.reviews),
        WeekStep.FOCAL: lambda: (_choice(desk, line) for line in review.everybody),
    }
    return list(rows_of[step]()) or [Row("", lambda _cells: (Span(step.nothing, "muted"),))]


def _row(desk: Desk, key: str, student_id: str, rest: Callable[[int], Line]) -> Row:
    """`◆ Maya Okafor`, the mark for those who are focal now, and the rest of the line in the cells that are left."""
    mark = FOCAL if desk.student(student_id).focal else " "

    def draw(cells: int) -> Line:
        names = min(_MOST, max(_LEAST, cells * 2 // 5))
        name = name_cell(desk.name(student_id), names)
        return (Span(f"{mark} ", "accent"), name, *rest(cells - names - 2))

    return Row(key, draw)


def _saying(*spans: Span) -> Callable[[int], Line]:
    return lambda _cells: spans


def _not_seen(desk: Desk, one: NotSeen) -> Row:
    line, contact = one.line, one.line.contact
    if one.was_away:
        text = _saying(Span("not here this week", "muted"))
    elif contact.last_on is None:
        text = _saying(Span("no contact yet", clock_look(contact)))
    else:
        ago = f"{age(contact.age)} ago, {day(contact.last_on, line.as_of)}"
        text = _saying(Span(ago, clock_look(contact)))
    return _row(desk, line.student.id, line.student.id, text)


def _not_started(desk: Desk, line: Summary) -> Row:
    said = Span(contact_words(line.contacts_this_term), "muted")
    return _row(desk, line.student.id, line.student.id, _saying(said))


def _promise(desk: Desk, promise: FollowUp) -> Row:
    until = due(promise.due_on, desk.caseload.today)
    text = f"▢ {desk.prose.note(promise.text)}"
    return _row(desk, promise.id, promise.student, _until(text, until, is_mine=_is_by(promise.due_on, desk)))


def _review(desk: Desk, pact: Pact) -> Row:
    until = due(pact.next_review_on, desk.caseload.today)
    text = f"◷ {desk.prose.note(pact.called)}"
    return _row(desk, pact.id, pact.student, _until(text, until, is_mine=_is_by(pact.next_review_on, desk)))


def _until(text: str, until: str, *, is_mine: bool) -> Callable[[int], Line]:
    """A text and at the end of the line its day, which stands out once it has come."""
    return lambda cells: (
        cell(text, max(1, cells - width(until) - 1)),
        Span(f"{until} ", "mine" if is_mine else "muted"),
    )


def _is_by(on: date | None, desk: Desk) -> bool:
    return on is not None and on <= desk.caseload.today


def _choice(desk: Desk, line: Summary) -> Row:
    one = line.one_to_one
    said = f"one-to-one {clock_words(one, line.as_of)}"
    why = desk.prose.note(line.student.focal_why)
    spans = (Span(said, clock_look(one)), Span(f" · {why}" if why else "", "muted"))
    return _row(desk, line.student.id, line.student.id, _saying(*spans))
