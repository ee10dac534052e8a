"""The text of a card on the board. It never shows a note, or anything that reads like a judgment of the student."""

from collections.abc import Sequence
from functools import partial

from advisory.model import Indicator, Pact, glyphs
from advisory.model.words import PactStatus, Stage
from advisory.rules.learning.trend import independence
from advisory.rules.overview.summary import Summary, is_review_waiting
from advisory.rules.pact.end import PASSED, is_past_end
from advisory.tui.desk import Desk
from advisory.tui.prose import age, cut, day, width, wrap, wrap_to
from advisory.tui.screens.board.stage_card import HERE, LOW_LINES, Card
from advisory.tui.widgets.text.ink import Line, Span, line_width
from advisory.tui.words.summary import pact_text, sign_marks

_BETWEEN = " · "
_NO_BREAK = "\xa0"
"""Keeps a day such as `12 Nov` on one line; drawn as a blank."""
_STAGE_LINES, _STEP_LINES = 2, 2
SHORTER = (
    ("one must come from the student", "one from the student"),
    ("your part kept", "your part"),
)
SHORTEST = ("from the student", "theirs")


def board_card(desk: Desk, line: Summary) -> Card:
    """Make one student's card. Its text is made when it is first drawn."""
    foot = f"{age(line.stage_age)}{HERE}" if line.stage_age is not None else ""
    return Card(line.student.id, partial(_names, desk, line), foot, partial(card_text, desk, line))


def _names(desk: Desk, line: Summary) -> list[str]:
    student = line.student
    mark = f"{glyphs.FOCAL} " if student.focal else ""
    return [mark + name for name in (desk.name(student.id), desk.short(student.id))]


def card_text(desk: Desk, line: Summary, cells: int, lines: int) -> Sequence[Line]:
    """The signs seen and still missing, the pact, and the next step, in at most `lines` lines.

    The next step matters most on the board. If it needs another line, the pact moves to the line of the signs where it
    fits, and the signs of the last stage are only counted.
    """
    step, pact = _step(desk, line), line.pact
    sentence = f"next: {step}" if step else "next: not set"
    if lines <= LOW_LINES:
        return [_low_line(desk, line, cells), (Span(cut(sentence, cells), "" if step else "muted"),)]
    wanted = min(_STEP_LINES, len(wrap(sentence, cells)))
    room = lines - (pact is not None)
    if line.stage is Stage.COGNITIVE_INSIGHT:
        top = _insight(desk, line, cells, max(1, min(_STAGE_LINES, room - wanted)))
    else:
        top = _gate(line, cells, max(1, min(_STAGE_LINES, room - 1)))
    if pact is not None:
        beside = cells - line_width(top[0]) - len(_BETWEEN)
        if len(top) == 1 and wanted > room - 1 and width(pact_text(line, desk.prose)) <= beside:
            top = [(*top[0], Span(_BETWEEN), *_pact(desk, line, beside))]
        else:
            top.append(_pact(desk, line, cells))
    return [*top, *((Span(text, "" if step else "muted"),) for text in wrap_to(sentence, cells, lines - len(top)))]


def _low_line(desk: Desk, line: Summary, cells: int) -> Line:
    """The signs, as marks only where a pact stands beside them."""
    if line.stage is Stage.COGNITIVE_INSIGHT:
        return _pact(desk, line, cells) if line.pact else _insight(desk, line, cells, 1)[0]
    if line.pact is None:
        return _gate(line, cells, 1)[0]
    seen = f"{sign_marks(line.gate.seen, line.gate.wanted)} "
    return (Span(seen, "accent"), *_pact(desk, line, cells - width(seen)))


def _gate(line: Summary, cells: int, room: int) -> list[Line]:
    """`▲▲△ 2 of 3: one more sign`, or without the numbers, which the marks show too, if there is little room."""
    gate = line.gate
    seen = sign_marks(gate.seen, gate.wanted)
    shorter = _shorter(gate.briefly)
    versions = [
        f"{seen} {text}"
        for text in (
            f"{gate.seen} of {gate.wanted}: {gate.briefly}",
            gate.briefly,
            shorter,
            shorter.replace(*SHORTEST),
        )
    ]
    if room == 1:  # a sentence that is cut says less than the count
        versions.append(
            f"{seen} {gate.seen} of {gate.wanted} {'signs' if line.stage in {None, Stage.RAPPORT} else 'met'}"
        )
    on_one_line = (text for text in versions[:2] if width(text) <= cells)
    fitting = (text for text in versions if len(wrap(text, cells)) <= room)
    first, *rest = wrap_to(next(on_one_line, next(fitting, versions[-1])), cells, room)
    return [(Span(seen, "accent"), Span(first.removeprefix(seen))), *((Span(text),) for text in rest)]


def _shorter(briefly: str) -> str:
    """Shorten the words for narrow cards, where “theirs” can only mean the student's."""
    for long, short in SHORTER:
        briefly = briefly.replace(long, short)
    return briefly


def _insight(desk: Desk, line: Summary, cells: int, room: int) -> list[Line]:
    """The newest sign of the last stage, or the number of signs if it doesn't fit or names are hidden."""
    signs = [
        sign
        for sign in desk.caseload.store.of_student(Indicator, line.student.id)
        if sign.stage is Stage.COGNITIVE_INSIGHT
    ]
    last = max(signs, key=lambda sign: (sign.observed_on, sign.id), default=None)
    if last is None:
        return [(Span("no sign yet"),)]
    on = day(last.observed_on, line.as_of).replace(" ", _NO_BREAK)
    count = len({sign.key for sign in signs})
    counted = f"{count} sign{'' if count == 1 else 's'}"
    versions = [] if desk.prose.is_shaded else [f"{desk.sign(last.key)} {on}"]
    versions.append(f"{counted}, last {on}")
    sentence = next((text for text in versions if len(wrap(text, cells)) <= room), counted)
    return [(Span(text.replace(_NO_BREAK, " ")),) for text in wrap_to(sentence, cells, room)]


def _pact(desk: Desk, line: Summary, cells: int) -> Line:
    """The pact's name and status. The status is left out if it doesn't fit, but a waiting review always shows."""
    if line.pact is None:
        return ()
    whole, waits = pact_text(line, desk.prose), is_review_waiting(line.pact, line.as_of)
    waiting = [PASSED, "day passed"] if is_past_end(line.pact, line.as_of) else ["review waiting"]
    states = waiting if waits else [_alone(desk, line), _state(line.pact, line)]
    state = next((one for one in states if one and width(whole + _BETWEEN + one) <= cells), "")
    if state:
        return (Span(whole), Span(_BETWEEN + state, "due" if waits else "muted"))
    if waits:
        return (Span(f"{glyphs.REVIEW} ", "due"), Span(pact_text(line, desk.prose, cells - 2)))
    return (Span(pact_text(line, desk.prose, cells)),)


def _state(pact: Pact, line: Summary) -> str:
    """When the next review is; for a pact that isn't active, its status."""
    if pact.status is not PactStatus.ACTIVE:
        return pact.status.label
    return f"review {day(pact.next_review_on, line.as_of)}" if pact.next_review_on else ""


def _alone(desk: Desk, line: Summary) -> str:
    """In the last stage: how independently the student last worked on the pact's target, and when."""
    if line.stage is not Stage.COGNITIVE_INSIGHT or line.trend is None or desk.prose.is_shaded:
        return ""
    last = independence(line.trend)[-1]
    return f"{last.word.label} {day(last.on, line.as_of)}"


def _step(desk: Desk, line: Summary) -> str:
    return desk.prose.note(line.partnership.next_step) if line.partnership else ""
