"""The order in which to see students: who is planned, then promises; one in three is the one who has waited longest."""

import math
import sys
from collections.abc import Iterable
from datetime import date

import msgspec

from advisory.model import FollowUp, Pact
from advisory.rules.season.last_weeks import DefenseSoon

from .suggestion import Reason, Suggestion

ONE_IN = 3
"""At least one of this many suggestions in a row is the student who has gone longest without a one-to-one."""
_Due = tuple[FollowUp | None, Pact | None, DefenseSoon | None]
_NO_DEFENSE = (sys.maxsize, date.max)


class Candidate(msgspec.Struct, frozen=True):
    """What the order depends on. `age` and `interval` are in school days; `age` is None before the first one-to-one.

    `planned`: the advisor put the student on today's plan.
    `promise` is the advisor's first one due, `review` the active pact to be reviewed first; each counts from its date
    on. `defense` is there in the last weeks before the student's day. `is_new_term`: the last one-to-one was
    before this term. `facets` is how many facets have a fact this school year.
    """

    student_id: str
    age: int | None
    interval: int
    is_new_term: bool = False
    promise: FollowUp | None = None
    review: Pact | None = None
    defense: DefenseSoon | None = None
    facets: int = 0
    planned: bool = False
    seen_today: bool = False
    not_here: bool = False


def who_next(candidates: Iterable[Candidate], *, today: date, passed_over: int = 0) -> list[Suggestion]:
    """Every student who is present and not seen today, once each, in the order to see them.

    Ties are broken by the next criterion, and finally by the order given. `passed_over` is how many one-to-ones in a
    row, just before this list, went to somebody other than the student who had waited longest.
    """
    here = [candidate for candidate in candidates if not (candidate.not_here or candidate.seen_today)]
    common = math.lcm(*{candidate.interval for candidate in here})
    dues = [_due(candidate, today) for candidate in here]
    orders = [_order(candidate, due, common) for candidate, due in zip(here, dues, strict=True)]
    waiting = sorted(range(len(here)), key=orders.__getitem__)
    ages = [_waited(here[one]) for one in waiting]
    longest_first = sorted(range(len(waiting)), key=lambda at: -ages[at])  # of the same age the first in the order
    suggestions, passed, taken, first, longest = [], passed_over, set[int](), 0, 0
    while len(taken) < len(waiting):
        while first in taken:
            first += 1
        while longest_first[longest] in taken:
            longest += 1
        at = longest_first[longest] if passed >= ONE_IN - 1 else first
        passed = 0 if ages[at] == ages[longest_first[longest]] else passed + 1
        taken.add(at)
        suggestions.append(_suggestion(here[waiting[at]], dues[waiting[at]], is_put_first=at != first))
    return suggestions


def _waited(candidate: Candidate) -> float:
    return math.inf if candidate.age is None else candidate.age


def _order(candidate: Candidate, due: _Due, common: int) -> tuple[bool, date, date, tuple[int, date], float, int]:
    """The sort key. `common` is a multiple of all intervals, so that ages relative to them compare as whole numbers."""
    promise, review, defense = due
    return (
        not candidate.planned,
        (promise and promise.due_on) or date.max,
        (review and review.next_review_on) or date.max,
        defense.order if defense else _NO_DEFENSE,
        -_waited(candidate) * (common // candidate.interval),
        candidate.facets,
    )


def _due(candidate: Candidate, today: date) -> _Due:
    promise, review, defense = candidate.promise, candidate.review, candidate.defense
    return (
        promise if promise and promise.due_on and promise.due_on <= today else None,
        review if review and review.next_review_on and review.next_review_on <= today else None,
        defense if defense and defense.is_due(candidate.age) else None,
    )


def _suggestion(candidate: Candidate, due: _Due, *, is_put_first: bool) -> Suggestion:
    promise, review, defense = due
    if candidate.planned:
        reason = Reason.PLANNED
    elif promise:
        reason = Reason.PROMISE
    elif review:
        reason = Reason.REVIEW
    elif defense:
        reason = Reason.DEFENSE
    elif candidate.age is None:
        reason = Reason.NEVER
    elif candidate.is_new_term:
        reason = Reason.NOT_YET
    elif candidate.age > candidate.interval or is_put_first:
        reason = Reason.LONGEST
    else:
        reason = Reason.ROUTINE
    return Suggestion(candidate.student_id, reason, candidate.age, promise, review, defense)
