"""What a card of the board says about a partnership: never a note, and nothing that reads like a verdict on a student."""

from collections.abc import Sequence
from functools import partial

from advisory.model import Evidence, Indicator
from advisory.model.words import PactStatus, Stage
from advisory.rules.indicators import label_of
from advisory.rules.summary import Summary, is_review_waiting
from advisory.tui.desk import Desk
from advisory.tui.looks import dots, pact_text
from advisory.tui.prose import age, cut, day, safe, width, wrap
from advisory.tui.widgets.ink import Line, Span
from advisory.tui.widgets.stage_card import Card

FOCAL = "◆"
WAITING = "◷"
"""Before the pact whose review waits, as on Today, where there is no room for the words."""
_BETWEEN = " · "
_STAGE_LINES = 2
_SHORTER = (
    ("a sign that is the student's doing", "a sign of theirs"),
    ("one the student's doing", "one of them theirs"),
    ("the student's doing", "theirs"),
    ("my part kept", "my part"),
)


def board_card(desk: Desk, line: Summary) -> Card:
    """One student's card; what it says is made when it is first drawn."""
    foot = f"{age(line.stage_age)} here" if line.stage_age is not None else ""
    return Card(line.student.id, partial(_names, desk, line), foot, partial(card_text, desk, line))


def _names(desk: Desk, line: Summary) -> list[str]:
    student = line.student
    mark = f"{FOCAL} " if student.focal else ""
    return [mark + name for name in (desk.name(student.id), desk.short(student.id))]


def card_text(desk: Desk, line: Summary, cells: int, lines: int) -> Sequence[Line]:
    """What was seen and is still to come, the pact, and the next step, in so many lines of so many cells.

    Where they do not fit, a next step that is not set goes first, then a pact that is not kept to yet; the next step
    takes the lines that are left.
    """
    step, pact = _step(desk, line), line.pact
    stage = _insight if line.stage is Stage.COGNITIVE_INSIGHT else _gate
    said = stage(desk, line, cells, max(1, min(_STAGE_LINES, lines - 1 - (pact is not None))))
    left = lines - len(said)
    if left < 2 and pact is not None:  # noqa: PLR2004 - the pact's line and one for the next step
        if step and pact.status is PactStatus.ACTIVE:
            return [*said, (*_pact(desk, line, cells // 2), Span(f"{_BETWEEN}next: {step}"))][:lines]
        return [*said, (Span(f"next: {step}"),) if step else _pact(desk, line, cells)][:lines]
    if pact is not None:
        said.append(_pact(desk, line, cells))
    told = f"next: {step}" if step else "next: not set"
    return [*said, *((Span(text, "" if step else "muted"),) for text in _in_lines(told, cells, lines - len(said)))]


def _in_lines(text: str, cells: int, room: int) -> list[str]:
    """The text wrapped; what would need more lines than there are is left in the last one, to be cut there."""
    wrapped = wrap(text, cells)
    if len(wrapped) <= room:
        return wrapped
    return [*wrapped[: room - 1], cut(" ".join(wrapped[room - 1 :]), cells)] if room > 0 else []


def _gate(_desk: Desk, line: Summary, cells: int, room: int) -> list[Line]:
    """`●●○ 2 of 3: one more sign`; without the numbers, which the dots show as well, where there is little room."""
    gate = line.gate
    seen = dots(gate.seen, gate.wanted)
    ways = (f"{gate.seen} of {gate.wanted}: {gate.briefly}", gate.briefly, _shorter(gate.briefly))
    fitting = next(
        (f"{seen} {said}" for said in ways if len(wrap(f"{seen} {said}", cells)) <= room), f"{seen} {ways[-1]}"
    )
    first, *rest = _in_lines(fitting, cells, room)
    return [(Span(seen, "accent"), Span(first.removeprefix(seen))), *((Span(text),) for text in rest)]


def _shorter(briefly: str) -> str:
    """For the narrowest cards, on which “theirs” can only be the student's."""
    for long, short in _SHORTER:
        briefly = briefly.replace(long, short)
    return briefly


def _insight(desk: Desk, line: Summary, cells: int, room: int) -> list[Line]:
    """The newest sign; and of the newest evidence how alone one target was worked on, on its day."""
    store, student_id = desk.caseload.store, line.student.id
    signs = [s for s in store.of_student(Indicator, student_id) if s.stage is Stage.COGNITIVE_INSIGHT]
    last = max(signs, key=lambda sign: (sign.observed_on, sign.id), default=None)
    told = "no sign yet"
    if last:
        told = f"{safe(label_of(last.key, desk.caseload.catalogue))} {day(last.observed_on, line.as_of)}"
        if len(wrap(told, cells)) > room:
            count = len({sign.key for sign in signs})
            told = f"{count} sign{'' if count == 1 else 's'}, last {day(last.observed_on, line.as_of)}"
    evidence = [one for one in store.of_student(Evidence, student_id) if one.independence]
    seen = max(evidence, key=lambda one: (one.seen_on, one.id), default=None)
    alone = f"{seen.independence.label} {day(seen.seen_on, line.as_of)}" if seen and seen.independence else ""
    if seen and len(wrap(told + _BETWEEN + alone, cells)) <= room:
        told += _BETWEEN + alone
    return [(Span(text),) for text in _in_lines(told, cells, room)]


def _pact(desk: Desk, line: Summary, cells: int) -> Line:
    """The pact, and where it stands: in words if they fit, a review that waits always."""
    pact = line.pact
    if pact is None:
        return ()
    waits, look = is_review_waiting(pact, line.as_of), "muted"
    if waits:
        state, look = "review waiting", "mine"
    elif pact.status is PactStatus.ACTIVE:
        state = f"review {day(pact.next_review_on, line.as_of)}" if pact.next_review_on else ""
    else:
        state = pact.status.label
    whole = pact_text(line, desk.prose)
    if state and width(whole + _BETWEEN + state) <= cells:
        return (Span(whole), Span(_BETWEEN + state, look))
    if waits:
        return (Span(f"{WAITING} ", "mine"), Span(pact_text(line, desk.prose, cells - 2)))
    return (Span(pact_text(line, desk.prose, cells)),)


def _step(desk: Desk, line: Summary) -> str:
    return desk.prose.note(line.partnership.next_step) if line.partnership else ""
