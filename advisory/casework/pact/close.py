"""Close a pact with its outcome, the student's own words, and what comes next."""

from typing import NamedTuple

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import PactOutcome, PactStatus, ReviewEvery
from advisory.rules.pact.life import closed
from advisory.store import Change

from .draft import refuse_without_target, usual_dates


class Carried(NamedTuple):
    """What a new pact takes over: its target, and which lines of the old pact it keeps, by number from 0."""

    learning_target: str
    success: tuple[int, ...] = ()
    theirs: tuple[int, ...] = ()
    mine: tuple[int, ...] = ()


class Closed(NamedTuple):
    """The closed pact, and the draft that follows it, if one was asked for."""

    pact: Pact
    draft: Pact | None


def close_pact(
    caseload: Caseload,
    shown: Pact,
    outcome: PactOutcome,
    said: str,
    *,
    comes_next: str = "",
    carried: Carried | None = None,
) -> Closed:
    """Close the pact `shown`, and draft the one that follows it if `carried` is given, in one change.

    Refuses without the student's own words (`said`), without what comes next (a line or a new pact), and a pact that
    has not begun. Raises Conflict if it changed meanwhile.
    """
    if carried is not None:
        refuse_without_target(carried.learning_target)
        comes_next = comes_next.strip() or f"a new pact: {carried.learning_target.strip()}"
    ended = closed(shown, caseload.today, outcome, said, comes_next)
    with caseload.store.change(f"Pact closed: {outcome.label}", caseload.now()) as change:
        draft = _draft(caseload, change, shown, carried) if carried else None
        return Closed(change.put(replace(ended, next_pact=draft.id if draft else ""), shown=shown), draft)


def _draft(caseload: Caseload, change: Change, before: Pact, carried: Carried) -> Pact:
    """A draft with the lines taken over, none of them met or kept yet."""
    every = ReviewEvery(before.review_every)
    review_on, target_on = usual_dates(caseload, caseload.today, every)
    is_the_same = carried.learning_target.strip() == before.learning_target
    return change.add(
        Pact,
        student=before.student,
        learning_target=carried.learning_target.strip(),
        status=PactStatus.DRAFT,
        title=before.title if is_the_same else "",
        area=before.area,
        why=before.why if is_the_same else "",
        success_evidence=tuple(SuccessLine(text=before.success_evidence[n].text) for n in carried.success),
        student_commitments=tuple(_renewed(before.student_commitments[n]) for n in carried.theirs),
        advisor_commitments=tuple(_renewed(before.advisor_commitments[n]) for n in carried.mine),
        others=before.others,
        review_every=every,
        next_review_on=review_on,
        target_on=target_on,
    )


def _renewed(one: Commitment) -> Commitment:
    return Commitment(text=one.text, how_often=one.how_often)
