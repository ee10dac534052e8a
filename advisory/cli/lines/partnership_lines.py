"""The partnership with one student, in lines and as JSON, for `show` and `board`."""

from collections.abc import Iterator, Mapping
from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Evidence, Indicator, Pact, StageMove, Student
from advisory.model.day_order import show_date
from advisory.model.words import Observer, PactStatus, Stage
from advisory.rules.learning.trend import describe_piece
from advisory.rules.overview.summary import Summary
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.partnership.signs import LONG_AGO, Catalogue, is_long_ago, label_of
from advisory.rules.partnership.stage_gate import describe_move, describe_reason


def partnership_lines(caseload: Caseload, line: Summary) -> Iterator[str]:
    """Its stage and since when, what the next stage asks for, the next step, the signs by stage, and the moves."""
    if line.stage is None:
        return
    yield f"partnership: {line.stage.label} since {show_date(line.stage_since_on)}"
    if line.gate.to_stage:
        yield f"for {line.gate.to_stage.label}: {line.gate.words}"
    yield f"next step: {next_step(line) or 'not set'}"
    signs = signs_of(caseload, line.student.id)
    for stage in Stage:
        of_stage = [sign for sign in signs if sign.stage is stage]
        if of_stage:
            yield f"signs of {stage.label}:"
            yield from (f"  {_sign(sign, line.as_of, caseload.catalogue)}" for sign in of_stage)
    moves = caseload.store.of_student(StageMove, line.student.id)
    if moves:
        yield "moves:"
        yield from (f"  {_move(move)}" for move in reversed(moves))


def past_end_words(pact: Pact, caseload: Caseload) -> str:
    """What follows the name of a pact that is past its end day; "" for other pacts."""
    return f", {CLOSE_OR_GO_ON} (it was {show_date(pact.target_on)})" if is_past_end(pact, caseload.today) else ""


def focal_line(student: Student) -> str:
    """`focal since Nov 9, 2026: quiet since October`; "" for a student who is not focal."""
    if not student.focal:
        return ""
    since = f" since {show_date(student.focal_since)}" if student.focal_since else ""
    return f"focal{since}{f': {student.focal_why}' if student.focal_why else ''}"


def card_lines(caseload: Caseload, line: Summary) -> Iterator[str]:
    """The card on the board: the same in fewer lines, and nothing from a note."""
    yield line.name + (" (focal)" if line.student.focal else "")
    for_next = f", for {line.gate.to_stage.label}: {line.gate.words}" if line.gate.to_stage else ""
    stage_age = f"{line.stage_age} d in this stage" if line.stage_age is not None else "no partnership yet"
    yield f"  {stage_age}{for_next}"
    yield f"  one-to-one: {'not yet' if line.one_to_one_age is None else f'{line.one_to_one_age} d ago'}"
    if line.pact:
        yield f"  pact: {_pact(line.pact, line.as_of)}"
    last = max(signs_of(caseload, line.student.id), key=lambda sign: (sign.observed_on, sign.id), default=None)
    if last:
        yield f"  last sign: {label_of(last.key, caseload.catalogue)}, {show_date(last.observed_on)}"
    seen = _last_evidence(caseload, line.student.id)
    if seen:
        yield f"  last evidence: {', '.join([*describe_piece(seen)[-1:], show_date(seen.seen_on)])}"
    yield f"  next: {next_step(line) or 'not set'}"


def card_object(line: Summary) -> dict[str, object]:
    """What a card has in addition to the columns of the caseload."""
    gate = line.gate
    return {"signs_seen": gate.seen, "signs_wanted": gate.wanted, "missing": gate.missing, "next_step": next_step(line)}


def sign_objects(caseload: Caseload, student_id: str, names: Mapping[str, str]) -> list[dict[str, object]]:
    """A student's signs, with keys named like the columns of the stage-moves export."""
    return [
        {
            "id": sign.id,
            "student_id": sign.student,
            "student": names.get(sign.student, ""),
            "date": sign.observed_on,
            "stage": sign.stage,
            "key": sign.key,
            "sign": label_of(sign.key, caseload.catalogue),
            "by": sign.by,
            "line": sign.line,
            "checkin_id": sign.check_in,
        }
        for sign in signs_of(caseload, student_id)
    ]


def signs_of(caseload: Caseload, student_id: str) -> list[Indicator]:
    """A student's signs, the newest first."""
    signs = caseload.store.of_student(Indicator, student_id)
    return sorted(signs, key=lambda sign: (sign.observed_on, sign.id), reverse=True)


def next_step(line: Summary) -> str:
    """The partnership's next step; "" when none is set."""
    return line.partnership.next_step if line.partnership else ""


def _sign(sign: Indicator, today: date, catalogue: Catalogue) -> str:
    words = f": {sign.line}" if sign.line else ""
    old = f" (more than {LONG_AGO.days} days ago)" if is_long_ago(sign.observed_on, today) else ""
    by = ", as the student says" if sign.by is Observer.STUDENT else ""
    return f"{show_date(sign.observed_on):12}  {label_of(sign.key, catalogue)}{by}{words}{old}"


def _move(move: StageMove) -> str:
    before = " (before all the signs were there)" if move.override else ""
    return f"{show_date(move.moved_on):12}  {describe_move(move.direction, move.to_stage)} · {describe_reason(move)}{before}"


def _pact(pact: Pact, today: date) -> str:
    met = f", {pact.success_met} of {len(pact.success_evidence)} met" if pact.success_evidence else ""
    is_waiting = pact.next_review_on is not None and pact.next_review_on <= today
    review = (
        f", review {'was due ' if is_waiting else ''}{show_date(pact.next_review_on)}" if pact.next_review_on else ""
    )
    return f"{pact.called} ({pact.status.label}{met}{review if pact.status is PactStatus.ACTIVE else ''})"


def _last_evidence(caseload: Caseload, student_id: str) -> Evidence | None:
    evidence = caseload.store.of_student(Evidence, student_id)
    return max(evidence, key=lambda one: (one.seen_on, one.id), default=None)
