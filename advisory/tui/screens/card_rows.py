"""The lines of a student's card, from top to bottom."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisory.model import Indicator, KnownWell, StageMove
from advisory.model.words import Direction, Facet, PronounsScope, Stage
from advisory.rules.indicators import label_of
from advisory.rules.summary import Summary
from advisory.tui.desk import Desk
from advisory.tui.looks import clock_look, clock_words, dots
from advisory.tui.prose import day, due, safe, wrap
from advisory.tui.widgets.ink import Line, Span, pad
from advisory.tui.widgets.lines import Row
from advisory.tui.widgets.student_aside import check_in_heading

LAST = 12
"""Check-ins shown; the log has the rest."""
DIMMED_AFTER = timedelta(days=90)
_ONE_COLUMN = 60
_TOLD = (Facet.STRENGTHS, Facet.HOPES, Facet.INTERESTS)


def card_rows(desk: Desk, student_id: str, cells: int) -> list[Row]:
    """Everything the card shows in so many cells. Promises and check-ins can be highlighted, by their ids."""
    line = desk.caseload.summary(student_id)
    rows: list[Row] = []
    for block in (_who(desk, line), _facts(desk, line, cells), _promises(desk, line), _pact(desk, line)):
        rows += block
    rows += _check_ins(desk, line, cells)
    rows += _board(desk, line, cells)
    return rows


def _row(*spans: Span, key: str = "") -> Row:
    return Row(key, lambda _cells: spans)


def _section(title: str) -> list[Row]:
    return [
        _row(),
        Row("", lambda cells: (Span(f"── {title} ", "heading"), Span("─" * max(0, cells - len(title) - 5), "muted"))),
    ]


def _who(desk: Desk, line: Summary) -> Iterator[Row]:
    student, prose = line.student, desk.prose
    yield _row(Span(desk.name(student.id), "heading"))
    facts = []
    if not prose.is_shaded:
        if student.pronounce:
            facts.append(f"say “{safe(student.pronounce)}”")
        if student.pronouns:
            where = "" if student.pronouns_scope is PronounsScope.ANYWHERE else f" ({student.pronouns_scope.label})"
            facts.append(safe(student.pronouns) + where)
        if student.grade:
            facts.append(f"grade {safe(student.grade)}")
        if student.home_language:
            facts.append(f"speaks {safe(student.home_language)} at home")
    if student.status.value != "active":
        facts.append(student.status.label)
    if facts:
        yield _row(Span(" · ".join(facts), "muted"))
    contact, one = line.contact, line.one_to_one
    yield _row(
        Span("any contact ", "muted"), Span(clock_words(contact, line.as_of), clock_look(contact)),
        Span("   one-to-one ", "muted"), Span(clock_words(one, line.as_of), clock_look(one)),
    )  # fmt: skip
    yield _row(
        Span(
            f"{line.contacts_this_term} contact{'' if line.contacts_this_term == 1 else 's'} this term, {line.student_started} that they started",
            "muted",
        )
    )


def _facts(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    """Strengths, hopes and interests: what is known before anything else is said."""
    known = desk.caseload.store.of_student(KnownWell, line.student.id)
    for facet in _TOLD:
        told = [fact.text for fact in known if fact.facet is facet]
        if told:
            yield from (_row(Span(text)) for text in wrap(f"{facet.label}: {desk.prose.notes(told, '; ')}", cells))


def _promises(desk: Desk, line: Summary) -> Iterator[Row]:
    if line.promises:
        yield from _section("My promises")
    for promise in line.promises:
        until = f"  {due(promise.due_on, line.as_of)}" if promise.due_on else ""
        late = promise.due_on is not None and promise.due_on <= line.as_of
        yield _row(
            Span("▢ ", "mine"),
            Span(desk.prose.note(promise.text)),
            Span(until, "mine" if late else "muted"),
            key=promise.id,
        )


def _pact(desk: Desk, line: Summary) -> Iterator[Row]:
    pact = line.pact
    if pact is None:
        return
    yield from _section("Pact")
    met = f"{pact.success_met} of {len(pact.success_evidence)} met" if pact.success_evidence else "no success line yet"
    review = f", review {due(pact.next_review_on, line.as_of)}" if pact.next_review_on else ""
    yield _row(Span(desk.prose.note(pact.learning_target)))
    yield _row(Span(f"{pact.outcome.label if pact.outcome else pact.status.label}, {met}{review}", "muted"))


def _check_ins(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    check_ins = desk.caseload.store.check_ins_of(line.student.id)
    yield from _section(f"Check-ins {len(check_ins)}")
    if not check_ins:
        yield _row(Span("Nothing written yet. c takes a note.", "muted"))
    for check_in in reversed(check_ins[-LAST:]):
        yield _row(Span(check_in_heading(check_in, line), "muted"), key=check_in.id)
        texts = wrap(desk.prose.note(check_in.line), cells - 2) if check_in.line else []
        yield from (_row(Span("  " + text)) for text in texts)
        if check_in.student_says:
            yield _row(Span(f"  “{desk.prose.note(check_in.student_says)}”", "accent"))
    if len(check_ins) > LAST:
        yield _row(Span(f"… and {len(check_ins) - LAST} more in the log (4).", "muted"))


# --- the student's own board ---------------------------------------------------------------------------------------


def _board(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    step = line.partnership.next_step if line.partnership else ""
    yield from _section("The partnership")
    yield _row(Span("next step: ", "muted"), Span(desk.prose.note(step) or "not set", "" if step else "muted"))
    if line.gate.to_stage is not None:
        told = f"for {line.gate.to_stage.label}: {line.gate.words}"
        yield from (_row(Span(text, "muted")) for text in wrap(told, cells))
    yield _row()
    columns = [_column(desk, line, stage) for stage in Stage]
    if cells < _ONE_COLUMN:
        yield from (_row(*text) for column in columns for text in [*column, ()])
    else:
        size = cells // len(columns)
        for at in range(max(len(column) for column in columns)):
            texts = [pad(column[at] if at < len(column) else (), size) for column in columns]
            yield _row(*(span for text in texts for span in text))
    yield from _moves(desk, line, cells)


def _column(desk: Desk, line: Summary, stage: Stage) -> Sequence[Line]:
    signs = [s for s in desk.caseload.store.of_student(Indicator, line.student.id) if s.stage is stage]
    is_here = line.stage is stage
    seen = len({sign.key for sign in signs})
    since = f" since {day(line.stage_since_on, line.as_of)}" if is_here else ""
    title = f"{'▣' if is_here else '□'} {stage.label}{since}"
    column: list[Line] = [
        (Span(title, "heading" if is_here else "muted"),),
        (Span(f"  {dots(min(seen, 3), 3)} {seen} signs", "muted"),),
    ]
    newest_first = sorted(signs, key=lambda sign: sign.observed_on, reverse=True)
    return column + [_sign(sign, line.as_of) for sign in newest_first]


def _sign(sign: Indicator, today: date) -> Line:
    look = "muted" if today - sign.observed_on > DIMMED_AFTER else ""
    return (Span("  " + label_of(sign.key), look), Span(f" {day(sign.observed_on, today)}", "muted"))


def _moves(desk: Desk, line: Summary, cells: int) -> Iterator[Row]:
    moves = desk.caseload.store.of_student(StageMove, line.student.id)
    if moves:
        yield _row()
    for move in reversed(moves):
        way = "on to" if move.direction is Direction.FORWARD else "back to"
        tending = ": tending trust" if move.direction is Direction.BACK and move.to_stage is Stage.RAPPORT else ""
        said = f"{day(move.moved_on, line.as_of)}  {way} {move.to_stage.label}{tending}"
        reason = f" · {desk.prose.note(move.reason)}" + (" (before the signs)" if move.override else "")
        yield from (_row(Span(text, "muted")) for text in wrap(said + reason, cells))
