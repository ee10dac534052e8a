"""The status of a pact: draft → proposed → active ⇄ paused → closed; a draft or proposal may be discarded.

Each function takes a pact and returns it after one step, or refuses in a sentence that says what is missing.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from msgspec.structs import replace

from advisory.model import Agreement, Pact
from advisory.model.day_order import show_day
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus
from advisory.rules.refusal import Refusal

from .wording import Difference, differences, needs_agreement, with_revision

STEPS: dict[PactStatus, frozenset[PactStatus]] = {
    PactStatus.DRAFT: frozenset({PactStatus.PROPOSED, PactStatus.DISCARDED}),
    PactStatus.PROPOSED: frozenset({PactStatus.ACTIVE, PactStatus.DISCARDED}),
    PactStatus.ACTIVE: frozenset({PactStatus.PAUSED, PactStatus.CLOSED}),
    PactStatus.PAUSED: frozenset({PactStatus.ACTIVE, PactStatus.CLOSED}),
    PactStatus.CLOSED: frozenset(),
    PactStatus.DISCARDED: frozenset(),
}
"""Status → the statuses that may follow it."""

AGREED_STATES = frozenset({PactStatus.ACTIVE, PactStatus.PAUSED})
"""Both have agreed, and the pact is not over."""
NOT_YET_AGREED = frozenset({PactStatus.DRAFT, PactStatus.PROPOSED})
"""Still being written; may be discarded."""
_WHO = {Observer.STUDENT: "the student's yes", Observer.ADVISOR: "your own yes"}


class Yes(NamedTuple):
    """One party's agreement, not yet tied to a revision."""

    party: Observer
    name: str
    how: Agreed = Agreed.SPOKEN


class NeedsAgreement(Refusal):
    """The change affects what both agreed to; it is saved only when both have agreed to `changes`."""

    def __init__(self, changes: list[Difference]) -> None:
        self.changes = changes
        super().__init__("This changes what you two agreed to. It counts once you have both said yes.")


def missing_fields(pact: Pact, today: date | None = None) -> dict[str, str]:
    """What the wording needs before the pact can begin, by field; with `today` also a review date that is not past."""
    found = {}
    if not pact.success_evidence:
        found["success_evidence"] = "a line on how you will both know"
    if not pact.student_commitments:
        found["student_commitments"] = "something the student will do"
    if not pact.advisor_commitments:
        found["advisor_commitments"] = "something you will do"
    if pact.next_review_on is None:
        found["next_review_on"] = "a next review date"
    elif today and pact.next_review_on < today:
        found["next_review_on"] = "a next review date that is not in the past"
    return found


def missing(pact: Pact, today: date | None = None) -> list[str]:
    """What the pact needs before it can begin, in words: fields to fill in, and whose agreement is missing."""
    agreed = agreed_by(pact)
    return [*missing_fields(pact, today).values(), *(_WHO[party] for party in Observer if party not in agreed)]


def agreed_by(pact: Pact, revision: int | None = None) -> dict[Observer, Agreement]:
    """Who has agreed to a revision, by default the current one."""
    number = pact.revision if revision is None else revision
    return {yes.party: yes for yes in pact.agreements if yes.revision == number}


def proposed(pact: Pact) -> Pact:
    """The draft, proposed to the student."""
    return _moved(pact, PactStatus.PROPOSED)


def agreed(pact: Pact, yes: Iterable[Yes], on: date) -> Pact:
    """The proposal with agreements to its current revision; an earlier agreement to it stays as it was."""
    _refuse_other(pact, PactStatus.PROPOSED, "you can only agree to a proposal")
    return _with_agreements(pact, yes, on)


def activated(pact: Pact, today: date) -> Pact:
    """The proposal, now active; it begins today unless it has a start date. Refuses with a list of what is missing."""
    _refuse_other(pact, PactStatus.PROPOSED, "it can begin once you have both agreed to a proposal")
    started = _moved(replace(pact, start_on=pact.start_on or today), PactStatus.ACTIVE)
    _refuse_missing(started, today, "The pact can begin once it has")
    return started


def paused(pact: Pact) -> Pact:
    """The active pact, paused."""
    return _moved(pact, PactStatus.PAUSED)


def resumed(pact: Pact, at: datetime, today: date, next_review_on: date | None = None) -> Pact:
    """The paused pact, active again, with a new review date if given; nobody has to agree again."""
    _refuse_other(pact, PactStatus.PAUSED, "only a paused pact can be resumed")
    look = next_review_on or pact.next_review_on
    refuse_dates(pact.start_on, look, pact.target_on)
    taken_up = replace(pact, status=PactStatus.ACTIVE, next_review_on=look)
    if look != pact.next_review_on:
        taken_up = with_revision(pact, taken_up, at, looked=True)
    _refuse_missing(taken_up, today, "The pact goes on once it has")
    return taken_up


def discarded(pact: Pact) -> Pact:
    """The draft or proposal, discarded."""
    return _moved(pact, PactStatus.DISCARDED)


def closed(pact: Pact, today: date, outcome: PactOutcome, said: str, comes_next: str) -> Pact:
    """The pact, closed with the student's line and what comes next. Refuses if either is missing."""
    _refuse_step(pact, PactStatus.CLOSED)
    if not said.strip():
        raise Refusal("What does the student say about it? Type one line.")
    if not comes_next.strip():
        raise Refusal("What comes next? Type one line, or start a new pact.")
    return replace(
        pact,
        status=PactStatus.CLOSED,
        outcome=outcome,
        closed_on=today,
        reflections=said.strip(),
        comes_next=comes_next.strip(),
        next_review_on=None,
    )


def reworded(
    before: Pact, after: Pact, at: datetime, today: date, *, yes: Iterable[Yes] = (), typo: bool = False
) -> Pact:
    """`after`, ready to be saved: with the old wording in a revision, and with agreements.

    A draft is simply changed, and so is a proposal nobody has agreed to. A change to what both agreed on needs both: it
    raises NeedsAgreement until both have agreed. A typo needs nobody's agreement and is marked as one. Refuses a pact
    that is over.
    """
    if before.status not in NOT_YET_AGREED | AGREED_STATES:
        raise Refusal(f"This pact is {before.status.said}: its words can't change anymore. Draft a new one instead.")
    if typo and any(len(one.was) != len(one.now) for one in differences(before, after)):
        raise Refusal("Adding or removing a line is more than a typo: you both have to agree to it.")
    is_kept = before.status in AGREED_STATES
    if not is_kept and not before.agreements:
        return after
    saved = with_revision(before, after, at, typo=typo)
    if needs_agreement(before, after) and not typo and (is_kept or agreed_by(before)):
        given = tuple(yes)
        if is_kept and {one.party for one in given} != set(Observer):
            raise NeedsAgreement(differences(before, after))
        saved = _with_agreements(replace(saved, revision=before.revision + 1), given, today)
    if is_kept:
        _refuse_missing(saved, None, "A pact that you both keep needs")
    return saved


def refuse_dates(start: date | None, look: date | None, end: date | None) -> None:
    """Refuse a review after the end, and a review or an end before the start."""
    if look and end and look > end:
        raise Refusal(f"The next review is {_day(look)}, but the pact ends {_day(end)}: review earlier, or end later.")
    for when, named in ((look, "review it on"), (end, "end it on")):
        if start and when and when < start:
            raise Refusal(f"You {named} {_day(when)}, but the pact only begins on {_day(start)}: choose a later day.")


def _moved(pact: Pact, to: PactStatus) -> Pact:
    _refuse_step(pact, to)
    return replace(pact, status=to)


def _refuse_other(pact: Pact, status: PactStatus, why: str) -> None:
    if pact.status is not status:
        raise Refusal(f"This pact is {pact.status.said}: {why}.")


def _refuse_step(pact: Pact, to: PactStatus) -> None:
    if to not in STEPS[pact.status]:
        after = " or ".join(status.said for status in PactStatus if status in STEPS[pact.status])
        raise Refusal(
            f"This pact is {pact.status.said}, so it can't become {to.said}; "
            + (f"from here it can become {after}." if after else "draft a new one instead.")
        )


def _refuse_missing(pact: Pact, today: date | None, opening: str) -> None:
    if needed := missing(pact, today):
        raise Refusal(f"{opening}: {'; '.join(needed)}.")


def _with_agreements(pact: Pact, yes: Iterable[Yes], on: date) -> Pact:
    there = agreed_by(pact)
    added = []
    for one in yes:
        if not one.name.strip():
            raise Refusal("Who said yes? Type the name.")
        if one.party not in there:
            there[one.party] = Agreement(
                party=one.party, name=one.name.strip(), on=on, how=one.how, revision=pact.revision
            )
            added.append(there[one.party])
    return replace(pact, agreements=(*pact.agreements, *added))


def _day(day: date) -> str:
    return show_day(day, weekday=True, year=True)
