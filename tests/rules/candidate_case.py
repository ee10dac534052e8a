"""What the tests of who-next share: candidates with as little in them as is wanted, and hypothesis's own."""

from datetime import date, timedelta

from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import FollowUp, Pact
from advisory.model.words import PactStatus
from advisory.rules.next.suggestion import Reason
from advisory.rules.next.who_next import Candidate, who_next
from advisory.rules.season.last_weeks import DefenseSoon

ASKED_FOR = {Reason.PLANNED, Reason.PROMISE, Reason.REVIEW, Reason.DEFENSE}


def in_days(away: int) -> date:
    return TODAY + timedelta(days=away)


def promise(away: int | None = 0, text: str = "lab notes") -> FollowUp:
    """Due in so many days; None for some day."""
    return make(FollowUp, text=text, due_on=None if away is None else in_days(away))


def pact(away: int = 0) -> Pact:
    """Reviewed next in so many days."""
    return make(Pact, status=PactStatus.ACTIVE, next_review_on=in_days(away))


def defense(away: int = 9, talks: int = 0, practices: int = 0) -> DefenseSoon:
    """Held in so many school days."""
    return DefenseSoon(in_days(away), away, practices, talks)


def candidate(student_id: str, age: int | None = 3, interval: int = 10, **fields) -> Candidate:
    return Candidate(student_id, age, interval, **fields)


def order(*candidates: Candidate, passed_over: int = 0) -> list[str]:
    return [s.student_id for s in who_next(candidates, today=TODAY, passed_over=passed_over)]


_PROMISES = [None, None, promise(None), *map(promise, range(-2, 2))]
_REVIEWS = [None, None, *map(pact, range(-2, 2))]
_DEFENSES = [None, None, *(defense(away, talks) for away in (0, 2, 9, 15) for talks in (0, 4))]


def _candidates(student_id: str, gone: st.SearchStrategy[tuple[bool, bool]]) -> st.SearchStrategy[Candidate]:
    """Any candidate of this id; `gone` tells whether they are not here, and whether they were seen."""
    something = st.tuples(st.sampled_from(_PROMISES), st.sampled_from(_REVIEWS), st.sampled_from(_DEFENSES))
    due = st.just((None, None, None)) | something
    age = st.tuples(st.none() | st.integers(0, 9), st.sampled_from([1, 3, 5, 10]), st.booleans())
    return st.builds(
        lambda age, due, facets, planned, gone: Candidate(student_id, *age, *due, facets, planned, *gone),
        age, due, st.integers(0, 2), st.sampled_from([False] * 5 + [True]), gone,
    )  # fmt: skip


_SOMETIMES = st.sampled_from([(False, False)] * 5 + [(True, False), (False, True)])
CASELOADS = st.integers(0, 10).flatmap(
    lambda size: st.tuples(*(_candidates(f"s{number:07d}", _SOMETIMES) for number in range(size)))
)
GONE = _candidates("s0000099", st.sampled_from([(True, False), (False, True)]))
"""Somebody who is not here, or was seen today."""
EARLIER = st.integers(0, 2)
