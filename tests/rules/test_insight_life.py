"""The life of an insight: what an attempt says, and when the insight is resolved."""

from datetime import timedelta

import pytest
from each_row import each_row
from record_case import TODAY, make

from advisory.model import Attempt, CognitiveInsight
from advisory.model.words import AttemptResult, InsightStatus
from advisory.rules.learning.insight_life import (
    has_worked,
    new_attempt,
    refuse_empty_insight,
    refuse_insight,
    with_outcome,
)
from advisory.rules.refusal import Refusal

DAY = timedelta(days=1)
NOT_TRIED, SOME, WORKED = AttemptResult.NOT_TRIED, AttemptResult.SOME, AttemptResult.WORKED


def attempt(result: AttemptResult = SOME, **fields: object) -> Attempt:
    return Attempt(strategy="draws both", result=result, **fields)


@each_row("result", AttemptResult)
def test_resolved_needs_an_attempt_that_worked_or_was_made_theirs(result) -> None:
    worked = result in {AttemptResult.WORKED, AttemptResult.MADE_IT_THEIRS}
    insight = make(CognitiveInsight, status=InsightStatus.RESOLVED, attempts=(attempt(NOT_TRIED), attempt(result)))
    assert has_worked(insight) is worked
    if worked:
        refuse_insight(insight, TODAY)
    else:
        with pytest.raises(Refusal, match="To mark it resolved, first record"):
            refuse_insight(insight, TODAY)


def test_open_and_parked_need_nothing() -> None:
    for status in (InsightStatus.OPEN, InsightStatus.PARKED):
        refuse_insight(make(CognitiveInsight, status=status), TODAY)


@each_row("field", ["noticed_on", "self_corrects_on", "attempt"])
def test_no_day_of_it_is_still_to_come(field) -> None:
    def insight(day):
        given = {"attempts": (attempt(), attempt(on=day))} if field == "attempt" else {field: day}
        return make(CognitiveInsight, **given)

    refuse_insight(insight(TODAY), TODAY)
    with pytest.raises(Refusal, match="still to come"):
        refuse_insight(insight(TODAY + DAY), TODAY)


@each_row(
    ("result", "on", "tried_on"),
    [(SOME, None, TODAY), (SOME, TODAY - DAY, TODAY - DAY), (NOT_TRIED, None, None), (WORKED, None, TODAY)],
)
def test_a_strategy_is_tried_today_unless_said_otherwise(result, on, tried_on) -> None:
    new = new_attempt(" draws both ", result, " on one bar ", on, TODAY)
    assert new == Attempt(strategy="draws both", result=result, note="on one bar", on=tried_on)


def test_a_strategy_has_words() -> None:
    with pytest.raises(Refusal, match="Which strategy"):
        new_attempt(" ", SOME, "", None, TODAY)


@each_row(
    ("result", "had", "on", "tried_on"),
    [
        (WORKED, None, None, TODAY),
        (WORKED, TODAY - DAY, None, TODAY - DAY),
        (WORKED, TODAY - DAY, TODAY - 2 * DAY, TODAY - 2 * DAY),
        (NOT_TRIED, TODAY - DAY, TODAY, None),
    ],
)
def test_what_came_of_it_keeps_the_day_it_had(result, had, on, tried_on) -> None:
    assert with_outcome(attempt(on=had), result, " wider ", on, TODAY) == attempt(result, note="wider", on=tried_on)


def test_an_insight_says_how_they_think_and_what_is_taken_for_true() -> None:
    refuse_empty_insight("When …", "a larger denominator is larger")
    for words, sentence in (((" ", "x"), "How do they think now"), (("x", " "), "Name the specific misconception")):
        with pytest.raises(Refusal, match=sentence):
            refuse_empty_insight(*words)
