"""Who is next: the order of DESIGN §5, its ties, and that promises never crowd out the quiet ones."""

import math
from datetime import timedelta
from itertools import pairwise

from candidate_case import ASKED_FOR, CASELOADS, EARLIER, GONE, candidate, defense, order, pact, promise
from each_row import each_row
from examples import some
from hypothesis import example, given, settings
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.next.suggestion import Reason
from advisory.rules.next.who_next import Candidate, who_next

FEW = settings(max_examples=some(60), deadline=None)


def ask(candidates, passed_over=0):
    return who_next(candidates, today=TODAY, passed_over=passed_over)


def test_promises_then_reviews_then_defenses_then_the_longest_age_against_the_interval():
    often, seldom = candidate("often", 4, 5), candidate("seldom", 7, 10)
    assert order(
        candidate("seen", 1, 10),
        seldom,
        often,
        candidate("defends", 3, defense=defense(3)),
        candidate("reviews", 0, review=pact(-1)),
        candidate("promised", 0, promise=promise(0)),
        passed_over=0,
    ) == ["promised", "reviews", "seldom", "defends", "often", "seen"]


@each_row(
    ("first", "second"),
    [
        ({"promise": promise(-1)}, {"promise": promise(0)}),
        ({"promise": promise(0)}, {"review": pact(-5)}),
        ({"review": pact(-1)}, {"review": pact(0)}),
        ({"review": pact(0)}, {"defense": defense(0)}),
        ({"defense": defense(5)}, {"defense": defense(6)}),
        ({"defense": defense(9, 1)}, {"defense": defense(9, 2)}),
        ({"defense": defense(9, 3)}, {"defense": defense(2, 4)}),
        ({"defense": defense(15)}, {"age": None}),
        ({"age": None}, {"age": 200}),
        ({"age": 4, "interval": 5}, {"age": 7, "interval": 10}),
        ({"age": 3, "interval": 7}, {"age": 1, "interval": 3}),
        ({"facets": 2}, {"facets": 3}),
        ({"promise": promise(0), "review": pact(0)}, {"promise": promise(0)}),
        ({"promise": promise(0), "age": 4}, {"promise": promise(0), "age": 3}),
        ({"review": pact(0), "defense": defense(0)}, {"review": pact(0)}),
        ({"defense": defense(0), "facets": 0}, {"defense": defense(0), "facets": 1}),
        ({"age": None, "facets": 0}, {"age": None, "facets": 1}),
    ],
)
def test_each_thing_goes_before_the_next_and_tells_ties_apart(first, second):
    one, other = candidate("one", **first), candidate("other", **second)
    assert order(one, other) == order(other, one) == ["one", "other"]


@each_row(
    "nothing",
    [
        {"promise": promise(1)},
        {"promise": promise(None)},
        {"review": pact(1)},
        {"age": 6, "interval": 20},
    ],
)
def test_what_is_not_due_yet_and_an_age_equal_against_the_interval_are_a_tie_that_keeps_the_order_given(nothing):
    one, other = candidate("one", **nothing), candidate("other")
    assert order(one, other) == ["one", "other"]
    assert order(other, one) == ["other", "one"]


def test_who_is_not_here_or_was_seen_today_drops_out():
    here = candidate("here")
    assert order(here, candidate("away", None, not_here=True), candidate("seen", None, seen_today=True)) == ["here"]
    assert order() == []


def test_the_third_is_the_one_who_waited_longest_and_says_so():
    promised = [candidate(f"promised {n}", n, promise=promise(-n)) for n in range(4)]
    told = ask([candidate("quiet", 9), *promised])
    assert [one.student_id for one in told] == ["promised 3", "promised 2", "quiet", "promised 1", "promised 0"]
    assert (told[2].reason, told[2].age) == (Reason.LONGEST, 9)
    assert ask([candidate("quiet", 9)])[0].reason is Reason.ROUTINE


@each_row(("passed_over", "place"), [(0, 2), (1, 1), (2, 0), (3, 0)])
def test_what_went_before_the_list_counts(passed_over, place):
    promised = [candidate(f"promised {n}", n, promise=promise(-n)) for n in range(4)]
    assert order(*promised, candidate("quiet", 9), passed_over=passed_over).index("quiet") == place


def test_longest_is_in_school_days_whatever_the_interval():
    often = [candidate(f"often {n}", 4, 1) for n in range(3)]
    assert order(*often, candidate("quiet", 9, 10)) == ["often 0", "often 1", "quiet", "often 2"]


def test_who_is_put_first_with_a_promise_says_the_promise():
    promised = [candidate(f"promised {n}", n, promise=promise(-n)) for n in range(3)]
    quiet = candidate("quiet", 9, promise=promise(0))
    told = ask([*promised, quiet])
    assert (told[2].student_id, told[2].reason) == ("quiet", Reason.PROMISE)


def test_of_several_who_waited_longest_the_first_in_order_is_put_first():
    promised = [candidate(f"promised {n}", n, promise=promise(-n)) for n in range(3)]
    known, unknown = candidate("known", 9, facets=5), candidate("unknown", 9, facets=1)
    assert order(*promised, known, unknown)[2:] == ["unknown", "promised 0", "known"]


def test_a_suggestion_holds_what_is_due_and_nothing_else():
    due = candidate("due", promise=promise(0), review=pact(0), defense=defense(0))
    later = candidate("later", 2, promise=promise(1), review=pact(1), defense=defense(15))
    first, second = ask([due, later])
    assert (first.promise, first.review, first.defense) == (due.promise, due.review, due.defense)
    assert (second.promise, second.review, second.defense) == (None, None, None)


@each_row(
    ("age", "away", "talks", "is_due"),
    [
        (3, 15, 0, True),
        (2, 15, 0, False),
        (2, 12, 0, True),
        (1, 7, 0, True),
        (1, 7, 3, False),
        (2, 7, 4, False),
        (3, 1, 6, False),
        (0, 0, 0, False),
        (None, 15, 0, True),
    ],
)
def test_in_the_last_weeks_a_student_is_due_after_three_school_days_or_sooner_where_four_talks_would_not_fit(
    age, away, talks, is_due
):
    (told,) = ask([candidate("one", age, 3, defense=defense(away, talks))])
    assert (told.reason is Reason.DEFENSE) == is_due


# For any caseload


def waited(one: Candidate) -> float:
    return math.inf if one.age is None else one.age


def was_longest(candidates, told) -> list[bool]:
    """For each suggestion, whether nobody suggested later has waited longer."""
    ages = {one.student_id: waited(one) for one in candidates}
    return [all(ages[one.student_id] >= ages[later.student_id] for later in told[at:]) for at, one in enumerate(told)]


@FEW
@given(CASELOADS, EARLIER)
def test_everybody_here_and_unseen_comes_once(candidates, earlier):
    up = [one.student_id for one in candidates if not one.not_here and not one.seen_today]
    assert sorted(one.student_id for one in ask(candidates, earlier)) == up


@FEW
@given(CASELOADS, EARLIER)
def test_of_every_three_in_a_row_one_has_the_longest_one_to_one_age(candidates, earlier):
    told = ask(candidates, earlier)
    longest = [*[False] * earlier, *was_longest(candidates, told)]
    assert all(any(longest[at : at + 3]) for at in range(len(longest) - 2))


@FEW
@given(CASELOADS, EARLIER)
@example([candidate("s0000001", 9), *(candidate(f"s000000{n}", 1, promise=promise()) for n in (2, 3, 4))], 0)
def test_nobody_goes_before_what_is_due_but_the_one_in_three(candidates, earlier):
    told = ask(candidates, earlier)
    longest = [*[False] * earlier, *was_longest(candidates, told)]
    rank = [(one.reason is not Reason.PLANNED, one.promise is None, one.reason not in ASKED_FOR) for one in told]
    for at, mine in enumerate(rank):
        if any(later < mine for later in rank[at + 1 :]):
            assert earlier + at >= 2
            assert longest[earlier + at - 2 : earlier + at + 1] == [False, False, True]


@FEW
@given(CASELOADS, EARLIER)
@example([candidate("s0000001", 9), *(candidate(f"s000000{age}", age, 1) for age in (5, 4, 3))], 0)
def test_among_those_who_are_next_for_their_age_it_falls_against_the_interval(candidates, earlier):
    known = {one.student_id: one for one in candidates}
    told = ask(candidates, earlier)
    longest = was_longest(candidates, told)
    routine = [known[one.student_id] for one, is_longest in zip(told, longest, strict=True)
               if one.reason not in ASKED_FOR and not is_longest]  # fmt: skip
    for one, other in pairwise(routine):
        assert waited(one) * other.interval >= waited(other) * one.interval


@FEW
@given(CASELOADS, GONE, st.integers(0, 14), EARLIER)
def test_somebody_who_is_not_here_or_was_seen_changes_nothing(candidates, gone, at, earlier):
    assert ask([*candidates[:at], gone, *candidates[at:]], earlier) == ask(candidates, earlier)


@FEW
@given(CASELOADS, EARLIER)
def test_once_the_first_was_seen_the_rest_stays_as_it_was(candidates, earlier):
    told = ask(candidates, earlier)
    if told:
        passed_over = 0 if was_longest(candidates, told)[0] else min(earlier + 1, 2)
        left = [one for one in candidates if one.student_id != told[0].student_id]
        rest = ask(left, passed_over)
        assert [one.student_id for one in rest] == [one.student_id for one in told[1:]]


def test_a_pact_that_is_past_its_end_without_a_review_asks_for_none_here():
    past = make(Pact, status=PactStatus.ACTIVE, target_on=TODAY - timedelta(days=1))
    assert [one.reason for one in ask([candidate("one", review=past), candidate("other", 2)])] == [Reason.ROUTINE] * 2


def test_who_is_put_before_promises_has_waited_longest_also_within_the_interval():
    promised, quiet = candidate("promised", 0, promise=promise(0)), candidate("quiet", 3)
    told = [[(one.student_id, one.reason) for one in ask([promised, quiet], passed)] for passed in (1, 2)]
    assert told == [
        [("promised", Reason.PROMISE), ("quiet", Reason.ROUTINE)],
        [("quiet", Reason.LONGEST), ("promised", Reason.PROMISE)],
    ]
