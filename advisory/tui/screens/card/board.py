"""The partnership on a student's card: the next step, the signs of each stage, and the moves on a timeline."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisory.model import CheckIn, Indicator, StageMove
from advisory.model.words import Observer, Stage
from advisory.rules.overview.summary import Summary
from advisory.rules.partnership.signs import is_long_ago
from advisory.rules.partnership.stage_gate import SIGNS_WANTED, describe_move, describe_reason
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, pad
from advisory.tui.words.summary import sign_marks, stage_marks

from .years import YearLines

_ABREAST = 60
"""From this width, in cells, the three stages are side by side."""


def card_board(desk: Desk, line: Summary, every: YearLines, shown: YearLines, cells: int) -> Iterator[Row]:
    """All rows about the partnership: every sign counts, those of `shown` are listed. A sign's row has its id as key."""
    yield from section_heading("The partnership")
    step = line.partnership.next_step if line.partnership else ""
    sentence = desk.prose.note(step) if step else f"not set; {desk.key('set-step')} sets it"
    yield from (text_row(Span(text, "" if step else "muted")) for text in wrap(f"next step: {sentence}", cells))
    if line.gate.to_stage is not None:
        wanting = f"to move on to {line.gate.to_stage.label}: {line.gate.words}"
        yield from (text_row(Span(text, "muted")) for text in wrap(wanting, cells))
    yield text_row()
    yield from _stages(line, every.signs, cells)
    for stage in sorted(Stage, key=lambda one: one is not line.stage):
        of_stage = [sign for sign in shown.signs if sign.stage is stage]
        earlier = sum(sign.stage is stage for sign in every.signs) - len(of_stage)
        if of_stage or stage is (line.stage or Stage.RAPPORT):
            yield text_row()
            yield text_row(Span(f"signs of {stage.label}", "strong"))
            yield from sign_rows(desk, of_stage, cells)
        if earlier and (of_stage or stage is (line.stage or Stage.RAPPORT)):
            yield text_row(Span(f"and {earlier} of earlier years, below", "muted"))
        elif not of_stage and stage is (line.stage or Stage.RAPPORT):
            yield text_row(Span(f"none yet; {desk.key('add-sign')} notes one", "muted"))
    if shown.moves:
        yield text_row()
        yield text_row(Span("how it moved", "strong"))
        yield from move_rows(desk, line, shown.moves, cells)


def sign_rows(desk: Desk, signs: Sequence[Indicator], cells: int) -> Iterator[Row]:
    """The signs, newest first."""
    for sign in sorted(signs, key=lambda sign: (sign.observed_on, sign.id), reverse=True):
        yield from _sign(desk, sign, cells)


def _stages(line: Summary, signs: Sequence[Indicator], cells: int) -> Iterator[Row]:
    """The three stages: which is the current one and since when, and how many different signs were seen in each."""
    columns = [_column(line, stage, signs) for stage in Stage]
    if cells < _ABREAST:
        yield from (text_row(*column[0], Span("  "), *column[1], *column[2]) for column in columns)
        return
    size = cells // len(columns)
    for *others, last in zip(*columns, strict=True):
        yield text_row(*(span for text in others for span in pad(text, size)), *last)


def _column(line: Summary, stage: Stage, signs: Sequence[Indicator]) -> tuple[Line, Line, Line]:
    is_here = stage is (line.stage or Stage.RAPPORT)
    since = f"  since {day(line.stage_since_on, line.as_of)}" if is_here and line.stage_since_on else ""
    kinds = len({sign.key for sign in signs if sign.stage is stage})
    head = Span(f"{stage_marks(stage)} {stage.label}", "heading" if is_here else "muted")
    # Only leaving Rapport takes a number of signs, so only Rapport marks those still needed.
    progress = f"{sign_marks(min(kinds, SIGNS_WANTED), SIGNS_WANTED)} " if stage is Stage.RAPPORT else ""
    count = f"  {progress}{kinds} sign{'' if kinds == 1 else 's'}"
    return (head,), (Span(count, "muted"),), (Span(since, "muted"),)


def _sign(desk: Desk, sign: Indicator, cells: int) -> Iterator[Row]:
    """One sign: what was seen, when, by whom if by the student, how long ago if it is old, and the note."""
    today = desk.caseload.today
    is_old = is_long_ago(sign.observed_on, today)
    look = "muted" if is_old else ""
    seen_by = " · the student saw it" if sign.by is Observer.STUDENT else ""
    ago = f" · {(today - sign.observed_on).days} days ago" if is_old else ""
    yield from _first_keyed(
        wrap(f"{desk.sign(sign.key)}, {day(sign.observed_on, today)}{seen_by}{ago}", cells), look, sign.id
    )
    note = sign.line or _line_of(desk, sign)
    if note:
        yield from (text_row(Span(f"  {text}", "muted")) for text in wrap(desk.prose.note(note), cells - 2))


def _first_keyed(texts: list[str], look: str, key: str) -> Iterator[Row]:
    yield text_row(Span(texts[0], look), key=key)
    yield from (text_row(Span(text, look)) for text in texts[1:])


def _line_of(desk: Desk, sign: Indicator) -> str:
    """The text of the check-in that the sign was seen in; "" if that is in the trash, or kept back."""
    check_in = desk.caseload.store.get(CheckIn, sign.check_in) if sign.check_in else None
    is_there = check_in is not None and check_in.deleted_at is None and not desk.keeps_back(check_in)
    return check_in.line if check_in and is_there else ""


def move_rows(desk: Desk, line: Summary, moves: Sequence[StageMove], cells: int) -> Iterator[Row]:
    """Every move with its reason, newest first, down to where the first one began."""
    newest_first = sorted(moves, key=lambda move: (move.moved_on, move.id), reverse=True)
    for move in newest_first:
        yield from _move(desk, move, line.as_of, cells)
    yield text_row(
        Span(f"{stage_marks(newest_first[-1].from_stage)} begun in {newest_first[-1].from_stage.label}", "muted")
    )


def _move(desk: Desk, move: StageMove, today: date, cells: int) -> Iterator[Row]:
    sentence = (
        f"{stage_marks(move.to_stage)} {day(move.moved_on, today)}  {describe_move(move.direction, move.to_stage)}"
    )
    yield from (text_row(Span(text)) for text in wrap(sentence, cells))
    before = " (before all the signs were there)" if move.override else ""
    sentence = desk.prose.note(describe_reason(move)) + before
    yield from (text_row(Span(f"│ {text}", "muted")) for text in wrap(sentence, cells - 2))
