"""The season of the invented advisory: days near and far, one over, and one more turn, on any day of the year."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from test_demo import ANY_DAY, MONDAY, calendar_of, made

from advisory.model import CheckIn, DefensePlan, Pact
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.rules.season.clashes import clashes
from advisory.rules.season.last_weeks import defense_soon
from advisory.rules.season.next_step import feelings, next_step
from advisory.rules.season.plan_life import is_upcoming


def test_some_days_are_far_some_near_one_is_over_and_one_comes_again():
    records = made(MONDAY)
    plans = records[DefensePlan]
    calendar = calendar_of(records)
    upcoming = [plan for plan in plans if is_upcoming(plan, MONDAY)]
    assert sorted(calendar.days_between(MONDAY, plan.held_on) for plan in upcoming)[:3] == [3, 10, 18]
    assert [plan.held_on - MONDAY for plan in upcoming].count(timedelta(weeks=9)) == 2
    (passed,) = [plan for plan in plans if plan.outcome is DefenseOutcome.PASSED]
    assert passed.celebration
    (first,) = [plan for plan in plans if plan.outcome is DefenseOutcome.DEFEND_AGAIN]
    (again,) = [plan for plan in plans if plan.follows == first.id]
    assert (again.student, again.held_on) == (first.student, first.defend_again_on)
    soon = [one for plan in upcoming if (one := defense_soon(plan, (), MONDAY, calendar))]
    assert sorted(one.away for one in soon) == [3, 10]
    assert clashes(plans, calendar, MONDAY) == []
    nia = min(upcoming, key=lambda plan: plan.held_on)
    own = [seen for seen in records[CheckIn] if seen.student == nia.student]
    assert [felt.feeling for felt in feelings(nia, own)] == [2, 4]
    assert {next_step(plan, MONDAY).mine for plan in plans} == {True, False}


@given(ANY_DAY)
@example(date(2027, 5, 3))
@settings(max_examples=15, deadline=None)
def test_on_any_day_the_season_is_in_order(today):
    records = made(today)
    calendar = calendar_of(records)
    pacts = {pact.id: pact for pact in records[Pact]}
    assert len(records[DefensePlan]) == 7
    for plan in records[DefensePlan]:
        assert calendar.is_school_day(plan.held_on)
        for one in plan.milestones:
            assert calendar.is_school_day(one.due_on)
            assert (one.status is MilestoneStatus.READY) == (one.done_on is not None)
            assert one.done_on is None or one.done_on < today
        for artifact in plan.artifacts:
            assert not artifact.came_from or pacts[artifact.came_from].student == plan.student
