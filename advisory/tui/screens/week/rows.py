"""The rows of each step of the Friday review."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from advisory.caseload.group import promised_text
from advisory.model import FollowUp, Pact, glyphs
from advisory.model.words import Party
from advisory.rules.family.good_word import HomeWord
from advisory.rules.overview.summary import Summary
from advisory.rules.overview.week_review import NotSeen, WeekReview, WeekStep, contact_words
from advisory.rules.pact.end import PASSED, is_past_end
from advisory.rules.promise.owner import whose
from advisory.tui.desk import Desk
from advisory.tui.prose import age, day, due, width
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.screens.base.uncovered_row import uncovered_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell
from advisory.tui.words.family import last_good_words
from advisory.tui.words.round import planned_words, round_line
from advisory.tui.words.summary import clock_look, clock_words

_LEAST, _MOST = 20, 30
"""The smallest and largest width of a name, in cells; between them it takes two fifths of the row."""
_WITH_AGES = (WeekStep.NOT_SEEN, WeekStep.FOCAL)
"""The steps that say how long ago somebody was seen."""


def week_rows(desk: Desk, step: WeekStep, review: WeekReview) -> Sequence[Row]:
    """The rows of a step. A row's key is the id of a student, promise or pact. If there are none, one row says so."""
    rows_of: dict[WeekStep, Callable[[], Iterable[Row]]] = {
        WeekStep.NOT_SEEN: lambda: (_not_seen(desk, one) for one in review.not_seen),
        WeekStep.NOT_STARTED: lambda: (_not_started(desk, line) for line in review.not_started),
        WeekStep.PROMISES: lambda: _promises(desk, review),
        WeekStep.REVIEWS: lambda: (_review(desk, pact) for pact in review.reviews),
        WeekStep.FAMILIES: lambda: (_family(desk, word) for word in review.families),
        WeekStep.FOCAL: lambda: (_choice(desk, line) for line in review.everybody),
    }
    rows = list(rows_of[step]()) or [text_row(Span(review.nothing(step), "muted"))]
    if step is WeekStep.NOT_SEEN and review.everybody and not desk.caseload.calendar.is_summer(desk.caseload.today):
        rows += [text_row(), Row("", lambda cells: (Span(round_line(desk, cells), "muted"),))]
    return [*uncovered_row(desk), *rows] if step in _WITH_AGES else rows


def _row(desk: Desk, key: str, student_id: str, rest: Callable[[int], Line]) -> Row:
    """A row that starts with a mark, if the student is focal, and the name; `rest` draws what follows."""
    mark = glyphs.FOCAL if desk.student(student_id).focal else " "

    def draw(cells: int) -> Line:
        names = min(_MOST, max(_LEAST, cells * 2 // 5))
        name = name_cell(desk.name(student_id), names)
        return (Span(f"{mark} ", "accent"), name, *rest(cells - names - 2))

    return Row(key, draw)


def _fixed(*spans: Span) -> Callable[[int], Line]:
    """Draws the same at every width."""
    return lambda _cells: spans


def _not_seen(desk: Desk, one: NotSeen) -> Row:
    line, contact = one.line, one.line.contact
    if one.was_away:
        ago = Span("not here this week", "muted")
    elif contact.last_on is None:
        ago = Span("no contact yet", clock_look(contact))
    else:
        ago = Span(f"{age(contact.age)} ago, {day(contact.last_on, line.as_of)}", clock_look(contact))
    planned = Span(planned_words(desk, line.student.id, " · "), "accent")
    return _row(desk, line.student.id, line.student.id, _fixed(ago, planned))


def _not_started(desk: Desk, line: Summary) -> Row:
    contacts = Span(contact_words(line), "muted")
    return _row(desk, line.student.id, line.student.id, _fixed(contacts))


def _promises(desk: Desk, review: WeekReview) -> Iterator[Row]:
    """The advisor's own promises, and below them, apart, those of students, families and staff."""
    if not (review.promises or review.promises_of_others):
        return
    yield from (_promise(desk, promise) for promise in review.promises)
    if not review.promises:
        yield text_row(Span(review.nothing(WeekStep.PROMISES), "muted"))
    if review.promises_of_others:
        yield from section_heading("Promised by others")
        yield from (_promise(desk, promise) for promise in review.promises_of_others)


def _promise(desk: Desk, promise: FollowUp) -> Row:
    until, is_mine = due(promise.due_on, desk.caseload.today), promise.owner is Party.ADVISOR
    text = f"{glyphs.OPEN} {whose(promise.owner)}{desk.prose.note(promised_text(desk.caseload, promise))}"
    is_due = is_mine and _is_by(promise.due_on, desk)
    return _row(desk, promise.id, promise.student, _until(text, until, is_due=is_due))


def _family(desk: Desk, word: HomeWord) -> Row:
    student_id = word.student.id
    return _row(desk, student_id, student_id, _fixed(Span(last_good_words(word, desk.caseload.today), "muted")))


def _review(desk: Desk, pact: Pact) -> Row:
    is_past = is_past_end(pact, desk.caseload.today)
    until = PASSED if is_past else due(pact.next_review_on, desk.caseload.today)
    text = f"{glyphs.REVIEW} {desk.prose.note(pact.called)}"
    return _row(desk, pact.id, pact.student, _until(text, until, is_due=is_past or _is_by(pact.next_review_on, desk)))


def _until(text: str, until: str, *, is_due: bool) -> Callable[[int], Line]:
    """Draws a text, and at the end of the line its day, which stands out once it has come."""
    return lambda cells: (
        cell(text, max(1, cells - width(until) - 1)),
        Span(f"{until} ", "due" if is_due else "muted"),
    )


def _is_by(on: date | None, desk: Desk) -> bool:
    return on is not None and on <= desk.caseload.today


def _choice(desk: Desk, line: Summary) -> Row:
    one = line.one_to_one
    waited = Span(f"one-to-one {clock_words(one, line.as_of)}", clock_look(one))
    student = line.student
    since = f"since {day(student.focal_since, line.as_of)}" if student.focal_since else ""
    reason = Span("".join(f" · {one}" for one in (desk.prose.note(student.focal_why), since) if one), "muted")
    return _row(desk, line.student.id, line.student.id, _fixed(waited, reason))
